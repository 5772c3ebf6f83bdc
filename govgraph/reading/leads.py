"""What leads in a list of people: whether they were elected, sit or sat there, and as what.

The words are those of `loaders/communiques/rosters.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from govgraph.documents.document import Span
from govgraph.errors import DefinitionError
from govgraph.reading.cues import named_patterns
from govgraph.reading.lines import Item, Line, is_kind, is_token
from govgraph.reading.patternindexes import Patterns
from govgraph.reading.patterns import compile_pattern
from govgraph.reading.tokens import plain
from govgraph.reading.words import COMMUNIQUES, read_yaml, word_classes, word_set, word_values
from govgraph.resources import resource

_MODIFIERS = 2  # words before an office that make a heading with it
HEADING = 70  # characters; a longer line is a sentence
_ORGAN_ALONE = 32  # characters of a heading that names nothing but an organ
_EARLIER = 4  # lines before a list that can tell of a vote
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


def lead_of(line: Line, earlier: Sequence[Line], us: str, before: Lead | None = None) -> Lead | None:
    """What the head of a sentence, or the `earlier` ones, make of the people whom it lists; `before` is the lead of the list
    in which it stands, if it is a heading there."""
    cues = _cues()
    if before is None and _is_of_one(line):
        return None
    thanked = not word_set("thanking").isdisjoint(line.features) and line.matches_any(cues.left)
    if line.matches_any(cues.other) and not thanked:  # "We thank the outgoing directors:"
        return None
    text = line.text[line.span.start : line.span.end]
    heading = _length(line) < HEADING and not text.endswith(".")
    property_ = next(
        (name for name, patterns in (("elected", cues.elected), ("holds", cues.named)) if line.matches_any(patterns)),
        None,
    )
    if property_ == "holds" and not line.matches_any(cues.standing):
        voted = any(one.matches_any(cues.voted) for one in (*earlier[-_EARLIER:], line))
        told = named_patterns("rosters.yaml")["elected-portraits"]
        here = role_named(line, us) or listed_role(line)
        voted = voted or (
            _length(line) < _ORGAN_ALONE
            and here is not None
            and any(one.matches_any(told) and here == (role_named(one, us) or listed_role(one)) for one in earlier)
        )
        property_ = "elected" if voted else property_
    elif property_ == "elected" and line.matches_any(cues.standing) and not line.matches_any(cues.again):
        property_ = "holds"
    if property_ and line.matches_any(cues.left):
        property_ = "held"
    role = office_listed(line) or role_named(line, us) or listed_role(line)
    if heading and before is not None:
        alone = office_alone(line)
        role = alone if alone and alone.startswith(role or "") else role or before.role
        role = before.role or role if any(is_token(item, "have", "has") for item in line.items) else role
        stay, went = line.matches_any(cues.standing), line.matches_any(cues.left)
        kind = "held" if went else (property_ or "holds") if stay else before.property
        return Lead(kind, role, (before.spans[0], line.span), before.at_once and kind == before.property)
    if property_ and role in (None, *_PLAIN_ROLES):
        named = (found for one in reversed(earlier[-_EARLIER:]) if (found := role_named(one, us) or _organ_voted_on(one)))
        role = next(
            (found for found in named if role is None or _is_of_its_kind(found, role)), role
        )  # "the elected committee members", of a Steering Committee
        if role in _PLAIN_ROLES:
            before_them = (found for one in reversed(earlier) if (found := role_named(one, us)) and found.endswith(f" {role}"))
            role = next(before_them, role)
    at_once = line.matches_any(cues.at_once)
    return Lead(property_, role, (line.span,), at_once) if property_ else None


def elected_after(lead: Lead, line: Line) -> Lead:
    """The lead of a list after which a line may say that those in it were elected: "All of them were elected unopposed"."""
    if lead.property != "holds" or not line.matches_any(named_patterns("rosters.yaml")["voted-after"]):
        return lead
    return replace(lead, property="elected", spans=(*lead.spans, line.span), at_once=True)


def _length(line: Line) -> int:
    """How many characters the words of a line have, but for the address of a link."""
    return sum(len(item.text) + 1 for item in line.items)


def _is_of_one(line: Line) -> bool:
    """Whether a line is nothing but the office of one person and a colon: "Chairperson:", over whoever leads a panel."""
    match line.items:
        case [post, colon]:
            return is_office(post) and is_token(colon, ":") and singular(post.text) == post.text
    return False


def _is_of_its_kind(role: str, plainer: str) -> bool:
    """Whether a seat can be the one that is called by its last words: a "Technical Council Member" is a "Council Member"."""
    return role.endswith(plainer) or " " not in role


def office_listed(line: Line) -> str | None:
    """The post that the words right before a colon name: "... will be the following Vice Presidents:"."""
    match = next(line.find_any(_cues().listed_office), None)
    if match is None:
        return None
    post = singular(words_of(line, [*match.slots.get("part", ()), match.slots["office"][0]]))
    return f"{post} of the {words_of(line, match.slots['within'])}" if "within" in match.slots else post


def office_alone(line: Line) -> str | None:
    """The post of a heading, on a line of its own, that names nothing else: "Substitute auditor", "Auditors"."""
    if line.text[line.text.rfind("\n", 0, line.span.start) + 1 : line.span.start].strip(" #"):
        return None
    items = [item for item in line.items if not is_token(item, "#", ":")]
    led = (
        bool(items)
        and is_token(line.items[-1], ":")
        and is_office(items[0])
        and is_token(items[min(1, len(items) - 1)], "of", "for")
    )
    alone = 0 < len(items) <= _MODIFIERS + 1 and (is_office(items[-1]) or led)
    return singular(words_of(line, items)) if alone else None


def listed_role(line: Line) -> str | None:
    """What somebody is who has a seat in the organ that the words of a line name, as `rosters.yaml` lists them."""
    return _role_in(line.text[line.span.start : line.span.end])


def _role_in(words: str) -> str | None:
    said = words.casefold()
    for phrase, role in _cues().roles.items():
        before, found, _ = said.partition(phrase)
        kind = before.split()[-1] if before.endswith(" ") and before.strip() else ""
        if found:
            plainly = role in _PLAIN_ROLES and kind in word_classes()["organ-kinds"] and kind not in word_set("ordinary-kinds")
            return f"{kind.capitalize()} {role}" if plainly else role  # "the nominating committee"
    return None


def seat_in(organ: str) -> str:
    """What somebody is who has a seat in an organ: "Trustee" in a board of trustees, else "Technical Council Member"."""
    return _role_in(organ) or f"{organ} Member"


def _organ_voted_on(line: Line) -> str | None:
    """The same, where the line speaks of an election: "the results of our Steering Committee Election"."""
    return listed_role(line) if line.matches_any(_cues().voted) else None


def role_named(line: Line, us: str) -> str | None:
    """What somebody is who has a seat in the organ that a line names: "the Technical Council", a Technical Council member."""
    for item in line.mentions_of("org", "organ", "body", "name"):
        if item.value != us:
            called = item.text.partition(" (")[0].split()
            words = [word for word in called if plain(word) not in (plain(us), "the") and not word[0].isdigit()]
            headline = {plain(word) for word in words} & set(word_classes()["headline-verbs"])
            if len(words) > 1 and not headline and plain(words[-1]) in word_classes()["seated-organs"]:
                return f"{' '.join(words)} Member"
            if plain(" ".join(words)) in _cues().roles and len(words) > 1:
                return _cues().roles[plain(" ".join(words))]
    return None


def for_region(region: str) -> str:
    """What an office for a region goes on with: " for Africa", " for the Americas"."""
    return f" for {'the ' if plain(region) in word_set('regions-with-an-article') else ''}{region}"


def singular(post: str) -> str:
    """ "AC Members, USA" as "AC Member, USA": the post of each of several; what it is a post in keeps its plurals ("Chairmen of
    the Board of Directors")."""
    head, of, rest = post.partition(" of ")
    words = (_alone(word) for word in plural_posts().sub(r"\1", head).split(" "))
    return " ".join(words) + of + rest


def _alone(word: str) -> str:
    """One of those whom an irregular plural names: "Chairman" of "Chairmen"."""
    one = word_values("irregular-posts").get(word.partition("-")[0].lower())
    if one is None:
        return word
    return f"{one.capitalize() if word[0].isupper() else one}{word[word.find('-') :] if '-' in word else ''}"


@cache
def plural_posts() -> re.Pattern[str]:
    """What finds posts in the plural: "Members", "directors"."""
    return re.compile(rf"\b(\w*(?:{'|'.join(word_classes()['several-of'])}))s\b", re.IGNORECASE)


def is_office(item: Item) -> bool:
    """Whether an item is an office, alone or with what it is in charge of."""
    return is_kind(item, "office", "charge")


def words_of(line: Line, part: Sequence[Item]) -> str:
    """The words of items, spaced once, without an "and" before them."""
    words = " ".join(line.text[part[0].start : part[-1].end].split())
    return words.removeprefix("and ")


def says_again(line: Line) -> bool:
    """Whether a line says beside a name that somebody was elected again."""
    return line.matches_any(_cues().again)


def heads_a_part(line: Line) -> bool:
    """Whether a line is nothing but an office or those of an organ: "Committee Members:", "Auditors"."""
    words = plain(line.text[line.span.start : line.span.end]).strip(" #*:").split()
    while words and words[0] in word_set("before-a-part"):
        words = words[1:]
    return " ".join(words) in _cues().roles or office_alone(line) is not None
