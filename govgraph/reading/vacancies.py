"""Elections told in two sentences: "The union has a new president. Ana Berg won the vote on Friday."

The first names the office, the second who got it and no office of the same body; or the first tells how many were chosen to one
office, and the second names so many. What opens and what fills a vacancy stands in
`loaders/communiques/vacancies.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.leads import singular
from govgraph.reading.lines import Line, Match, Mention

RULE = "vacancy"
_BLANK = re.compile(r"\n[ \t]*\n")
_PARAGRAPH = 6  # sentences


def vacancies(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """Whom a sentence calls elected to the office of which the sentence before it says that it is filled anew; inferred."""
    us = discourse.setting.keeper
    for before, line in _one_after_the_other(lines):
        sure = us and discourse.is_sure(before) and discourse.is_sure(line)
        opening = (_found(before, "opens") or _found(before, "kept")) if sure else None
        barred = _has(line, "not") or _has(line, "another-office")
        filling = _found(line, "filled") if opening is not None and not barred else None
        if opening is None or filling is None or _has(before, "not"):
            continue
        again = _has(line, "again")
        if not again and _found(before, "opens") is None:
            continue  # who is kept was elected again
        office, person = opening.slots["office"][0], filling.slots["person"][0]
        assert isinstance(office, Mention)
        assert isinstance(person, Mention)
        resolved = discourse.resolve(person, line)
        owner = next((item for item in opening.slots.get("of", ()) if isinstance(item, Mention)), None)
        named = discourse.resolve(owner, before) if owner is not None else None
        of = named.value if named is not None else discourse.owner_of_office(office.value, before)
        if resolved is None or of is None:
            continue
        support = tuple(span for span in dict.fromkeys((before.span, *resolved.support)) if span != line.span)
        words = line.cover(filling.start, filling.end)
        for property_ in ("elected", "holds") if again else ("elected",):
            value = f"{singular(office.value)}|{of}"
            yield Fact(f"person:{resolved.value}", property_, value, "inferred", words, line.span, RULE, support)


def _one_after_the_other(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The sentences that follow each other; what a paragraph of minutes has for a heading is followed by all of it, up to the
    first that says who was elected: "4. Election of a Treasurer. Nobody won the first round. In the second, Ana Berg won."."""
    for number, (before, line) in enumerate(pairwise(lines)):
        yield before, line
        if not _has(before, "heading") or _found(line, "filled") is not None:
            continue
        for further in lines[number + 2 : number + _PARAGRAPH]:
            between = further.text[before.span.end : further.span.start]
            if _BLANK.search(between) or _found(further, "opens") is not None:
                break
            yield before, further
            if _found(further, "filled") is not None:
                break


def shared_vacancies(lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """As many people, each with a country, as the sentence before says were chosen to an office; inferred. Of those who had it
    before a `holds` fact tells too."""
    for before, line in pairwise(lines):
        opening = _found(before, "several") if discourse.setting.keeper and discourse.is_sure(before) else None
        count, office = (opening.slots[name][0] for name in ("n", "office")) if opening is not None else (None, None)
        if not isinstance(count, Mention) or not isinstance(office, Mention) or _has(before, "not"):
            continue
        if not discourse.is_sure(line) or _has(line, "not") or _has(line, "not-them"):
            continue
        people = _people(line, "one-of-them")
        of = discourse.owner_of_office(office.value, before)
        if of is None or str(len(people)) != count.value or _names_another(before, of, discourse):
            continue
        again = _people(line, "one-again")
        for start, person in sorted(people.items()):
            words = line.cover(0, start + 1)
            for property_ in ("elected", "holds") if start in again else ("elected",):
                value = f"{singular(office.value)}|{of}"
                yield Fact(f"person:{person.value}", property_, value, "inferred", words, line.span, RULE, (before.span,))


def _names_another(line: Line, of: str, discourse: Discourse) -> bool:
    """Whether a sentence names another organisation, which may be the one that chose."""
    named = (discourse.resolve(item, line) for item in line.mentions_of("org"))
    return any(resolved is not None and resolved.value != of for resolved in named)


def _people(line: Line, cue: str) -> dict[int, Mention]:
    """The people whom a cue finds in a sentence, by where they stand."""
    found = (match.slots["person"][0] for match in line.find_any(named_patterns("vacancies.yaml")[cue]))
    return {line.items.index(item): item for item in found if isinstance(item, Mention) and "ref" not in item.parts}


def _found(line: Line, cue: str) -> Match | None:
    return next(line.find_any(named_patterns("vacancies.yaml")[cue]), None)


def _has(line: Line, cue: str) -> bool:
    return line.matches_any(named_patterns("vacancies.yaml")[cue])
