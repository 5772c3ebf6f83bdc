"""Front matter: the block with which a text may open, YAML between two `---` lines or TOML between two `+++` lines."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from email.utils import parsedate

import yaml

from govgraph.documents.document import Metadata
from govgraph.errors import DocumentError

_BLOCK = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"\ufeff?(?:---[ \t]*\n\s*\w+[ \t]*:|\+\+\+[ \t]*\n\s*\w+[ \t]*=)")
_TOML_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")
_MOMENT = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{1,2}.*)?\Z")  # some write 2013-9-6
_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_LONGEST = 20_000


class _PlainLoader(yaml.BaseLoader):
    """YAML whose scalars are all texts, and without aliases, so that a few lines cannot grow into gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it without types
            raise yaml.MarkedYAMLError(problem="aliases are not allowed in front matter", problem_mark=mark)
        return super().compose_node(parent, index)


def split_front_matter(text: str, name: str) -> tuple[Metadata, int]:
    """The metadata of a text, and the offset at which its body starts (0 where there is no front matter).

    Raises:
        DocumentError: the block is no mapping in its language, or a key has a value of the wrong kind; the message names the
            line.
    """
    block = _BLOCK.match(text[: _LONGEST + 10])
    if not block:
        if opening := _OPEN.match(text):
            mark = opening[0].lstrip("\ufeff")[:3]
            raise DocumentError(f"{name}:1: the front matter has no end; write a line `{mark}` below it")
        return Metadata(), 0
    fields = (_yaml if block[1] == "---" else _toml)(block[2], name)

    def line_of(key: str) -> int:
        lines = text[: block.end()].split("\n")
        return next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*[\"']?{key}[\"']?\s*[:=]", line)), 1)

    def string(key: str) -> str | None:
        value = fields.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise DocumentError(f"{name}:{line_of(key)}: `{key}` should be one text")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise DocumentError(f"{name}:{line_of(key)}: `{key}` holds half a character (a lone surrogate); mend it")
        return value.strip() or None

    return Metadata(
        title=string("title"),
        issued=_issued(string("date"), name, line_of("date")),
        publisher=string("publisher"),
        source=_address(string("source"), name, line_of("source")),
        reworded=(string("reworded") or "").casefold() in ("true", "yes"),
    ), block.end()


def _yaml(block: str, name: str) -> dict[str, object]:
    """The keys and values of a block in YAML, each scalar as a text."""
    try:
        fields = yaml.load(block, _PlainLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "cannot be read"
        raise DocumentError(
            f"{name}:{line}: the front matter is no YAML ({problem}); mend it or remove the `---` lines"
        ) from None
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{name}:1: the front matter cannot be read ({error}); mend it") from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise DocumentError(f"{name}:2: the front matter is no list of `key: value` lines; mend it")
    return fields


def _toml(block: str, name: str) -> dict[str, object]:
    """The keys and values of a block in TOML, each scalar as a text."""
    try:
        fields = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        told = _TOML_LINE.search(str(error))
        line = int(told[1]) + 1 if told else 1
        problem = _TOML_LINE.sub("", str(error))
        raise DocumentError(
            f"{name}:{line}: the front matter is no TOML ({problem}); mend it or remove the `+++` lines"
        ) from None
    except RecursionError as error:
        raise DocumentError(f"{name}:1: the front matter cannot be read ({error}); mend it") from None
    return {key: value if isinstance(value, dict | list) else str(value) for key, value in fields.items()}


def _issued(text: str | None, name: str, line: int) -> str | None:
    if text is None:
        return None
    moment = _MOMENT.match(text)  # its day is what counts
    day = f"{moment[1]}-{int(moment[3]):02}-{int(moment[4]):02}" if moment else _in_words(text) or text
    if not _PARTIAL_DATE.match(day) or not _exists(day):
        raise DocumentError(f"{name}:{line}: `date: {text}` is no date; write 2013-10-24, 2013-10 or 2013")
    return day


def _in_words(text: str) -> str | None:
    """The day of "Tue, 04 Jun 2024 02:34:24 +0000" (RFC 5322) and of "June 4, 2024"; None where there is none."""
    told = (parsedate(text) or parsedate(f"{text} 00:00:00")) if re.search(r"\b\d{4}\b", text) else None
    return f"{told[0]}-{told[1]:02}-{told[2]:02}" if told else None


def _exists(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10])
    except ValueError:
        return False
    return True


def _address(value: str | None, name: str, line: int) -> str | None:
    if value is not None and not re.match(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z", value, re.IGNORECASE):
        raise DocumentError(f"{name}:{line}: `source: {value}` is no address; write the page's https:// address")
    return value
