"""Those who govern the state where a session meets, called so without a country: "The Assembly was opened by President Ruiz".

Only a state has a prime minister or another minister, and who opens a session is of the state where it meets. In a text about
an organisation that has a president too, one of the state is told only where the text names another as that one.
The cues stand in `loaders/communiques/post-sites.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.documents.document import Span
from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import monarchies
from govgraph.reading.lines import Line, Mention, is_kind, is_token
from govgraph.reading.lonelycities import lies_in
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "head-of-the-host-state"
_CUES = {"head-of-the-host": ("president", "head"), "minister-of-the-host": ("president", "head", "minister")}


def heads_of_the_host_state(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """Whom the sentences call president, prime minister or minister without saying of what, as `holds` facts of the country
    where the session meets."""
    ours = next((fact for fact in facts if _is_our_president(fact, discourse.setting.keeper)), None)
    where = _country(facts, lines, discourse)
    if where is None:
        return
    country, spans = where
    told = {(fact.subject, _kind(_office(fact))) for fact in facts if fact.property in ("holds", "held", "elected")}
    for cue, kinds in _CUES.items():
        for line in lines:
            for match in line.find_any(named_patterns("post-sites.yaml")[cue]):
                office, person = match.slots["office"][0], match.slots["person"][0]
                assert isinstance(office, Mention)
                assert isinstance(person, Mention)
                kind = _kind(plain(office.value))
                if kind not in kinds or (kind == "president" and (ours is None or country in monarchies())):
                    continue
                support = (*spans, ours.sentence) if ours is not None and kind == "president" else spans
                resolved = discourse.resolve(person, line)
                if resolved is None or (f"person:{resolved.value}", kind) in told or _has_an_owner(line, office):
                    continue
                told.add((f"person:{resolved.value}", kind))
                beside = tuple(span for span in dict.fromkeys(support) if span != line.span)
                words = line.cover(line.index(office), line.index(person) + 1)
                value = f"{office.value}|{country}"
                yield Fact(f"person:{resolved.value}", "holds", value, "inferred", words, line.span, RULE, beside)


def _kind(office: str) -> str:
    """Which of those who govern a state has an office of this name, in plain form."""
    if office in word_set("heads-of-republics"):
        return "president"
    if office in word_set("heads-of-government"):
        return "head"
    return "minister" if word_set("portfolio-heads") & {*office.split()} else ""


def _has_an_owner(line: Line, office: Mention) -> bool:
    """Whether what an office is of stands right before it: "Norwegian Prime Minister", "its Prime Minister"."""
    at = line.index(office)
    before = line.items[at - 1] if at else office
    return is_kind(before, "country", "org", "place") or is_token(before, "'s", "its", "their")


def _is_our_president(fact: Fact, us: str | None) -> bool:
    return fact.kind == "person" and fact.value.rpartition("|")[2] == us and _office(fact) in word_set("heads-of-republics")


def _office(fact: Fact) -> str:
    return plain(fact.value.rpartition("|")[0])


def _country(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> tuple[str, tuple[Span, ...]] | None:
    """In which country the session of the text meets, where all that is told of it agrees, and where that is told."""
    here = f"session:{discourse.main.value}" if discourse.main else ""
    found = {fact.value: fact for fact in facts if fact.subject == here and fact.property == "country"}
    if found:
        (value, fact) = next(iter(found.items()))
        return (value, (fact.sentence,)) if len(found) == 1 else None
    cities = {plain(fact.value): fact for fact in facts if fact.subject == here and fact.property == "city"}
    places = [item for line in lines for item in line.mentions_of("place")]
    if len(cities) == 1:
        ((city, fact),) = cities.items()
        codes = lies_in(city, places)
        return (next(iter(codes)), (fact.sentence,)) if len(codes) == 1 else None
    return None
