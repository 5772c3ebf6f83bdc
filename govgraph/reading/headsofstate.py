"""The head of the state where a session meets, called president without a country: "The Assembly was opened by President Ruiz".

In a text about an organisation that has a president too, this is told only where the text names another as that one, and the
country in which the session meets. The cues stand in `loaders/communiques/post-sites.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.reading.cues import named_patterns
from govgraph.reading.discourse import Discourse
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import monarchies
from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

RULE = "head-of-the-host-state"


def heads_of_the_host_state(facts: Sequence[Fact], lines: Sequence[Line], discourse: Discourse) -> Iterator[Fact]:
    """Whom the sentences call president without saying of what, as `holds` facts of the country where the session meets."""
    ours = [fact for fact in facts if _is_our_president(fact, discourse.setting.keeper)]
    where = _country(facts, discourse)
    if not ours or where is None:
        return
    told = {fact.subject for fact in facts if _office(fact) in word_set("heads-of-republics")}
    for line in lines:
        for match in line.find_any(named_patterns("post-sites.yaml")["head-of-the-host"]):
            office, person = match.slots["office"][0], match.slots["person"][0]
            assert isinstance(office, Mention)
            assert isinstance(person, Mention)
            if plain(office.value) not in word_set("heads-of-republics"):
                continue
            resolved = discourse.resolve(person, line)
            if resolved is None or f"person:{resolved.value}" in told:
                continue
            support = tuple(span for span in dict.fromkeys((where.sentence, ours[0].sentence)) if span != line.span)
            words = line.cover(line.index(office), line.index(person) + 1)
            value = f"{office.value}|{where.value}"
            yield Fact(f"person:{resolved.value}", "holds", value, "inferred", words, line.span, RULE, support)


def _is_our_president(fact: Fact, us: str | None) -> bool:
    return fact.kind == "person" and fact.value.rpartition("|")[2] == us and _office(fact) in word_set("heads-of-republics")


def _office(fact: Fact) -> str:
    return plain(fact.value.rpartition("|")[0])


def _country(facts: Sequence[Fact], discourse: Discourse) -> Fact | None:
    """The fact that tells in which country, a republic, the session of the text meets, where all agree."""
    main = discourse.main
    found = [fact for fact in facts if main and fact.subject == f"session:{main.value}" and fact.property == "country"]
    one = found and len({fact.value for fact in found}) == 1 and found[0].value not in monarchies()
    return found[0] if one else None
