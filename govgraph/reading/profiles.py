"""What is known of organisations before any text is read: the Turtle profiles in `ontology/organizations/`, and those in the
folder that the environment variable GOVGRAPH_PROFILES names, one of which may take the place of a shipped one of its name.
"""

from __future__ import annotations

import difflib
import os
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
_FOLDER = "GOVGRAPH_PROFILES"
# fmt: off
_TERMS = frozenset({
    "Organization", "Body", "Office", "Instrument", "Place", "ReferenceGraph", "shortName", "acronym", "epithet",
    "mainBody", "bodyOf", "officeOf", "instrumentOf", "heldByOne", "seat", "inCountry", "sessionTerm", "meetsEvery",
    "skippedYear",
})
# fmt: on
"""What of the ontology a profile can say."""


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

    @property
    def meets_yearly(self) -> bool:
        """Whether its main body is known to meet every year."""
        return self.main_body is not None and self.main_body.meets_every == "year"


def profile_files() -> list[Path]:
    """The profiles that ship with govgraph and those of the user's folder, sorted by name.

    Raises:
        DefinitionError: the folder is missing, or holds no profile.
    """
    found = {file.name: file for file in resource("ontology/organizations").glob("*.ttl")}
    if folder := os.environ.get(_FOLDER):
        own = {file.name: file for file in Path(folder).glob("*.ttl")}
        if not own:
            raise DefinitionError(f"{_FOLDER}={folder}: holds no profile; name a folder with Turtle files")
        found |= own
    return [file for _, file in sorted(found.items())]


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles, sorted by IRI.

    Raises:
        DefinitionError: a profile is no Turtle, lacks a label, says what no profile can say, or has the short name of another.
    """
    found: list[Profile] = []
    owners: dict[str, Path] = {}
    for file in profile_files():
        for profile in read_profile(file):
            other = owners.setdefault(profile.short, file)
            if other != file:
                raise DefinitionError(f"{file}: has the gov:shortName `{profile.short}` of {other}; give it another")
            found.append(profile)
    return tuple(sorted(found, key=lambda profile: profile.named.iri))


def read_profile(file: Path) -> list[Profile]:
    """The organisations that a file describes."""
    store = ox.Store()
    try:
        store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DefinitionError(f"{file}:{getattr(error, 'lineno', None) or 1}: is no Turtle: {error}") from None
    graph = _Graph(store, file)
    graph.check()
    return [graph.profile(iri) for iri in graph.instances("Organization")]


class _Graph:
    def __init__(self, store: ox.Store, file: Path) -> None:
        self.store, self.file = store, file

    def check(self) -> None:
        """Refuses what would be passed over in silence.

        Raises:
            DefinitionError: a thing has no IRI, a term is unknown, or a short name cannot be cited.
        """
        for quad in self.store.quads_for_pattern(None, None, None, None):
            if not isinstance(quad.subject, ox.NamedNode) or isinstance(quad.object, ox.BlankNode):
                raise DefinitionError(f"{self.file}: a profile names each thing by an IRI; see {quad.subject} {quad.object}")
            for term in (quad.predicate, quad.object):
                name = term.value.removeprefix(GOV) if isinstance(term, ox.NamedNode) else ""
                if isinstance(term, ox.NamedNode) and name != term.value and name not in _TERMS:
                    near = difflib.get_close_matches(name, _TERMS, 1) or sorted(_TERMS)
                    raise DefinitionError(f"{self.file}: gov:{name} is nothing that a profile says; write gov:{near[0]}")
            if quad.predicate.value == GOV + "shortName" and {"|", "/"} & set(str(quad.object)):
                raise DefinitionError(f"{self.file}: {quad.object} cannot be a gov:shortName; leave out the stroke")

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
