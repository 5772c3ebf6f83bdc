"""The graph in its store: Oxigraph, on disk or in memory. One document is one transaction."""

from __future__ import annotations

import difflib
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DocumentError, StoreError, UnknownThingError
from govgraph.graph import iris
from govgraph.graph.evidence import Source, quad_order
from govgraph.graph.reference import reference_graphs
from govgraph.graph.reviews import UNDO, Decision, Key, decided, decision_quads, decisions_graph, decisions_in, newest
from govgraph.graph.revision import revised
from govgraph.graph.terms import boolean, gov, node, text
from govgraph.graph.units import all_units, units_above, ways_up
from govgraph.graph.updates import update_text

LAYOUT = "1"
_LAYOUT_FILE = "govgraph-layout"
_MAKING = re.compile(
    r"LOCK|LOG(\.old\.\d+)?|IDENTITY|MANIFEST-\d+|OPTIONS-\d+(\.dbtmp)?|\d+\.(log|sst|dbtmp)|govgraph-layout(\.part)?"
)
"""Files that are there while RocksDB makes a store, before it has one."""
_UNFINISHED = "was broken off while it was made; make it with `govgraph load data/`"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a source did: it was `added`, `replaced` an older version, or was `unchanged`."""

    name: str
    outcome: str
    facts: int


@dataclass(frozen=True, slots=True)
class Decided:
    """How many decisions `count` now, how many readings they `changed` or took away, and those that met no reading."""

    count: int
    changed: int
    unmet: tuple[Decision, ...]


class GraphStore:
    """The quads, and what may be done with them.

    Args:
        store: an Oxigraph store, opened by `open_store` or made with `pyoxigraph.Store()`.
    """

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self._above: dict[str, set[str]] = {}

    @cached_property
    def _decisions(self) -> dict[Key, Decision]:
        return newest(decisions_in(self.store))

    def load(self, source: Source) -> Loaded:
        """Adds a source in one transaction, in place of an older version of it (one with the same key).

        Raises:
            DefinitionError: a fact cannot be stated; nothing is added.
        """
        document = source.document
        if self._decisions:
            facts, rejected = decided(source.facts, {document.key, document.name}, self._decisions)
            source = replace(source, facts=facts, rejected=rejected)
        if self._has(source.iri):
            if self._same(source):
                return Loaded(document.name, "unchanged", len(source.facts))
            self._replace([source.iri], source.quads)
            return Loaded(document.name, "replaced", len(source.facts))
        if older := self._identified_by(document.key):
            self._replace(older, source.quads)
            return Loaded(document.name, "replaced", len(source.facts))
        up = ways_up(source.quads)
        self.store.extend([*source.quads, *_marks(units_above(self.store, up, self._above))])
        for thing, above in up.items():
            self._above[thing] |= above
        return Loaded(document.name, "added", len(source.facts))

    def decide(self, decisions: Iterable[Decision]) -> Decided:
        """Takes decisions into the graph and lets them win over what was read, in one transaction.

        Raises:
            DocumentError: one calls a document by a name that several have, or they contradict one another; nothing changes.
        """
        present = self.documents()
        taken = [_of_one_document(one, present.values()) for one in decisions]
        idle: list[Decision] = []
        before = [_of_one_document(one, present.values()) for one in decisions_in(self.store)]
        counting = newest([*before, *taken], idle)
        met: set[Key] = set()
        drop, content, changed = [decisions_graph()], [*decision_quads(counting.values())], 0
        for document, called in sorted(present.items()):
            for graph, quads, number in revised(self.store, document, frozenset(called), counting, met):
                drop.append(graph)
                content.extend(quads)
                changed += number
        self.__dict__.pop("_decisions", None)  # they change now
        self._replace_graphs(drop, content)
        unmet = [one for one in taken if one.verdict != UNDO and counting.get(one.key) == one and one.key not in met]
        return Decided(len(counting), changed, (*unmet, *idle))

    def load_reference(self) -> None:
        """Brings countries and profiles up to date."""
        for graph, digest, content in reference_graphs():
            known = self.store.quads_for_pattern(node(graph), gov("sha256"), None, node(graph))
            if [quad.object.value for quad in known if isinstance(quad.object, ox.Literal)] != [digest]:
                self._replace_graphs([graph], content)

    def documents(self) -> dict[str, tuple[str, str]]:
        """The documents in the store by IRI, each with its key and its file's name."""
        rows = self.query(
            f"SELECT ?document ?key ?name {{ GRAPH ?document {{ ?document <{gov('identifiedBy').value}> ?key ; "
            f"<{gov('fileName').value}> ?name }} }}"
        )
        assert isinstance(rows, ox.QuerySolutions)
        return {row["document"].value: (row["key"].value, row["name"].value) for row in rows}

    def find_document(self, name: str) -> str:
        """The IRI of a document, by its file's name, source address, IRI, or the beginning of its SHA-256.

        Raises:
            UnknownThingError: there is none, or more than one.
        """
        present = self.documents()
        base = Path(name).name
        found = [iri for iri, (key, file) in present.items() if name in (iri, key, file) or base == file]
        if not found and len(name) >= 8:
            found = [iri for iri in present if iri.rpartition("/")[2].startswith(name)]
        if not found:
            near = difflib.get_close_matches(base, [file for _, file in present.values()], 3, 0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else f"; the store holds {len(present)}"
            raise UnknownThingError(f"{name}: no such document in the store{hint}")
        if len(found) > 1:
            raise UnknownThingError(
                f"{name}: {len(found)} documents have this name; give the address of one: "
                + ", ".join(sorted(present[iri][0] for iri in found))
            )
        return found[0]

    def remove(self, name: str) -> str:
        """Takes a document out in one transaction; its file's name.

        Raises:
            UnknownThingError: as `find_document`.
        """
        document = self.find_document(name)
        file = self.documents()[document][1]
        self._replace_graphs(self.graphs_of(document), [])
        return file

    def graphs_of(self, document: str) -> Iterator[str]:
        """The graphs of a document: its own, and those of its sentences or rows."""
        yield document
        for quad in self.store.quads_for_pattern(None, gov("inDocument"), node(document), node(document)):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value

    def quads(self, document: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one document given by its IRI."""
        if document is None:
            yield from self.store.quads_for_pattern(None, None, None, None)
            return
        for graph in self.graphs_of(document):
            yield from self.store.quads_for_pattern(None, None, None, node(graph))

    def ordered(self, document: str | None = None) -> Iterator[ox.Quad]:
        """The same, in the order in which quads are written; one graph at a time is held in memory."""
        named = map(node, self.graphs_of(document)) if document else self.store.named_graphs()
        for graph in sorted(set(named), key=str):
            yield from sorted(self.store.quads_for_pattern(None, None, None, graph), key=quad_order)

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """The answer to a SPARQL query; the default graph is the union of all."""
        return self.store.query(sparql, use_default_graph_as_union=True, prefixes=iris.prefixes())

    def exchange(self, drop: Iterable[str], content: Iterable[ox.Quad]) -> None:
        """Puts quads in place of whole graphs as they are, in one transaction: what another store worked out is not doubted."""
        self._update(drop, content)

    def _has(self, document: str) -> bool:
        return next(self.store.quads_for_pattern(node(document), gov("fileName"), None, node(document)), None) is not None

    def _identified_by(self, key: str) -> list[str]:
        """The documents of one key, which all but for a moment is at most one."""
        quads = self.store.quads_for_pattern(None, gov("identifiedBy"), text(key), None)
        return sorted(
            quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode) and quad.subject == quad.graph_name
        )

    def _same(self, source: Source) -> bool:
        return set(self.quads(source.iri)) == set(source.quads)

    def _replace(self, documents: Iterable[str], content: Iterable[ox.Quad]) -> None:
        self._replace_graphs([graph for document in documents for graph in self.graphs_of(document)], content)

    def _replace_graphs(self, drop: Iterable[str], content: Iterable[ox.Quad]) -> None:
        """Drops graphs, adds quads and marks what awaits inference, as one transaction."""
        graphs, added = list(drop), list(content)
        before = [quad for graph in graphs for quad in self.store.quads_for_pattern(None, None, None, node(graph))]
        self._update(graphs, [*added, *_marks(units_above(self.store, ways_up([*before, *added])))])

    def awaiting(self, rules: str) -> list[str]:
        """The units of which something changed since their derivations were worked out by the rules with this digest."""
        graph = node(pending_graph())
        known = self.store.quads_for_pattern(graph, gov("sha256"), None, graph)
        if [quad.object.value for quad in known if isinstance(quad.object, ox.Literal)] != [rules]:
            return sorted(all_units(self.store))
        marks = self.store.quads_for_pattern(None, gov("awaitsInference"), None, graph)
        return sorted(quad.subject.value for quad in marks if isinstance(quad.subject, ox.NamedNode))

    def is_behind(self) -> bool:
        """Whether something changed since derivations were worked out."""
        graph = node(pending_graph())
        return next(self.store.quads_for_pattern(None, gov("awaitsInference"), None, graph), None) is not None

    def conclude(self, unit: str, drop: Iterable[str], content: Iterable[ox.Quad]) -> None:
        """Replaces derivations of a unit, which awaits inference no longer, in one transaction."""
        mark = f"{node(unit)} {gov('awaitsInference')} {boolean(True)}"
        self._update(drop, content, f"DELETE DATA {{ GRAPH {node(pending_graph())} {{ {mark} }} }}")

    def concluded(self, rules: str) -> None:
        """Notes that everything was worked out by the rules with this digest."""
        graph = node(pending_graph())
        self._update([graph.value], [ox.Quad(graph, gov("sha256"), ox.Literal(rules), graph)])

    def _update(self, drop: Iterable[str], content: Iterable[ox.Quad], *further: str) -> None:
        """Drops graphs and adds quads as one transaction, with further updates between the two."""
        if update := update_text(drop, content, *further):
            self._above.clear()
            self.store.update(update)


def _of_one_document(one: Decision, present: Iterable[tuple[str, str]]) -> Decision:
    """The decision with the address of the document that it calls by its file's name; as it is, if there is none here.

    Raises:
        DocumentError: several documents have this name.
    """
    keys = {key for key, name in present if one.document in (key, name)}
    if one.verdict == "merge" or not keys or one.document in keys:
        return one
    if len(keys) == 1:
        return replace(one, document=next(iter(keys)))
    if not one.where:
        return one  # what was decided when there was one
    raise DocumentError(
        f"{one.where}: {len(keys)} documents are called {one.document}; write the address of one in the column `document`: "
        + ", ".join(sorted(keys))
    )


def _marks(units: Iterable[str]) -> list[ox.Quad]:
    """What says that some units await inference."""
    graph = node(pending_graph())
    return [ox.Quad(node(unit), gov("awaitsInference"), boolean(True), graph) for unit in sorted(units)]


def pending_graph() -> str:
    """The IRI of the graph that says which units await inference, and by which rules the others were worked out."""
    return f"{iris.base()}graph/inference"


def _read_only(folder: Path) -> ox.Store:
    """While another process opens a store for writing, its files change places; a moment later all is well."""
    for attempt in range(10):
        try:
            return ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if attempt == 9 or "Corruption" not in str(error):
                raise OSError(str(error)) from None
            time.sleep(0.1)
    raise OSError("it changes all the time")


def open_store(path: Path | str, write: bool = False) -> GraphStore:
    """The store in a folder; with `write`, it is made where there is none.

    Raises:
        StoreError: there is none, it is in use by another process, or it was written by another version.
    """
    folder = Path(path)
    try:
        _check(folder, write)
        if not write:
            return GraphStore(_read_only(folder))
        store = ox.Store(str(folder))
        layout = folder / _LAYOUT_FILE
        if not layout.exists() or not layout.read_bytes():
            part = folder / f"{_LAYOUT_FILE}.part"
            part.write_text(f"{LAYOUT}\n{iris.base()}\n", encoding="utf-8")
            part.replace(layout)
        return GraphStore(store)
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower() or "Resource temporarily unavailable" in str(error):
            raise StoreError(f"{folder}: is in use by another process; wait for it to end, or name another --store") from None
        if "only possible on read-write" in str(error) or (
            not write and "Column family" in str(error)
        ):  # made, but without its tables yet
            raise StoreError(f"{folder}: {_UNFINISHED}") from None
        raise StoreError(f"{folder}: cannot be opened ({error}); check the folder and your right to use it") from None


def _check(folder: Path, write: bool) -> None:
    """Whether this can be a store of ours.

    Raises:
        StoreError: it cannot.
    """
    if not folder.exists() and not write:
        raise StoreError(f"{folder}: there is no store; make one with `govgraph load data/`, or name one with --store")
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file, not a store; name another folder with --store")
    if not folder.exists() or not any(folder.iterdir()):
        return
    layout = folder / _LAYOUT_FILE
    if not layout.exists() or not layout.read_bytes():
        if not (folder / "CURRENT").exists():
            if not all(_MAKING.fullmatch(file.name) for file in folder.iterdir()):
                raise StoreError(f"{folder}: is a folder of something else; name another one with --store")
            if not write:
                raise StoreError(f"{folder}: {_UNFINISHED}")
        return
    version, _, base = layout.read_text(encoding="utf-8").partition("\n")
    if version.strip() != LAYOUT:
        raise StoreError(f"{folder}: was made by another version of govgraph; load the documents into a new store")
    if base.strip() and base.strip() != iris.base():
        raise StoreError(f"{folder}: has the base {base.strip()}; set GOVGRAPH_BASE to it, or name another --store")
