"""What belongs together: an organisation with its bodies, sessions, offices and instruments, a country with its offices.

The ontology says by which properties a thing belongs to a larger one (`rdfs:subPropertyOf gov:belongsTo`). What follows from
the graph is worked out for one such unit at a time, so that a change costs what its unit costs and not what the graph does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.terms import gov, node
from govgraph.resources import resource

_STEPS = 3
"""How far a shape may look beyond a unit: from a session to its city, to its country, to its continent."""
_SUBPROPERTY = node(iris.PREFIXES["rdfs"] + "subPropertyOf")


@cache
def belonging() -> tuple[ox.NamedNode, ...]:
    """The properties that lead from a thing to what it belongs to."""
    found = {
        quad.subject.value
        for file in sorted(resource("ontology").glob("*.ttl"))
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        if quad.predicate == _SUBPROPERTY and quad.object == gov("belongsTo") and isinstance(quad.subject, ox.NamedNode)
    }
    return tuple(node(iri) for iri in sorted(found))


def ways_up(quads: Iterable[ox.Quad]) -> dict[str, set[str]]:
    """The things that some quads say to belong to others, each with those it belongs to, by their IRIs."""
    up: dict[str, set[str]] = {}
    links = set(belonging())
    for quad in quads:
        if quad.predicate in links and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            up.setdefault(quad.subject.value, set()).add(quad.object.value)
    return up


def units_above(store: ox.Store, up: Mapping[str, set[str]], known: dict[str, set[str]] | None = None) -> set[str]:
    """The units in which some things end, by `up`, `ways_up` of what is not yet in the store, and on through the store.

    What the store says is kept in `known`: a thing of which ten thousand sentences tell is not looked up ten thousand times.
    """
    stored: dict[str, set[str]] = {} if known is None else known
    tops: set[str] = set()
    seen: set[str] = set()
    waiting = [*up]
    while waiting:
        thing = waiting.pop()
        if thing not in seen:
            seen.add(thing)
            if thing not in stored:
                found = (quad.object for link in belonging() for quad in store.quads_for_pattern(node(thing), link, None))
                stored[thing] = {term.value for term in found if isinstance(term, ox.NamedNode)}
            above = up.get(thing, set()) | stored[thing]
            waiting.extend(above)
            if not above:
                tops.add(thing)
    return tops


def units_of_thing(store: ox.Store, thing: str) -> set[str]:
    """The units that a thing belongs to; itself, where it belongs to nothing."""
    return units_above(store, {thing: set()})


def all_units(store: ox.Store) -> set[str]:
    """The IRIs of all units in a store."""
    links = [quad for link in belonging() for quad in store.quads_for_pattern(None, link, None)]
    above = {quad.object.value for quad in links if isinstance(quad.object, ox.NamedNode)}
    return above - {quad.subject.value for quad in links if isinstance(quad.subject, ox.NamedNode)}


def members_of(store: ox.Store, unit: str) -> Iterator[ox.NamedNode]:
    """A unit and all that belongs to it, each once."""
    seen = {unit}
    waiting = [unit]
    while waiting:
        thing = node(waiting.pop())
        yield thing
        for link in belonging():
            for quad in store.quads_for_pattern(None, link, thing):
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value not in seen:
                    seen.add(quad.subject.value)
                    waiting.append(quad.subject.value)


def with_surroundings(store: ox.Store, unit: str) -> tuple[set[ox.Triple], set[str]]:
    """The distinct triples about a unit, said or derived, and about what these lead to, three steps far.

    Returns:
        The triples, and the IRIs of the unit's members and of all that they lead to in one step.
    """
    members = {member.value for member in members_of(store, unit)}
    found: set[ox.Triple] = set()
    seen: set[str] = set()
    near: set[str] = set(members)
    level = set(members)
    for step in range(_STEPS + 1):
        seen |= level
        further: set[str] = set()
        for thing in level:
            for quad in store.quads_for_pattern(node(thing), None, None):
                found.add(quad.triple)
                if isinstance(quad.object, ox.NamedNode):
                    further.add(quad.object.value)
        if step == 0:
            near |= further
        level = further - seen
    return found, near


def is_derivation(graph: object) -> bool:
    """Whether a graph holds what follows, not what somebody says."""
    return isinstance(graph, ox.NamedNode) and graph.value.startswith(derivation_base())


def derivation_base() -> str:
    """What the IRIs of derivations begin with."""
    return f"{iris.base()}derivation/"


def stated_triples(store: ox.Store, unit: str) -> set[ox.Triple]:
    """The distinct triples that sentences, rows and profiles say of a unit's members, and where their places lie."""
    found: set[ox.Triple] = set()
    places: set[ox.NamedNode] = set()
    for member in members_of(store, unit):
        for quad in store.quads_for_pattern(member, None, None):
            if not is_derivation(quad.graph_name):
                found.add(quad.triple)
                if quad.predicate == gov("hostCity") and isinstance(quad.object, ox.NamedNode):
                    places.add(quad.object)
    for place in places:
        found.update(quad.triple for quad in store.quads_for_pattern(place, gov("inCountry"), None))
    return found
