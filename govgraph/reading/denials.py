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
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind, is_token
from govgraph.reading.tokens import plain

_FILE = "denials.yaml"
_POSTS = ("holds", "held", "elected")
_PLACES, _TIMES = ("city", "country"), ("start", "end", "year")
_TOLD = "said"


def without_denied(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts without those that their own sentence takes back; what somebody said stays."""
    cues = named_patterns(_FILE)
    told: dict[Span, list[Fact]] = {}
    for fact in facts:
        told.setdefault(fact.sentence, []).append(fact)
    telling = [line for line in lines if line.span in told]
    untrue = {line.span for line in telling if line.matches_any(cues["untrue"])}
    denied = {
        id(fact)
        for line in telling
        for fact in (*_denied_posts(line, told[line.span], discourse), *_elsewhere(line, told[line.span], discourse))
    }
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


def _elsewhere(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The places and times of sessions that a sentence tells of something else."""
    cues = named_patterns(_FILE)
    facts = [fact for fact in facts if fact.kind == "session" and fact.property in (*_PLACES, *_TIMES)]
    if not facts:
        return
    others = {session for match in line.find_any(cues["not-the-session"]) for session in _sessions(match, line, discourse)}
    at_them = [
        (line.items[match.end - 1].end, session)
        for match in line.find_any(cues["told-at-the-session"])
        for session in _sessions(match, line, discourse)
    ]
    places = [item for match in line.find_any(cues["not-the-place"]) for name in "pqc" for item in match.slots.get(name, ())]
    days = [item for match in line.find_any(cues["not-the-day"]) for item in match.slots.get("d", ())]
    languages = [item for number, item in enumerate(line.items) if _is_a_language(line, number)]
    for fact in facts:
        away = fact.property in _PLACES and any(_is_named(item, fact) for item in (*places, *languages))
        later = any(fact.words.start < end <= _last(line, fact) for end, session in at_them if session == fact.subject)
        then = fact.property in _TIMES and any(_is_within(item, fact) and item.text in (fact.value, _text(item)) for item in days)
        if fact.subject in others or away or later or then:
            yield fact


def _sessions(match: Match, line: Line, discourse: Discourse) -> Iterator[str]:
    """The sessions that a cue names, as subjects of facts."""
    for item in match.slots.get("s", ()):
        resolved = discourse.resolve(item, line) if isinstance(item, Mention) else None
        if resolved is not None:
            yield f"session:{resolved.value}"


def _text(item: Item) -> str | None:
    return item.text if is_kind(item, "date") else None


def _last(line: Line, fact: Fact) -> int:
    """Where the place or the day begins that comes last within the words of a fact."""
    named = [item.start for item in line.items if is_kind(item, "place", "country", "date", "name") and _is_within(item, fact)]
    return max(named, default=fact.words.start)


def _is_named(item: Item, fact: Fact) -> bool:
    return isinstance(item, Mention) and plain(item.value) == plain(fact.value)


def _is_a_language(line: Line, number: int) -> bool:
    """Whether the adjective of a country stands for what is spoken: "held in French and German"."""
    item, before, after = line.items[number], line.items[number - 1 : number], line.items[number + 1 : number + 2]
    adjective = isinstance(item, Mention) and item.kind == "country" and item.parts.get("form") == "adjective"
    closed = not after or is_token(after[0], ",", ".", ";", "and", "with", "only")
    return adjective and closed and bool(before) and is_token(before[0], "in", "and", ",")
