"""Each gov: term in use anywhere is declared once, and tells what it means."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from govgraph import Graph

REPOSITORY = Path(__file__).parents[2]
ONTOLOGY = REPOSITORY / "ontology"
MODULES = sorted(ONTOLOGY.glob("*.ttl"))
PROFILES = sorted((ONTOLOGY / "organizations").glob("*.ttl"))
SHAPES = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
EXAMPLES = sorted((ONTOLOGY / "shapes" / "examples").glob("*.ttl"))
GOV = "https://w3id.org/govgraph/ontology#"
SH = "http://www.w3.org/ns/shacl#"
OWL, RDF, RDFS, SKOS = (str(one) for one in (rdflib.OWL, rdflib.RDF, rdflib.RDFS, rdflib.SKOS))
KINDS = {OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")}
CORE = """
Shape NodeShape PropertyShape PropertyGroup Parameterizable Severity Violation Warning Info NodeKind IRI Literal BlankNode
BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral ValidationReport ValidationResult AbstractResult ConstraintComponent
targetClass targetNode targetObjectsOf targetSubjectsOf path inversePath alternativePath zeroOrMorePath oneOrMorePath
zeroOrOnePath property node class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive
minLength maxLength pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone
qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount qualifiedMaxCount closed ignoredProperties hasValue in
severity message deactivated name description order group defaultValue shapesGraph entailment suggestedShapesGraph
"""
SPARQL = """
sparql select ask SPARQLConstraint SPARQLConstraintComponent SPARQLSelectValidator SPARQLAskValidator prefixes declare prefix
namespace PrefixDeclaration parameter Parameter validator nodeValidator propertyValidator optional labelTemplate
"""
SHACL = set(re.findall(r"\w+", CORE + SPARQL))


@cache
def triples(file: Path) -> tuple[ox.Triple, ...]:
    return tuple(quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))


@cache
def every(files: tuple[Path, ...]) -> tuple[ox.Triple, ...]:
    return tuple(triple for file in files for triple in triples(file))


@cache
def declarations() -> dict[str, list[Path]]:
    """The gov: terms with the modules that give each a type of OWL."""
    found: dict[str, set[Path]] = defaultdict(set)
    for file in MODULES:
        for triple in triples(file):
            if triple.predicate.value == RDF + "type" and isinstance(triple.subject, ox.NamedNode):
                kind = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
                if kind in KINDS and triple.subject.value.startswith(GOV):
                    found[triple.subject.value].add(file)
    return {term: sorted(files) for term, files in found.items()}


def terms_in(statements: tuple[ox.Triple, ...]) -> set[str]:
    """The gov: terms in triples, and in the SPARQL and paths that stand in their literals."""
    found = set()
    for triple in statements:
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith(GOV):
                found.add(term.value)
            elif isinstance(term, ox.Literal) and triple.predicate.value in (SH + "select", SH + "ask"):
                found |= {GOV + name for name in re.findall(r"\bgov:(\w+)", term.value)}
    return found - {GOV}


def values(term: str, predicate: str) -> list[ox.Literal | ox.NamedNode]:
    return [
        triple.object
        for triple in every(tuple(MODULES))
        if triple.subject == ox.NamedNode(term)
        and triple.predicate.value == predicate
        and isinstance(triple.object, ox.Literal | ox.NamedNode)
    ]


def english(term: str, predicate: str) -> list[str]:
    return [value.value for value in values(term, predicate) if isinstance(value, ox.Literal) and value.language == "en"]


def test_there_are_terms() -> None:
    assert len(declarations()) > 100
    assert GOV + "Session" in declarations()


def test_every_term_is_declared_in_one_module() -> None:
    assert {term: files for term, files in declarations().items() if len(files) != 1} == {}


def test_every_term_has_one_label_one_definition_an_example_and_its_module() -> None:
    problems = []
    for term, files in declarations().items():
        if len(english(term, RDFS + "label")) != 1 or len(values(term, RDFS + "label")) != 1:
            problems.append(f"{term}: label")
        if len(english(term, SKOS + "definition")) != 1 or len(values(term, SKOS + "definition")) != 1:
            problems.append(f"{term}: definition")
        if not english(term, SKOS + "example"):
            problems.append(f"{term}: example")
        module = ox.NamedNode(f"https://w3id.org/govgraph/ontology/{files[0].stem}")
        if values(term, RDFS + "isDefinedBy") != [module]:
            problems.append(f"{term}: isDefinedBy")
    assert problems == []


def test_no_two_terms_have_the_same_definition() -> None:
    homes = defaultdict(set)
    for term in declarations():
        for text in english(term, SKOS + "definition"):
            homes[text].add(term)
    assert {text: terms for text, terms in homes.items() if len(terms) > 1} == {}


@pytest.mark.parametrize("file", [*MODULES, *PROFILES, *SHAPES], ids=lambda file: file.name)
def test_file_uses_declared_terms_only(file: Path) -> None:
    assert terms_in(triples(file)) - set(declarations()) == set()


def test_examples_use_declared_terms_only() -> None:
    assert terms_in(every(tuple(EXAMPLES))) - set(declarations()) == set()


def test_queries_use_declared_terms_only() -> None:
    used = {}
    for file in sorted((REPOSITORY / "queries").glob("*.rq")):
        text = re.sub(r'"[^"\n]*"', '""', file.read_text(encoding="utf-8"))
        used[file.name] = {GOV + name for name in re.findall(r"\bgov:(\w+)", text)}
    assert sum(map(len, used.values())) > 100
    assert {name: terms - set(declarations()) for name, terms in used.items() if terms - set(declarations())} == {}


def test_loaded_data_uses_declared_terms_only() -> None:
    graph = Graph()
    graph.load(REPOSITORY / "data")
    used = terms_in(tuple({quad.triple for quad in graph.store.quads()}))
    assert len(used) > 60
    assert used - set(declarations()) == set()


def context() -> dict[str, object]:
    content = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert isinstance(content, dict)
    return content


def mapped() -> dict[str, str]:
    """The names of the context with the gov: terms that they stand for."""
    found = {}
    for name, entry in context().items():
        target = entry.get("@id", "") if isinstance(entry, dict) else entry
        if isinstance(target, str) and target.startswith("gov:"):
            found[name] = GOV + target.removeprefix("gov:")
    return found


def test_context_covers_every_property_and_class_under_its_own_name() -> None:
    declared = {term.removeprefix(GOV): term for term in declarations()}
    names = mapped()
    missing = {
        name
        for name, term in declared.items()
        if names.get(name) != term and not any(value.value == OWL + "NamedIndividual" for value in values(term, RDF + "type"))
    }
    assert missing == set()


def test_context_maps_to_declared_terms_only() -> None:
    assert set(mapped().values()) - set(declarations()) == set()


def test_context_makes_iris_of_the_values_of_object_properties() -> None:
    wrong = []
    for term in declarations():
        if ox.NamedNode(OWL + "ObjectProperty") in values(term, RDF + "type"):
            entry = context()[term.removeprefix(GOV)]
            if not isinstance(entry, dict) or entry.get("@type") not in ("@id", "@vocab"):
                wrong.append(term)
    assert wrong == []


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.name)
def test_shapes_use_known_terms_of_shacl_only(file: Path) -> None:
    used = {
        term.value.removeprefix(SH)
        for triple in triples(file)
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(SH)
    }
    assert used
    assert used - SHACL == set()


@pytest.mark.parametrize("file", [*MODULES, *PROFILES, *SHAPES], ids=lambda file: file.name)
def test_literals_are_well_formed(file: Path) -> None:
    graph = rdflib.Graph().parse(file, format="turtle")
    assert [value.n3() for value in graph.objects() if isinstance(value, rdflib.Literal) and value.ill_typed] == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_module_has_title_description_licence_and_version(file: Path) -> None:
    name = "ontology" if file.stem == "govgraph" else f"ontology/{file.stem}"
    module = ox.NamedNode(f"https://w3id.org/govgraph/{name}")
    said = {triple.predicate.value: triple.object for triple in triples(file) if triple.subject == module}
    terms = "http://purl.org/dc/terms/"
    assert said[RDF + "type"] == ox.NamedNode(OWL + "Ontology")
    assert said[terms + "license"] == ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
    assert said[OWL + "versionIRI"] == ox.NamedNode(f"{module.value}/0.1.0")
    for key in ("title", "description"):
        text = said[terms + key]
        assert isinstance(text, ox.Literal)
        assert text.language == "en"


def test_whole_ontology_imports_every_topic_module() -> None:
    imported = {
        triple.object.value
        for triple in triples(ONTOLOGY / "govgraph.ttl")
        if triple.predicate.value == OWL + "imports" and isinstance(triple.object, ox.NamedNode)
    }
    topics = {file.stem for file in MODULES} - {"govgraph", "alignments"}
    assert imported == {f"https://w3id.org/govgraph/ontology/{name}" for name in topics}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_modules_import_what_they_use(file: Path) -> None:
    """A module imports the homes of the terms that it uses, and nothing that is not there."""
    imported = {
        triple.object.value.rpartition("/")[2]
        for triple in triples(file)
        if triple.predicate.value == OWL + "imports" and isinstance(triple.object, ox.NamedNode)
    }
    assert imported - {"ontology"} <= {one.stem for one in MODULES}
    if file.stem not in ("govgraph", "alignments"):
        homes = {declarations()[term][0].stem for term in terms_in(triples(file))}
        assert homes - {file.stem} <= imported


@pytest.mark.parametrize("file", [*MODULES, *PROFILES], ids=lambda file: file.name)
def test_no_blank_nodes(file: Path) -> None:
    assert [
        triple
        for triple in triples(file)
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode)
    ] == []


@pytest.mark.parametrize("file", PROFILES, ids=lambda file: file.name)
def test_profile_has_label_short_name_main_body_and_a_source(file: Path) -> None:
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        """SELECT ?organization ?short ?label ?body ?name ?graph ?source {
          ?organization a gov:Organization ; gov:mainBody ?body .
          OPTIONAL { ?organization gov:shortName ?short } OPTIONAL { ?organization rdfs:label ?label }
          OPTIONAL { ?body a gov:Body ; gov:bodyOf ?organization ; rdfs:label ?name }
          ?graph a gov:ReferenceGraph . OPTIONAL { ?graph <http://purl.org/dc/terms/source> ?source } }""",
        prefixes={"gov": GOV, "rdfs": RDFS},
    )
    assert isinstance(rows, ox.QuerySolutions)
    found = list(rows)
    assert len({str(row["organization"]) for row in found}) == 1
    for row in found:
        assert all(row[name] is not None for name in ("short", "label", "body", "name", "source")), str(row)
        assert row["graph"] == ox.NamedNode(f"https://w3id.org/govgraph/graph/profile/{file.stem}")


def test_short_names_are_of_one_organisation_each() -> None:
    homes = defaultdict(set)
    for triple in every(tuple(PROFILES)):
        if triple.predicate.value == GOV + "shortName" and isinstance(triple.object, ox.Literal):
            homes[triple.object.value].add(str(triple.subject))
    assert len(homes) >= len(PROFILES)
    assert {name: things for name, things in homes.items() if len(things) > 1} == {}
