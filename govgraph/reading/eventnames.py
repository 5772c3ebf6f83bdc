"""Names of events that are pieced together of several mentions: "World Tourism" and "Forum 2025" are one.

A run of capitalised words that ends in what meetings are called, with a year behind it or within it, is the name of an event;
so is a name with a year behind it that the sentence says is held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from govgraph.reading.cues import cues
from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token, year_written
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_classes, word_set

_PARTS = ("name", "org", "body", "person", "place", "country", "meeting")
_LINKS = ("of", "for", "on", "&", "and", "'s", "the")
_PROSE = 2  # words in small letters that a sentence has and a heading has not
_BESIDE = (
    "about",
    "of",
    "for",
    "before",
    "after",
    "at",
    "to",
    "from",
    "with",
    "by",
    "during",
)  # it is another thing's that is held
_LONGEST = 9  # items


def with_event_names(lines: Sequence[Line], discourse: Discourse) -> Iterator[Line]:
    """The lines in which such names are mentions of an `event`; headings stay as they are, and so do the sessions that the
    text counts."""
    counted = discourse.setting.keeper if discourse.main is not None else None
    for line in lines:
        told = _found(line) if _is_prose(line) else ()
        found = [(at, end, event) for at, end, event in told if counted is None or not _is_of(line.items[at:end], counted)]
        yield line.replaced(found) if found else line


def _is_of(items: Sequence[Item], organisation: str) -> bool:
    return any(isinstance(item, Mention) and organisation in (item.value, item.parts.get("org")) for item in items)


def _is_prose(line: Line) -> bool:
    words = [item.text for item in line.items if isinstance(item, Token) and item.text.isalpha() and item.text.islower()]
    return sum(word not in word_set("small-in-headings") for word in words) >= _PROSE


def _found(line: Line) -> Iterator[tuple[int, int, Mention]]:
    held_at = {match.start for match in line.find_any(cues()["is-held"])}
    at = 0
    while at < len(line.items):
        end = _end(line, at, held_at)
        if end is None:
            at += 1
            continue
        first, last = line.items[at], line.items[end - 1]
        text = line.text[first.start : last.end]
        year = next((str(year) for item in line.items[at:end] if (year := _year_of(item)) is not None), "")
        held = end in held_at and not (at and is_token(line.items[at - 1 - is_token(line.items[at - 1], "the")], *_BESIDE))
        if (end - at > 1 and year) or (held and not is_kind(first, "body", "meeting")):
            yield at, end, Mention("event", first.start, last.end, text, text, {"year": year} if year else {"held": "true"})
        at = end


def _end(line: Line, start: int, held_at: Set[int]) -> int | None:
    """Where the name of an event ends that begins at an item, or None."""
    if start and is_token(line.items[start - 1], *word_set("works-by-name")):
        return None
    if not _opens(line.items[start]) or (start and _is_joined(line.items[start - 1], line.items[start])):
        return None
    if isinstance(line.items[start], Token) and is_token(line.items[min(start + 1, len(line.items) - 1)], "of", "for"):
        return None  # "Winners of the Cod Awards 2025"
    end = None
    at = start
    while at < min(len(line.items), start + _LONGEST):
        item = line.items[at]
        if _is_part(item) or (at > start and _year_of(item) is not None):
            at += 1
            if _closes(line.items[start:at], at in held_at):
                end = at
        elif at > start + 1 and at + 1 in held_at and is_token(item, *word_set("named-occasions")):
            return at + 1  # "the October Cod meeting took place"
        elif at > start and is_token(item, *_LINKS) and at + 1 < len(line.items):
            if is_token(item, "the") and not is_token(line.items[at - 1], *_LINKS):
                break  # "Hosting the Cod Summit 2024"
            at += 1
        else:
            break
    return end


def _is_joined(before: Item, item: Item) -> bool:
    """Whether a run goes on from the item before."""
    return _is_part(before) and not is_kind(item, "body", "meeting")


def _opens(item: Item) -> bool:
    return _is_part(item) or _is_a_year(item)


def _is_part(item: Item) -> bool:
    if isinstance(item, Mention):
        return (
            item.kind in _PARTS
            and "ref" not in item.parts
            and "title" not in item.parts
            and item.text.removeprefix("e")[:1].isupper()  # "eGov Days"
        )
    return item.form.startswith("^") and plain(item.text) not in word_classes()["headline-verbs"]


def _closes(items: Sequence[Item], held: bool) -> bool:
    """Whether a name can end with these: with what meetings are called, or with a year behind it; what is `held` has both."""
    last = items[-1]
    behind = _year_of(last) is not None
    before = items[:-1] if _is_a_year(last) else items
    heads = [word for item in before for word in plain(item.text).split() if not word.isdigit()]
    if behind:
        told = held or any(word in word_set("named-occasions") for word in heads)
        return told and bool(heads) and (len(heads) > 1 or heads[0] not in word_set("named-occasions"))
    return len(heads) > 1 and heads[-1] in word_set("named-occasions")


def _is_a_year(item: Item) -> bool:
    return isinstance(item, Token) and year_written(item) is not None


def _year_of(item: Item) -> int | None:
    """The year that an item is, or that stands at the end of a name."""
    if isinstance(item, Token):
        return year_written(item)
    word = item.text.split()[-1]
    return int(word) if item.kind in _PARTS and len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") else None
