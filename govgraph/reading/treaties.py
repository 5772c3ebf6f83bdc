"""Treaties that are called after the place where they were signed: "the Riga Convention", whose parties meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph.reading.cities import cities
from govgraph.reading.gazetteer import gazetteer
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def treaties_of_places(lines: Sequence[Line]) -> Iterator[Introduction]:
    """The treaties so called that no profile describes, in a text that speaks of their parties."""
    if not lines or not any(map(_speaks_of_parties, lines)):
        return
    treaty = "|".join(word.title() for word in sorted(word_set("treaties")))
    written = lines[0].text[lines[0].span.start : lines[-1].span.end]
    found = dict.fromkeys(match[0] for match in re.finditer(rf"\b([A-Z][\w-]{{2,30}}) (?:{treaty})\b", written))
    for name in found:
        if plain(name.split()[0]) in cities() and name not in gazetteer():
            yield Introduction(name, name, is_a_treaty=True)


def _speaks_of_parties(line: Line) -> bool:
    """Whether a sentence speaks of parties, or of a body that only treaties have."""
    bodies = word_set("treaty-bodies")
    called = (item.parts.get("body", item.value) for item in line.mentions_of("body", "session", "meeting") if _is_named(item))
    return not word_set("of-a-treaty").isdisjoint(line.features) or any(plain(name) in bodies for name in called)


def _is_named(item: Mention) -> bool:
    return bool(item.parts.get("body", item.value))
