"""Those who had an office one after the other, listed in one sentence: "Its presidents were Ana Berg (2001–2005) and ...".

Who has years behind the name that are over had the office, who has none of an end has it. The cues stand in
`loaders/communiques/successions.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import singular
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token
from govgraph.reading.tokens import year_of
from govgraph.reading.words import word_set

RULE = "lineage"
_SHORT_YEAR = re.compile(r"\d\d")
_BRACKET = 6  # items in a bracket with years


def lineages(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """A fact for each of those whom a sentence lists as having had an office of an organisation."""
    around = discourse.setting.around
    for line in lines:
        for match in line.find_any(named_patterns("successions.yaml")["lineage"]):
            office = match.slots["office"][0]
            owner = _owner(match, line, discourse)
            several = isinstance(office, Mention) and singular(office.text) != office.text
            if owner is not None and isinstance(office, Mention) and several and discourse.is_sure(line):
                over = any(is_token(item, *word_set("earlier-ones")) for item in line.items[match.start : match.end])
                yield from _facts(line, match.end, f"{singular(office.value)}|{owner}", over, around.year if around else None)


def _owner(match: Match, line: Line, discourse: Discourse) -> str | None:
    """Whose the office is: what follows "of", or the organisation of the text."""
    named = next(iter(match.slots.get("owner", ())), None)
    if not isinstance(named, Mention):
        return discourse.setting.keeper
    resolved = discourse.resolve(named, line)
    return resolved.value if resolved else None


def _facts(line: Line, start: int, value: str, over: bool, latest: int | None) -> Iterator[Fact]:
    """`held` or `holds` for each person of a list that begins at an item; `over` if all had the office before."""
    at = start
    while at < len(line.items) and isinstance(person := line.items[at], Mention) and person.kind == "person":
        home = _after_home(line, at + 1)
        closing = _closing(line, home)
        property_ = _property(line.items[home + 1 : closing], over, latest) if closing else "held" if over else ""
        end = closing + 1 if closing else at + 1
        if property_ and "ref" not in person.parts:
            yield Fact(f"person:{person.value}", property_, value, "stated", line.cover(at, end), line.span, RULE)
        at = closing + 1 if closing else home
        while at < len(line.items) and is_token(line.items[at], ",", "and", "&", ";"):
            at += 1


def _after_home(line: Line, at: int) -> int:
    """Where a list goes on after "of Norway", if that stands here."""
    if at + 1 < len(line.items) and is_token(line.items[at], "of", "from"):
        at += 1
        while at < len(line.items) and (is_token(line.items[at], "the") or is_kind(line.items[at], "country", "place")):
            at += 1
    return at


def _closing(line: Line, opening: int) -> int | None:
    """Where the bracket ends that opens at an item, if one does."""
    if opening >= len(line.items) or not is_token(line.items[opening], "("):
        return None
    ends = range(opening + 1, min(len(line.items), opening + _BRACKET))
    return next((end for end in ends if is_token(line.items[end], ")")), None)


def _property(told: Sequence[Item], over: bool, latest: int | None) -> str:
    """What years in a bracket make of a post: "1965–1973" is over, "since 2017" and "2017–present" are not; of one alone
    nobody knows."""
    years = [year for item in told if (year := year_of(item)) is not None]
    if len(years) == 1 and _SHORT_YEAR.fullmatch(told[-1].text):  # "1973–80"
        years.append(years[0] - years[0] % 100 + int(told[-1].text))
    if over or not years:
        return "held" if over else ""
    if any(is_token(item, *word_set("lasting")) for item in told) or (len(years) == 1 and year_of(told[-1]) is None):
        return "holds"
    return "" if len(years) == 1 else "holds" if latest is not None and years[-1] > latest else "held"
