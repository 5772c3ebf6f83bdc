"""Countries that hold for a text or a sentence without standing beside what they belong to: where it was written, whose
authority issued it, which country it speaks of, and from where a person comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.resolved import Resolved
from govgraph.reading.tokens import plain

_OPENING = 4  # lines that can have a dateline
_TIMES = 2  # that a text names the country that it is about, at the least, and for each time that it names another
_DESCRIBED = 7  # items up to a country in which somebody can be described
_LETTERHEAD = 3  # items; a longer first line is a heading, unless a letterhead is all of it


def land(lines: Sequence[Line], seats: Collection[str]) -> Resolved | None:
    """The country in the dateline, unless its city is one of the seats of the organisation; else the only one named."""
    for line, city, country in _datelines(lines):
        if city is not None and plain(city.text) in {plain(seat) for seat in seats}:
            return None
        if is_kind(country, "country"):
            return Resolved(country.value, True, (line.span,))
        if isinstance(city, Mention) and "country" in city.parts:
            return Resolved(city.parts["country"], True, (line.span,))
    return _only_country(lines)


def city_of_writing(lines: Sequence[Line]) -> Mention | None:
    """The city in the dateline, as a mention with its country where a known capital or the dateline tells it."""
    for line, city, country in _datelines(lines):
        if isinstance(city, Mention):
            code = country.value if isinstance(country, Mention) else city.parts.get("country", "")
            value = city.value.title() if city.value.isupper() else city.value
            return replace(city, start=line.span.start, end=line.span.end, value=value, parts={"country": code})
    return None


def _datelines(lines: Sequence[Line]) -> Iterator[tuple[Line, Item | None, Item | None]]:
    """What can be datelines in the opening lines: the line, and the city and the country that stand in it."""
    for line in lines[:_OPENING]:
        for match in line.find_any(cues()["place"]):
            city, country = (next(iter(match.slots.get(slot, ())), None) for slot in ("city", "country"))
            yield line, city, country


def letterhead(line: Line, organisation: str | None) -> Resolved | None:
    """The country of the authority that a first line names, if that is no sentence: "Rwanda National Police"."""
    if line.text[line.span.start : line.span.end].rstrip().endswith((".", "!", "?")):
        return None
    for match in line.find_any(cues()["letterhead"]):
        country, org = (next(iter(match.slots.get(name, ())), None) for name in ("country", "org"))
        code = country.value if isinstance(country, Mention) else None
        if code is None and isinstance(org, Mention) and org.value != organisation:
            code = org.parts.get("country")
        if code is not None and match.end - match.start >= min(len(line.items), _LETTERHEAD):
            return Resolved(code, True, (line.span,))
    return None


def _only_country(lines: Sequence[Line]) -> Resolved | None:
    """The country that a text names, where it names one alone, but for those from which people come."""
    named: dict[str, Span] = {}
    for line in lines:
        for item in _countries(line):
            named.setdefault(item.value, line.span)
    return Resolved(*next(iter((value, True, (span,)) for value, span in named.items()))) if len(named) == 1 else None


def only_nation(line: Line, named_in_text: Mapping[str, int], *before: Line) -> Resolved | None:
    """The only country that a sentence names, or if it names none, the only one of the sentence before it.

    None, where it names a city of another country: "the minister said in Oslo"; nor is one mentioned in passing taken from
    the sentence before, in a text that is about another and names that more than twice as often.
    """
    elsewhere: set[str] = set()
    for other in (line, *before):
        named = {
            item.value
            for item in _countries(other)
            if (other is line or item.parts.get("form") != "adjective") and item.start >= after_dateline(other)
        }
        if named:
            if len(named) > 1 or not elsewhere <= named:
                return None
            (only,) = named
            if other is line:
                return Resolved(only, True)
            in_passing = max(named_in_text.values(), default=0) > 2 * named_in_text.get(only, 0)
            return None if in_passing else Resolved(only, True, (other.span,))
        elsewhere = {item.parts["country"] for item in other.items if isinstance(item, Mention) and "country" in item.parts}
    return None


def land_most_named(lines: Sequence[Line], named: Mapping[str, int], seats: Collection[str]) -> Resolved | None:
    """The country that a text names, itself or by its cities but for the organisation's seats, more than twice as often as any
    other."""
    at_home = {plain(seat) for seat in seats}
    cities = [
        (line, item.parts["country"])
        for line in lines
        for item in line.mentions_of("place")
        if item.parts.get("country") and plain(item.text) not in at_home
    ]
    times = Counter(named) + Counter(country for _, country in cities)
    (first, most), (_, second) = [*times.most_common(2), ("", 0), ("", 0)][:2]
    if most < _TIMES or most <= _TIMES * second:
        return None
    told = (line.span for line in lines if any(item.value == first for item in _countries(line)))
    span = next(told, None) or next(line.span for line, country in cities if country == first)
    return Resolved(first, True, (span,))


def countries_named(lines: Sequence[Line]) -> Counter[str]:
    """How often the lines name each country, other than to say where somebody comes from."""
    return Counter(item.value for line in lines for item in _countries(line))


def homes(lines: Sequence[Line], full_name: Callable[[Mention, Line], str | None]) -> Mapping[str, Resolved]:
    """By full name, the country from which the text says that a person comes: "Birgit Berg of Norway", "(Norway)"."""
    found: dict[str, Resolved] = {}
    for line in lines:
        for number, item in enumerate(line.items):
            if not isinstance(item, Mention) or item.kind != "country" or not is_of_a_person(line, number):
                continue
            beside = (*reversed(line.items[max(0, number - 3) : number]), *line.items[number + 1 : number + 3])
            person = next((one for one in beside if isinstance(one, Mention) and one.kind == "person"), None)
            name = full_name(person, line) if person else None
            if name:
                found.setdefault(name, Resolved(item.value, True, (line.span,)))
    return found


def _countries(line: Line) -> Sequence[Mention]:
    """The countries of a sentence, but for those from which people come and those in somebody's words."""
    quoted = accumulate(is_token(item, '"') for item in line.items)
    return [
        item
        for number, (item, marks) in enumerate(zip(line.items, quoted, strict=True))
        if isinstance(item, Mention) and item.kind == "country" and not marks % 2 and not is_of_a_person(line, number)
    ]


def is_of_a_person(line: Line, number: int) -> bool:
    """Whether a country says where somebody comes from: "Birgit Berg of Norway", "Spain's Jesus Mira"."""
    items = line.items
    before: Item | None = next(
        (item for item in reversed(items[:number]) if not is_token(item, "of", "from", "the", "(")), None
    )
    comes = number > 0 and is_token(items[number - 1], "of", "from", "the", "(")
    if comes and isinstance(before, Mention) and before.kind == "person":
        return True
    told = items[max(0, number - _DESCRIBED) : number]  # "Jon Berg, a linguist from Norway"
    if comes and any(is_token(item, "from") for item in told) and any(map(_opens_a_description, told, told[1:])):
        return True
    opened = next((at for at in range(number - 1, -1, -1) if is_token(items[at], "(", ")")), 0)
    if opened and is_token(items[opened], "(") and is_kind(items[opened - 1], "person"):
        return True  # "Jon Berg (Lund University, Sweden)"
    after = items[number + 1 : number + 3]
    return len(after) == 2 and is_token(after[0], "'s", "'") and isinstance(after[1], Mention) and after[1].kind == "person"


def _opens_a_description(item: Item, following: Item) -> bool:
    return is_token(item, ",") and is_token(following, "a", "an")


def after_dateline(line: Line) -> int:
    """Where a sentence begins after its dateline, if it has one."""
    for match in line.find_any(cues()["place"]):
        return line.items[match.end - 1].end
    return line.span.start
