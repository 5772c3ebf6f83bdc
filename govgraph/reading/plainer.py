"""A sentence without what only colours it: adverbs between the words, brackets, and clauses set off by commas.

"The 66th General Assembly was also held, as some recalled (the hosts, too), in New Delhi" says in its plainer form what many
patterns look for. A plainer form is read beside the sentence itself, and its words still stand where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govgraph.reading.cues import named_patterns
from govgraph.reading.lines import Line, is_kind, is_token, year_written
from govgraph.reading.words import word_set

_SHORTEST = 4  # items of a part that can say something
_ENTRY = 2  # items that an entry of a list has more than
_LEAD = 24  # items that can lead a list


def plainer_forms(line: Line) -> Iterator[Line]:
    """The sentence without fillers, then also without days before a verb, without clauses between commas, without the commas
    around a name that follows an office, or with relative clauses as main ones, and its parts between semicolons.

    Only forms that differ.
    """
    without = _without(line, "fillers")
    if without is not line:
        yield without
    undated = _without(without, "days")
    if undated is not without:
        yield undated
    whole = _without(line, "days")  # what brackets introduce is still asked for
    for kind, form in (
        ("clauses", without),
        ("asides", without),
        ("appositions", whole),
        ("relatives", undated),
        ("owners", undated),
    ):
        short = _without(form, kind)
        if short is not form:
            yield short
    yield from _parts(without)


def _parts(line: Line) -> Iterator[Line]:
    """What stands between semicolons: what one part denies, or counts, says nothing of the next.

    What leads a list is read with each of its entries: "Elected were: Ana Berg, President; Jon Lund, Treasurer".
    """
    if ";" not in line.features:
        return
    lead = lead_of_a_list(line)
    ends = [number for number, item in enumerate(line.items) if is_token(item, ";")]
    for start, end in pairwise((lead - 1, *ends, len(line.items))):
        if end - start > (_ENTRY if lead else _SHORTEST):
            yield Line([*line.items[:lead], *line.items[start + 1 : end]], line.span, line.text)


def lead_of_a_list(line: Line) -> int:
    """How many items, up to a colon and without a person, stand before a list whose entries end in semicolons; 0 if none."""
    if not {":", ";"} <= line.features:
        return 0
    colon = next((at for at, item in enumerate(line.items[:_LEAD]) if is_token(item, ":")), -1)
    end = next(at for at, item in enumerate(line.items) if is_token(item, ";"))
    if colon < 0 or end < colon or any(is_kind(item, "person") for item in line.items[:colon]):
        return 0
    return colon + 1


def _without(line: Line, kind: str) -> Line:
    dropped: set[int] = set()
    for match in line.find_any(named_patterns("plainer.yaml")[kind]):
        marked = {id(item) for name, items in match.slots.items() if name.startswith("drop") for item in items}
        if any(year_written(item) is not None for item in line.items[match.start : match.end] if id(item) in marked):
            continue  # what was done in 1998 is not done
        bracketed = is_token(line.items[match.start], "(") and line.items[match.start : match.end]
        if bracketed and any(is_token(item, *word_set("no-longer")) for item in bracketed):
            continue  # "Treasurer (nominee)"
        inside = range(match.start, match.end)
        kept = {id(item) for name, items in match.slots.items() if name.startswith("keep") for item in items}
        dropped.update(at for at in inside if (id(line.items[at]) in marked if marked else id(line.items[at]) not in kept))
    if not dropped or len(dropped) == len(line.items):
        return line
    return Line([item for number, item in enumerate(line.items) if number not in dropped], line.span, line.text)
