"""What comes out on stdout: formats that parse, data and talk apart, exit codes of validate, and pipes that break."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from .cli import GOVGRAPH, INTERPOL, SESSIONS, fine, govgraph

QUERY = """SELECT ?thing ?name { VALUES (?thing ?name) {
  (gov:Body "one, \\"two\\"\\nthree") (gov:Session "vier|fünf"@de) (gov:Office UNDEF) } } ORDER BY ?thing"""
NAMES = ['one, "two"\nthree', "", "vier|fünf"]
THINGS = [f"https://w3id.org/govgraph/ontology#{name}" for name in ("Body", "Office", "Session")]
COLUMNS = ["subject", "property", "value", "status", "quote", "document", "start", "end", "rule", "sources"]


def rows_of(result: rdflib.query.Result) -> list[tuple[str, str]]:
    """The bindings that a parser of rdflib found; empty for an unbound name."""
    thing, name = rdflib.Variable("thing"), rdflib.Variable("name")
    return [(str(row[thing]), str(row.get(name, ""))) for row in result.bindings]


def answer(store: Path, format_: str) -> str:
    return fine("query", "--store", store, "-", "--format", format_, text=QUERY).stdout


def test_csv(filled: Path) -> None:
    rows = list(csv.reader(io.StringIO(answer(filled, "csv"))))
    assert rows == [["thing", "name"], *map(list, zip(THINGS, NAMES, strict=True))]


def test_tsv(filled: Path) -> None:
    result = rdflib.query.Result.parse(io.BytesIO(answer(filled, "tsv").encode()), format="tsv")
    assert rows_of(result) == list(zip(THINGS, NAMES, strict=True))


def test_json(filled: Path) -> None:
    content = json.loads(answer(filled, "json"))
    assert content["head"]["vars"] == ["thing", "name"]
    rows = content["results"]["bindings"]
    assert [row["thing"]["value"] for row in rows] == THINGS
    assert [row.get("name", {"value": ""})["value"] for row in rows] == NAMES


def test_xml(filled: Path) -> None:
    text = answer(filled, "xml")
    assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2005/sparql-results#}sparql"
    result = rdflib.query.Result.parse(io.BytesIO(text.encode()), format="xml")
    assert rows_of(result) == list(zip(THINGS, NAMES, strict=True))


def test_markdown(filled: Path) -> None:
    assert answer(filled, "markdown").splitlines() == [
        "| thing | name |",
        "| --- | --- |",
        '| gov:Body | one, "two" three |',
        "| gov:Office |  |",
        "| gov:Session | vier\\|fünf |",
    ]


def test_table_is_the_default(filled: Path) -> None:
    assert answer(filled, "table") == fine("query", "--store", filled, "-", text=QUERY).stdout
    head, *lines = answer(filled, "table").splitlines()
    assert head.split() == ["thing", "name"]
    assert [line.split()[0] for line in lines if line.startswith("gov:")] == ["gov:Body", "gov:Office", "gov:Session"]


@pytest.mark.parametrize(
    ("format_", "rdf"),
    [
        ("turtle", ox.RdfFormat.TURTLE),
        ("ntriples", ox.RdfFormat.N_TRIPLES),
        ("rdfxml", ox.RdfFormat.RDF_XML),
        ("json-ld", ox.RdfFormat.JSON_LD),
        (None, ox.RdfFormat.TURTLE),
    ],
)
def test_constructed_triples(format_: str | None, rdf: ox.RdfFormat, filled: Path) -> None:
    words = ["--format", format_] if format_ else []
    query = 'CONSTRUCT { gov:a rdfs:label "x", "y" } WHERE { }'
    result = fine("query", "--store", filled, "-", *words, text=query)
    found = {str(quad.triple) for quad in ox.parse(result.stdout_bytes, format=rdf)}
    subject, label = "<https://w3id.org/govgraph/ontology#a>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    assert found == {f'{subject} {label} "x"', f'{subject} {label} "y"'}


@pytest.mark.parametrize(("text", "told"), [("ASK { ?s a gov:Session }", "true"), ("ASK { ?s a gov:Nothing }", "false")])
def test_ask(text: str, told: str, filled: Path) -> None:
    assert fine("query", "--store", filled, "-", text=text).stdout == told + "\n"
    written = fine("query", "--store", filled, "-", "--format", "json", text=text).stdout
    assert json.loads(written)["boolean"] is (told == "true")


def test_set_narrows_a_query(store: Path, tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    rows = ("INTERPOL,2,1924,,,Berlin,DE,https://example.org/a\n", "UNWTO,6,1985,,,Sofia,BG,https://example.org/a\n")
    table.write_text(SESSIONS + "".join(rows), encoding="utf-8")
    fine("load", "--store", store, table)
    words = ("query", "--store", store, "host-succession", "--format", "csv")
    default = fine(*words).stdout.splitlines()
    assert [line.split(",")[:5] for line in default[1:]] == [["2", "1924", "Berlin", "Germany", "DE"]]
    for name in ("body:UNWTO/General Assembly", "id:unwto/general-assembly"):
        found = fine(*words, "--set", f"body={name}").stdout.splitlines()
        assert [line.split(",")[:5] for line in found[1:]] == [["6", "1985", "Sofia", "Bulgaria", "BG"]]


def test_facts_formats_agree(filled: Path) -> None:
    jsonl = [json.loads(line) for line in fine("facts", "--store", filled, "--format", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(fine("facts", "--store", filled, "--format", "csv").stdout)))
    assert list(rows[0]) == COLUMNS
    assert rows == [{key: str(value) for key, value in row.items()} for row in jsonl]
    assert fine("facts", "--store", filled).stdout == fine("facts", "--store", filled, "--format", "jsonl").stdout
    exported = list(csv.DictReader(io.StringIO(fine("export", "--store", filled, "--format", "csv").stdout)))
    assert exported == [{key: value for key, value in row.items() if key != "sources"} for row in rows]


def test_facts_of_a_thing_and_a_property(filled: Path) -> None:
    for name in ("session:INTERPOL/74", "id:interpol/general-assembly/74"):
        rows = [json.loads(line) for line in fine("facts", "--store", filled, name, "country").stdout.splitlines()]
        assert {(row["subject"], row["property"], row["value"]) for row in rows} == {("session:INTERPOL/74", "country", "DE")}


@pytest.mark.parametrize(
    ("ending", "rdf"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("trig", ox.RdfFormat.TRIG),
        ("nq", ox.RdfFormat.N_QUADS),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("rdf", ox.RdfFormat.RDF_XML),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_export_to_a_file_by_its_ending(ending: str, rdf: ox.RdfFormat, filled: Path, tmp_path: Path) -> None:
    output = tmp_path / "new folder" / f"graph.{ending}"
    result = fine("export", "--store", filled, "-o", output)
    assert result.stdout == ""
    assert result.stderr.startswith(f"wrote {output} (")
    assert [file.name for file in output.parent.iterdir()] == [output.name]
    triples = {quad.triple for quad in ox.parse(output.read_bytes(), format=rdf)}
    every = fine("export", "--store", filled, "--format", "nquads").stdout_bytes
    assert triples == {quad.triple for quad in ox.parse(every, format=ox.RdfFormat.N_QUADS)}


def test_framed_json_has_documents_with_sentences_and_readings(filled: Path) -> None:
    content = json.loads(fine("export", "--store", filled, "--format", "json-ld-framed").stdout)
    document = next(one for one in content.get("graph", [content]) if one.get("fileName") == "int-074-open.txt")
    sentence = next(one for one in document["sentences"] if one["exact"].startswith("Record attendance"))
    told = {(reading["factProperty"], reading["factValue"]) for reading in sentence["readings"]}
    assert ("country", "DE") in told


def conflict(tmp_path: Path) -> Path:
    """A table in which a session ends before it starts."""
    table = tmp_path / "sessions.csv"
    table.write_text(SESSIONS + "INTERPOL,2,1924,1924-05-09,1924-05-01,,,https://example.org/a\n", encoding="utf-8")
    return table


def test_validate_ends_with_1_where_there_is_a_violation(store: Path, tmp_path: Path) -> None:
    fine("load", "--store", store, conflict(tmp_path))
    result = govgraph("validate", "--store", store, "--format", "json")
    assert result.exit_code == 1
    found = [one for one in json.loads(result.stdout) if one["severity"] == "Violation"]
    assert {one["focus"] for one in found} == {"https://w3id.org/govgraph/id/interpol/general-assembly/2"}
    assert {sentence["file"] for one in found for sentence in one["sentences"]} == {"sessions.csv"}
    assert govgraph("validate", "--store", store, "--fail-on", "never").exit_code == 0


def test_validate_ends_with_0_where_all_is_well(filled: Path) -> None:
    result = fine("validate", "--store", filled)
    assert (result.stdout, result.stderr) == ("", "no findings\n")


def test_fail_on_takes_the_least_severity(store: Path, tmp_path: Path) -> None:
    for name, city in (("a", "Vienna"), ("b", "Graz")):
        table = tmp_path / name / "sessions.csv"
        table.parent.mkdir()
        table.write_text(f"{SESSIONS}INTERPOL,2,1924,,,{city},,https://example.org/{name}\n", encoding="utf-8")
    both = tmp_path / "both" / "sessions.csv"
    both.parent.mkdir()
    both.write_text(
        f"{SESSIONS}INTERPOL,2,1924,,,Vienna,,https://example.org/a\nINTERPOL,2,,,,Graz,,https://example.org/b\n",
        encoding="utf-8",
    )
    fine("load", "--store", store, both)
    severities = {one["severity"] for one in json.loads(fine("validate", "--store", store, "--format", "json").stdout)}
    assert severities == {"Info"}
    codes = {
        limit: govgraph("validate", "--store", store, "--fail-on", limit).exit_code
        for limit in ("violation", "warning", "info", "never")
    }
    assert codes == {"violation": 0, "warning": 0, "info": 1, "never": 0}


def test_report_in_turtle_is_a_validation_report(store: Path, tmp_path: Path) -> None:
    fine("load", "--store", store, conflict(tmp_path))
    result = govgraph("validate", "--store", store, "--format", "turtle")
    report = rdflib.Graph().parse(data=result.stdout, format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    assert list(report.objects(None, sh.conforms)) == [rdflib.Literal(False)]
    focus = rdflib.URIRef("https://w3id.org/govgraph/id/interpol/general-assembly/2")
    results = list(report.subjects(sh.focusNode, focus))
    assert results
    for one in results:
        assert report.value(one, sh.resultSeverity)
        assert report.value(one, sh.sourceShape)
        assert (None, sh.result, one) in report


def test_colours_are_for_terminals_only(filled: Path) -> None:
    for words in (["facts", "--format", "table"], ["explain", "session:INTERPOL/74"], ["query", "sources"], ["patterns"]):
        options = [] if words == ["patterns"] else ["--store", str(filled)]
        assert "\x1b" not in fine(*words, *options).stdout


def test_patterns_lists_them_and_shows_one() -> None:
    assert "host-chosen" in fine("patterns").stdout
    shown = fine("patterns", "host-chosen").stdout
    assert "gives: session:{" in shown
    assert "example: Rwanda was chosen as the host country for the 84th session" in shown
    assert "not: Peru was not chosen" in shown


@pytest.mark.parametrize(
    "words",
    [
        ["facts"],
        pytest.param(["facts", "--format", "table"]),
        ["facts", "--format", "csv"],
        pytest.param(["query", "sources"]),
        ["query", "sources", "--format", "json"],
        ["query"],
        ["export", "--format", "nquads"],
        pytest.param(["explain", "session:INTERPOL/74"]),
        ["extract", str(INTERPOL / "int-074-open.txt")],
        ["extract", str(INTERPOL / "int-074-open.txt"), "--format", "trig"],
        ["patterns"],
    ],
    ids=lambda words: "-".join(Path(word).name for word in words),
)
def test_broken_pipe_is_quiet(words: list[str], filled: Path) -> None:
    """Nobody reads: the other end of the pipe is closed before the command writes."""
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, "GOVGRAPH_STORE": str(filled)}
    try:
        done = subprocess.run([*GOVGRAPH, *words], stdout=write, stderr=subprocess.PIPE, env=environment, check=False)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr.decode()) == (0, "")
