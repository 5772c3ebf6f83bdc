"""A sentence against every fact pattern: what matches, what a match gives, and why one gives nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from govgraph.documents.document import Span
from govgraph.reading.choices import Choice, implicit_choices
from govgraph.reading.choices import choices as slot_choices
from govgraph.reading.definitions import DENIED, Definition, definitions, fill, negation
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Line, Match, Mention, is_kind, is_token
from govgraph.reading.patternindexes import PatternIndex
from govgraph.reading.patterns import Pattern
from govgraph.reading.tokens import Token, plain
from govgraph.reading.words import word_set

_NEAR = 6  # items between a negation and what it denies
_NEXT = 2  # items between a match and its denial: "was never signed"
_POSTS = ("holds", "held", "elected")
_NAMED = ("name", "org", "body", "organ", "meeting", "event")
_OF_SOMETHING = (*_POSTS, "type")  # of an organisation, or between two
_NO_OWNERS = ("fields", "regions", "name-openers", "contact-words", "headline-verbs", "no-owners")
_SUM = re.compile(r"(\d+) ([+-]) (\d+)\Z")
_DATE = re.compile(r"\{([a-z0-9_]+)\.(start|end|day|year|coming|told)\}")

Found = tuple[Fact, tuple[Mention, str] | None]
"""A fact and, if its value is part of a date that must be worked out, the date and which part."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A pattern that matched in a sentence: the words, how many facts it gave, and if none, why."""

    sentence: Span
    rule: str
    words: Span
    facts: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for all matches in a sentence: the implicit slots, and the one session that it speaks of."""

    implicit: dict[str, list[Choice]]
    occasion: str | None


@cache
def _index() -> PatternIndex[Definition]:
    return PatternIndex((definition, pattern) for definition in definitions() for pattern in definition.patterns)


def read_line(line: Line, discourse: Discourse, attempts: list[Attempt] | None = None) -> Iterator[Found]:
    """The facts that a sentence gives; where `attempts` is given, every match is noted in it, with what became of it."""
    barred: dict[str, str] = {}
    around: Around | None = None
    sure = True
    for definition, pattern in _index().candidates(line.features):
        for match in line.matches_of(pattern):
            if around is None:
                around, sure = Around(implicit_choices(line, discourse), _occasion(line, discourse)), discourse.is_sure(line)
            if definition.id not in barred:
                unsure = "the sentence says what might be" if not sure and not definition.regardless else ""
                barred[definition.id] = unsure or bar(definition, line)
            reason = barred[definition.id] or denied(definition, match, line) or forbidden(definition, match, line)
            found = [] if reason else list(facts_of(line, match, definition, discourse, around))
            yield from found
            if attempts is not None:
                why = reason or ("" if found else "what it speaks of is not known here")
                attempts.append(Attempt(line.span, definition.id, line.cover(match.start, match.end), len(found), why))


def denied(definition: Definition, match: Match, line: Line) -> str:
    """That a negation stands in the match, or shortly before or right after it in the same clause; else empty."""
    for found in line.find(negation()) if definition.unless_denied else ():
        if found.end <= match.start:
            between, reach = line.items[found.end : match.start], _NEAR
        else:
            between, reach = line.items[match.end : found.start], _NEXT  # none, where the negation stands in the match
        if len(between) <= reach and not any(is_token(item, ",", ";", ":", "--") for item in between):
            return f"unless {DENIED} near by"
    return ""


def bar(definition: Definition, line: Line) -> str:
    """Why a definition must not read a sentence, whatever matches; empty if it may."""
    if definition.needs and not any(line.matches(pattern) for pattern in definition.needs):
        return "none of its needs is there"
    for pattern in definition.unless:
        if not _shared(pattern, definition) and line.matches(pattern):
            return f"unless {pattern.source}"
    return ""


def _shared(pattern: Pattern, definition: Definition) -> frozenset[str]:
    """The slots that a pattern of `unless` has in common with those of the definition."""
    return definition.slots & {slot.name for slot in pattern.slots}


def forbidden(definition: Definition, match: Match, line: Line) -> str:
    """The `unless` pattern that matches with the same mention in a slot of the same name; empty if there is none."""
    for pattern in definition.unless:
        shared = _shared(pattern, definition)
        for found in line.find(pattern) if shared else ():
            for name in shared:
                mine, theirs = match.slots.get(name), found.slots.get(name)
                if mine is None or theirs is None or any(one is other for one in mine for other in theirs):
                    return f"unless {pattern.source}"
    return ""


def facts_of(line: Line, match: Match, definition: Definition, discourse: Discourse, around: Around) -> Iterator[Found]:
    """The facts that a match of a definition gives, with its slots resolved against the whole text."""
    words = line.cover(match.start, match.end)
    choices: dict[str, list[Choice]] = {
        name: list(slot_choices(items, name, line, discourse)) for name, items in match.slots.items()
    }
    choices = {**around.implicit, **choices}
    occasion = around.occasion
    cut_short = _ends_with_an_adjective(line, match) or _ends_within_a_name(line, match)
    certain = {name: options[0] for name, options in choices.items() if len(options) == 1}
    for given in definition.gives:
        template = given.chosen(choices)
        names = list(dict.fromkeys(name for name, _ in template.fields))
        if any(name not in choices for name in names) or (cut_short and template.property in _OF_SOMETHING):
            continue
        for combination in product(*(choices[name] for name in names)):
            picked = {**certain, **dict(zip(names, combination, strict=True))}
            fact = _fill(template.subject, template.property, template.value, names, picked, definition, words, line, occasion)
            if fact is None:
                continue
            single = _DATE.fullmatch(template.value)
            if single and picked[single[1]].date is not None:
                mention = picked[single[1]].date
                assert mention is not None
                yield fact, (mention, single[2])
            else:
                yield fact, None


def _ends_with_an_adjective(line: Line, match: Match) -> bool:
    """Whether a match ends with the adjective of a country and a plain word goes on: "of the Costa Rican coffee institute"."""
    last = line.items[match.end - 1]
    following = line.items[match.end] if match.end < len(line.items) else None
    plain_word = isinstance(following, Token) and following.form.isalpha() and following.form not in word_set("function-words")
    return plain_word and is_kind(last, "country") and last.parts.get("form") == "adjective"


def _ends_within_a_name(line: Line, match: Match) -> bool:
    """Whether what a match ends with only opens the name of something else: "head of the INTERPOL Regional Bureau", "of
    INTERPOL's Advisory Group"."""
    last, following = line.items[match.end - 1], line.items[match.end : match.end + 2]
    if not is_kind(last, "org", "country") or not following:
        return False
    owned = is_token(following[0], "'s") and len(following) > 1 and is_kind(following[1], *_NAMED)
    return owned or (last.kind == "org" and is_kind(following[0], *_NAMED))


def _is_a_field_of_work(owner: str) -> bool:
    """Whether what should own an office is what it is in charge of, alone or with the owner after it ("SVP, Communications",
    "Vice President of Sales for the Harbour Company"), or the name of a part of the world: "President of the European"."""
    before, divided, _ = owner.partition(" for ")
    words = before.split()
    named = not word_set("org-heads").isdisjoint(words) or not word_set("org-openers").isdisjoint(words)
    no_owner = any(owner in word_set(words) for words in _NO_OWNERS)
    return no_owner or bool(divided and words and words[-1] in word_set("fields") and not named)


def _is_of_no_state(post: str) -> bool:
    """Whether a post that only states have is given to what is formed like an organisation's name: "Prime Minister" and a
    "Council for Trade"."""
    office, _, owner = (plain(part) for part in post.partition("|"))
    words = owner.replace(".", "").split()
    opened = bool(words) and words[0] in word_set("org-openers") and "for" in words[1:3]
    formed = opened or (bool(words) and words[-1] in word_set("org-heads"))
    return formed and not word_set("portfolio-heads").isdisjoint(office.split())


def _fill(
    subject: str,
    property_: str,
    value: str,
    names: Sequence[str],
    picked: dict[str, Choice],
    definition: Definition,
    words: Span,
    line: Line,
    occasion: str | None,
) -> Fact | None:
    texts = {(name, part): text for name, choice in picked.items() for part, text in choice.texts.items()}
    try:
        filled_subject, filled_value = fill(subject, texts), fill(value, texts)
    except KeyError:
        return None
    total = _SUM.match(filled_value)
    if total:
        sign = 1 if total[2] == "+" else -1
        filled_value = str(int(total[1]) + sign * int(total[3]))
    if filled_subject.startswith("agreement:"):
        parties = sorted(filled_subject.removeprefix("agreement:").split("+"))
        if len(set(parties)) < len(parties):
            return None  # nobody agrees with themselves
        filled_subject = "agreement:" + "+".join(parties)
    if not filled_value or filled_subject.endswith(":"):
        return None
    if property_ == "next" and filled_subject.rpartition("/")[2] == filled_value:
        return None  # the next session of which a sentence about that very session speaks
    if property_ in _POSTS and (_is_a_field_of_work(plain(filled_value.partition("|")[2])) or _is_of_no_state(filled_value)):
        return None
    details = {}
    for key, template in definition.details.items():
        try:
            details[key] = fill(template, texts)
        except KeyError:
            continue
    if occasion:
        details.setdefault("session", occasion)
    used = [picked[name] for name in names]
    inferred = definition.status == "inferred" or any(choice.inferred for choice in used)
    support = tuple(dict.fromkeys(span for choice in used for span in choice.support if span != line.span))
    return Fact(
        filled_subject,
        property_,
        filled_value,
        "inferred" if inferred else "stated",
        words,
        line.span,
        definition.id,
        support,
        details,
    )


def _occasion(line: Line, discourse: Discourse) -> str | None:
    """The one session that a sentence speaks of, if it speaks of one."""
    named = set()
    for item in line.mentions_of("session", "gathering"):
        resolved = discourse.resolve(item, line)
        if resolved:
            named.add(resolved.value)
    return named.pop() if len(named) == 1 else None
