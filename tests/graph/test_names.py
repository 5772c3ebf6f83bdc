"""One person or place under several spellings."""

from __future__ import annotations

import csv

import pytest

from govgraph.graph import iris
from govgraph.graph.loading import read_text
from govgraph.graph.names import main_name
from govgraph.resources import resource

STOCK = "https://w3id.org/govgraph/id/person/jurgen-stock"


@pytest.mark.parametrize("written", ["Jürgen Stock", "Juergen Stock", "Jurgen Stock", "JÜRGEN STOCK"])
def test_spellings_lead_to_one_person(written: str) -> None:
    assert iris.flat(f"person:{written}") == STOCK


def test_a_name_that_the_table_does_not_have_stays_itself() -> None:
    assert main_name("person", "Ana Ruiz") == "Ana Ruiz"
    assert iris.flat("person:Stock") != STOCK


def test_the_spelling_of_the_text_stays_beside_the_main_name() -> None:
    source = read_text(b"INTERPOL Secretary General Juergen Stock spoke.", "a.txt")
    said = {
        (quad.predicate.value.rpartition("#")[2], str(quad.object))
        for quad in source.quads
        if str(quad.subject) == f"<{STOCK}>"
    }
    assert {("label", '"J\u00fcrgen Stock"'), ("altLabel", '"Juergen Stock"')} <= said


def test_a_place_has_one_iri() -> None:
    assert iris.flat("place:Marrakesh") == iris.flat("place:Marrakech")


def test_no_line_of_the_table_is_idle() -> None:
    with resource("data/reference/names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["kind"] in ("person", "place")
            assert iris.slug(row["name"]) != iris.slug(row["variant"]), f"{row['variant']} needs no line"
