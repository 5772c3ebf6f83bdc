"""The W3C's tests of SHACL Core, which lie in the source distribution of pySHACL: what the engine passes, `validate` passes.

Compared are the results with severity, focus node, path, value, component and shape, each once; blank nodes have no name.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
import rdflib
import shifty
from rdflib.namespace import RDF, SH

from tests.commands.cli import fine

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = rdflib.Namespace("http://www.w3.org/ns/shacl-test#")
Result = tuple[str, ...]


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("w3c")
    wanted = f"pyshacl=={metadata.version('pyshacl')}"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        ":all:",
        "-d",
        str(folder),
    ]
    done = subprocess.run([*pip, wanted], capture_output=True, text=True, check=False)
    archives = list(folder.glob("*.tar.gz"))
    if not archives:
        pytest.skip(f"the tests of the W3C could not be downloaded with {wanted}: {done.stderr.strip()[-200:]}")
    with tarfile.open(archives[0]) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.glob("*/test/resources/sht_tests/core"))


def test_what_the_engine_passes_validate_passes(suite: Path) -> None:
    passed, failed = 0, []
    for file in sorted(suite.rglob("*.ttl")):
        graph = parsed(file)
        for test in graph.subjects(RDF.type, SHT.Validate):
            action, report = graph.value(test, MF.action), graph.value(test, MF.result)
            expected = set(results(graph, report))
            data, shapes = (path(graph.value(action, one)) for one in (SHT.dataGraph, SHT.shapesGraph))
            if set(engine(data, shapes)) != expected:
                continue
            passed += 1
            if validated(data, shapes) != expected:
                failed.append(str(test))
    assert failed == []
    assert passed >= 90


def parsed(file: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(file, publicID=file.as_uri())


def path(iri: object) -> Path:
    return Path(str(iri).removeprefix("file://"))


def engine(data: Path, shapes: Path) -> Iterator[Result]:
    _, report, _ = shifty.validate(parsed(data), parsed(shapes), infer=False)
    assert isinstance(report, rdflib.Graph)
    yield from results(report, report.value(None, RDF.type, SH.ValidationReport))


def results(graph: rdflib.Graph, report: rdflib.term.Node | None) -> Iterator[Result]:
    names = ("resultSeverity", "focusNode", "resultPath", "value", "sourceConstraintComponent", "sourceShape")
    for result in graph.objects(report, SH.result):
        yield tuple(cell(graph.value(result, SH[name])) for name in names)


def cell(node: object) -> str:
    return "" if node is None or isinstance(node, rdflib.BNode) else str(node).removeprefix(str(SH))


def validated(data: Path, shapes: Path) -> set[Result]:
    words = ("--data", data, "--shapes", shapes, "--format", "json", "--fail-on", "never")
    found = json.loads(fine("validate", *words).stdout)
    keys = ("severity", "focus", "path", "value", "component", "shape")
    return {tuple(one[key].removeprefix(str(SH)) for key in keys) for one in found}
