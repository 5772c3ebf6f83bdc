"""What a source is once it has been read: its text, what is known about it, and where its sentences stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: `start` and `end` count characters of the decoded text (RFC 5147)."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether this stretch lies inside the other one."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the front matter (or the HTML head) says about a document; nothing here is guessed."""

    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None
    reworded: bool = False

    @property
    def issued_date(self) -> date | None:
        """The day of publication, if the metadata names a whole day."""
        try:
            return date.fromisoformat(self.issued) if self.issued else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text.

    `text` is the whole file, front matter included, with LF line ends; `body` is where its prose stands.
    `sha256` is that of the file's bytes; `key` names the document across its versions.
    """

    name: str
    text: str
    body: Span
    sha256: str
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def key(self) -> str:
        """The source address, or else the file's name: a newer text with the same key replaces this one."""
        return self.metadata.source or self.name

    @property
    def title(self) -> str:
        """The title, or else the file's name."""
        return self.metadata.title or self.name
