"""The queries that ship: what their headers promise holds, and what is set from outside stays a value."""

from __future__ import annotations

import shlex
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from govgraph import GovgraphError, Graph
from govgraph.asking.queries import Query, bind, parse_query, queries, run
from govgraph.graph.store import GraphStore

CASES = yaml.safe_load((Path(__file__).parents[1] / "queries" / "cases.yaml").read_text(encoding="utf-8"))
OTHERWISE_TRIED = {"recognition-count": {"instrument"}}
HOSTILE = [
    "id:x> } ; DROP ALL #",
    "https://example.org/> ?p ?o } UNION { ?s ?p ?o",
    '"a" } UNION { ?s ?p ?o',
    '"a" || true',
    "2013-10-24' || 'x",
    "2013-10-24\n} UNION { ?s ?p ?o",
    "?s",
    "$subject",
    "<a> . ?s ?p ?o",
    '"x"^^xsd:date) || (true',
    '"x"@en) #',
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    found = Graph()
    found.load(Path(__file__).parents[2] / "data" / "documents" / "interpol")
    return found


@pytest.mark.parametrize("query", queries().values(), ids=lambda query: query.name)
def test_header_tells_question_columns_and_example(query: Query) -> None:
    assert query.question.endswith("?")
    assert query.columns
    assert all(query.columns.values())
    assert all(parameter.about for parameter in query.parameters)
    assert query.example.startswith(f"govgraph query {query.name}")


@pytest.mark.parametrize("query", queries().values(), ids=lambda query: query.name)
def test_columns_are_the_variables_that_come_back(query: Query) -> None:
    answer = run(GraphStore(ox.Store()), query, {})
    found = [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else ["triples"]
    assert query.columns is not None
    assert found == list(query.columns)


@pytest.mark.parametrize("name", queries())
def test_every_query_has_a_case(name: str) -> None:
    assert [case for case in CASES if case["query"] == name]


@pytest.mark.parametrize("query", queries().values(), ids=lambda query: query.name)
def test_every_parameter_has_a_case(query: Query) -> None:
    tried = {name for case in CASES if case["query"] == query.name for name in case["parameters"]}
    tried |= OTHERWISE_TRIED.get(query.name, set())
    assert {parameter.name for parameter in query.parameters} <= tried


def test_recognitions_are_counted_for_one_instrument(graph: Graph) -> None:
    def counted(instrument: str) -> set[str]:
        answer = run(graph.store, queries()["recognition-count"], {"instrument": instrument, "date": "2013-12-31"})
        assert isinstance(answer, ox.QuerySolutions)
        return {str(row["value"]) for row in answer}

    assert counted("instrument:INTERPOL Travel Document") != set()
    assert counted("instrument:Another Document") == set()


@pytest.mark.parametrize("query", queries().values(), ids=lambda query: query.name)
def test_example_runs(query: Query, graph: Graph) -> None:
    words = shlex.split(query.example)
    settings = dict(word.split("=", 1) for before, word in pairwise(words) if before == "--set")
    assert set(words[3::2]) <= {"--set"}
    answer = run(graph.store, query, settings)
    assert isinstance(answer, ox.QuerySolutions | ox.QueryTriples)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("query", [query for query in queries().values() if query.parameters], ids=lambda query: query.name)
def test_setting_cannot_break_out(query: Query, value: str, graph: Graph) -> None:
    """A hostile value is refused, or finds nothing: no thing has such a name."""
    before = set(graph.store.quads())
    for parameter in query.parameters:
        try:
            answer = run(graph.store, query, {parameter.name: value})
        except GovgraphError:
            continue
        assert list(answer) == [] if not isinstance(answer, ox.QueryBoolean) else not answer
    assert set(graph.store.quads()) == before


@pytest.mark.parametrize("text", ['a"b', "a\\", "a\nb", "'} #", "\u202e", '""" + """'])
def test_text_parameter_comes_back_as_it_went_in(text: str) -> None:
    query = parse_query("# parameters:\n#   x (text): any text\nSELECT ?v { BIND($x AS ?v) }", "mine")
    answer = run(GraphStore(ox.Store()), query, {"x": text})
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["v"] for row in answer] == [ox.Literal(text)]


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ('"a \\"quoted\\" } #"', ox.Literal('a "quoted" } #')),
        ('"Paris"@fr', ox.Literal("Paris", language="fr")),
        ('"2013"^^xsd:gYear', ox.Literal("2013", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear"))),
        ("gov:Session", ox.NamedNode("https://w3id.org/govgraph/ontology#Session")),
        pytest.param('"Zoë \\"Z\\""', ox.Literal('Zoë "Z"')),
        pytest.param("82", ox.Literal(82)),
    ],
)
def test_term_parameter_is_an_iri_or_a_literal_as_in_turtle(value: str, term: ox.NamedNode | ox.Literal) -> None:
    query = parse_query("SELECT ?v { BIND($x AS ?v) }", "mine")
    answer = run(GraphStore(ox.Store()), query, {"x": value})
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["v"] for row in answer] == [term]


def test_dollar_in_strings_iris_and_comments_is_no_parameter() -> None:
    query = parse_query('SELECT ?v { BIND("$x" AS ?v) FILTER(<http://a/$x> != $x) } # $x', "mine")
    assert bind(query, {"x": "gov:Body"}) == (
        'SELECT ?v { BIND("$x" AS ?v) FILTER(<http://a/$x> != <https://w3id.org/govgraph/ontology#Body>) } # $x'
    )


@pytest.mark.parametrize("value", ["2013", "24 October 2013", "2013-10-24T00:00:00", ""])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(GovgraphError, match="is no date"):
        bind(queries()["recognition-count"], {"date": value})


def test_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(GovgraphError, match="is no date"):
        bind(queries()["recognition-count"], {"date": "2013-99-99"})


def test_syntax_error_names_its_line() -> None:
    with pytest.raises(GovgraphError, match=r"^mine:3: is no SPARQL"):
        run(GraphStore(ox.Store()), parse_query("SELECT ?s WHERE {\n  ?s ?p ?o .\n  ?s && ?o\n}\n", "mine"), {})


def test_the_beginning_of_a_parameter_is_none() -> None:
    with pytest.raises(GovgraphError, match="`dat` is no parameter; it takes instrument, date"):
        bind(queries()["recognition-count"], {"dat": "2013"})
