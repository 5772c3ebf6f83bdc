"""Texts that go from session to session: which one each paragraph is about, and which year stands above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from govgraph.documents.document import Span
from govgraph.reading.lines import Line, is_kind, is_token
from govgraph.reading.ordinals import opens_with
from govgraph.reading.tokens import Token, year_of

_BLANK = re.compile(r"\n[ \t]*\n")
_BULLETS = "*•–-"
_TITLE = 10  # items of a heading
_MANY = 4  # paragraphs that open with a session of their own


@dataclass(frozen=True, slots=True)
class Heading:
    """A year that stands alone before a sentence, and where."""

    year: int
    sentence: Span


class Chronicle:
    """For each sentence of a text, the session that its paragraph opens with and the year above it."""

    def __init__(self, lines: Sequence[Line], opening: Callable[[Line], Sequence[str]]) -> None:
        """`opening` tells the sessions that a sentence names (`ICOM/19`); only a sentence with one opens a paragraph."""
        self._focus: dict[Span, tuple[str, Span]] = {}
        self._headed: set[Span] = set()
        self._headings: dict[Span, Heading] = {}
        heading: Heading | None = None
        focus: tuple[str, Span] | None = None
        opens, headed = True, False
        seen: list[str] = []
        paragraphs = 0
        for number, line in enumerate(lines):
            if number and _BLANK.search(line.text, lines[number - 1].span.end, line.span.start):
                opens, focus, heading = True, None, None
            elif line.text[line.span.start] in _BULLETS or opens_with(line) is not None:
                # An entry of a list is a paragraph of its own.
                opens, focus = True, None
            year = _year_alone(line)
            if year is not None:
                opens, focus, heading = True, None, Heading(year, line.span)
                continue
            if heading is not None:
                self._headings[line.span] = heading
                heading = None
            titled = _is_a_title(line)
            if opens or titled:
                paragraphs += opens
                named = opening(line)
                headed = titled and len(named) == 1
                if len(named) == 1:
                    focus = named[0], line.span
                    seen.append(named[0])
                opens = False
            if focus is not None:
                self._focus[line.span] = focus
                if headed:
                    self._headed.add(line.span)
        self.goes_from_session_to_session = len(set(seen)) >= _MANY and 2 * len(seen) >= paragraphs
        """Whether most paragraphs open each with a session of its own, so that the text reports none of them."""

    def focus(self, line: Line) -> tuple[str, Span] | None:
        """The session with which the paragraph of a sentence opens, and the sentence that names it."""
        return self._focus.get(line.span)

    def is_headed(self, line: Line) -> bool:
        """Whether the paragraph of a sentence has the session for a heading: it stands alone in its line."""
        return line.span in self._headed

    def heading(self, line: Line) -> Heading | None:
        """The year that stands alone before this sentence."""
        return self._headings.get(line.span)


def _is_a_title(line: Line) -> bool:
    """Whether a line is a name alone, or names and marks: "Riga Convention – 23rd Meeting of the Parties (COP 23)"."""
    if len(line.items) == 1:
        return True
    words = [item for item in line.items if isinstance(item, Token)]
    named = any(is_kind(item, "session") for item in line.items)
    return (
        named
        and len(line.items) <= _TITLE
        and not any(is_kind(item, "date", "place", "country", "person") for item in line.items)
        and all(not word.form.isalpha() or word.form in ("of", "the", "and", "for", "to") for word in words)
        and not is_token(line.items[-1], ".", "!", "?", ",", ":")
    )


def _year_alone(line: Line) -> int | None:
    words = [item for item in line.items if not is_token(item, ".", ":", "--", "(", ")")]
    return year_of(words[0]) if len(words) == 1 else None
