"""Tables within a text: the heads of columns by the examples beside them, and what is no table or no header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource
from tests.conftest import Reader

UNION = "The Nordic Harbour Union (NHU) met in Riga.\n\n"


def columns() -> dict[str, Any]:
    content = read_yaml(resource(f"{COMMUNIQUES}/columns.yaml"))
    assert isinstance(content, dict)
    return content


def facts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def examples() -> Iterator[object]:
    for number, given in enumerate(columns()["examples"], 1):
        yield pytest.param(given["text"], set(given["facts"]), id=f"example-{number}")


@pytest.mark.parametrize(("text", "expected"), list(examples()))
def test_an_example_of_a_table_gives_its_facts(read: Reader, text: str, expected: set[str]) -> None:
    assert expected
    assert expected <= facts(read, text)


@pytest.mark.parametrize("text", columns()["counter-examples"])
def test_a_table_of_other_things_gives_none(read: Reader, text: str) -> None:
    assert not facts(read, text)


def test_a_fact_of_a_row_rests_on_the_header(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\nNo. | Year | Place | Countries\n86 | 2017 | Beijing, China | 156\n"
    counted = next(fact for fact in read(text) if fact.property == "countriesRepresented")
    assert counted.value == "156"
    assert text[counted.words.start : counted.words.end] == "86 | 2017 | Beijing, China | 156"
    assert [text[span.start : span.end] for span in counted.support][-1] == "No. | Year | Place | Countries"


def test_a_padded_table_of_officers_keeps_its_rows_together(read: Reader) -> None:
    text = UNION + (
        "| Name                   | Call Sign  | Position         |\n"
        "|------------------------|------------|------------------|\n"
        "| Ana Berg               | LA1AB      | Vice President   |\n"
        "| Jon Lund               | LA2JL      | Treasurer        |\n"
    )
    expected = {"person:Ana Berg | holds | Vice President|NHU", "person:Jon Lund | holds | Treasurer|NHU"}
    assert expected <= facts(read, text.replace("met in Riga.", "met in Riga. Its officers are:"))


def test_a_wiki_table_is_read(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\n" + (
        '{| class="wikitable"\n! No. !! Year !! Place !! Countries\n|-\n| 86th || 2017 || Beijing, China || 156\n'
        "|-\n| 87th || 2018 || Dubai || \n|}\n"
    )
    assert {
        "session:INTERPOL/86 | city | Beijing",
        "session:INTERPOL/86 | countriesRepresented | 156",
        "session:INTERPOL/87 | year | 2018",
    } <= facts(read, text)


def test_rows_that_dots_leave_out_do_not_end_a_table(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\nNo. | Year | Place\n1st | 1923 | Vienna\n...\n86th | 2017 | Beijing, China\n"
    assert {"session:INTERPOL/1 | city | Vienna", "session:INTERPOL/86 | city | Beijing"} <= facts(read, text)


def test_the_number_of_a_note_is_no_part_of_a_cell(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\nNo. | Dates | Place | Delegates\n89 | 23-25 Nov. 2021 (1) | Istanbul | 471 (2)\n"
    assert facts(read, text) == {
        "session:INTERPOL/89 | year | 2021",
        "session:INTERPOL/89 | start | 2021-11-23",
        "session:INTERPOL/89 | end | 2021-11-25",
        "session:INTERPOL/89 | city | Istanbul",
        "session:INTERPOL/89 | participants | 471",
    }


def test_an_empty_cell_tells_nothing(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\nNo. | Year | Place | Countries\n86 | 2017 | n/a | -\n87 | 2018 | Dubai | 173\n"
    assert facts(read, text) == {
        "session:INTERPOL/87 | city | Dubai",
        "session:INTERPOL/87 | year | 2018",
        "session:INTERPOL/87 | countriesRepresented | 173",
        "session:INTERPOL/86 | year | 2017",
    }


def test_a_row_with_more_cells_than_the_header_is_not_read_by_it(read: Reader) -> None:
    text = "INTERPOL General Assembly\n\nNo. | Year | Place\n86 | 2017 | Beijing | 156 | 1,013\n"
    assert not [fact for fact in facts(read, text) if "countries" in fact or "participants" in fact]


@pytest.mark.parametrize(
    "term", ["2006–2010: Ana Berg, President", "Ana Berg, President 2006–2010", "Ana Berg (President 2006-2010)"]
)
def test_who_had_an_office_between_two_years_has_it_no_longer(read: Reader, term: str) -> None:
    assert "person:Ana Berg | held | President|NHU" in facts(read, f"{UNION}{term}.")
    assert "person:Ana Berg | holds | President|NHU" not in facts(read, f"{UNION}{term}.")
