"""Who holds which post, by what stands beside a name: "NAME, OFFICE of X, OFFICE of Y", "X's OFFICE NAME", "NAME is OFFICE".

The stretches beside a name are cut out here, at commas and at words that begin something else; what a stretch says of the
person is told by the forms in `loaders/communiques/posts/`, each of which must fit a stretch from end to end. So one form
serves wherever a post can stand, and several posts of one person are read one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from govgraph.reading.choices import Choice, home_choices, implicit_choices
from govgraph.reading.cues import named_patterns
from govgraph.reading.definitions import Definition, read_definitions
from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token
from govgraph.reading.matching import Around, Attempt, Found, facts_of
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.postsofothers import (
    is_before_another,
    is_of_a_firm,
    is_of_the_next,
    is_of_the_next_entry,
    is_person,
    is_shared,
    names_another,
)
from govgraph.reading.tokens import Token, plain, year_of
from govgraph.reading.words import COMMUNIQUES, word_classes, word_set
from govgraph.resources import resource

_LONGEST = 26  # items of a stretch
_PREPOSITIONS = ("for", "of", "at", "in", "with", "by", "to", "from", "on")
_OFFICE_ALONE = 2  # items of a stretch at most, with an article
_PARTS = 4  # of a stretch, between commas and "and"
_LEADS = {
    "after": ("after-a-name", "after-a-post"),
    "past": ("after-a-name-before", "after-a-post-before"),
    "elected": ("after-a-name-elected", "after-a-post-elected"),
}
"""What leads to the posts after a name, and from each to the next, by what a sentence says of them."""
_TOLD = {"past": "held", "elected": "elected"}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The items from `start` up to `end` that say of a person which post they hold."""

    start: int
    end: int


@cache
def post_forms() -> tuple[Definition, ...]:
    """The forms of `loaders/communiques/posts/`, in the order of files and entries.

    Raises:
        DefinitionError: a file or an entry is not well formed.
    """
    files = sorted(resource(f"{COMMUNIQUES}/posts").glob("*.yaml"))
    return tuple(form for file in files for form in read_definitions(file, whole=True))


def posts(line: Line, discourse: Discourse, attempts: list[Attempt] | None = None) -> Iterator[Found]:
    """The posts that a sentence gives to the people it names; where `attempts` is given, each form that fits is noted."""
    implicit: dict[str, list[Choice]] | None = None
    elects: bool | None = None
    for number, item in enumerate(line.items):
        if not isinstance(item, Mention) or item.kind != "person":
            continue
        if elects is None:
            elects = _may_elect(line, discourse)
        sides = [(side, _after(line, number, side)) for side in _LEADS if side != "elected" or elects]
        for side, stretches in (*sides, ("before", _before(line, number))):
            for stretch in stretches:
                if _is_of_another_year(line.items[stretch.start], discourse) or is_shared(
                    line, number, stretch.start, stretch.end
                ):
                    continue
                if is_of_the_next_entry(line, number, stretch.start, stretch.end) or is_of_a_firm(
                    line, stretch.start, stretch.end
                ):
                    continue
                for form, match in _forms(line, stretch, side):
                    if implicit is None:
                        implicit = implicit_choices(line, discourse)
                    around = Around({**implicit, **home_choices(item, line, discourse)}, None)
                    whole = Match(min(number, stretch.start), max(number + 1, stretch.end), {**match.slots, "person": [item]})
                    found = list(facts_of(line, whole, form, discourse, around))
                    if side in _TOLD:
                        found = [
                            (replace(fact, property=_TOLD[side]), date) for fact, date in found if fact.property == "holds"
                        ]
                    yield from found
                    if attempts is not None:
                        why = "" if found else "what it speaks of is not known here"
                        attempts.append(Attempt(line.span, form.id, line.cover(whole.start, whole.end), len(found), why))
                    if found:
                        break


def _is_of_another_year(first: Item, discourse: Discourse) -> bool:
    """Whether a post is that of a year which is not the publication's: "Ana Berg, 1998 chair of the club"."""
    published = discourse.setting.around
    return published is not None and year_of(first) not in (None, published.year)


def stretches_beside(line: Line, number: int) -> list[tuple[int, int]]:
    """From which item to which the posts of the person at item `number` are told."""
    return [(stretch.start, stretch.end) for stretch in (*_after(line, number, "after"), *_before(line, number))]


def leads_to_posts(line: Line, number: int) -> list[int]:
    """From which items on the posts that somebody has can be told after the name at item `number`."""
    return _leads(line, number + 1, "after-a-name")


def ends_of_a_post(line: Line, start: int) -> list[int]:
    """Where what is told of a post from an item on can end, the nearest first."""
    ends = _ends(line, start) if start < len(line.items) else []
    return [end for end in ends if not (names_another(line, start, end) or is_before_another(line, start, end))]


def _sites(name: str) -> Patterns:
    return named_patterns("post-sites.yaml")[name]


def _leading(line: Line, start: int, name: str) -> int | None:
    """Where the longest match of a cue that begins at item `start` ends."""
    return max(_leads(line, start, name), default=None)


def _leads(line: Line, start: int, name: str) -> list[int]:
    """Where the matches of a cue that begin at item `start` end, the nearest first."""
    rest = _part(line, start, min(len(line.items), start + _LONGEST))
    return sorted({start + match.end for match in rest.find_any(_sites(name)) if match.start == 0})


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.items[start:end], line.span, line.text)


def _after(line: Line, number: int, side: str) -> Iterator[_Stretch]:
    """The stretches that follow a name: after a comma or "is", and then each that follows the one before it.

    By `side` those that tell of a post that the person has (`after`), had before (`past`) or was elected to (`elected`).
    """
    leading, following = _LEADS[side]
    past = side == "past"
    leads = _leads(line, number + 1, leading)
    if side == "elected" and _is_chosen(line, number):
        leads = sorted({*leads, *_leads(line, number + 1, "after-a-name-chosen")})
    bullet = number == 1 and is_token(line.items[0], "--", "*", "•")
    opens = number == 0 or is_token(line.items[number - 1], ":")
    told = number + 2 < len(line.items) and is_token(line.items[number + 2], "the")  # "Jon Berg: The President will come."
    if (bullet or (opens and not told)) and side == "after":
        leads = sorted({*leads, *_leads(line, number + 1, "after-a-name-in-a-list")})
    done = 0
    for start in leads:
        if start < done:
            continue
        if past and is_token(line.items[number + 1], "has", "have") and line.matches_any(_sites("still")):
            continue
        if past and is_token(line.items[start - 1], "was", "as") and not _tells_of_before(line, number, start):
            continue
        stretch = _from(line, start, side)
        there = past and number and is_token(line.items[number - 1], "where")
        if stretch is None or (there and stretch.end - start <= _OFFICE_ALONE):
            continue  # "at Lund Lines, where he served as president" tells of no office of ours
        while stretch is not None:
            yield stretch
            done = stretch.end
            next_start = _leading(line, stretch.end, following)
            stretch = _from(line, next_start, side) if next_start is not None else None


def _is_chosen(line: Line, number: int) -> bool:
    """Whether right before a name stands that somebody chose who bears it: "the Union has appointed Jon Berg"."""
    before = Line(line.items[:number], line.span, line.text)
    return any(match.end == number for match in before.find_any(_sites("choosing")))


def _may_elect(line: Line, discourse: Discourse) -> bool:
    """Whether a sentence can tell of an election: it says what is, does not deny it, and tells of no year long ago."""
    denied = line.matches_any(named_patterns("ballots.yaml")["not"]) or line.matches_any(_sites("years-ago"))
    return discourse.is_sure(line) and not denied


def _from(line: Line, start: int, side: str) -> _Stretch | None:
    """The longest stretch from item `start` that a form for this side fits."""
    ends = [
        end
        for end in reversed(_ends(line, start) if start < len(line.items) else ())
        if not (names_another(line, start, end) or _goes_on(line, end) or is_before_another(line, start, end))
    ]
    end = next((end for end in ends if _fits(line, _Stretch(start, end), side)), None)
    return None if end is None or is_of_the_next(line, start, end) else _Stretch(start, end)


def _goes_on(line: Line, end: int) -> bool:
    """Whether the name with which a stretch ends goes on after "and": "of Enterprise Products and Platforms at Acme"."""
    after = line.items[end : end + 4]
    if len(after) < 3 or not is_token(after[0], "and", "&"):
        return False
    capital = isinstance(after[1], Token) and after[1].form.startswith("^")
    return capital and any(is_token(item, "at", "of", "in") for item in after[2:])


def _tells_of_before(line: Line, number: int, start: int) -> bool:
    """Whether "was" and "served as" tell of a post held before: another word says so, or the sentence opens with one."""
    if start - number > 2 or not is_token(line.items[number + 1], "was", "served", "worked"):
        return True
    return line.matches_any(_sites("earlier"))


def _ends(line: Line, start: int) -> list[int]:
    """Where a stretch that opens at `start` can end, the nearest first."""
    ends: list[int] = []
    stops = _stops(line, start)
    if any(_is_within_a_word(line, at) for at in stops):
        return ends  # "CEO of Garvee.com"
    for at in range(start + 1, min(len(line.items), start + _LONGEST) + 1):
        if at == len(line.items) or at in stops:
            return [*ends, at]
        if is_token(line.items[at], ",", "and", "&", ")", "--"):
            ends.append(at)
            if len(ends) == _PARTS:
                return ends
    return ends


def _is_within_a_word(line: Line, at: int) -> bool:
    """Whether the mark at an item has no space on either side."""
    if at + 1 >= len(line.items):
        return False
    before, mark, after = line.items[at - 1 : at + 2]
    return is_token(mark, ".") and before.end == mark.start and mark.end == after.start


def _stops(line: Line, start: int) -> frozenset[int]:
    """The items after `start` with which something else begins: "said", "who", a full stop."""
    rest = _part(line, start, min(len(line.items), start + _LONGEST))
    return frozenset(start + match.start for match in rest.find_any(_sites("stops")) if match.start)


def _before(line: Line, number: int, name: int | None = None) -> Iterator[_Stretch]:
    """The longest stretch that stands right before a name, or before the comma before it, and any that stands before that.

    Where `name` is given, one stretch before that name has been found, and `number` is where it begins.
    """
    end = number
    if name is not None and not is_token(line.items[name - 1], ",") and is_person(line.items[end - 1]):
        return
    comma = end > 1 and is_token(line.items[end - 1], ",")
    if comma:
        if name is None and _leading(line, number + 1, "aside") is not None:
            return
        end -= 1
    for start in range(max(0, end - _LONGEST), end):
        stretch = _Stretch(start, end)
        if is_token(line.items[end - 1], "and", "&", *_PREPOSITIONS):
            return  # "US Trade Manager for Consumer Goods"; "is the President for 2031 and Jon Berg"
        if (
            not comma
            and any(is_token(item, "to") for item in line.items[start:end])
            and not is_kind(line.items[end - 1], "country")
        ):
            continue  # "Chief of Staff to Rep. Jon Berg" is not Berg's post
        if _opens(line, start) and not _is_apart(line, stretch) and _fits(line, stretch, "before"):
            if not _is_taken(line, stretch, comma):
                yield stretch
                if start > 1 and is_token(line.items[start - 1], ","):  # "the President of X, Y's Minister NAME"
                    yield from _before(line, start - 1, number)
            return


def _opens(line: Line, start: int) -> bool:
    """Whether a stretch can open here: what stands before is no part of the same name."""
    before = line.items[start - 1] if start else None
    if isinstance(before, Mention):
        return before.kind in ("date", "count", "person") and not is_token(line.items[start], "'s", "'")
    return before is None or not (before.form.startswith("^") or before.form in ("'s", "'", "&"))


def _is_apart(line: Line, stretch: _Stretch) -> bool:
    """Whether a stretch is no one thing: the mark of bold words ends within it ("**Ana Berg** Chair Jon Lund"), it opens with
    what somebody is like ("Award-winning Bergen director Jon Lund"), somebody with a title or the verb of a headline stands in
    it ("Governor Lund Names Jon Berg"), or a name in it ends with a field of the office."""
    items = line.items[stretch.start : stretch.end]
    like = isinstance(items[0], Mention) and items[0].kind in ("person", "name") and _is_like(items[0].text.split()[0])
    titled = any(is_kind(item, "person") and isinstance(item, Mention) and "title" in item.parts for item in items)
    names = any(word.istitle() and plain(word) in word_set("headline-appoints") for item in items for word in item.text.split())
    broken = titled or names or any("*" in line.text[one.end : two.start] for one, two in pairwise(items))
    return like or broken or any(map(_ends_with_a_field, items[:-1], items[1:]))


def _ends_with_a_field(item: Item, after: Item) -> bool:
    """Whether a name ends with a field of the office after it: "Lund Bergen Media" of "Lund Bergen Media Director"."""
    named = isinstance(item, Mention) and item.kind in ("person", "name") and is_kind(after, "office", "charge")
    return named and " " in item.text and plain(item.text.split()[-1]) in word_set("fields") | word_set("office-modifiers")


def _is_like(word: str) -> bool:
    return plain(word) in word_set("like-somebody") or plain(word).rpartition("-")[2] in word_set("like-somebody-at-the-end")


def _is_of_a_fronted_phrase(line: Line, stretch: _Stretch) -> bool:
    """Whether the name after a stretch is the subject of a clause that opens with a phrase which ends there: "In a letter to
    the president of the club, Ana Berg complained", but not "As the president of the club, Ana Berg complained"."""
    after = line.items[stretch.end + 2 : stretch.end + 3]
    before = line.items[: stretch.start]
    goes_on = (
        bool(after)
        and isinstance(after[0], Token)
        and after[0].form[:1].isalpha()
        and not is_token(after[0], *word_set("after-an-aside"), *_PREPOSITIONS)
    )
    opens = any(match.end == len(before) for match in Line(before, line.span, line.text).find_any(_sites("clause-openers")))
    return goes_on and bool(before) and not opens


def _is_left_out(line: Line, stretch: _Stretch) -> bool:
    """Whether the office is that of somebody before, and left out after the name: "Berg is chair of the Union, Lund of the
    Club"."""
    somebody = any(is_person(item) for item in line.items[: stretch.start])
    match line.items[stretch.end + 2 : stretch.end + 5]:
        case [of, *the, Mention(kind="org")] if somebody and is_token(of, "of", "at"):
            return all(is_token(item, "the") for item in the)
        case [of, Mention(kind="org"), *_] if somebody and is_token(of, "of", "at"):
            return True
    return False


def _is_taken(line: Line, stretch: _Stretch, comma: bool) -> bool:
    """Whether a stretch belongs to the name before it, or somebody is only to be, or was not, what it says."""
    before = line.items[: stretch.start]
    if comma and len(before) > 1 and is_token(before[-1], ",") and is_person(before[-2]):
        return True
    if comma and (_is_of_a_fronted_phrase(line, stretch) or _is_left_out(line, stretch)):
        return True
    last = before[-1] if before else None
    if comma and isinstance(last, Mention) and last.kind == "person" and "ref" not in last.parts:
        return True  # "Jon Berg secretary of the union, Ana Ruiz president of the federation"
    part = Line(before, line.span, line.text)
    return any(match.end == len(before) for match in part.find_any(_sites("not-after")))


@cache
def _posts_named() -> frozenset[str]:
    """What a stretch must hold one of to name a post."""
    classes = word_classes()
    ranks = (words.split()[-1] for words in (*classes["scholars"], *classes["board-ranks"]))
    named = set(ranks)
    return frozenset(("<office", "<charge", *classes["post-verbs"], *named, *(f"{rank}s" for rank in named)))


def _fits(line: Line, stretch: _Stretch, side: str) -> bool:
    return next(_forms(line, stretch, side), None) is not None


def _forms(line: Line, stretch: _Stretch, side: str) -> Iterator[tuple[Definition, Match]]:
    """The forms that fit a stretch from end to end, the first of which that tells of something known here counts."""
    part = _part(line, stretch.start, stretch.end)
    if _posts_named().isdisjoint(part.features):
        return
    for form in post_forms():
        if form.side and form.side != side and (form.side != "after" or side not in _TOLD):
            continue
        if any(part.matches(pattern) for pattern in form.unless):
            continue
        first = next((match for pattern in form.patterns for match in part.find(pattern)), None)
        if first is not None:
            yield form, first
