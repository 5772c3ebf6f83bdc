"""What contradicts itself, what is missing, and what is out of line: the questions of `queries/checks/`, asked of the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from govgraph.asking.results import shorten, shown
from govgraph.errors import DefinitionError
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import Sentence, sentences_behind
from govgraph.knowing.proofs import Proof, prove
from govgraph.resources import resource

KINDS = ("conflict", "outlier", "gap")
_HEADER = re.compile(r"# (question|kind|message): (.+)\Z")
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Check:
    """A question whose answers are findings."""

    id: str
    kind: str
    question: str
    message: str
    sparql: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: a thing and a property (IRIs, empty where there is none), a value, the sentences that say so."""

    thing: str
    path: str
    value: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Something to look at, with one side or two."""

    kind: str
    check: str
    message: str
    sides: tuple[Side, ...]


@cache
def checks() -> tuple[Check, ...]:
    """The checks that ship with govgraph, by kind and name.

    Raises:
        DefinitionError: a file is not well formed.
    """
    found = [read_check(file) for file in sorted(resource("queries/checks").glob("*.rq"))]
    return tuple(sorted(found, key=lambda check: (KINDS.index(check.kind), check.id)))


def read_check(file: Path) -> Check:
    """The check in a file.

    Raises:
        DefinitionError: the header lacks something, or names no kind.
    """
    text = file.read_text(encoding="utf-8")
    cells = {found[1]: found[2] for line in text.splitlines() if (found := _HEADER.match(line))}
    for needed in ("question", "kind", "message"):
        if needed not in cells:
            raise DefinitionError(f"{file}: the header has no `# {needed}:`")
    if cells["kind"] not in KINDS:
        raise DefinitionError(f"{file}: kind `{cells['kind']}` is none of {', '.join(KINDS)}")
    return Check(file.stem, cells["kind"], cells["question"], cells["message"], text)


def check_graph(store: GraphStore, kinds: Iterable[str] = KINDS, thing: str = "") -> list[CheckFinding]:
    """The findings of some kinds, conflicts first; with `thing` (an IRI) only those about it or what lies below it."""
    wanted = set(kinds)
    found = []
    for check in checks():
        if check.kind in wanted:
            solutions = store.query(check.sparql)
            assert isinstance(solutions, ox.QuerySolutions)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                row = {name: solution[name] for name in names if solution[name] is not None}
                if not thing or _is_about(row, thing):
                    found.append(_finding(store, check, row))
    return found


def _is_about(row: Mapping[str, object], thing: str) -> bool:
    terms = (row.get("thing"), row.get("otherThing"))
    return any(isinstance(term, ox.NamedNode) and (term.value + "/").startswith(thing + "/") for term in terms)


def _finding(store: GraphStore, check: Check, row: Mapping[str, object]) -> CheckFinding:
    path = row.get("path")
    words = {name: shown(term) for name, term in row.items()}
    words["property"] = shorten(path.value).removeprefix("gov:") if isinstance(path, ox.NamedNode) else ""
    message = _FIELD.sub(lambda field: words.get(field[1], field[0]), check.message)
    sides = [_side(store, row, "thing", "path", "value")]
    if "otherThing" in row:
        sides.append(_side(store, row, "otherThing", "otherPath", "other"))
    return CheckFinding(check.kind, check.id, message, tuple(sides))


def _side(store: GraphStore, row: Mapping[str, object], thing: str, path: str, value: str) -> Side:
    subject, predicate, told = row.get(thing), row.get(path), row.get(value)
    who, which, what = (
        term.value if isinstance(term, ox.NamedNode | ox.Literal) else "" for term in (subject, predicate, told)
    )
    sentences: tuple[Sentence, ...] = ()
    if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode):
        sentences = tuple(sentences_behind(store, who, which, what))
        if not sentences and isinstance(told, ox.NamedNode | ox.Literal):
            sentences = tuple(dict.fromkeys(_leaves(prove(store, [ox.Triple(subject, predicate, told)]))))
    return Side(who, which, what, sentences)


def _leaves(proofs: Iterable[Proof]) -> Iterable[Sentence]:
    for proof in proofs:
        yield from proof.sentences
        for way in proof.ways:
            yield from _leaves(way.premises)
