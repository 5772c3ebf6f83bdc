"""Whether the post in a stretch of words beside a name is that of somebody or something else that stands beside it."""

from __future__ import annotations

from itertools import pairwise

from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_PAIR = 2


def is_person(item: Item) -> bool:
    """Whether an item names a person."""
    return is_kind(item, "person")


def is_of_a_firm(line: Line, start: int, end: int) -> bool:
    """Whether in a bracket or after a dash a name stands after an office, whose it is: "Jon Berg (CEO, Lund Lines)"."""
    comma = line.items[end : end + 2]
    marked = start > 0 and is_token(line.items[start - 1], "(", "--")
    return marked and len(comma) == _PAIR and is_token(comma[0], ",") and is_kind(comma[1], "name", "person", "org")


def is_of_the_next_entry(line: Line, number: int, start: int, end: int) -> bool:
    """Whether each post of a list stands before its holder: "Chair – Ana Berg, Secretary – Jon Lund"."""
    before, after = line.items[max(number - 2, 0) : number], line.items[end : end + 2]
    marked = len(before) == len(after) == _PAIR and all(is_token(item, "--", ":") for item in (before[1], after[0]))
    return marked and is_kind(before[0], "office", "charge") and is_person(after[1])


def is_shared(line: Line, number: int, start: int, end: int) -> bool:
    """Whether two people have two offices between them: "president and treasurer of the Union, Jon Berg and Ana Lind"."""
    offices = sum(is_kind(item, "office", "charge") for item in line.items[start:end])
    beside = line.items[number + 1 : number + 3] if start < number else line.items[max(number - 2, 0) : number][::-1]
    return offices == _PAIR and len(beside) == _PAIR and is_token(beside[0], "and", "&") and is_person(beside[1])


def is_before_another(line: Line, start: int, end: int) -> bool:
    """Whether a stretch runs over a name right after what has the office: "Secretary General of INTERPOL Ana Berg"."""
    return any(
        isinstance(one, Mention) and one.kind in ("org", "country", "body") and is_kind(two, "person")
        for one, two in pairwise(line.items[start:end])
    )


def names_another(line: Line, start: int, end: int) -> bool:
    """Whether a stretch runs over somebody with a title, who has posts of their own: "Councillor of X and Dr. Ana Berg"."""
    titles = (item.parts.get("title") for item in line.items[start:end] if isinstance(item, Mention) and item.kind == "person")
    return any(title is not None and plain(title) not in word_set("royals") for title in titles)


def is_of_the_next(line: Line, start: int, end: int) -> bool:
    """Whether a post after "and" is that of somebody named after it: "A, President of X, and Y's head of state, B"."""
    following = line.items[end : end + 2]
    return (
        is_token(line.items[start - 1], "and")
        and len(following) == 2
        and is_token(following[0], ",")
        and is_person(following[1])
    )
