"""Tables within a text: rows of cells that bars, tabs or spaces divide, under a row that says what stands in each column.

A row is read as the entry of a list that it is: its number becomes an ordinal, and a number alone under "Delegates" is read
with that word. What the heads of columns may be stands in `loaders/communiques/columns.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from govgraph.documents.document import Span
from govgraph.documents.rows import is_spaced
from govgraph.errors import DefinitionError
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.numerals import roman
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource

_DIVIDES = "|\t"
_STROKES = re.compile(r"[^/\n]+ / [^/\n]+ / [^\n]+")  # "23rd / Riga, Latvia / 2023"
_RULE = re.compile(r"[\s|:+=-]+\Z|\{\|.*\Z|\|\}\Z|\|-.*\Z")  # "|---|:--:|", and of wiki tables
_WIKI = "!"  # before and between the heads of the columns of one
_NUMBER = re.compile(r"\d{1,3}")
_KNOWN = 2  # heads of columns that a header has at the least
_FOOTNOTE = 20  # a number in brackets up to this is that of a note
_POSTS = frozenset({"office", "elected-to"})
_EMPTY = frozenset({"--", "-", "n/a", "?", "...", "none", "na"})


@dataclass(frozen=True, slots=True)
class _Cell:
    """The items of a cell, and the place after the last of its characters."""

    items: tuple[Item, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column tells (`ordinal`, `countries` …, or `post`), and the office that stands at its head."""

    kind: str
    office: Mention | None = None


def with_grids(lines: Sequence[Line]) -> tuple[list[Line], dict[Span, Span]]:
    """The lines, those of tables read by their headers; and for each row that was, where its header stands.

    A header and the rule below it tell nothing themselves and have no items.
    """
    found = list(lines)
    headers: dict[Span, Span] = {}
    heads: Sequence[_Head] | None = None
    header = last = Span(0, 0)
    for number, line in enumerate(lines):
        if not is_row(line.text, line.span):
            if any(item.text[:1].isalnum() for item in line.items):
                heads = None
            else:
                last = line.span  # "..." leaves rows out
            continue
        apart, last = _is_apart(last, line), line.span
        heads = None if apart else heads
        if _RULE.match(line.text[line.span.start : line.span.end]):
            found[number] = Line((), line.span, line.text)
        elif heads is None:
            heads, header = _header(_cells(line)), line.span
            if heads is not None:
                found[number] = Line((), line.span, line.text)
        else:
            items = _read(_cells(line), heads)
            if items is not None:
                found[number] = Line(items, line.span, line.text)
                headers[line.span] = header
    return found, headers


def with_headers(facts: Sequence[Fact], headers: Mapping[Span, Span], text: str) -> list[Fact]:
    """The facts, those from rows of a table with the header, which tells what the cells are, among what they rest on; who has a
    post in a row under "Elected to" was elected."""
    found = []
    for fact in facts:
        header = headers.get(fact.sentence)
        if header is not None:
            words = plain(text[header.start : header.end])
            won = fact.property == "holds" and any(head in words for head in columns()["elected-to"])
            fact = replace(fact, support=(*fact.support, header), property="elected" if won else fact.property)
        found.append(fact)
    return found


def is_row(text: str, span: Span) -> bool:
    """Whether a stretch of a text is a row of a table: a line that bars, tabs, spaces or strokes divide, or one of the heads of
    a wiki table."""
    divided = any(text.find(mark, span.start, span.end) >= 0 for mark in _DIVIDES) or text[span.start] == _WIKI
    divided = divided or _STROKES.fullmatch(text, span.start, span.end) is not None
    return (divided and text.find("\n", span.start, span.end) < 0) or is_spaced(text, span)


def _is_apart(before: Span, line: Line) -> bool:
    """Whether more than the end of a line stands between two rows."""
    return line.text[before.end : line.span.start].strip(" ") != "\n"


def _cells(line: Line) -> list[_Cell]:
    """The cells of a row; a bar at either end is the frame of the table."""
    cells: list[_Cell] = []
    items: list[Item] = []
    marks = _DIVIDES + _WIKI if line.text[line.span.start] == _WIKI else _DIVIDES
    divided = line.span.start
    for item in line.items:
        if isinstance(item, Token) and (item.text in marks or item.text.isspace() or _is_a_stroke(item, line)):
            if items or item.start > divided:  # "||" divides once
                cells.append(_Cell(tuple(items), item.start))
            items, divided = [], item.end
        else:
            items.append(item)
    if items or line.text[line.span.end - 1] not in _DIVIDES:
        cells.append(_Cell(tuple(items), line.span.end))
    return cells


def _is_a_stroke(token: Token, line: Line) -> bool:
    """Whether a stroke stands alone between two spaces, as between cells."""
    return token.text == "/" and line.text[token.start - 1 : token.end + 1] == " / "


def _header(cells: Sequence[_Cell]) -> Sequence[_Head] | None:
    """What the columns tell, if the row is the header of a table that is read: of sessions, of officers, or of holders."""
    heads = [_head(cell) for cell in cells]
    kinds = [head.kind for head in heads if head is not None]
    if len(kinds) < _KNOWN or 2 * len(kinds) < len(cells):
        return None
    sessions = "ordinal" in kinds and not {"when", "where", "participants", "countries"}.isdisjoint(kinds)
    officers = "name" in kinds and not _POSTS.isdisjoint(kinds)
    holders = "term" in kinds and "post" in kinds
    return [head or _Head("other") for head in heads] if sessions or officers or holders else None


def _head(cell: _Cell) -> _Head | None:
    words = plain(" ".join(item.text for item in cell.items)).partition(" (")[0].strip(" *_")
    for kind, names in columns().items():
        if words in names and kind != "other":
            return _Head(kind)
    if len(cell.items) == 1 and is_kind(office := cell.items[0], "office"):
        return _Head("post", office)
    return _Head("other") if words in columns()["other"] else None


@cache
def columns() -> Mapping[str, frozenset[str]]:
    """What may stand at the head of a column, by what the column tells.

    Raises:
        DefinitionError: the file is not well formed.
    """
    path = resource(f"{COMMUNIQUES}/columns.yaml")
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise DefinitionError(f"{path}: should hold `column: [head, …]` entries")
    kinds = (
        "ordinal",
        "when",
        "where",
        "participants",
        "countries",
        "name",
        "office",
        "elected-to",
        "term",
        "elections",
        "other",
    )
    return {kind: frozenset(str(name) for name in content[kind]) for kind in kinds}


@cache
def _nouns() -> Mapping[str, str]:
    content = read_yaml(resource(f"{COMMUNIQUES}/columns.yaml"))
    return {str(kind): str(noun) for kind, noun in content["nouns"].items()} if isinstance(content, dict) else {}


def _read(cells: Sequence[_Cell], heads: Sequence[_Head]) -> list[Item] | None:
    """The items of a row as those of an entry of a list, with a dash between what were cells; None if it is of another kind."""
    kinds = [head.kind for head in heads]
    if len(cells) > len(heads):
        return None
    parts = [list(_told(cell, head)) for cell, head in zip(cells, heads, strict=False)]
    if not _POSTS.isdisjoint(kinds) and "name" in kinds:
        return _officer(parts, kinds, cells)
    if "post" in kinds and "term" in kinds and "ordinal" not in kinds:
        return _holder(parts, heads, cells)
    counted = next(iter(parts[kinds.index("ordinal")]), None) if "ordinal" in kinds[: len(parts)] else None
    if not is_kind(counted, "ordinal"):
        return None
    found: list[Item] = []
    for number, (cell, part) in enumerate(zip(cells, parts, strict=True)):
        follows = kinds[number : number + 2] == ["where", "where"] and len(parts) > number + 1 and bool(parts[number + 1])
        found.extend([*part, _mark(cell.end, "," if follows else "--")] if part else ())
    return found[:-1]


def _officer(parts: Sequence[list[Item]], kinds: Sequence[str], cells: Sequence[_Cell]) -> list[Item] | None:
    """ "President: Ana Berg", or "Ana Berg, President", as the columns stand."""
    name, office = kinds.index("name"), next(at for at, kind in enumerate(kinds) if kind in _POSTS)
    if max(name, office) >= len(parts) or not parts[name] or not parts[office]:
        return None
    first, second = min(name, office), max(name, office)
    return [*parts[first], _mark(cells[first].end, ":" if office < name else ","), *parts[second]]


def _holder(parts: Sequence[list[Item]], heads: Sequence[_Head], cells: Sequence[_Cell]) -> list[Item] | None:
    """ "2006–2010: Ana Berg, President", or with the years behind; the office is the one at the head of the column."""
    kinds = [head.kind for head in heads]
    post, term = kinds.index("post"), kinds.index("term")
    office = heads[post].office
    if max(post, term) >= len(parts) or not parts[post] or not parts[term] or office is None:
        return None
    at = parts[post][-1].end
    named = [*parts[post], _mark(at, ","), Mention("office", at, at, office.text, office.value, office.parts)]
    if term < post:
        return [*parts[term], _mark(cells[term].end, ":"), *named]
    return [*named, _mark(at, "("), *parts[term], _mark(cells[term].end, ")")]


def _told(cell: _Cell, head: _Head) -> Iterator[Item]:
    """What a cell tells, in words: without the number of a note, with the noun that a number alone is of."""
    items = list(cell.items)
    if len(items) > 3 and is_token(items[-3], "(") and is_token(items[-1], ")") and _is_a_note(items[-2]):
        items = items[:-3]
    items = [item for item in items if not is_token(item, "*", "_")]
    if head.kind in _POSTS:  # "Treasurer (2 years)"
        items = items[: next((at for at, item in enumerate(items) if at and is_token(item, "(")), len(items))]
    if all(isinstance(item, Token) and item.form.lstrip("^") in _EMPTY for item in items):
        return
    if head.kind == "ordinal":
        number = _number(items[0])
        if number is not None:
            yield Mention("ordinal", items[0].start, items[0].end, items[0].text, str(number), {"row": "true"})
            yield from items[1:]
        return
    if head.kind == "where":
        items = list(_placed(items))
    if head.kind == "elections" and any(is_kind(item, "person") for item in items):
        yield _mark(items[0].start, "elected")
        items = [item for item in items if not is_token(item, ":")]
    yield items[0]
    noun = _nouns().get(head.kind)
    if noun is not None and is_kind(items[0], "count", "number") and (len(items) == 1 or is_token(items[1], "(")):
        yield _mark(items[0].end, noun)
    yield from items[1:]


def _placed(items: Sequence[Item]) -> Iterator[Item]:
    """The items of a cell that says where, with the words before its first comma or bracket as a place."""
    end = next((at for at, item in enumerate(items) if is_token(item, ",", "(", "/", "--")), len(items))
    named = items[:end]
    if named and all(
        is_kind(item, "name", "person") or (isinstance(item, Token) and item.text[:1].isupper()) for item in named
    ):
        words = " ".join(item.text for item in named)
        yield Mention("place", named[0].start, named[-1].end, words, words)
        yield from items[end:]
    else:
        yield from items


def _is_a_note(item: Item) -> bool:
    return _NUMBER.fullmatch(item.text) is not None and int(item.text) <= _FOOTNOTE


def _number(item: Item) -> int | None:
    """The number that a cell opens with: "86", "86th", "XLVI"."""
    if is_kind(item, "ordinal"):
        return int(item.value)
    return int(item.text) if _NUMBER.fullmatch(item.text) else roman(item.text)


def _mark(at: int, form: str) -> Token:
    """A mark or a word that is not written, at a place in the text."""
    return Token(at, at, "", form)
