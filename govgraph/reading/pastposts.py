"""Posts that are over by what the text tells: until when somebody had them ("chair from 1992 to 1997"), that they left or died.

The cues stand in `loaders/communiques/post-sites.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain, year_of

_LONG = 15  # years after which nobody is taken to hold a post still
_MODERN = 1960
"""Before this year a text that bears no date tells of nobody who holds a post."""
_PRESUMED = ("president-of-ours", "own-office-before-a-name", "own-office-name", "own-post")
"""Rules by which an office before a name is the organisation's, though nothing says so."""
_PAST = "past "
"""In small letters ("a past president") this is no part of an office, as it is in "the Past President"."""


def with_past_posts(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts, with `held` for `holds` where a post is over; what somebody "became" is over too, where the text reports that
    they were elected to something else."""
    by_span = {line.span: line for line in lines}
    deaths = {person: span for person, span, _ in _told(lines, discourse, "died")}
    departures = {(person, span): left for person, span, left in _told(lines, discourse, "left")}
    published = discourse.setting.around
    latest = published.year if published is not None else None
    told = {fact.sentence for fact in facts if fact.property == "holds"} & by_span.keys()
    long_ago = {sentence for sentence in told if _is_long_ago(by_span[sentence], latest)}
    found = []
    former = {(who, plain(office)) for who, office in _named_former(lines, discourse)}
    just = {fact.subject for fact in facts if fact.property == "elected" and not _has(by_span.get(fact.sentence), "became")}
    for fact in facts:
        line = by_span.get(fact.sentence) if fact.property == "holds" else None
        if fact.rule in _PRESUMED and (fact.subject, plain(fact.value.rpartition("|")[0])) in former:
            continue  # "President Berg" is "former President Jon Berg" of another sentence, or "Secretary Berg" of state
        if fact.property == "elected" and fact.subject in just and _has(by_span.get(fact.sentence), "became"):
            found.append(replace(fact, property="held"))
        elif line is not None and fact.subject in deaths:
            where = deaths[fact.subject]
            support = fact.support if where in (fact.sentence, *fact.support) else (*fact.support, where)
            found.append(replace(fact, property="held", support=support))
        elif line is not None and (
            _has_left(fact, departures) or fact.sentence in long_ago or _has_ended(line, fact.words, latest)
        ):
            found.append(replace(fact, property="held"))
        elif line is not None and fact.value.startswith(_PAST):
            property_ = "holds" if _has(line, "went-past") else "held"
            found.append(replace(fact, property=property_, value=fact.value.removeprefix(_PAST)))
        else:
            found.append(fact)
    return found


def _has_left(fact: Fact, departures: Mapping[tuple[str, Span], str]) -> bool:
    """Whether the sentence of a fact tells that the person has left, and no other organisation than that of the post."""
    left = departures.get((fact.subject, fact.sentence))
    return left is not None and left in ("", fact.value.rpartition("|")[2])


def _has_ended(line: Line, words: Span, latest: int | None) -> bool:
    """Whether right after a post, within the words that tell of it or after them, stands that it is over, or a last year that
    has come."""
    for match in line.find_any(named_patterns("post-sites.yaml")["ended"]):
        first = next(iter(match.slots.get("o", ())), line.items[match.start])
        end = year_of(next(iter(match.slots.get("end", ())), None))
        goes_on = end is not None and latest in (None, end) and _has(line, "goes-on")
        if words.start < first.end <= words.end and not goes_on and (end is None or latest is None or end <= latest):
            return True
    return False


def _is_long_ago(line: Line, latest: int | None) -> bool:
    """Whether a sentence tells of a year long before that of the publication."""
    for match in line.find_any(named_patterns("post-sites.yaml")["then"]):
        item = match.slots["y"][0]
        year = int(item.parts.get("year", "0")) if isinstance(item, Mention) and item.kind == "date" else year_of(item)
        if year and year < (latest - _LONG if latest is not None else _MODERN):
            return True
    return False


def _has(line: Line | None, cue: str) -> bool:
    return line is not None and line.matches_any(named_patterns("post-sites.yaml")[cue])


def _named_former(lines: Sequence[Line], discourse: Discourse) -> Iterator[tuple[str, str]]:
    """Those whom a text calls former holders of an office, with it, as "former President Jon Berg", or holders of one that is
    shortened later, as "Secretary of State Jon Berg"."""
    for line in lines:
        for match in line.find_any(named_patterns("post-sites.yaml")["named-former"]):
            person, office = match.slots["person"][0], match.slots["office"][0]
            resolved = discourse.resolve(person, line) if isinstance(person, Mention) else None
            if resolved is not None and isinstance(office, Mention):
                yield f"person:{resolved.value}", office.value
        for match in line.find_any(named_patterns("post-sites.yaml")["named-at-length"]):
            person, office = match.slots["person"][0], match.slots["office"][0]
            resolved = discourse.resolve(person, line) if isinstance(person, Mention) else None
            if resolved is not None and isinstance(office, Mention) and " of " in office.value:
                yield f"person:{resolved.value}", office.value.partition(" of ")[0]


def _told(lines: Sequence[Line], discourse: Discourse, cue: str) -> Iterator[tuple[str, Span, str]]:
    """Those of whom the text tells that they have died, or have left, where, and which organisation they left, if said."""
    for line in lines:
        for match in line.find_any(named_patterns("post-sites.yaml")[cue]):
            person = match.slots["person"][0]
            if not discourse.is_sure(line) or _has(line, f"not-{cue}"):
                break
            resolved = discourse.resolve(person, line) if isinstance(person, Mention) else None
            if resolved is not None:
                left = next(iter(match.slots.get("from", ())), None)
                yield f"person:{resolved.value}", line.span, left.value if isinstance(left, Mention) else ""
