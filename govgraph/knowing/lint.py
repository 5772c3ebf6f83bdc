"""Is the ontology whole? Every term declared once with label, definition and example; literals and SHACL terms well formed.

`python -m govgraph.knowing.lint [FOLDER]` prints one problem a line and exits with 1 where there is one.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.graph.iris import PREFIXES
from govgraph.reading.profiles import GOV
from govgraph.resources import resource

if TYPE_CHECKING:
    import rdflib

_KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "NamedIndividual", "AnnotationProperty")
_HEADER = ("title", "description", "license")


def lint(folder: Path) -> list[str]:
    """The problems of an ontology folder, one message each: the file, the term, and what is wrong. Empty where all is well."""
    graphs: dict[Path, rdflib.Graph] = {}
    problems: list[str] = []
    for file in sorted(folder.rglob("*.ttl")):
        if "examples" in file.parts:
            continue  # failing examples are wrong on purpose
        found = _parsed(file)
        if isinstance(found, str):
            problems.append(found)
        else:
            graphs[file] = found
    modules = {file: graph for file, graph in graphs.items() if file.parent == folder}
    problems += _declarations(modules)
    problems += _headers(modules)
    declared = {term for graph in modules.values() for term in _declared(graph)}
    for file, graph in graphs.items():
        problems += _uses(file, graph, declared)
    problems += _context(folder / "context.jsonld", declared)
    return problems


def _parsed(file: Path) -> rdflib.Graph | str:
    import rdflib

    try:
        return rdflib.Graph().parse(file, format="turtle")
    except Exception as error:  # rdflib raises whatever its parser met
        return f"{file.name}: is no Turtle: {' '.join(str(error).split())[:200]}"


def _declared(graph: rdflib.Graph) -> Iterator[str]:
    import rdflib

    for kind in _KINDS:
        for term in graph.subjects(rdflib.RDF.type, rdflib.OWL[kind]):
            if str(term).startswith(GOV):
                yield str(term)


def _declarations(modules: dict[Path, rdflib.Graph]) -> Iterator[str]:
    import rdflib

    homes: dict[str, set[Path]] = defaultdict(set)
    for file, graph in modules.items():
        for term in _declared(graph):
            homes[term].add(file)
    for term, files in sorted(homes.items()):
        name = f"gov:{term.removeprefix(GOV)}"
        if len(files) > 1:
            yield f"{', '.join(sorted(file.name for file in files))}: {name} is declared more than once"
        file = min(files)
        graph, subject = modules[file], rdflib.URIRef(term)
        for predicate, what in (
            (rdflib.RDFS.label, "label"),
            (rdflib.SKOS.definition, "definition"),
            (rdflib.SKOS.example, "example"),
        ):
            found = [value for value in graph.objects(subject, predicate) if getattr(value, "language", None) == "en"]
            if not found:
                yield f"{file.name}: {name} has no English {what}"
            elif len(found) > 1 and what != "example":
                yield f"{file.name}: {name} has more than one English {what}"
        if graph.value(subject, rdflib.RDFS.isDefinedBy) is None:
            yield f"{file.name}: {name} does not say by which module it is defined (rdfs:isDefinedBy)"


def _headers(modules: dict[Path, rdflib.Graph]) -> Iterator[str]:
    import rdflib

    for file, graph in modules.items():
        ontology = graph.value(None, rdflib.RDF.type, rdflib.OWL.Ontology)
        if ontology is None:
            yield f"{file.name}: has no owl:Ontology"
            continue
        for name in _HEADER:
            if graph.value(ontology, rdflib.DCTERMS[name]) is None:
                yield f"{file.name}: the module has no dcterms:{name}"
        if graph.value(ontology, rdflib.OWL.versionIRI) is None:
            yield f"{file.name}: the module has no owl:versionIRI"


def _uses(file: Path, graph: rdflib.Graph, declared: set[str]) -> Iterator[str]:
    import rdflib

    terms = sorted({term for triple in graph for term in triple if isinstance(term, rdflib.URIRef)})
    for term in terms:
        if term.startswith(GOV) and str(term) not in declared and term != rdflib.URIRef(GOV):
            yield f"{file.name}: gov:{term.removeprefix(GOV)} is not declared in any module"
        elif term.startswith(PREFIXES["sh"]) and term not in rdflib.SH:
            yield f"{file.name}: sh:{term.removeprefix(PREFIXES['sh'])} is no term of SHACL"
    for subject, predicate, value in sorted(graph):
        if isinstance(value, rdflib.Literal) and value.ill_typed:
            yield f"{file.name}: {value.n3()} is ill-formed (at {subject}, {predicate})"


def _context(file: Path, declared: set[str]) -> Iterator[str]:
    if not file.exists():
        yield f"{file.name}: is missing"
        return
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))["@context"]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        yield f"{file.name}: is no JSON-LD context: {error}"
        return
    mapped = {str(entry.get("@id", "") if isinstance(entry, dict) else entry) for entry in entries.values()}
    for name in sorted(mapped):
        if name.startswith("gov:") and GOV + name[4:] not in declared:
            yield f"{file.name}: {name} is not declared in any module"


if __name__ == "__main__":
    found = lint(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("ontology"))
    print("\n".join(found) or "the ontology is whole")
    sys.exit(1 if found else 0)
