"""Lists of people with their posts, one a line, under a sentence that says that they were elected or are the board.

A person's own post stands beside the name ("Jon Berg, Treasurer"); who has none has the post that the heading names.
In "Jon Berg, President, Acme", the post is Acme's; in "Jon Berg, Acme, President", it is the listing organisation's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TypeGuard

from govgraph.documents.document import Span
from govgraph.errors import DefinitionError
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.patterns import compile_pattern
from govgraph.reading.tokens import plain, year_of
from govgraph.reading.words import COMMUNIQUES, read_yaml, word_classes
from govgraph.resources import resource

_BULLET = re.compile(r"(?:\*(?!\*)|[•·▪–—-]|\d{1,2}[.)])\s*")
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Corp|Co|LLC|Jr|Sr|Ph\.?D|M\.?D)\.\Z")
_RUN = 3  # so many lines without bullets make a list
_LABEL = 8  # items; what stands before a colon is no longer
_MODIFIERS = 2  # words before an office that make a heading with it
_HEADING = 70  # characters; a longer line is a sentence
_EARLIER = 4  # lines before a list that can tell of a vote
_FARTHER = 40  # lines before it that can call the committee by its whole name
_PLAIN_ROLES = ("Committee Member", "Council Member", "Board Member")
_KINDS = ("elected", "named", "not", "at-once", "again", "standing", "left", "voted", "listed-office")


@dataclass(frozen=True, slots=True)
class _Cues:
    elected: Patterns
    named: Patterns
    other: Patterns
    at_once: Patterns
    again: Patterns
    standing: Patterns
    left: Patterns
    voted: Patterns
    listed_office: Patterns
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads in a list: the property of its facts, the post of those without one, and the lines that say so."""

    property: str
    role: str | None
    spans: tuple[Span, ...]
    at_once: bool = False


@cache
def _cues() -> _Cues:
    content = read_yaml(resource(f"{COMMUNIQUES}/rosters.yaml"))
    if not isinstance(content, dict) or not {*_KINDS, "roles"} <= content.keys():
        raise DefinitionError(f"rosters.yaml: should hold `{'`, `'.join(_KINDS)}` and `roles`")
    compiled = {
        key: Patterns(compile_pattern(str(source), f"rosters.yaml: {key}") for source in content[key]) for key in _KINDS
    }
    longest = sorted(content["roles"].items(), key=lambda entry: -len(str(entry[0])))
    roles = {str(phrase): str(role) for phrase, role in longest}
    elected, named, other, at_once, again, standing, left, voted, listed = (compiled[key] for key in _KINDS)
    return _Cues(elected, named, other, at_once, again, standing, left, voted, listed, roles)


def with_rosters(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> list[Fact]:
    """The facts, and a `holds` or `elected` fact for each post of each person in the lists of a text.

    What was read of posts from the lines of a list as if they were sentences gives way to them.
    """
    us = discourse.setting.organisation
    lead: Lead | None = None
    found: list[Fact] = []
    run: list[Fact] = []
    length = people = strangers = 0
    for number, line in enumerate(lines if us else ()):
        if run and "\n" not in line.text[lines[number - 1].span.end : line.span.start]:
            continue  # what an entry goes on to say: "- Treasurer: Ana Berg. Nominated by Jon."
        entry = _entry(line, lead)
        if entry is not None:
            run.extend(_posts(line, entry, lead, str(us)) if lead else ())
            people += 1
            length += _weight(line, entry)
            continue
        if lead is not None and _BULLET.match(line.text, line.span.start):
            role = _role(line, str(us)) or _listed_role(line)
            if role is not None and len(line.items) <= _LABEL:
                lead = replace(lead, role=role)  # the head of a list within the list
            elif is_token(line.items[-1], ":"):
                lead = replace(lead, role=None)  # the same, of people of whom nothing here says what they are
            else:
                strangers += 1  # an entry that names nobody whom it is understood to name
            continue
        found.extend(_listed(run) if length >= _RUN and strangers <= people else ())
        run, length, people, strangers = [], 0, 0, 0
        lead = lead_of(line, lines[max(0, number - _FARTHER) : number], str(us), lead)
        first = _on_the_line_of_the_lead(line) if lead else None
        if first is not None and lead is not None and (entry := _entry(first, lead)):
            run.extend(replace(fact, sentence=line.span) for fact in _posts(first, entry, lead, str(us)))
            people, length = 1, _weight(first, entry)
    found.extend(_listed(run) if length >= _RUN and strangers <= people else ())
    own = {(fact.sentence, fact.subject) for fact in found if not fact.details.get("role")}
    listed = {sentence for sentence, _ in own}
    told = [fact for fact in facts if fact.kind != "person" or fact.sentence not in listed]
    return [*told, *(replace(fact, details={}) for fact in found)]


def _listed(run: Sequence[Fact]) -> list[Fact]:
    """What a list tells: those with a post of their own are members too where others are nothing else."""
    plain_members = {fact.value for fact in run if fact.details.get("role") == "only"}
    return [fact for fact in run if fact.details.get("role") != "beside" or fact.value in plain_members]


def _on_the_line_of_the_lead(line: Line) -> Line | None:
    """The first of a list, where no line is broken before it: "New members are: Ana Berg: Trustee"."""
    for at, (before, item) in enumerate(pairwise(line.items[:-1])):
        if is_token(before, ":") and _is_person(item) and is_token(line.items[at + 2], ":"):
            return Line(line.items[at + 1 :], Span(item.start, line.span.end), line.text)
    return None


def _weight(line: Line, entry: Sequence[Sequence[Item]]) -> int:
    """How much a line says that it is one of a list: a bullet or a label says it alone, a name, a colon and a post in two."""
    if _BULLET.match(line.text, line.span.start) or (_is_post(entry[0]) and len(entry[0]) == 1):
        return _RUN
    colon = len(line.items) > 1 and is_token(line.items[1], ":")
    told = colon and len(entry) > 1 and (_is_office(entry[1][0]) or (len(entry) == 2 and _is_post(entry[1])))
    return _RUN - 1 if told else 1


def lead_of(line: Line, earlier: Sequence[Line], us: str, before: Lead | None = None) -> Lead | None:
    """What the head of a sentence, or the `earlier` ones, make of the people whom it lists; `before` is the lead of the list
    in which it stands, if it is a heading there."""
    cues = _cues()
    if line.matches_any(cues.other):
        return None
    text = line.text[line.span.start : line.span.end]
    heading = len(text) < _HEADING and not text.endswith(".")
    property_ = next(
        (name for name, patterns in (("elected", cues.elected), ("holds", cues.named)) if line.matches_any(patterns)),
        None,
    )
    if property_ == "holds" and not line.matches_any(cues.standing):
        voted = any(one.matches_any(cues.voted) for one in (*earlier[-_EARLIER:], line))
        property_ = "elected" if voted else property_
    elif property_ == "elected" and line.matches_any(cues.standing) and not line.matches_any(cues.again):
        property_ = "holds"
    if property_ and line.matches_any(cues.left):
        property_ = "held"
    role = _office_listed(line) or _role(line, us) or _listed_role(line)
    if heading and before is not None:
        role = role or _office_alone(line) or before.role
        stay, went = line.matches_any(cues.standing), line.matches_any(cues.left)
        kind = "held" if went else (property_ or "holds") if stay else before.property
        return Lead(kind, role, (before.spans[0], line.span), before.at_once and kind == before.property)
    if property_ and role in (None, *_PLAIN_ROLES):
        named = (found for one in reversed(earlier[-_EARLIER:]) if (found := _role(one, us) or _organ_voted_on(one)))
        role = next(named, role)  # "the elected committee members", of a Steering Committee
        if role in _PLAIN_ROLES:
            before_them = (found for one in reversed(earlier) if (found := _role(one, us)) and found.endswith(f" {role}"))
            role = next(before_them, role)
    at_once = line.matches_any(cues.at_once)
    return Lead(property_, role, (line.span,), at_once) if property_ else None


def _office_listed(line: Line) -> str | None:
    """The post that the words right before a colon name: "... will be the following Vice Presidents:"."""
    match = next(line.find_any(_cues().listed_office), None)
    return singular(_words(line, [*match.slots.get("part", ()), match.slots["office"][0]])) if match else None


def _office_alone(line: Line) -> str | None:
    """The post of a heading, on a line of its own, that names nothing else: "Substitute auditor", "Auditors"."""
    if line.text[line.text.rfind("\n", 0, line.span.start) + 1 : line.span.start].strip(" #"):
        return None
    items = [item for item in line.items if not is_token(item, "#", ":")]
    alone = 0 < len(items) <= _MODIFIERS + 1 and _is_office(items[-1])
    return singular(_words(line, items)) if alone else None


def _listed_role(line: Line) -> str | None:
    """What somebody is who has a seat in the organ that the words of a line name, as `rosters.yaml` lists them."""
    return _role_in(line.text[line.span.start : line.span.end])


def _role_in(words: str) -> str | None:
    return next((role for phrase, role in _cues().roles.items() if phrase in words.casefold()), None)


def seat_in(organ: str) -> str:
    """What somebody is who has a seat in an organ: "Trustee" in a board of trustees, else "Technical Council Member"."""
    return _role_in(organ) or f"{organ} Member"


def _organ_voted_on(line: Line) -> str | None:
    """The same, where the line speaks of an election: "the results of our Steering Committee Election"."""
    return _listed_role(line) if line.matches_any(_cues().voted) else None


def _role(line: Line, us: str) -> str | None:
    """What somebody is who has a seat in the organ that a line names: "the Technical Council", a Technical Council member."""
    for item in line.items:
        if isinstance(item, Mention) and item.kind in ("org", "organ", "body") and item.value != us:
            words = [word for word in item.text.split() if plain(word) not in (plain(us), "the") and not word[0].isdigit()]
            headline = {plain(word) for word in words} & set(word_classes()["headline-verbs"])
            if len(words) > 1 and not headline and plain(words[-1]) in word_classes()["seated-organs"]:
                return f"{' '.join(words)} Member"
    return None


def _entry(line: Line, lead: Lead | None) -> list[list[Item]] | None:
    """The parts of a list's line, divided at commas and dashes, the first being a person or a post and a colon; after a lead,
    the line may be a sentence about the person."""
    items = list(line.items)
    text = line.text[line.span.start : line.span.end]
    bullet = _BULLET.match(text)
    while items and bullet and items[0].start < line.span.start + bullet.end():
        items = items[1:]
    labelled = _labelled(items)
    if labelled is not None:
        return labelled
    if not items or not isinstance(items[0], Mention):
        return None
    if items[0].kind == "person" and (bullet or len(items) == 1 or is_token(items[1], ",", "--", ":")):
        ends = text.endswith((".", "”")) and not _ABBREVIATED.search(text)
        if len(text) < 3 * _HEADING and not ends:
            return _divided(items, ",", "--", ":")
        return [items[:1]] if bullet and lead is not None else None
    return None


def _labelled(items: Sequence[Item]) -> list[list[Item]] | None:
    """ "AC Members, USA: Kate McNeill and Jen Darragh": the words before the colon, then each person after it."""
    colon = next((number for number, item in enumerate(items[:_LABEL]) if is_token(item, ":")), None)
    if colon is None and len(items) > 2 and is_kind(items[0], "office") and is_token(items[1], "--"):
        colon = 1  # "President - Ana Berg"
    if len(items) == 2 and is_kind(items[0], "office") and _is_person(items[1]):
        return [list(items[:1]), list(items[1:])]  # "President Ana Berg", alone in its line
    if not colon:
        return None
    items = items[:-1] if is_token(items[-1], ".") else items
    parts = _divided(items[colon + 1 :], ",", "and", "&")
    people = [part for part in parts if _is_person(part[0]) and (len(part) == 1 or is_token(part[1], "("))]
    ours = isinstance(items[0], Mention) and items[0].kind in ("office", "charge") and colon == 1
    several = _plural_posts().search(" ".join(item.text for item in items[:colon])) or any(map(_is_office, items[:colon]))
    label = items[1:colon] if year_of(items[0]) is not None and colon > 1 else items[:colon]
    return [list(label), *parts] if people and (ours or (several and len(people) == len(parts))) else None


def _is_person(item: Item) -> TypeGuard[Mention]:
    """A person, or a name of two words and more: "Jen Green" could else be a colour's."""
    return isinstance(item, Mention) and (item.kind == "person" or (item.kind == "name" and " " in item.value))


def _divided(items: Sequence[Item], *marks: str) -> list[list[Item]]:
    parts: list[list[Item]] = [[]]
    for item in items:
        if is_token(item, *marks):
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def _posts(line: Line, entry: Sequence[Sequence[Item]], lead: Lead, us: str) -> Iterator[Fact]:
    first = entry[0][0]
    if not (isinstance(first, Mention) and first.kind == "person"):
        post = first.value if isinstance(first, Mention) and len(entry[0]) == 1 else _words(line, entry[0])
        if len(entry) > 2:
            post = singular(post)
        for part in entry[1:]:
            if _is_person(part[0]):
                yield _fact(line, part[0].value, lead.property, post, us, lead)
        return
    bracketed = entry[0][2:-1] if len(entry[0]) > 2 and is_token(entry[0][1], "(", "[") else []
    ours = [_words(line, bracketed)] if bracketed and _is_post(bracketed) else []
    bare = [without_a_country(part) for part in entry[1:]]
    parts = [part for part in bare if plain(_words(line, part)) not in word_classes()["degrees"]]
    while parts and _is_post(parts[0]) and _names(parts[0][0], us):
        ours.append(_words(line, parts.pop(0)[1:]))
    employer = len(parts) > 1 and _is_post(parts[0]) and not _is_post(parts[-1])
    if employer:
        firm = next((number for number, part in enumerate(parts) if number and _is_organisation(part)), len(parts) - 1)
        for employed in _together(line, parts[:firm]):
            yield _fact(line, first.value, "holds", employed, _words(line, parts[firm]), lead)
    else:
        ours.extend(_words(line, part) for part in parts if _is_post(part) and year_of(part[0]) is None)
        for part in parts:  # "2021 Chair, 2020 Vice Chair": the last year is the one that the list is of
            if _is_post(part) and (year := year_of(part[0])) is not None:
                latest = max(told for one in parts if (told := year_of(one[0])) is not None)
                kind = lead.property if year == latest else "held"
                yield _fact(line, first.value, kind, _words(line, part[1:]), us, lead)
    again = line.matches_any(_cues().again)
    only = {} if ours or employer else {"role": "only"}
    if ours and lead.role and lead.role.endswith("Member") and not employer:
        yield replace(_fact(line, first.value, lead.property, lead.role, us, lead), details={"role": "beside"})
    for post in ours or ([lead.role] if lead.role else []):
        yield replace(_fact(line, first.value, lead.property, post, us, lead), details=only)
        if lead.property == "elected" and lead.at_once:
            yield replace(_fact(line, first.value, "holds", post, us, lead), details=only)
    if again and lead.property == "holds" and lead.role:
        yield _fact(line, first.value, "elected", lead.role, us, lead)
        if lead.role not in ours:
            yield _fact(line, first.value, "holds", lead.role, us, lead)
    if employer and lead.role and (ours or lead.property == "elected"):
        yield _fact(line, first.value, lead.property, lead.role, us, lead)


def without_a_country(part: Sequence[Item]) -> Sequence[Item]:
    """A post without the country after it, in brackets or after a comma: "Treasurer (Sweden)", "Treasurer, Sweden"."""
    match part:
        case [_, *_, opening, land, closing] if is_token(opening, "(") and is_token(closing, ")") and is_kind(land, "country"):
            return part[:-3]
        case [_, *_, comma, land] if is_token(comma, ",") and is_kind(land, "country"):
            return part[:-2]
    return part


def singular(post: str) -> str:
    """ "AC Members, USA" as "AC Member, USA": the post of each of several."""
    return _plural_posts().sub(r"\1", post)


@cache
def _plural_posts() -> re.Pattern[str]:
    return re.compile(rf"\b(\w*(?:{'|'.join(word_classes()['several-of'])}))s\b", re.IGNORECASE)


def _together(line: Line, parts: Sequence[Sequence[Item]]) -> list[str]:
    """One post in several parts ("Executive Vice President, Surety"); an "and" before an office opens another."""
    posts: list[list[str]] = []
    for part in parts:
        if not posts or (is_token(part[0], "and") and len(part) > 1 and _is_office(part[1])):
            posts.append([])
        posts[-1].append(_words(line, part))
    return [", ".join(post) for post in posts]


def _is_organisation(part: Sequence[Item]) -> bool:
    """Whether a part opens with the name of an organisation, but for an article."""
    item = part[1] if is_token(part[0], "the") and len(part) > 1 else part[0]
    return isinstance(item, Mention) and item.kind == "org"


def _names(item: Item, us: str) -> bool:
    return isinstance(item, Mention) and item.kind == "org" and item.value == us


def _is_post(part: Sequence[Item]) -> bool:
    """Whether a part ends with an office ("Executive Vice President") or opens with one ("President of Surety") and does not
    tell whose it is ("founder of Acme")."""
    first, last = part[0], part[-1]
    opens = _is_office(first) and plain(first.text) not in word_classes()["royals"]
    return _is_office(last) or (opens and not any(_is_whose(*two) for two in pairwise(part)))


def _is_whose(before: Item, item: Item) -> bool:
    named = isinstance(item, Mention) and item.kind in ("name", "person") and is_token(before, "at", "for", "of")
    return named or (isinstance(item, Mention) and item.kind == "org")


def _is_office(item: Item) -> bool:
    return isinstance(item, Mention) and item.kind in ("office", "charge")


def _words(line: Line, part: Sequence[Item]) -> str:
    words = " ".join(line.text[part[0].start : part[-1].end].split())
    return words.removeprefix("and ")


def _fact(line: Line, name: str, property_: str, post: str, of: str, lead: Lead) -> Fact:
    return Fact(f"person:{name}", property_, f"{post}|{of}", "stated", line.span, line.span, "roster", lead.spans)
