"""Numbers, members and agreements that a sentence tells of something else than it was read to, or does not tell as done.

"The Assembly honoured 44 officers from 12 countries", "INTERPOL works with the African Union, which has 55 members", "Malawi
joined INTERPOL's working group", "the lack of an agreement between A and B"; `loaders/communiques/denials.yaml` has the cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import country_names
from govgraph.reading.lines import Item, Line, Match, Mention, is_kind
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_FILE = "denials.yaml"
_CAME, _RULES = ("participants", "countriesRepresented"), ("meetsEvery", "decisionRule", "votesPerMember")
_NEAR = 5  # items after a number of people in which that of their countries stands
_OF_ALL = {"no-agreement": ("type",), "no-rule": _RULES, "no-planned-election": ("plannedElection",)}
"""Cues that hold for all that a sentence tells of these properties."""
_OF_A_COUNTRY = {"not-joined": "admitted", "not-recognising": "recognizedBy"}


def miscounts(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """Of the facts that a sentence gave, those that it tells of something else, or not at all."""
    told = {fact.property for fact in facts}
    for cue, properties in _OF_ALL.items():
        if not told.isdisjoint(properties) and _has(line, cue):
            yield from (fact for fact in facts if fact.property in properties)
    for cue, property_ in _OF_A_COUNTRY.items():
        if property_ in told:
            yield from _countries(line, cue, [fact for fact in facts if fact.property == property_])
    if "admitted" in told:
        members = _subjects(line, "not-the-joined", discourse)
        yield from (fact for fact in facts if fact.property == "admitted" and fact.subject in members)
    if "type" in told:
        asked = {country_names().get(item.value, item.value) for item in _slots(line, "not-a-party", "o")}
        yield from (fact for fact in facts if fact.property == "type" and not asked.isdisjoint(_parties(fact)))
    if not told.isdisjoint(_CAME):
        others = {item.value for item in _with_the_next(line, list(_slots(line, "not-those-who-came", "n")))}
        yield from (fact for fact in facts if fact.property in _CAME and fact.value in others)
    if "memberCount" in told:
        yield from _of_others(line, [fact for fact in facts if fact.property == "memberCount"], discourse)


def people_present(facts: Sequence[Fact], discourse: Discourse) -> list[Fact]:
    """The facts, in which the members present at the general meeting of a society are people who came, and no countries."""
    profile = discourse.main.profile if discourse.main else None
    body = profile.main_body.named.name if profile and profile.main_body and not profile.named.iri else ""
    if plain(body) not in word_set("meetings-of-people"):
        return list(facts)
    return [
        replace(fact, property="participants")
        if fact.property == "countriesRepresented" and _are_people(discourse.text(fact.words))
        else fact
        for fact in facts
    ]


def _are_people(words: str) -> bool:
    named = set(plain(words).split())
    return "members" in named and named.isdisjoint(word_set("countries-and-clubs"))


def _has(line: Line, cue: str) -> bool:
    return line.matches_any(named_patterns(_FILE)[cue])


def _slots(line: Line, cue: str, names: str) -> Iterator[Mention]:
    for match in line.find_any(named_patterns(_FILE)[cue]):
        for name in names:
            yield from (item for item in match.slots.get(name, ()) if isinstance(item, Mention))


def _with_the_next(line: Line, counts: Sequence[Mention]) -> Iterator[Mention]:
    """Numbers of people, each with that of their countries, if it follows: "44 officers from 12 countries"."""
    for count in counts:
        yield count
        at = line.index(count)
        yield from (item for item in line.items[at + 1 : at + _NEAR] if isinstance(item, Mention) and item.kind == "count")


def _countries(line: Line, cue: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of the countries that a cue names, or of all, where it names none."""
    for match in line.find_any(named_patterns(_FILE)[cue]):
        named = {item.value for name in ("c", "c2") for item in match.slots.get(name, ()) if isinstance(item, Mention)}
        yield from (fact for fact in facts if not named or fact.value in named)


def _subjects(line: Line, cue: str, discourse: Discourse) -> set[str]:
    resolved = (discourse.resolve(item, line) for item in _slots(line, cue, "o"))
    return {f"org:{one.value}" for one in resolved if one is not None}


def _parties(fact: Fact) -> list[str]:
    return fact.subject.partition(":")[2].split("+")


def _of_others(line: Line, facts: Sequence[Fact], discourse: Discourse) -> Iterator[Fact]:
    """The numbers of members that are of another organisation, of a part, or of none."""
    none = {
        _value(item) for match in line.find_any(named_patterns(_FILE)["not-the-members"]) for item in match.slots.get("n", ())
    }
    parts = list(line.find_any(named_patterns(_FILE)["members-of-a-part"]))
    for fact in facts:
        beside = (match for match in parts if any(_value(item) == fact.value for item in match.slots.get("n", ())))
        if fact.value in none or any(_is_another(match, fact, line, discourse) for match in beside):
            yield fact


def _value(item: Item) -> str:
    return item.value if isinstance(item, Mention) else item.text


def _is_another(match: Match, fact: Fact, line: Line, discourse: Discourse) -> bool:
    """Whether what stands before a number is not what the fact tells of: another organisation, a committee, a group."""
    owners = match.slots["w"]
    owner = owners[0]
    if isinstance(owner, Mention) and is_kind(owner, "org"):
        resolved = discourse.resolve(owner, line)
        return resolved is not None and fact.subject != f"org:{resolved.value}"
    if is_kind(owner, "name", "place", "person"):
        return not fact.subject.endswith(f":{owner.text}")  # "the Harbour Brethren with 1,200 members"
    words = (
        plain(owner.text.partition(" of ")[0]).split() if isinstance(owner, Mention) else [plain(item.text) for item in owners]
    )
    if not words or " ".join(words) in word_set("parts-of-organisations"):
        return bool(words)
    return words[-1] in word_set("small-groups") | word_set("those-with-members") and not discourse.is_in_our_name(words[-1])
