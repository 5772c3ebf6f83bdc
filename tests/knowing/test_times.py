"""What held at a date and what was known at a date: neither more nor less, and what follows from it worked out anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.asking.derived import all_facts
from govgraph.asking.queries import bind, find_query, read_query, run
from govgraph.asking.results import as_table
from govgraph.errors import QueryError
from govgraph.graph.loading import read_text
from govgraph.graph.store import GraphStore, open_store
from govgraph.knowing.inference import bring_up_to_date
from govgraph.knowing.times import as_of, known_on, last_day
from govgraph.resources import resource
from tests.commands.cli import fine, govgraph


def dated(day: str, text: str) -> str:
    return f"---\ndate: {day}\n---\n{text}"


TEXTS = {
    "a": dated(
        "2012-11-08", "The 81st INTERPOL General Assembly closed today in Rome, Italy. INTERPOL has 190 member countries."
    ),
    "b": dated(
        "2013-10-24", "The 82nd INTERPOL General Assembly closed in Cartagena, Colombia. INTERPOL President Mona Lind spoke."
    ),
    "c": dated(
        "2016-11-10",
        "The 85th INTERPOL General Assembly closed today in Bali, Indonesia. INTERPOL President Mona Lind spoke. "
        "INTERPOL has 192 member countries.",
    ),
    "d": dated("2014-11-07", "The 83rd INTERPOL General Assembly closed today in Monaco."),
    "e": "The 84th INTERPOL General Assembly was held in Kigali, Rwanda.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    found = open_store(tmp_path_factory.mktemp("times") / "store", write=True)
    found.load_reference()
    for name, text in TEXTS.items():
        found.load(read_text(text.encode(), f"{name}.txt"))
    bring_up_to_date(found)
    return found


def told(store: GraphStore, property_: str) -> set[tuple[str, str]]:
    return {(row.subject, row.value) for row in all_facts(store) if row.property == property_}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2013-10-24", date(2013, 10, 24)),
        ("2013-10", date(2013, 10, 31)),
        ("2013", date(2013, 12, 31)),
        ("2012-02", date(2012, 2, 29)),
        ("2013~", date(2013, 12, 31)),
        ("2013-10/2014-02", date(2014, 2, 28)),
    ],
)
def test_a_date_ends_with_its_last_day(written: str, day: date) -> None:
    assert last_day(written, "--as-of") == day


@pytest.mark.parametrize("written", ["", "yesterday", "2013-02-30", "24.10.2013", "2013/..", "XXXX-10-21"])
def test_what_is_no_date_is_told(written: str) -> None:
    with pytest.raises(QueryError, match="write it in EDTF"):
        last_day(written, "--as-of")


def test_what_was_known_is_what_was_published(store: GraphStore) -> None:
    part = known_on(store, date(2013, 12, 31))
    assert told(part.store, "city") == {("session:INTERPOL/81", "Rome"), ("session:INTERPOL/82", "Cartagena")}
    assert part.left_out == {"later": 2, "undated": 1}


def test_what_follows_is_worked_out_from_what_was_known(store: GraphStore) -> None:
    assert ("session:INTERPOL/84", "2015") in told(store, "year")
    assert "session:INTERPOL/84" not in {subject for subject, _ in told(known_on(store, date(2020, 1, 1)).store, "year")}


def test_what_held_is_the_count_of_the_time(store: GraphStore) -> None:
    assert told(as_of(store, date(2014, 5, 1)).store, "memberCount") == {("org:INTERPOL", "190")}
    assert told(as_of(store, date(2017, 5, 1)).store, "memberCount") == {("org:INTERPOL", "192")}
    assert told(as_of(store, date(2012, 1, 1)).store, "memberCount") == set()


@pytest.mark.parametrize(
    ("day", "holds"), [("2013-10-23", 0), ("2013-10-24", 1), ("2015-01-01", 1), ("2016-11-10", 1), ("2017", 0)]
)
def test_who_was_seen_twice_held_the_office_in_between_and_is_unknown_beyond(store: GraphStore, day: str, holds: int) -> None:
    part = as_of(store, last_day(day, "--as-of"))
    assert len(told(part.store, "holds")) == holds


def test_sessions_to_come_are_left_out(store: GraphStore) -> None:
    answer = run(as_of(store, date(2013, 12, 1)).store, find_query("host-succession"), {})
    assert isinstance(answer, ox.QuerySolutions)
    assert [row[0] for row in as_table(answer).rows] == ["81", "82"]


def test_the_command_tells_what_it_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["a"], encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXTS["d"], encoding="utf-8")
    fine("load", "--store", tmp_path / "db", tmp_path)
    result = govgraph("facts", "--store", tmp_path / "db", "--known-on", "2013", "--format", "csv")
    assert result.stderr == "left out 1 document (1 later)\n"
    assert "Monaco" not in result.stdout
    assert "Rome" in result.stdout
    assert govgraph("facts", "--store", tmp_path / "db", "--as-of", "soon").exit_code == 2
    both = govgraph("query", "gaps", "--endpoint", "http://127.0.0.1:1/", "--as-of", "2013")
    assert both.exit_code == 2


def test_an_empty_date_is_no_filter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["a"], encoding="utf-8")
    fine("load", "--store", tmp_path / "db", tmp_path / "a.txt")
    assert govgraph("facts", "--store", tmp_path / "db", "--as-of", "").exit_code == 2


def test_what_has_only_an_end_or_no_time_is_unknown_before_it() -> None:
    store = ox.Store()
    store.load(
        b"""@prefix gov: <https://w3id.org/govgraph/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <urn:g> { <urn:t> a gov:Tenure ; gov:to "1994"^^xsd:gYear . <urn:e> a gov:Election ; gov:electedTo <urn:o> .
        <urn:f> a gov:Election ; gov:onDate "1960-01-01"^^xsd:date . }""",
        format=ox.RdfFormat.TRIG,
    )
    query = bind(read_query(resource("ontology/times/not-then.rq")), {"date": "1970-01-01"})
    rows = GraphStore(store).query(query)
    assert isinstance(rows, ox.QuerySolutions)
    assert {(row["thing"].value, row["why"].value) for row in rows} == {("urn:t", "unknown"), ("urn:e", "unknown")}
