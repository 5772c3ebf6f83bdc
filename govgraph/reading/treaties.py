"""Treaties whose parties meet, by names that do not open as a treaty's: "the Riga Convention", "Tin Trade Convention (TTC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from govgraph.reading.cities import cities
from govgraph.reading.gazetteer import gazetteer
from govgraph.reading.introductions import Introduction
from govgraph.reading.lines import Line
from govgraph.reading.setting import is_of_a_treaty
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_LONGEST = 4  # words of a treaty's name


def treaties_with_parties(
    lines: Sequence[Line], introduced: Sequence[Introduction], unsure: Sequence[Introduction]
) -> Iterator[Introduction]:
    """The treaties that no profile describes, called after a place or with a short form that alone did not make them one
    of the `introduced`, in a text that speaks of their parties and introduces no treaty."""
    if any(not word_set("treaties").isdisjoint(plain(one.name).split()) for one in introduced):
        return
    told = [line for line in lines if _speaks_of_parties(line)]
    if not told:
        return
    meeting = any(map(_has_a_conference, told))
    if short := next((one for one in unsure if meeting and plain(one.name).split()[-1] in word_set("treaties")), None):
        yield replace(short, certain=True, is_a_treaty=True)
        return
    written = lines[0].text[lines[0].span.start : lines[-1].span.end]
    yield from (Introduction(one, one, is_a_treaty=True) for one in dict.fromkeys(_of_parties().findall(written)))
    treaty = "|".join(word.title() for word in sorted(word_set("treaties")))
    found = dict.fromkeys(match[0] for match in re.finditer(rf"\b([A-Z][\w-]{{2,30}}) (?:{treaty})\b(?! [A-Z])", written))
    for name in found:
        word = plain(name.split()[0])
        place = word in cities() or (meeting and word not in _no_names())
        if place and name not in gazetteer():
            whole = _whole(name, lines)
            yield Introduction(whole, whole, is_a_treaty=True)


@cache
def _of_parties() -> re.Pattern[str]:
    heads = "|".join(word.title() for word in sorted(word_set("treaties-of-parties")))
    return re.compile(rf"\bParties to the ((?:[A-ZÀ-Þ][\w-]*\s){{1,3}}(?:{heads}))\b(?! [A-Z])")


def _whole(name: str, lines: Sequence[Line]) -> str:
    """The name with the words that the text has before it: "Clean Rivers Convention"."""
    mentions = [item for line in lines for item in line.mentions]
    named = [item.value if item.kind == "org" else item.parts.get("org", "") for item in mentions]
    return next((one for one in named if one.endswith(f" {name}") and len(one.split()) <= _LONGEST), name)


def _no_names() -> frozenset[str]:
    return word_set("not-names") | word_set("session-kinds") | word_set("function-words")


def _speaks_of_parties(line: Line) -> bool:
    """Whether a sentence speaks of parties, or of a body that only treaties have."""
    return not word_set("of-a-treaty").isdisjoint(line.features) or _has_a_conference(line)


def _has_a_conference(line: Line) -> bool:
    return any(is_of_a_treaty(item) for item in line.mentions_of("body", "session", "meeting"))
