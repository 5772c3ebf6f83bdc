"""Every case of `tests/queries/cases.yaml`, asked of Oxigraph and, with the same text, of rdflib."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
import yaml

from govgraph.asking.queries import bind, queries, run
from govgraph.asking.results import serialize
from govgraph.graph.store import GraphStore

FOLDER = Path(__file__).parents[1] / "queries"
CASES: list[dict[str, Any]] = yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8"))
PARAMETERS = [pytest.param(case, id=case["expected"]) for case in CASES]


@cache
def store(files: tuple[str, ...]) -> GraphStore:
    found = ox.Store()
    for file in files:
        found.load(path=str(FOLDER / file), format=ox.RdfFormat.TRIG)
    return GraphStore(found)


@cache
def dataset(files: tuple[str, ...]) -> rdflib.Dataset:
    found = rdflib.Dataset(default_union=True)
    for file in files:
        found.parse(FOLDER / file, format="trig")
    return found


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def expected_triples(case: dict[str, Any]) -> set[str]:
    text = (FOLDER / case["expected"]).read_text(encoding="utf-8")
    return {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)}


def expected_rows(case: dict[str, Any]) -> list[list[str]]:
    return rows((FOLDER / case["expected"]).read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", PARAMETERS)
def test_oxigraph_answers_as_expected(case: dict[str, Any]) -> None:
    answer = run(store(tuple(case["data"])), queries()[case["query"]], case["parameters"])
    if case["expected"].endswith(".csv"):
        assert isinstance(answer, ox.QuerySolutions)
        assert rows(serialize(answer, "csv").decode()) == expected_rows(case)
    else:
        assert isinstance(answer, ox.QueryTriples)
        assert {str(triple) for triple in answer} == expected_triples(case)


@pytest.mark.parametrize("case", PARAMETERS)
def test_rdflib_answers_as_expected(case: dict[str, Any]) -> None:
    answer = dataset(tuple(case["data"])).query(bind(queries()[case["query"]], case["parameters"]))
    if case["expected"].endswith(".csv"):
        written = answer.serialize(format="csv")
        assert written is not None
        assert rows(written.decode()) == expected_rows(case)
    else:
        assert answer.graph is not None
        written = answer.graph.serialize(format="nt", encoding="utf-8")
        assert {str(quad.triple) for quad in ox.parse(written, format=ox.RdfFormat.N_TRIPLES)} == expected_triples(case)


def test_no_case_expects_nothing() -> None:
    assert [case["expected"] for case in CASES if not (FOLDER / case["expected"]).read_text(encoding="utf-8").strip()] == []
