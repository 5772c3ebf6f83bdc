"""What a sentence takes back of what was read from it: that it is untrue or made up, that a post is another's.

"It is untrue that Ana Berg is president of the union", "the adviser to the president of the union, Ana Berg", "Ana Berg, sister
of Jon Lund, is president of the union". The cues stand in `loaders/communiques/denials.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Line, Mention
from govgraph.reading.tokens import plain

_FILE = "denials.yaml"
_POSTS = ("holds", "held", "elected")
_TOLD = "said"


def without_denied(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts without those that their own sentence takes back; what somebody said stays."""
    cues = named_patterns(_FILE)
    told: dict[Span, list[Fact]] = {}
    for fact in facts:
        told.setdefault(fact.sentence, []).append(fact)
    telling = [line for line in lines if line.span in told]
    untrue = {line.span for line in telling if line.matches_any(cues["untrue"])}
    denied = {id(fact) for line in telling for fact in _denied_posts(line, told[line.span], discourse)}
    return [fact for fact in facts if fact.property == _TOLD or (fact.sentence not in untrue and id(fact) not in denied)]


def _denied_posts(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The posts that a sentence gives to somebody of whom it does not tell them."""
    cues = named_patterns(_FILE)
    posts = [fact for fact in facts if fact.property in _POSTS]
    if not posts:
        return
    offices = [item for match in line.find_any(cues["not-the-post"]) for item in match.slots.get("o", ())]
    people = [item for match in line.find_any(cues["not-of"]) for item in match.slots.get("p", ())]
    for fact in posts:
        office = plain(fact.value.rpartition("|")[0])
        if any(_is_within(item, fact) and isinstance(item, Mention) and plain(item.value) == office for item in offices):
            yield fact
        for person in people:
            resolved = discourse.resolve(person, line) if isinstance(person, Mention) else None
            first = fact.property != "holds" or person.start <= fact.words.start
            if resolved is not None and first and fact.subject == f"person:{resolved.value}":
                yield fact


def _is_within(item: Item, fact: Fact) -> bool:
    return fact.words.start <= item.start and item.end <= fact.words.end
