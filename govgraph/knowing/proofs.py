"""How something that no sentence says follows from what sentences say: a tree from the statement down to the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.derived import FLAT, flat_names, flat_value
from govgraph.asking.results import shorten
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.graph.units import is_derivation
from govgraph.knowing.explanations import Evidence, Sentence, sentences_of

_DEEPEST = 40
Found = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """One derivation of a statement: the rule, its question, what it takes for granted, and the premises."""

    derivation: str
    rule: str
    question: str
    assumes: str
    premises: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A statement with the sentences and reference graphs that say it, and the ways in which it follows from others.

    `subject`, `property` and `value` are flat where there is a flat form, else CURIEs.
    """

    subject: str
    property: str
    value: str
    sentences: tuple[Sentence, ...]
    references: tuple[str, ...]
    ways: tuple[Way, ...]


def derived_about(store: GraphStore, thing: str, property_: str | None = None) -> list[ox.Triple]:
    """What follows about a thing (IRI, CURIE or flat subject): the triples with it as subject, or else as object, sorted.

    Of one property, if given: it is a flat one or a term of the ontology (`heldAtSession`).

    Raises:
        UnknownThingError: `thing` has no such form.
    """
    subject = ox.NamedNode(iris.expand(thing))
    query = f"""SELECT DISTINCT ?p ?o {{
      GRAPH ?derivation {{ {subject} ?p ?o }} GRAPH ?about {{ ?derivation a gov:Derivation }} }}"""
    found = [ox.Triple(subject, row["p"], row["o"]) for row in _rows(store, query)]
    wanted = [one for one in found if property_ in (None, *_names(one.predicate))]
    if property_ is not None and not wanted:  # who held an office at a session is told of the holding, and asked of the session
        query = f"""SELECT DISTINCT ?s ?p {{
          GRAPH ?derivation {{ ?s ?p {subject} }} GRAPH ?about {{ ?derivation a gov:Derivation }} }}"""
        wanted = [ox.Triple(row["s"], row["p"], subject) for row in _rows(store, query) if property_ in _names(row["p"])]
    return sorted(wanted, key=str)


def prove(store: GraphStore, triples: Iterable[ox.Triple]) -> list[Proof]:
    """The proofs of some triples, in their order."""
    wanted = list(triples)
    said = _Said(store)
    said.learn(wanted)
    return [said.proof(triple, ()) for triple in wanted]


def _rows(store: GraphStore, query: str) -> ox.QuerySolutions:
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return solutions


def _names(predicate: ox.NamedNode) -> tuple[str, str]:
    return _property(predicate), predicate.value.rpartition("#")[2]


def _property(predicate: ox.NamedNode) -> str:
    return FLAT.get(predicate) or shorten(predicate.value).removeprefix("gov:")


@dataclass(frozen=True, slots=True)
class _Step:
    rule: str
    question: str
    assumes: str
    premises: tuple[ox.Triple, ...]


class _Said:
    """Which graphs say which triples, and by which steps the others were derived; fetched level by level."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.graphs: dict[ox.Triple, list[str]] = {}
        self.steps: dict[str, _Step] = {}
        self.sentences: dict[str, Sentence] = {}
        self.names: dict[str, str] = {}

    def learn(self, triples: Iterable[ox.Triple]) -> None:
        """All that the proofs of these triples need."""
        level = list(dict.fromkeys(triples))
        for _ in range(_DEEPEST):
            level = [triple for triple in level if triple not in self.graphs]
            if not level:
                break
            for triple in level:
                self.graphs[triple] = []
            rows = " ".join(f"({one.subject} {one.predicate} {one.object})" for one in level)
            query = f"SELECT DISTINCT ?g ?s ?p ?o {{ VALUES (?s ?p ?o) {{ {rows} }} GRAPH ?g {{ ?s ?p ?o }} }}"
            for row in _rows(self.store, query):
                self.graphs[ox.Triple(row["s"], row["p"], row["o"])].append(row["g"].value)
            new = {graph for triple in level for graph in self.graphs[triple] if is_derivation(ox.NamedNode(graph))}
            if unknown := new - self.steps.keys():
                self._learn_steps(unknown)
            level = [triple for graph in sorted(new & self.steps.keys()) for triple in self.steps[graph].premises]
        told = {graph for graphs in self.graphs.values() for graph in graphs if "#" in graph}
        self.sentences = sentences_of(self.store, told) if told else {}
        things = {term.value for one in self.graphs for term in (one.subject, one.object) if isinstance(term, ox.NamedNode)}
        self.names = flat_names(self.store, things)

    def _learn_steps(self, graphs: set[str]) -> None:
        values = " ".join(str(ox.NamedNode(graph)) for graph in sorted(graphs))
        query = f"""SELECT ?graph ?rule ?question ?assumes ?s ?p ?o {{ VALUES ?graph {{ {values} }} GRAPH ?about {{
          ?graph gov:byRule ?rule ; gov:premise ?said . ?rule rdfs:label ?question . OPTIONAL {{ ?rule gov:assumes ?assumes }}
          ?said rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }} }}"""
        found: dict[str, tuple[Found, list[ox.Triple]]] = {}
        for row in _rows(self.store, query):
            told = (row["rule"].value.rpartition("/")[2], row["question"].value, row["assumes"].value if row["assumes"] else "")
            found.setdefault(row["graph"].value, (told, []))[1].append(ox.Triple(row["s"], row["p"], row["o"]))
        for graph, (told, premises) in found.items():
            self.steps[graph] = _Step(*told, tuple(sorted(premises, key=str)))

    def proof(self, triple: ox.Triple, path: tuple[ox.Triple, ...]) -> Proof:
        graphs = sorted(self.graphs.get(triple, ()))
        ways = () if triple in path else tuple(self._ways(graphs, (*path, triple)))
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal)
        return Proof(
            self._shown(triple.subject),
            _property(triple.predicate),
            flat_value(triple.object) if triple.predicate in FLAT else self._shown(triple.object),
            tuple(self.sentences[graph] for graph in graphs if graph in self.sentences),
            tuple(graph for graph in graphs if "#" not in graph and not is_derivation(ox.NamedNode(graph))),
            ways,
        )

    def _ways(self, graphs: Iterable[str], path: tuple[ox.Triple, ...]) -> Iterator[Way]:
        for graph in graphs:
            step = self.steps.get(graph)
            if step:
                premises = tuple(self.proof(premise, path) for premise in step.premises)
                yield Way(graph, step.rule, step.question, step.assumes, premises)

    def _shown(self, term: ox.NamedNode | ox.Literal) -> str:
        if isinstance(term, ox.NamedNode):
            return self.names.get(term.value) or shorten(term.value)
        return term.value


def prove_read(evidence: Iterable[Evidence]) -> list[Proof]:
    """What was read, in the form of proofs: each statement with its sentences."""
    found: dict[Found, list[Sentence]] = {}
    for one in evidence:
        sentences = found.setdefault((one.row.subject, one.row.property, one.row.value), [])
        sentences.extend(sentence for sentence in (one.sentence, *one.support) if sentence not in sentences)
    return [Proof(*told, tuple(sentences), (), ()) for told, sentences in found.items()]


def is_derived(proof: Proof) -> bool:
    """Whether nothing says a statement, and it only follows."""
    return bool(proof.ways) and not proof.sentences and not proof.references


def as_mermaid(proofs: Iterable[Proof]) -> str:
    """The proofs as a Mermaid flowchart: sentences at the bottom, what follows from them above."""
    lines = ["flowchart BT"]
    names: dict[str, str] = {}

    def name_of(text: str, shape: tuple[str, str]) -> str:
        if text not in names:
            names[text] = f"n{len(names)}"
            quoted = text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
            lines.append(f'  {names[text]}{shape[0]}"{quoted}"{shape[1]}')
        return names[text]

    def link(one: str, two: str) -> None:
        line = f"  {one} --> {two}"
        if line not in lines:
            lines.append(line)

    def draw(proof: Proof) -> str:
        top = name_of(f"{proof.subject} {proof.property} {proof.value}", ("([", "])") if is_derived(proof) else ("[", "]"))
        for sentence in proof.sentences:
            words = " ".join(sentence.exact.split())
            link(name_of(f"{words} ({sentence.file})", (">", "]")), top)
        for reference in proof.references:
            link(name_of(shorten(reference), ("[(", ")]")), top)
        for way in proof.ways:
            rule = name_of(f"{way.rule}: {way.assumes or way.question}", ("{{", "}}"))
            link(rule, top)
            for premise in way.premises:
                link(draw(premise), rule)
        return top

    for proof in proofs:
        draw(proof)
    return "\n".join(lines) + "\n"
