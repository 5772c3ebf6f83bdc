"""What those who write a text call themselves, where nothing else in it is formed as the name of an organisation is.

"Chi Cod Night" opens and ends as no organisation does. But it has a board, it holds elections, it welcomes a director; and a
text that names nobody else in this way is about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from govgraph.documents.document import Document, Span
from govgraph.reading.cues import cues
from govgraph.reading.gazetteer import gazetteer
from govgraph.reading.introductions import Introduction, before_an_organ, is_name
from govgraph.reading.lines import Line, Mention, is_kind
from govgraph.reading.mentions import annotate
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_TWICE = 2
_CLEARLY = 2  # times as often as the next
_LONGEST = 7  # words


def own_name(
    document: Document, lines: Sequence[Line], title: Sequence[Line], introduced: Iterable[Introduction]
) -> Introduction | None:
    """The name by which those who write call themselves, as the cues `own-name` of `discourse.yaml` show it, if they show it
    more often than any other, and with the short form that is `introduced` for it."""
    text = " ".join(document.text.split())
    shown = Counter(chain.from_iterable(map(_named, (*title, *lines))))
    shown = Counter({name: times for name, times in shown.items() if name and _can_be_ours(name, text)})
    for name in [*shown]:  # "Cod" and "Cod Night": the longer one
        whole = next((other for other in shown if other != name and f" {name} " in f" {other} "), None)
        if whole is not None:
            shown[whole] += shown.pop(name)
    (first, times), (_, second) = (*shown.most_common(2), ("", 0), ("", 0))[:2]
    told = times >= _TWICE or (times and (_times(first, text) >= _TWICE or not first.istitle()))
    if not told or times < _CLEARLY * second:
        return None
    return next(
        (replace(one, certain=True, is_ours=True) for one in introduced if first in (one.name, one.short)),
        Introduction(first, first, is_ours=True),
    )


def _named(line: Line) -> Iterator[str]:
    """The names that a line shows to be an organisation's; one in capitals throughout shows none."""
    if line.text[line.span.start : line.span.end].isupper():
        return
    for match in line.find_any(cues()["own-name"]):
        yield _written(line.text[match.slots["name"][0].start : match.slots["name"][-1].end])
    for item in line.mentions:
        if name := before_an_organ(item, or_a_meeting=True) or _before_its_people(item):
            yield _written(name)


def _before_its_people(item: Mention) -> str | None:
    """ "Chi Cod Night" of "Chi Cod Night Members" and of "Chi Cod Night Board"."""
    name, _, last = item.text.rpartition(" ")
    theirs = item.kind in ("name", "org") and plain(last) in word_set("member-nouns") | word_set("seated-organs")
    kinds = {*plain(name).split()} <= word_set("organ-kinds")
    return name.removesuffix("'s").removesuffix("’s") if theirs and not kinds else None


def _written(name: str) -> str:
    words = name.split()
    while words and (plain(words[0]) in word_set("function-words") or words[0].isdigit()):
        words = words[1:]
    return " ".join(words)


def _can_be_ours(name: str, text: str) -> bool:
    """Whether a name can be that of who publishes: no country, place or organ, and nobody who is called by one part of it."""
    words = name.split()
    alone = [word for word in (words[0], words[-1]) if len(words) > 1 and _times(word, text) > _times(name, text)]
    whole = annotate(name, Span(0, len(name)))
    kind = whole.items[0] if len(whole.items) == 1 else None
    named = not any(is_kind(item, "country", "office", "organ", "date", "session") for item in whole.items)
    person = isinstance(kind, Mention) and kind.kind in ("person", "place")
    return (
        is_name(name)
        and named
        and len(words) <= _LONGEST
        and name not in gazetteer()
        and (not name.istitle() or len(words) > 1 or _stands_alone(name, text))
        and not (person and (alone or _times(name, text) < _TWICE))
        and {plain(word) for word in words}.isdisjoint(word_set("headline-verbs") | word_set("electing"))
        and plain(name) not in word_set("no-own-names")
        and plain(words[-1]) not in word_set("not-organisations") | word_set("common-organs")
    )


def _stands_alone(name: str, text: str) -> bool:
    """Whether a word is a name without another after it, "Core" is none of "the Core Team"."""
    return re.search(rf"\b{re.escape(name)}\b(?! [A-Z])", text) is not None


def _times(words: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(words)}\b", text))
