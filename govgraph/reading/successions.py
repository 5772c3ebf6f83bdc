"""Whom those who were elected follow: "His predecessor, Björn Eriksson", "She will replace Petteri Taalas".

The sentence names no office; it is that of the election told last before it, or in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Match, Mention, is_token
from govgraph.reading.resolved import Resolved
from govgraph.reading.tokens import plain

RULE = "succession"
_ELECT = re.compile(r"[- ]elect\Z", re.IGNORECASE)
_NEAR = 700  # characters
_MANY = 40  # elections that are looked back on
_PROPERTIES = {"until-then": "holds", "before": "held"}  # of what both find, the first tells more


def successions(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """The `held` and `holds` facts for those who are followed in an office to which the text tells an election."""
    taken = (fact for fact in facts if fact.property == "elected" or "begins" in fact.details)
    elections = sorted(taken, key=lambda fact: fact.words.start)
    held = [fact for fact in facts if fact.property == "holds"]
    if not elections and not held:
        return
    posts: set[tuple[str, ...]] = {
        (fact.subject, plain(fact.value)) for fact in facts if fact.property in ("holds", "held", "elected")
    }
    posts |= {("holds", fact.subject, fact.value) for fact in facts if fact.property == "holds"}
    for line in lines:
        if line.matches_any(named_patterns("successions.yaml")["not"]):
            continue
        yield from _taking_office(elections, line, discourse, posts)
        for cue, property_ in _PROPERTIES.items():
            for person, winner, office, words in _found(line, cue):
                resolved = discourse.resolve(person, line)
                candidates = [fact for fact in elections if office is None or _is_to(fact, office)]
                theirs = discourse.resolve(winner, line) if winner else _possessor(line, words, discourse)
                election = _election(candidates, line, theirs, words) or (None if winner else _only_post(held, theirs, words))
                if resolved is None or election is None or f"person:{resolved.value}" == election.subject:
                    continue
                value = _held_by_the_predecessor(election.value)
                key = (f"person:{resolved.value}", plain(value))
                if key in posts:
                    continue
                posts.add(key)
                support = tuple(span for span in (*resolved.support, election.sentence) if span != line.span)
                yield Fact(key[0], property_, value, "inferred", words, line.span, RULE, tuple(dict.fromkeys(support)))


def followed_by(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """An `elected` fact for whoever is to follow somebody who has one office and no other in the text."""
    for line in lines:
        for match in line.find_any(named_patterns("successions.yaml")["followed-by"]):
            named = [_slot(match, name) for name in ("before", "person")]
            before, person = (discourse.resolve(mention, line) if mention is not None else None for mention in named)
            if before is None or person is None:
                continue
            theirs = f"person:{before.value}"
            posts = {fact.value: fact for fact in facts if fact.subject == theirs and fact.property == "holds"}
            if len(posts) == 1:
                (value, told), words = next(iter(posts.items())), line.cover(match.start, match.end)
                support = tuple(span for span in dict.fromkeys((told.sentence, *before.support)) if span != line.span)
                yield Fact(f"person:{person.value}", "elected", value, "inferred", words, line.span, RULE, support)


def places_taken(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """An `elected` fact for whoever gets the office of whom the text told last: "His place goes to Ana Berg"."""
    us = discourse.setting.keeper
    left = sorted((fact for fact in facts if fact.property in ("holds", "held")), key=lambda fact: fact.words.start)
    for line in lines if us and left else ():
        for match in line.find_any(named_patterns("successions.yaml")["place-goes-to"]):
            mention, words = _slot(match, "person"), line.cover(match.start, match.end)
            person = discourse.resolve(mention, line) if mention is not None else None
            before = [fact for fact in left if fact.words.start < words.start and _is_near(fact, line)]
            if person is None or not before or not before[-1].value.endswith(f"|{us}"):
                continue
            support = tuple(span for span in (*person.support, before[-1].sentence) if span != line.span)
            subject, value = f"person:{person.value}", before[-1].value
            if subject != before[-1].subject:
                yield Fact(subject, "elected", value, "inferred", words, line.span, RULE, tuple(dict.fromkeys(support)))


def _taking_office(elections: Sequence[Fact], line: Line, discourse: Discourse, posts: set[tuple[str, ...]]) -> Iterator[Fact]:
    """A `holds` fact for those elected, up to a sentence that says that they, or one of them, take the office now."""
    matches = list(line.find_any(named_patterns("successions.yaml")["takes-office"]))
    of_one_office = [match for match in matches if "filled" in match.slots]
    for match in of_one_office or matches:
        winner, now, filled = (match.slots.get(name, (None,))[0] for name in ("winner", "now", "filled"))
        if isinstance(now, Mention) and now.parts.get("relative") != "today":
            continue
        resolved = discourse.resolve(winner, line) if isinstance(winner, Mention) else None
        if isinstance(winner, Mention) and resolved is None:
            continue
        told = _told(elections, line)
        if isinstance(filled, Mention):
            told = [fact for fact in told if _is_to(fact, filled)]
        people = {f"person:{resolved.value}"} if resolved else {fact.subject for fact in told}
        for fact in told:
            if fact.subject in people and _is_near(fact, line) and ("holds", fact.subject, fact.value) not in posts:
                posts.add(("holds", fact.subject, fact.value))
                words = line.cover(match.start, match.end)
                support = (fact.sentence,) if fact.sentence != line.span else ()
                yield replace(fact, property="holds", words=words, sentence=line.span, rule=RULE, support=support)


def _held_by_the_predecessor(value: str) -> str:
    """The post of whoever is followed: a President-Elect follows a President."""
    office, bar, whole = value.partition("|")
    return f"{re.sub(_ELECT, '', office)}{bar}{whole}"


def _told(elections: Sequence[Fact], line: Line) -> Sequence[Fact]:
    """The elections told last up to the end of a sentence."""
    end = bisect_left(elections, line.span.end, key=lambda fact: fact.words.start)
    return elections[max(0, end - _MANY) : end]


def _is_near(fact: Fact, line: Line) -> bool:
    """Whether an election is told in the sentence or in one of the few before it."""
    return line.span.start - fact.sentence.end < _NEAR


def _is_to(election: Fact, office: Mention) -> bool:
    return plain(election.value.partition("|")[0]) == plain(office.value)


def _found(line: Line, cue: str) -> Iterator[tuple[Mention, Mention | None, Mention | None, Span]]:
    """Who is followed, by whom and in which office as far as the words say so, and these words."""
    for match in line.find_any(named_patterns("successions.yaml")[cue]):
        person = match.slots["person"][0]
        if isinstance(person, Mention) and person.parts.get("ref") != "pronoun":
            yield person, _slot(match, "winner"), _slot(match, "office"), line.cover(match.start, match.end)


def _possessor(line: Line, words: Span, discourse: Discourse) -> Resolved | None:
    """Who "his" or "her" is, in "his predecessor": the only person whom the sentence names before these words, or else the only
    one of the sentence before."""
    said = [item for item in line.items if words.start <= item.start < words.end]
    if not any(is_token(one, "his", "her") and is_token(two, "predecessor") for one, two in pairwise(said)):
        return None
    at = bisect_left(discourse.lines, line.span.start, key=lambda one: one.span.start)
    here = [item for item in line.mentions_of("person") if item.end <= words.start]
    named = [(item, line) for item in here] or [
        (item, one) for one in discourse.lines[max(0, at - 1) : at] for item in one.mentions_of("person")
    ]
    found = [resolved for item, one in named if (resolved := discourse.resolve(item, one)) is not None]
    return found[0] if len({one.value for one in found}) == 1 else None


def _only_post(held: Sequence[Fact], person: Resolved | None, words: Span) -> Fact | None:
    """The only office that somebody is told to have before some words."""
    mine = [fact for fact in held if person and fact.subject == f"person:{person.value}" and fact.words.start < words.start]
    return mine[0] if len({plain(fact.value) for fact in mine}) == 1 else None


def _slot(match: Match, name: str) -> Mention | None:
    item = next(iter(match.slots.get(name, ())), None)
    return item if isinstance(item, Mention) else None


def _election(elections: Sequence[Fact], line: Line, winner: Resolved | None, words: Span) -> Fact | None:
    """The election that these words of a sentence go on from: that of the winner, where they name one; else the last told, up
    to the end of the sentence where a clause opens with them, and up to them elsewhere ("in succession to")."""
    told = _told(elections, line)
    if winner is not None:
        return next((fact for fact in reversed(told) if fact.subject == f"person:{winner.value}"), None)
    before = [fact for fact in told if fact.words.start < words.start]
    last = next((item for item in reversed(line.items) if item.start < words.start), None)
    opens = last is None or is_token(last, ",", ";", "and", ":", "--")
    follows = before and before[-1].sentence == line.span and not opens
    return before[-1] if follows else told[-1] if told else None
