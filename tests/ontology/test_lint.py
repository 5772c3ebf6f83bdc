"""The lint finds what is wrong with an ontology, and nothing where all is well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.knowing.lint import lint

ONTOLOGY = Path(__file__).parents[2] / "ontology"
LABEL = '    rdfs:label "value"@en ;\n'
DEFINITION = '    skos:definition "The number itself, as an integer and without its bound."@en ;\n'
EXAMPLE = '    skos:example "630, for \\"some 630 police chiefs\\""@en ;\n'
SHAPE = "govsh:Session-sessionOf a sh:PropertyShape ;\n"
BREAKS = {
    "missing label": ("counts.ttl", LABEL, "", "counts.ttl: gov:value has no English label"),
    "label in no language": ("counts.ttl", LABEL, LABEL.replace("@en", ""), "counts.ttl: gov:value has no English label"),
    "two labels": (
        "counts.ttl",
        LABEL,
        LABEL + LABEL.replace('"value"', '"number"'),
        "counts.ttl: gov:value has more than one English label",
    ),
    "missing definition": ("counts.ttl", DEFINITION, "", "counts.ttl: gov:value has no English definition"),
    "two definitions": (
        "counts.ttl",
        DEFINITION,
        DEFINITION + '    skos:definition "Another."@en ;\n',
        "counts.ttl: gov:value has more than one English definition",
    ),
    "missing example": ("counts.ttl", EXAMPLE, "", "counts.ttl: gov:value has no English example"),
    "undeclared term in a module": (
        "counts.ttl",
        LABEL,
        LABEL + "    rdfs:seeAlso gov:nonsense ;\n",
        "counts.ttl: gov:nonsense is not declared in any module",
    ),
    "undeclared term in a profile": (
        "organizations/interpol.ttl",
        'gov:shortName "INTERPOL" ;',
        'gov:shortName "INTERPOL" ; gov:nickname "the police" ;',
        "interpol.ttl: gov:nickname is not declared in any module",
    ),
    "undeclared term in a shape": (
        "shapes/sessions.ttl",
        "sh:path gov:sessionOf ;",
        "sh:path gov:sesionOf ;",
        "sessions.ttl: gov:sesionOf is not declared in any module",
    ),
    "undeclared term in the context": (
        "context.jsonld",
        '"Body": "gov:Body",',
        '"Body": "gov:Body", "Torso": "gov:Torso",',
        "context.jsonld: gov:Torso is not declared in any module",
    ),
    "ill-formed literal": (
        "counts.ttl",
        LABEL,
        LABEL + '    rdfs:comment "2013-99-99"^^xsd:date ;\n',
        'counts.ttl: "2013-99-99"^^<http://www.w3.org/2001/XMLSchema#date> is ill-formed',
    ),
    "unknown term of SHACL": (
        "shapes/sessions.ttl",
        SHAPE,
        SHAPE + "    sh:maxCuont 1 ;\n",
        "sessions.ttl: sh:maxCuont is no term of SHACL",
    ),
    "term declared twice": (
        "places.ttl",
        None,
        "\ngov:value a owl:DatatypeProperty .\n",
        "counts.ttl, places.ttl: gov:value is declared more than once",
    ),
    "no Turtle": ("counts.ttl", None, "\ngov:x gov:y", "counts.ttl: is no Turtle"),
    "no licence": (
        "counts.ttl",
        "    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;\n",
        "",
        "counts.ttl: the module has no dcterms:license",
    ),
    "no version": (
        "counts.ttl",
        "    owl:versionIRI <https://w3id.org/govgraph/ontology/counts/0.1.0> ;\n",
        "",
        "counts.ttl: the module has no owl:versionIRI",
    ),
    "context that is no JSON": ("context.jsonld", '"@version": 1.1,', '"@version": 1.1', "context.jsonld: is no JSON-LD"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The ontology, to be broken; without the examples of the shapes, which the lint passes over."""
    return Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology", ignore=shutil.ignore_patterns("examples")))


def test_ontology_is_whole() -> None:
    assert lint(ONTOLOGY) == []


@pytest.mark.parametrize("case", BREAKS)
def test_break_is_found(case: str, copy: Path) -> None:
    name, old, new, message = BREAKS[case]
    text = (copy / name).read_text(encoding="utf-8")
    changed = text + new if old is None else text.replace(old, new, 1)
    assert changed != text
    (copy / name).write_text(changed, encoding="utf-8")
    assert [problem for problem in lint(copy) if problem.startswith(message)]


def test_one_break_is_one_message(copy: Path) -> None:
    file = copy / "counts.ttl"
    file.write_text(file.read_text(encoding="utf-8").replace(LABEL, "", 1), encoding="utf-8")
    assert lint(copy) == ["counts.ttl: gov:value has no English label"]


def test_missing_context_is_found(copy: Path) -> None:
    (copy / "context.jsonld").unlink()
    assert lint(copy) == ["context.jsonld: is missing"]


def test_run_as_a_program_it_ends_with_1_where_there_is_a_problem(copy: Path) -> None:
    words = [sys.executable, "-m", "govgraph.knowing.lint", str(copy)]
    well = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (well.returncode, well.stdout) == (0, "the ontology is whole\n")
    (copy / "context.jsonld").unlink()
    ill = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ill.returncode, ill.stdout) == (1, "context.jsonld: is missing\n")
