"""Every quad of the loaded `data/` leads back to its words: a sentence, a row, a document, or reference data."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from functools import cache

import pyoxigraph as ox
import pytest

from govgraph import Graph

from .kit import BASE, DATA, GOV, has_blank_node, iris_of, is_valid_iri

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SENTENCE = re.compile(rf"({re.escape(BASE)}document/([0-9a-f]{{64}}))#char=(\d+),(\d+)")
ROW = re.compile(rf"({re.escape(BASE)}document/([0-9a-f]{{64}}))#row=(\d+)")
DOCUMENT = re.compile(rf"{re.escape(BASE)}document/([0-9a-f]{{64}})")
REFERENCE = re.compile(rf"{re.escape(BASE)}graph/[a-z0-9/-]+")

Description = dict[str, dict[str, list[str]]]


@cache
def texts() -> dict[str, str]:
    """The texts of all files in `data/`, by the SHA-256 of their bytes."""
    files = (file for file in DATA.rglob("*") if file.suffix in (".txt", ".csv"))
    return {
        hashlib.sha256(data).hexdigest(): data.decode("utf-8").replace("\r\n", "\n")
        for data in (file.read_bytes() for file in files)
    }


@pytest.fixture(scope="module")
def quads(loaded: Graph) -> list[ox.Quad]:
    return list(loaded.store.quads())


@pytest.fixture(scope="module")
def described(quads: list[ox.Quad]) -> dict[str, Description]:
    """What each graph says: graph, subject, predicate, values."""
    found: dict[str, Description] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for quad in quads:
        assert isinstance(quad.graph_name, ox.NamedNode)
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        found[quad.graph_name.value][quad.subject.value][quad.predicate.value].append(quad.object.value)
    return found


def one(values: list[str]) -> str:
    assert len(values) == 1, values
    return values[0]


def problem_of_graph(graph: str, described: dict[str, Description]) -> str | None:
    """Why a graph's origin is not properly told; None where it is."""
    if found := SENTENCE.fullmatch(graph):
        document, digest, start, end = found[1], found[2], int(found[3]), int(found[4])
        about = described[document][graph]
        if about[TYPE] != [GOV + "SentenceGraph"] or about[GOV + "inDocument"] != [document]:
            return "is no described sentence"
        if (one(about[GOV + "startOffset"]), one(about[GOV + "endOffset"])) != (found[3], found[4]):
            return "has other offsets than its IRI"
        return None if one(about[GOV + "exact"]) == texts()[digest][start:end] else "quotes other words"
    if found := ROW.fullmatch(graph):
        document, digest, line = found[1], found[2], int(found[3])
        about = described[document][graph]
        if about[TYPE] != [GOV + "RowGraph"] or about[GOV + "inDocument"] != [document]:
            return "is no described row"
        if one(about[GOV + "row"]) != found[3]:
            return "has another line than its IRI"
        return None if one(about[GOV + "exact"]) == texts()[digest].split("\n")[line - 1] else "quotes another row"
    if found := DOCUMENT.fullmatch(graph):
        about = described[graph][graph]
        if about[TYPE] != [GOV + "Document"] or one(about[GOV + "sha256"]) != found[1]:
            return "is no described document"
        return None if found[1] in texts() else "is of no file"
    if "/graph/derivations/" in graph or graph.endswith("/graph/inference"):
        return None
    if REFERENCE.fullmatch(graph):
        about = described[graph][graph]
        if about[TYPE] != [GOV + "ReferenceGraph"] or not about["http://purl.org/dc/terms/title"]:
            return "is no described reference graph"
        return None if about["http://purl.org/dc/terms/source"] else "has no source"
    if "/derivation/" in graph:
        about = next(found[graph] for name, found in described.items() if "/graph/derivations/" in name and graph in found)
        if about[TYPE] != [GOV + "Derivation"] or not about[GOV + "premise"]:
            return "is no described derivation"
        return None if one(about[GOV + "byRule"]) else "names no rule"
    return "is of no known kind"


def test_every_graph_is_a_described_sentence_row_document_reference_or_derivation(described: dict[str, Description]) -> None:
    problems = {graph: problem_of_graph(graph, described) for graph in list(described)}
    assert {graph: problem for graph, problem in problems.items() if problem} == {}


def test_all_kinds_of_graphs_are_there(described: dict[str, Description]) -> None:
    for kind, at_least in ((SENTENCE, 100), (ROW, 50), (DOCUMENT, 40), (REFERENCE, 15)):
        assert sum(1 for graph in described if kind.fullmatch(graph)) >= at_least


def test_no_blank_nodes(quads: list[ox.Quad]) -> None:
    assert [quad for quad in quads if has_blank_node(quad)] == []


def test_every_iri_is_valid(quads: list[ox.Quad]) -> None:
    assert {iri for quad in quads for iri in iris_of(quad) if not is_valid_iri(iri)} == set()


def test_every_described_sentence_is_used(described: dict[str, Description]) -> None:
    """A sentence is described because it states something, or because a reading rests on it."""
    rested = {value for about in described.values() for values in about.values() for value in values.get(GOV + "restsOn", ())}
    told = {
        subject
        for about in described.values()
        for subject, values in about.items()
        if set(values.get(TYPE, ())) & {GOV + "SentenceGraph", GOV + "RowGraph"}
    }
    assert told - rested - set(described) == set()


def bounds(graph: str) -> tuple[int, int]:
    """Where a sentence or row begins and ends in its document."""
    if found := SENTENCE.fullmatch(graph):
        return int(found[3]), int(found[4])
    row = ROW.fullmatch(graph)
    assert row, graph
    lines = texts()[row[2]].split("\n")
    start = sum(len(line) + 1 for line in lines[: int(row[3]) - 1])
    return start, start + len(lines[int(row[3]) - 1])


def test_every_reading_quotes_words_of_its_sentence(described: dict[str, Description]) -> None:
    readings = 0
    for graph, about in described.items():
        for reading, said in about.items():
            if said.get(TYPE) != [GOV + "Reading"]:
                continue
            readings += 1
            found = DOCUMENT.fullmatch(graph)
            assert found, reading
            start, end = int(one(said[GOV + "quoteStart"])), int(one(said[GOV + "quoteEnd"]))
            assert one(said[GOV + "quoteText"]) == texts()[found[1]][start:end], reading
            sentence = one(said[GOV + "inGraph"])
            first, last = bounds(sentence)
            assert first <= start < end <= last, reading
            assert one(said[GOV + "factStatus"]) in ("stated", "inferred")
            for other in (sentence, *said.get(GOV + "restsOn", ())):
                assert about[other][GOV + "inDocument"] == [graph], reading
    assert readings > 400


def test_every_sentence_names_the_loader_and_its_version(described: dict[str, Description]) -> None:
    loader = BASE + "loader/communiques/0.1.0"
    generated = {
        one(values["http://www.w3.org/ns/prov#wasGeneratedBy"])
        for about in described.values()
        for values in about.values()
        if values.get(TYPE) == [GOV + "SentenceGraph"]
    }
    assert generated == {loader}


def test_row_names_the_source_of_its_row(described: dict[str, Description]) -> None:
    for about in list(described.values()):
        for graph, said in about.items():
            if found := ROW.fullmatch(graph):
                row = texts()[found[2]].split("\n")[int(found[3]) - 1]
                source = one(said["http://www.w3.org/ns/prov#hadPrimarySource"])
                assert row.endswith(("," + source, f',"{source}"')), row


def test_every_thing_a_sentence_tells_of_has_type_and_label_there(described: dict[str, Description]) -> None:
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    named = ("Session", "Person", "Organization", "Country", "Place", "Office", "Body", "Instrument", "Event", "Topic")
    for graph, about in described.items():
        if "#" not in graph:
            continue
        for subject, said in about.items():
            assert said.get(TYPE), (graph, subject)
            if one(said[TYPE]).removeprefix(GOV) in named:
                assert said.get(label), (graph, subject)
