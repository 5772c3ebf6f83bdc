"""What follows from what the graph says: the rules are run to a fixed point, one unit at a time.

What is derived with certainty goes before what rests on an assumption, and what is stated before both. Of two derivations that
give one thing two values of a property that has one, both are kept, and neither is a premise of anything else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.store import GraphStore, pending_graph
from govgraph.graph.terms import TYPE, gov, in_graph, node, text
from govgraph.graph.units import derivation_base, stated_triples
from govgraph.knowing.rules import STRENGTHS, Rule, rules, rules_digest

_RDF = iris.PREFIXES["rdf"]
_STATEMENT = node(_RDF + "Statement")
_LABEL = node(iris.PREFIXES["rdfs"] + "label")


@dataclass(frozen=True)
class Derivation:
    """What one rule concludes from some premises; conclusions and premises are triples, sorted."""

    rule: Rule
    conclusions: tuple[ox.Triple, ...]
    premises: tuple[ox.Triple, ...]

    @property
    def iri(self) -> str:
        """Made from the rule, what it concludes and from what."""
        content = chr(31).join(str(triple) for triple in (*self.conclusions, *self.premises))
        return f"{derivation_base()}{self.rule.id}/{hashlib.sha256(content.encode()).hexdigest()[:16]}"


def infer(stated: Iterable[ox.Triple]) -> list[Derivation]:
    """All that follows from the distinct triples of a unit, sorted by IRI.

    A rule sees what is stated in the graph `gov:stated`, and what was derived so far in a graph named for its strength; without
    `GRAPH` it sees all of them.
    """
    given = set(stated)
    store = ox.Store()
    store.bulk_extend(in_graph(triple, gov("stated")) for triple in given)
    found: dict[str, Derivation] = {}
    settled = _values(given)
    for strength in STRENGTHS:
        tier = [rule for rule in rules() if rule.strength == strength]
        graph = gov(strength)
        progress = True
        while progress:
            new = {
                one.iri: one
                for rule in tier
                for one in _matches(rule, store)
                if one.iri not in found and not given.issuperset(one.conclusions) and not _is_settled(one, settled)
            }
            found.update(new)
            progress = bool(new)
            store.clear_graph(graph)
            store.extend(in_graph(triple, graph) for triple in _uncontested(found.values(), strength))
        settled |= {value for one in found.values() for value in _values(one.conclusions) if value[1] == one.rule.single}
    return sorted(_supported(found, given), key=lambda one: one.iri)


def _contested(derivations: Iterable[Derivation]) -> set[tuple[str, str]]:
    """The things and properties of which derivations give more than the one value that there can be."""
    values: dict[tuple[str, str], set[str]] = {}
    for one in derivations:
        for triple in one.conclusions:
            if triple.predicate.value == one.rule.single:
                values.setdefault((str(triple.subject), one.rule.single), set()).add(str(triple.object))
    return {key for key, found in values.items() if len(found) > 1}


def _uncontested(derivations: Iterable[Derivation], strength: str) -> set[ox.Triple]:
    """What can be a premise of something else, of the conclusions of this strength."""
    found = [one for one in derivations if one.rule.strength == strength]
    contested = _contested(found)
    return {t for one in found for t in one.conclusions if (str(t.subject), t.predicate.value) not in contested}


def _values(triples: Iterable[ox.Triple]) -> set[tuple[str, str]]:
    return {(str(triple.subject), triple.predicate.value) for triple in triples}


def _is_settled(one: Derivation, settled: set[tuple[str, str]]) -> bool:
    """Whether something firmer already gives the value that this derivation would give."""
    return any(
        triple.predicate.value == one.rule.single and (str(triple.subject), one.rule.single) in settled
        for triple in one.conclusions
    )


def _matches(rule: Rule, store: ox.Store) -> Iterator[Derivation]:
    solutions = store.query(rule.select, use_default_graph_as_union=True, prefixes=iris.prefixes())
    assert isinstance(solutions, ox.QuerySolutions)
    for solution in solutions:
        conclusions = tuple(sorted(rule.fill(rule.template, solution), key=str))
        premises = tuple(dict.fromkeys(rule.fill(rule.premises, solution)))
        yield Derivation(rule, conclusions, premises)


def _supported(found: dict[str, Derivation], given: set[ox.Triple]) -> list[Derivation]:
    """The derivations whose premises are stated, or derived by others that stand and are not contested; never in a circle."""
    contested = _contested(found.values())
    standing: dict[str, Derivation] = {}
    known = set(given)
    waiting = dict(found)
    while True:
        ready = [iri for iri, one in waiting.items() if known.issuperset(one.premises)]
        if not ready:
            return list(standing.values())
        for iri in ready:
            standing[iri] = waiting.pop(iri)
            known.update(t for t in standing[iri].conclusions if (str(t.subject), t.predicate.value) not in contested)


def statement_iri(triple: ox.Triple) -> str:
    """The IRI under which a triple is spoken of."""
    return f"{iris.base()}statement/{hashlib.sha256(str(triple).encode()).hexdigest()[:16]}"


def rule_iri(rule: Rule) -> str:
    """The IRI of a rule."""
    return f"{iris.base()}rule/{rule.id}"


def derivation_quads(unit: str, derivations: Iterable[Derivation]) -> Iterator[ox.Quad]:
    """The derivations of a unit as quads: the conclusions, each in the graph of its derivation, and what describes them."""
    about = node(description_graph(unit))
    for one in derivations:
        graph, rule = node(one.iri), node(rule_iri(one.rule))
        for triple in one.conclusions:
            yield in_graph(triple, graph)
        yield ox.Quad(graph, TYPE, gov("Derivation"), about)
        yield ox.Quad(graph, gov("byRule"), rule, about)
        yield ox.Quad(graph, gov("derivedFor"), node(unit), about)
        yield ox.Quad(rule, TYPE, gov("Rule"), about)
        yield ox.Quad(rule, _LABEL, ox.Literal(one.rule.question, language="en"), about)
        if one.rule.assumes:
            yield ox.Quad(rule, gov("assumes"), text(one.rule.assumes), about)
        for triple in one.premises:
            said = node(statement_iri(triple))
            yield ox.Quad(graph, gov("premise"), said, about)
            yield ox.Quad(said, TYPE, _STATEMENT, about)
            yield ox.Quad(said, node(_RDF + "subject"), triple.subject, about)
            yield ox.Quad(said, node(_RDF + "predicate"), triple.predicate, about)
            yield ox.Quad(said, node(_RDF + "object"), triple.object, about)


def description_graph(unit: str) -> str:
    """The IRI of the graph that describes a unit's derivations."""
    return f"{_descriptions()}{hashlib.sha256(unit.encode()).hexdigest()[:16]}"


def _descriptions() -> str:
    return f"{iris.base()}graph/derivations/"


def is_about_inference(graph: str) -> bool:
    """Whether a graph (by its IRI) holds derivations, describes them, or says what awaits inference."""
    return graph.startswith((derivation_base(), _descriptions())) or graph == pending_graph()


@dataclass(frozen=True, slots=True)
class Inferred:
    """What bringing inference up to date did: which units were looked at, how many derivations came and went."""

    units: tuple[str, ...]
    added: int
    removed: int


def bring_up_to_date(store: GraphStore) -> Inferred:
    """Works out anew what follows for the units of which something changed; one unit is one transaction."""
    units = store.awaiting(rules_digest())
    added = removed = 0
    for unit in units:
        before = graphs_of_unit(store.store, unit)
        derivations = infer(stated_triples(store.store, unit))
        after = {one.iri for one in derivations}
        description = description_graph(unit)
        quads = list(derivation_quads(unit, derivations))
        kept = {node(graph) for graph in before}
        new = [quad for quad in quads if quad.graph_name not in kept]
        store.conclude(unit, [description, *sorted(before - after)], new)
        added += len(after - before)
        removed += len(before - after)
    if units:
        store.concluded(rules_digest())
    return Inferred(tuple(units), added, removed)


def graphs_of_unit(store: ox.Store, unit: str) -> set[str]:
    """The IRIs of a unit's derivations in a store."""
    graph = node(description_graph(unit))
    found = store.quads_for_pattern(None, gov("derivedFor"), None, graph)
    return {quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)}
