"""Whom "he" and "she" stand for: the only person named before, as long as no other is named and the two agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from govgraph.documents.document import Span
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.surnames import gender_of
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set, word_values

Named = tuple[str, Span]
"""A person's full name, and the sentence that names them."""
_REACH = 3  # sentences over which a person is remembered whom none of them names


def antecedents(lines: Sequence[Line], full_name: Callable[[Mention, Line], str | None]) -> Mapping[int, Named]:
    """By the offset of each "he" and "she", the person meant and the sentence that names them.

    Within a sentence it is the only person named so far; at its head, the only one of the sentence before. Two people in a
    sentence leave it open. A name that stands once, and beside no office, need not be a person's ("the Dow Jones").
    """
    known = _people(lines, full_name)
    genders: dict[str, str] = {}
    found: dict[int, Named] = {}
    focus: Named | None = None
    age = 0
    for line in lines:
        people: dict[str, Named] = {}
        for before, item, after in zip((None, *line.items), line.items, (*line.items[1:], None), strict=False):
            if not isinstance(item, Mention) or item.kind != "person" or "home" in item.parts:
                continue
            gender = _genders().get(plain(item.parts.get("pronoun", item.parts.get("title", ""))))
            if item.parts.get("ref") != "pronoun":
                name = full_name(item, line)
                if name in known:
                    people.setdefault(name, (name, line.span))
                    gender = gender or gender_of(name.split()[0])
                    if gender:
                        genders.setdefault(name, gender)
                continue
            if len(people) == 1:
                focus = next(iter(people.values()))
            if focus is None or len(people) > 1 or gender is None or genders.get(focus[0], gender) != gender:
                continue
            genders[focus[0]] = gender
            people.setdefault(focus[0], focus)
            told_after = after and is_token(after, ",") and plain(item.text) in word_set("object-pronouns")
            # "the president he was" is not a President He, and in "after him, the President" the post is another's.
            if not _is_office(before) and not told_after:
                found[item.start] = focus
        age = 0 if people else age + 1
        if len(people) == 1:
            focus = next(iter(people.values()))
        elif people or age > _REACH:
            focus = None
    return found


def _people(lines: Sequence[Line], full_name: Callable[[Mention, Line], str | None]) -> set[str]:
    """The names of people that stand more than once, in a sentence with an office, with a title, with their country or
    with a forename that is given to men or to women."""
    counts: Counter[str] = Counter()
    for line in lines:
        office = any(_is_office(item) for item in line.items)
        for number, item in enumerate(line.items):
            if isinstance(item, Mention) and item.kind == "person" and item.parts.get("ref") != "pronoun":
                name = full_name(item, line)
                if name is not None:
                    sure = "title" in item.parts or _has_home(line.items[number + 1 :]) or _has_a_forename(name)
                    counts[name] += 2 if office or sure else 1
    return {name for name, count in counts.items() if count > 1}


def _has_a_forename(name: str) -> bool:
    return " " in name and gender_of(name.split()[0]) is not None


def _has_home(after: Sequence[Item]) -> bool:
    """Whether "of Rwanda" follows a name."""
    home = after[1] if len(after) > 1 and is_token(after[0], "of", "from") else None
    return isinstance(home, Mention) and home.kind == "country"


def _is_office(item: Item | None) -> bool:
    return is_kind(item, "office")


@cache
def _genders() -> Mapping[str, str]:
    return word_values("genders")
