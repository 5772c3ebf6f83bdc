"""Flat rows of what follows by rules, beside those of what was read.

A derived row has the words of a premise, for it has none of its own; `rule` names the rule, and `explain` shows the proof.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from govgraph.asking.facts import Row, facts
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import gov
from govgraph.reading.profiles import profiles

FLAT = {
    gov("year"): "year",
    gov("start"): "start",
    gov("end"): "end",
    gov("hostCountry"): "country",
    gov("nextSession"): "next",
}
"""The flat properties of sessions that rules derive, by their predicates."""

_QUERY = """
SELECT DISTINCT ?derivation ?rule ?s ?p ?o ?property ?quote ?start ?end ?document WHERE {
  GRAPH ?about { ?derivation a gov:Derivation ; gov:byRule ?rule }
  GRAPH ?derivation { ?s ?p ?o }
  FILTER(?p IN (%s))
  %s
  OPTIONAL {
    GRAPH ?about { ?derivation gov:premise ?statement . ?statement rdf:subject ?ps ; rdf:predicate ?pp ; rdf:object ?po }
    GRAPH ?said { ?ps ?pp ?po }
    GRAPH ?origin {
      ?reading gov:inGraph ?said ; gov:about ?ps ; gov:factProperty ?property ; gov:quoteText ?quote ; gov:quoteStart ?start ;
        gov:quoteEnd ?end .
      ?origin gov:fileName ?document
    }
  }
}
"""


def all_facts(store: GraphStore, thing: str | None = None, property_: str | None = None) -> list[Row]:
    """The rows of what was read and of what follows from it, sorted; of one thing and property if given.

    Raises:
        UnknownThingError: `thing` has no such form.
    """
    rows = [*facts(store, thing, property_), *derived_rows(store, thing, property_)]
    return sorted(rows, key=lambda row: (row.subject, row.property, row.value, row.document, row.start, row.rule))


def derived_rows(store: GraphStore, thing: str | None = None, property_: str | None = None) -> Iterator[Row]:
    """The rows of what follows, one a derivation and conclusion."""
    narrow = ""
    if thing:
        iri = iris.expand(thing)
        what = "?s", *(("?o",) if iri.startswith(iris.country("")) else ())  # of a country, those whose value it is
        narrow = f"FILTER({ox.NamedNode(iri)} IN ({', '.join(what)}))"
    wanted = {predicate: name for predicate, name in FLAT.items() if property_ in (None, name)}
    if not wanted:
        return
    solutions = store.query(_QUERY % (", ".join(str(predicate) for predicate in wanted), narrow))
    assert isinstance(solutions, ox.QuerySolutions)
    found = list(solutions)
    names = flat_names(store, {solution["s"].value for solution in found})
    best: dict[tuple[str, str, str, str], tuple[tuple[bool, bool, str, int], Row]] = {}
    for solution in found:
        property_of = FLAT[solution["p"]]
        subject = names.get(solution["s"].value)
        if subject is None:
            continue
        told = {name: solution[name].value if solution[name] else "" for name in ("quote", "document", "start", "end")}
        rule = solution["rule"].value.rpartition("/")[2]
        start, end = int(told["start"] or 0), int(told["end"] or 0)
        value = flat_value(solution["o"])
        row = Row(subject, property_of, value, "inferred", told["quote"], told["document"], start, end, rule)
        # The premise that tells the same of another thing goes first, then the order of documents.
        alike = solution["property"] is not None and solution["property"].value == property_of
        rank = (not row.document, not alike, row.document, row.start)
        key = (solution["derivation"].value, subject, property_of, value)
        if key not in best or rank < best[key][0]:
            best[key] = rank, row
    yield from (row for _, row in best.values())


def flat_names(store: GraphStore, things: set[str]) -> dict[str, str]:
    """The flat subjects of things by their IRIs: as readings call them, or for sessions as profiles do."""
    if not things:
        return {}
    values = " ".join(str(ox.NamedNode(iri)) for iri in sorted(things))
    query = f"SELECT DISTINCT ?thing ?name {{ VALUES ?thing {{ {values} }} ?reading gov:about ?thing ; gov:factSubject ?name }}"
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    found = {iri: name for iri in things if (name := flat_session(iri))}
    for thing, name in sorted((solution["thing"].value, solution["name"].value) for solution in solutions):
        found.setdefault(thing, name)
    return found


def flat_session(iri: str) -> str | None:
    """The flat subject of a session by its IRI, as far as a profile names its body as the main one."""
    body, _, ordinal = iri.rpartition("/")
    if not ordinal.isdigit():
        return None
    for profile in profiles():
        if profile.main_body and iris.rebased(profile.main_body.named.iri) == body:
            return f"session:{profile.session_name}/{ordinal}"
    return None


def flat_value(term: ox.NamedNode | ox.Literal) -> str:
    """A value as flat facts write it: the code of a country, the number of a session, the text of a literal."""
    if isinstance(term, ox.NamedNode):
        return term.value.rpartition("/")[2]
    return term.value
