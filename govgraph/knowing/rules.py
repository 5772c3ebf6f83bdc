"""The rules of inference: SPARQL CONSTRUCT files with a header that names premises, strength and assumption."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DefinitionError
from govgraph.graph import iris
from govgraph.resources import resource

STRENGTHS = ("certain", "assumed")
FOLDER = "ontology/rules"
_HEADER = re.compile(r"# (question|strength|assumes|single): (.*)\Z")
_PREMISE = re.compile(r"#   (\S+ \S+ \S+)\Z")
_CONSTRUCT = re.compile(r"\bCONSTRUCT\s*\{(?P<template>[^{}]*)\}\s*WHERE\s*\{")
_VARIABLE = re.compile(r"[?$](\w+)")
_HOLE = "urn:variable:"

Term = ox.NamedNode | ox.Literal
Pattern = tuple[Term, Term, Term]


@dataclass(frozen=True)
class Rule:
    """One rule; `template` and `premises` are triples in which `urn:variable:NAME` stands for what the query finds.

    `single` is the property of which a thing has one value, so that what is stated keeps this rule silent.
    """

    id: str
    question: str
    strength: str
    assumes: str
    single: str
    template: tuple[Pattern, ...]
    premises: tuple[Pattern, ...]
    select: str

    def fill(self, patterns: Sequence[Pattern], solution: ox.QuerySolution) -> tuple[ox.Triple, ...]:
        """The triples of these patterns for one solution of the query; one that an OPTIONAL part left unbound is left out."""
        bound = (pattern for pattern in patterns if all(_is_bound(term, solution) for term in pattern))
        return tuple(_triple(pattern, solution) for pattern in bound)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that ship with govgraph, the firmest first.

    Raises:
        DefinitionError: a file is not well formed; the message names it and says what it lacks.
    """
    found = [read_rule(file) for file in sorted(resource(FOLDER).glob("*.rq"))]
    return tuple(sorted(found, key=lambda rule: (STRENGTHS.index(rule.strength), rule.id)))


@cache
def rules_digest() -> str:
    """A digest of all rule files: derivations made by other ones are out of date."""
    content = b"".join(file.read_bytes() for file in sorted(resource(FOLDER).glob("*.rq")))
    return hashlib.sha256(content).hexdigest()


def read_rule(file: Path) -> Rule:
    """The rule in a file.

    Raises:
        DefinitionError: it is not well formed.
    """
    text = file.read_text(encoding="utf-8")
    cells: dict[str, str] = {}
    written: list[str] = []
    for line in text.splitlines():
        if found := _HEADER.match(line):
            cells[found[1]] = found[2].strip()
        elif found := _PREMISE.match(line):
            written.append(found[1])
    construct = _CONSTRUCT.search(text)
    if construct is None:
        raise DefinitionError(f"{file}: has no `CONSTRUCT {{ … }} WHERE {{`; write the rule as one such query")
    for needed in ("question", "strength"):
        if not cells.get(needed):
            raise DefinitionError(f"{file}: the header has no `# {needed}:`")
    if cells["strength"] not in STRENGTHS:
        raise DefinitionError(f"{file}: strength `{cells['strength']}` is none of {', '.join(STRENGTHS)}")
    if (cells["strength"] == "assumed") != bool(cells.get("assumes")):
        raise DefinitionError(f"{file}: `assumed` needs `# assumes:` and what is taken for granted; `certain` needs none")
    if not written:
        raise DefinitionError(f"{file}: the header names no premises; write each as `#   ?thing gov:property ?value`")
    head = text[: construct.start()]
    prefixes = "\n".join(re.findall(r"^PREFIX .*$", head, re.MULTILINE))
    template = _patterns(construct["template"], prefixes, file)
    premises = _patterns(" .\n".join(written), prefixes, file)
    names = sorted({name for pattern in (*template, *premises) for term in pattern if (name := _hole(term))})
    select = f"{head}SELECT DISTINCT {' '.join('?' + name for name in names)} WHERE {{{text[construct.end() :]}"
    try:
        ox.Store().query(select, prefixes=iris.prefixes())
    except SyntaxError as error:
        raise DefinitionError(f"{file}: is no SPARQL: {' '.join(str(error).split())}") from None
    single = cells.get("single", "")
    return Rule(
        file.stem,
        cells["question"],
        cells["strength"],
        cells.get("assumes", ""),
        iris.expand(single) if single else "",
        template,
        premises,
        select,
    )


def _patterns(text: str, prefixes: str, file: Path) -> tuple[Pattern, ...]:
    """Triple patterns, read as Turtle with an IRI in place of each variable."""
    filled = _VARIABLE.sub(lambda found: f"<{_HOLE}{found[1]}>", text)
    turtle = f"{prefixes}\n{filled}"
    turtle += "" if turtle.rstrip().endswith(".") else " ."
    found = []
    try:
        for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE):
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.NamedNode | ox.Literal)
            found.append((quad.subject, quad.predicate, quad.object))
    except (SyntaxError, AssertionError) as error:
        raise DefinitionError(f"{file}: `{' '.join(text.split())}` is no list of triple patterns ({error})") from None
    return tuple(found)


def _hole(term: Term) -> str | None:
    return term.value.removeprefix(_HOLE) if isinstance(term, ox.NamedNode) and term.value.startswith(_HOLE) else None


def _is_bound(term: Term, solution: ox.QuerySolution) -> bool:
    name = _hole(term)
    return name is None or solution[name] is not None


def _triple(pattern: Pattern, solution: ox.QuerySolution) -> ox.Triple:
    subject, predicate, value = (_filled(term, solution) for term in pattern)
    assert isinstance(subject, ox.NamedNode)
    assert isinstance(predicate, ox.NamedNode)
    return ox.Triple(subject, predicate, value)


def _filled(term: Term, solution: ox.QuerySolution) -> Term:
    name = _hole(term)
    if name is None:
        return term
    found = solution[name]
    assert isinstance(found, ox.NamedNode | ox.Literal)
    return found
