"""What follows is kept up to date as documents come and go, and shows its proof."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from govgraph import Graph
from govgraph.graph.loading import read_text
from govgraph.graph.store import GraphStore
from govgraph.knowing.inference import bring_up_to_date, infer
from govgraph.knowing.proofs import as_mermaid, derived_about, prove
from tests.graph.kit import HEAD, turtle

YEARS = "<interpol/general-assembly> gov:meetsEvery 'year' ."


def graph_of(**texts: str) -> Graph:
    graph = Graph()
    for name, text in texts.items():
        graph.store.load(read_text(text.encode(), f"{name}.txt"))
    bring_up_to_date(graph.store)
    return graph


def year(graph: Graph, session: str) -> list[tuple[str, str, str]]:
    return [(row.value, row.status, row.rule) for row in graph.facts(session, "year")]


BEFORE = "The 81st INTERPOL General Assembly was held in Rome, Italy, in 2012."
AFTER = "The 83rd INTERPOL General Assembly was held in Monaco in 2014."
BETWEEN = "The 82nd INTERPOL General Assembly was held in Cartagena, Colombia."


def test_a_year_follows_from_the_years_around_it_and_goes_with_either() -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    assert year(graph, "session:INTERPOL/82") == [("2013", "inferred", "year-between-sessions")]
    graph.remove("after.txt")
    assert year(graph, "session:INTERPOL/82") == [("2013", "inferred", "year-from-the-nearest-session")]
    graph.remove("before.txt")
    assert year(graph, "session:INTERPOL/82") == []


def test_what_one_document_leaves_open_another_completes() -> None:
    day = (
        "The 82nd INTERPOL General Assembly, held from 21 to 24 October in Cartagena, Colombia, chose Monaco for the next one."
    )
    graph = graph_of(day=day, year="The 82nd INTERPOL General Assembly was held in Colombia in 2013.")
    told = {(row.property, row.value, row.rule) for row in graph.facts("session:INTERPOL/82") if row.status == "inferred"}
    assert ("start", "2013-10-21", "start-from-day-and-year") in told
    assert ("end", "2013-10-24", "end-from-day-and-year") in told
    graph.remove("year.txt")
    assert not [row for row in graph.facts("session:INTERPOL/82") if row.property in ("start", "end", "year")]


def test_next_year_counts_from_a_year_that_another_document_tells() -> None:
    graph = graph_of(
        coming="The 82nd INTERPOL General Assembly closed. The next General Assembly will be held in Monaco next year.",
        year="The 83rd INTERPOL General Assembly was held in Monaco in 2014.",
    )
    assert ("2013", "inferred", "year-from-next-year") in year(graph, "session:INTERPOL/82")


def test_a_weekday_tells_which_year_between_two() -> None:
    graph = graph_of(
        before="The 15th Baltic Ports Summit was held in Riga, Latvia, in 2012.",
        day="The 16th Baltic Ports Summit opened on Monday 21 October in Oslo, Norway.",
        after="The 17th Baltic Ports Summit was held in Riga, Latvia, in 2015.",
    )
    assert year(graph, "session:Baltic Ports Summit/16") == [("2013", "inferred", "year-from-the-weekday")]


def test_what_is_stated_later_takes_the_place_of_what_followed() -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    graph.store.load(read_text(b"The 82nd INTERPOL General Assembly was held in Cartagena, Colombia, in 2011.", "said.txt"))
    bring_up_to_date(graph.store)
    assert [told[:2] for told in year(graph, "session:INTERPOL/82")] == [("2011", "stated")]


def test_a_skipped_year_is_left_out() -> None:
    graph = graph_of(
        one="The 88th INTERPOL General Assembly was held in Santiago, Chile, in 2019.",
        two="The 90th INTERPOL General Assembly was held in New Delhi, India, in 2022.",
        three="The 89th INTERPOL General Assembly was held in Istanbul.",
    )
    assert [row.value for row in graph.facts("session:INTERPOL/89", "year")] == ["2021"]


def test_the_order_of_loading_makes_no_difference() -> None:
    one = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    two = graph_of(between=BETWEEN, after=AFTER, before=BEFORE)
    assert set(one.store.quads()) == set(two.store.quads())


def test_only_what_changed_is_worked_out_anew() -> None:
    graph = graph_of(before=BEFORE)
    graph.store.load(read_text(b"The 25th UNWTO General Assembly was held in Samarkand, Uzbekistan, in 2023.", "unwto.txt"))
    assert bring_up_to_date(graph.store).units == ("https://w3id.org/govgraph/id/unwto",)
    assert bring_up_to_date(graph.store).units == ()


def test_what_a_broken_run_left_undone_is_done_by_the_next() -> None:
    graph = Graph()
    graph.store.load(read_text(BEFORE.encode(), "before.txt"))
    graph.store.load(read_text(BETWEEN.encode(), "between.txt"))
    again = GraphStore(graph.store.store)  # as if the program had been stopped here
    bring_up_to_date(again)
    assert year(graph, "session:INTERPOL/82") == [("2013", "inferred", "year-from-the-nearest-session")]


def test_conclusions_that_disagree_are_both_kept_and_lead_no_further() -> None:
    given = turtle(
        HEAD
        + """<a/b> gov:meetsEvery "year" .
        <a/b/5> gov:sessionOf <a/b> ; gov:ordinal 5 ; gov:nextSession <a/b/6> .
        <a/b/6> gov:sessionOf <a/b> ; gov:ordinal 6 .
        <a/b/5/handover/NO> gov:atSession <a/b/5> ; gov:handedTo <country/NO> .
        <a/b/5/handover/SE> gov:atSession <a/b/5> ; gov:handedTo <country/SE> .""",
    )
    hosts = [one for one in infer(given) if one.rule.id == "host-from-handover"]
    assert sorted(str(one.conclusions[0].object) for one in hosts) == [
        "<https://w3id.org/govgraph/id/country/NO>",
        "<https://w3id.org/govgraph/id/country/SE>",
    ]


def test_a_year_is_not_carried_on_from_one_assumption_to_the_next() -> None:
    sessions = "".join(f"<a/b/{n}> gov:sessionOf <a/b> ; gov:ordinal {n} . " for n in range(5, 12))
    given = turtle(HEAD + f'<a/b> gov:meetsEvery "year" . {sessions} <a/b/5> gov:year "2013"^^xsd:gYear .')
    years = {str(one.conclusions[0].subject)[-3:-1] for one in infer(given) if one.rule.id == "year-from-the-nearest-session"}
    assert years == {"/6", "/7"}


def test_what_rests_on_a_contested_conclusion_does_not_stand() -> None:
    given = turtle(
        HEAD
        + """<a/b/5> gov:sessionOf <a/b> ; gov:ordinal 5 . <a/b/6> gov:sessionOf <a/b> ; gov:ordinal 6 .
        <a/b/six> gov:sessionOf <a/b> ; gov:ordinal 6 .
        <a/b/5/handover/NO> gov:atSession <a/b/5> ; gov:handedTo <country/NO> .""",
    )
    rules = [one.rule.id for one in infer(given)]
    assert rules == ["consecutive-sessions", "consecutive-sessions"]


def test_a_proof_ends_in_sentences() -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    (proof,) = graph.prove("session:INTERPOL/82", "year")
    assert (proof.subject, proof.property, proof.value) == ("session:INTERPOL/82", "year", "2013")
    (way,) = proof.ways
    assert way.assumes == "The body meets as often as it is said to."
    told = {(premise.subject, premise.value): premise for premise in way.premises}
    assert told["session:INTERPOL/81", "2012"].sentences[0].exact == BEFORE
    assert told["session:INTERPOL/83", "2014"].sentences[0].exact == AFTER
    assert told["id:interpol/general-assembly", "year"].references == ("https://w3id.org/govgraph/graph/profile/interpol",)


def test_a_proof_can_be_drawn() -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    drawn = as_mermaid(prove(graph.store, derived_about(graph.store, "session:INTERPOL/82", "year")))
    assert drawn.startswith("flowchart BT\n")
    assert '(["session:INTERPOL/82 year 2013"])' in drawn
    assert drawn.count("-->") == 7  # three premises with a source each, and the rule


def test_a_derived_row_has_the_words_of_its_premise() -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    (row,) = graph.facts("session:INTERPOL/82", "year")
    assert row.document in ("after.txt", "before.txt")
    text = {"after.txt": AFTER, "before.txt": BEFORE}[row.document]
    assert text[row.start : row.end] == row.quote


@pytest.mark.parametrize("thing", ["session:INTERPOL/82", "id:interpol/general-assembly/82"])
def test_what_follows_is_found_by_any_name(thing: str) -> None:
    graph = graph_of(before=BEFORE, after=AFTER, between=BETWEEN)
    assert ox.Literal("2013", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")) in [
        triple.object for triple in derived_about(graph.store, thing)
    ]


def test_who_held_an_office_can_be_asked_of_the_session() -> None:
    graph = graph_of(
        one="---\ndate: 2013-10-24\n---\nThe 82nd INTERPOL General Assembly closed today in Cartagena, Colombia. "
        "It had opened on 21 October. INTERPOL President Mona Lind spoke.",
    )
    (held,) = graph.prove("session:INTERPOL/82", "heldAtSession")
    assert (held.subject, held.value) == ("id:interpol/office/president/held-by/mona-lind", "session:INTERPOL/82")
