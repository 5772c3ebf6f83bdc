"""What a text says of the session after the one that it reports, without naming it: "in 2017 the Assembly will meet there".

In such a sentence "the Assembly" is read as the one reported, like anywhere else; its place and days are the next one's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.cues import cues
from govgraph.reading.dating import Dated
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line
from govgraph.reading.sentencetimes import is_later

_CIRCUMSTANCES = frozenset({"year", "start", "end", "city", "country"})


def of_the_next_session(facts: Sequence[Fact], dated: Sequence[Dated], discourse: Discourse) -> tuple[list[Fact], list[Dated]]:
    """The facts, and those whose dates are still to be worked out, each with the session that its sentence is about."""
    main, around = discourse.main, discourse.setting.around
    of_the_day = main is not None and any(
        fact.subject == f"session:{main.value}" and fact.property == "reported" for fact in facts
    )
    if main is None or around is None or not of_the_day:
        return list(facts), list(dated)
    starts = [line.span.start for line in discourse.lines]
    following = f"session:{main.after(1)}"

    def moved(fact: Fact) -> Fact:
        if fact.subject != f"session:{main.value}" or fact.property not in _CIRCUMSTANCES:
            return fact
        line = discourse.lines[bisect_right(starts, fact.sentence.start) - 1]
        if _is_over(line, fact.words) or not is_later(discourse, line, fact.words):
            return fact
        support = tuple(span for span in (*fact.support, main.sentence) if span != fact.sentence)
        return replace(
            fact, subject=following, status="inferred", support=support, details={**fact.details, "hosting": "announced"}
        )

    return [moved(fact) for fact in facts], [replace(one, fact=moved(one.fact)) for one in dated]


def _is_over(line: Line, words: Span) -> bool:
    told = Line([item for item in line.items if words.start <= item.start < words.end], line.span, line.text)
    return told.matches_any(cues()["over"])
