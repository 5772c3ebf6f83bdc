"""What is known of organisations before any text is read: the Turtle profiles in `ontology/organizations/`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.resources import resource

GOV = "https://w3id.org/govgraph/ontology#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALTERNATIVE = "http://www.w3.org/2004/02/skos/core#altLabel"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its IRI, its name, and every name by which texts call it (the first is `name`)."""

    iri: str
    name: str
    names: tuple[str, ...]
    epithets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyProfile:
    """An organ or a series of meetings; `short` is the name under which its sessions are cited, if it has its own."""

    named: Named
    short: str | None
    session_term: str | None
    meets_every: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """An organisation; `short` is the name under which facts list it. `assembly_offices` are those of its main body."""

    named: Named
    short: str
    main_body: BodyProfile | None
    bodies: tuple[BodyProfile, ...]
    offices: tuple[Named, ...]
    instruments: tuple[Named, ...]
    seats: tuple[str, ...] = ()
    assembly_offices: tuple[Named, ...] = ()

    @property
    def session_name(self) -> str:
        """What stands before the slash in `session:NAME/82`."""
        return (self.main_body.short if self.main_body else None) or self.short


def profile_files() -> list[Path]:
    """The profiles that ship with govgraph, sorted by name."""
    return sorted(resource("ontology/organizations").glob("*.ttl"))


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles, sorted by IRI.

    Raises:
        DefinitionError: a profile is no Turtle or lacks a label.
    """
    found: list[Profile] = []
    for file in profile_files():
        found.extend(read_profile(file))
    return tuple(sorted(found, key=lambda profile: profile.named.iri))


def read_profile(file: Path) -> list[Profile]:
    """The organisations that a file describes."""
    store = ox.Store()
    try:
        store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DefinitionError(f"{file}:{getattr(error, 'lineno', None) or 1}: is no Turtle: {error}") from None
    graph = _Graph(store, file)
    return [graph.profile(iri) for iri in graph.instances("Organization")]


class _Graph:
    def __init__(self, store: ox.Store, file: Path) -> None:
        self.store, self.file = store, file

    def values(self, subject: str, predicate: str) -> list[str]:
        quads = self.store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
        return sorted(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal | ox.NamedNode))

    def subjects(self, predicate: str, value: str) -> list[str]:
        quads = self.store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value), None)
        return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))

    def instances(self, name: str) -> list[str]:
        return self.subjects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", GOV + name)

    def one(self, subject: str, name: str) -> str | None:
        values = self.values(subject, GOV + name)
        return values[0] if values else None

    def named(self, iri: str) -> Named:
        labels = self.values(iri, _LABEL)
        if not labels:
            raise DefinitionError(f"{self.file}: <{iri}> has no rdfs:label; add one")
        others: Sequence[str] = [
            *self.values(iri, _ALTERNATIVE),
            *self.values(iri, GOV + "acronym"),
            *self.values(iri, GOV + "shortName"),
        ]
        return Named(iri, labels[0], _unique([*labels, *others]), tuple(self.values(iri, GOV + "epithet")))

    def body(self, iri: str) -> BodyProfile:
        return BodyProfile(
            self.named(iri), self.one(iri, "shortName"), self.one(iri, "sessionTerm"), self.one(iri, "meetsEvery")
        )

    def profile(self, iri: str) -> Profile:
        named = self.named(iri)
        main = self.one(iri, "mainBody")
        bodies = self.subjects(GOV + "bodyOf", iri)
        holders = [iri, *bodies]
        offices = {office for holder in holders for office in self.subjects(GOV + "officeOf", holder)}
        return Profile(
            named,
            self.one(iri, "shortName") or named.name,
            self.body(main) if main else None,
            tuple(self.body(body) for body in bodies),
            tuple(self.named(office) for office in sorted(offices)),
            tuple(self.named(item) for item in self.subjects(GOV + "instrumentOf", iri)),
            tuple(label for seat in self.values(iri, GOV + "seat") for label in self.values(seat, _LABEL)),
            tuple(self.named(office) for office in self.subjects(GOV + "officeOf", main)) if main else (),
        )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
