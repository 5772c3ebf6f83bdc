"""Guards what words stand for that only the rest of the text tells, and what stays unresolved."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

import govgraph
from govgraph.reading.facts import Fact
from tests.conftest import Reader

SAID = "“We need more money for the police now,” said"


def keys(facts: tuple[Fact, ...]) -> set[str]:
    return {" | ".join(fact.key) for fact in facts}


def speakers(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.subject for fact in facts if fact.property == "said"]


def places(facts: tuple[Fact, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"city": set(), "country": set()}
    for fact in facts:
        if fact.property in found:
            found[fact.property].add(fact.value)
    return found


@pytest.mark.parametrize("title", ["Mr", "Mr.", "Secretary General"])
def test_a_surname_is_the_person_named_in_full_before(read: Reader, title: str) -> None:
    text = f"INTERPOL Secretary General Ronald K. Noble spoke. {SAID} {title} Noble."
    said = next(fact for fact in read(text) if fact.property == "said")
    assert said.subject == "person:Ronald K. Noble"
    assert [text[span.start : span.end] for span in said.support] == ["INTERPOL Secretary General Ronald K. Noble spoke."]


def test_a_surname_of_nobody_named_in_full_is_not_resolved(read: Reader) -> None:
    assert speakers(read(f"INTERPOL Secretary General Ronald K. Noble spoke. {SAID} Mr Keller.")) == []


def test_a_surname_of_two_persons_is_not_resolved(read: Reader) -> None:
    text = f"INTERPOL President Anna Noble met Secretary General Ronald K. Noble of INTERPOL. {SAID} Mr Noble."
    assert speakers(read(text)) == []


def test_two_ways_to_write_a_person_are_one(read: Reader) -> None:
    text = f"INTERPOL Secretary General Ronald K. Noble met delegates. Here Ronald Noble smiled. {SAID} Mr Noble."
    assert speakers(read(text)) == ["person:Ronald K. Noble"]


def test_a_surname_may_open_the_sentence(read: Reader) -> None:
    text = "INTERPOL Secretary General Ronald K. Noble spoke. Noble said: “We need more money for the police now.”"
    assert speakers(read(text)) == ["person:Ronald K. Noble"]


def test_an_office_is_its_one_holder(read: Reader) -> None:
    text = f"INTERPOL Secretary General Ronald K. Noble spoke. {SAID} the Secretary General."
    assert speakers(read(text)) == ["person:Ronald K. Noble"]


def test_an_office_with_two_holders_is_nobody(read: Reader) -> None:
    text = (
        "INTERPOL Secretary General Ronald K. Noble left. INTERPOL Secretary General Anna Keller came. "
        f"{SAID} the Secretary General."
    )
    assert speakers(read(text)) == []


def test_the_organization_is_the_one_that_the_text_is_about(read: Reader) -> None:
    text = "The 77th INTERPOL General Assembly closed. Kim Jong Yang of Chile was elected President of the Organization."
    assert "person:Kim Jong Yang | elected | President|INTERPOL" in keys(read(text))


def test_the_organization_is_nothing_where_the_text_names_none(read: Reader) -> None:
    facts = read("The meeting closed. Kim Jong Yang of Chile was elected President of the Organization.")
    assert not [fact for fact in facts if fact.property == "elected"]


@pytest.mark.parametrize("word", ["The Assembly", "The General Assembly", "The conference", "The session", "The meeting"])
def test_the_assembly_is_the_session_in_question(read: Reader, word: str) -> None:
    text = f"The 82nd INTERPOL General Assembly closed. {word} was held in Rome, Italy."
    facts = read(text)
    assert places(facts) == {"city": {"Rome"}, "country": {"IT"}}
    city = next(fact for fact in facts if fact.property == "city")
    assert city.subject == "session:INTERPOL/82"
    assert [text[span.start : span.end] for span in city.support] == ["The 82nd INTERPOL General Assembly closed."]


def test_the_assembly_is_no_session_where_none_is_named(read: Reader) -> None:
    facts = read("INTERPOL is big. The Assembly was held in Rome, Italy.")
    assert {fact.subject for fact in facts} == {"event:INTERPOL Assembly"}


def test_a_committee_is_not_the_session(read: Reader) -> None:
    facts = read("The 82nd INTERPOL General Assembly closed. The Executive Committee was held in Rome, Italy.")
    assert places(facts) == {"city": set(), "country": set()}


def test_the_next_session_follows_the_one_in_question(read: Reader) -> None:
    facts = read("The 87th General Assembly of INTERPOL closed. Chile will be the host of the next General Assembly.")
    found = {fact.key: fact.status for fact in facts}
    assert found == {
        ("session:INTERPOL/88", "country", "CL"): "inferred",
        ("session:INTERPOL/87", "next", "88"): "inferred",
    }


def test_a_session_to_come_is_not_the_one_in_question(read: Reader) -> None:
    facts = read(
        "Chile will host the 88th INTERPOL General Assembly. The 87th INTERPOL General Assembly closed. "
        "The Assembly was held in Rome, Italy."
    )
    assert {fact.subject for fact in facts if fact.value == "Rome"} == {"session:INTERPOL/87"}


# Of LYON the reader knows nothing before it reads; PARIS is a capital that it knows.
@pytest.mark.parametrize("city", ["LYON", "PARIS"])
@pytest.mark.parametrize(
    "body",
    [
        "The 93rd INTERPOL General Assembly has opened in Marrakech, Morocco.",
        "INTERPOL is pleased. The 93rd INTERPOL General Assembly was held in Marrakech, Morocco.",
        "Delegates came from afar. The 93rd INTERPOL General Assembly met in Marrakech, Morocco.",
    ],
)
def test_a_dateline_elsewhere_is_no_venue(read: Reader, city: str, body: str) -> None:
    assert places(read(f"{city}, France – {body}")) == {"city": {"Marrakech"}, "country": {"MA"}}


def test_a_dateline_alone_is_no_venue(read: Reader) -> None:
    facts = read("PARIS, France – INTERPOL is pleased. The 93rd INTERPOL General Assembly was a good one.")
    assert places(facts) == {"city": set(), "country": set()}


def test_a_dateline_is_the_venue_where_the_session_closes_in_the_same_sentence(read: Reader) -> None:
    facts = read("CARTAGENA DE INDIAS, Colombia – The 82nd session of the INTERPOL General Assembly closed today.")
    assert {value.casefold() for value in places(facts)["city"]} == {"cartagena de indias"}
    assert places(facts)["country"] == {"CO"}


def test_a_dateline_gives_the_city_where_the_text_confirms_its_country(read: Reader) -> None:
    text = "ROME, Italy – INTERPOL is pleased. The 81st INTERPOL General Assembly opened in Italy."
    facts = read(text)
    assert {value.casefold() for value in places(facts)["city"]} == {"rome"}
    assert places(facts)["country"] == {"IT"}
    city = next(fact for fact in facts if fact.property == "city")
    assert "The 81st INTERPOL General Assembly opened in Italy." in {text[span.start : span.end] for span in city.support}


def test_the_city_of_a_dateline_need_not_be_a_capital(read: Reader) -> None:
    facts = read("MARRAKECH, Morocco – INTERPOL is pleased. The 93rd INTERPOL General Assembly opened in Morocco.")
    assert {value.casefold() for value in places(facts)["city"]} == {"marrakech"}


@pytest.mark.parametrize("city", ["Rio de Janeiro", "Foz do Iguaçu", "São Paulo"])
def test_a_city_may_have_several_words(read: Reader, city: str) -> None:
    facts = read(f"The 82nd INTERPOL General Assembly was held in {city}, Brazil.")
    assert places(facts) == {"city": {city}, "country": {"BR"}}


def test_a_byte_order_mark_does_not_hide_the_dateline(read: Reader) -> None:
    text = "ROME, Italy – The 81st session of the INTERPOL General Assembly closed today."
    assert places(read(text))["country"] == {"IT"}
    assert keys(read("\ufeff" + text)) == keys(read(text))


def test_a_session_that_lies_ahead_is_announced_and_not_confirmed(read: Reader) -> None:
    facts = read("The 83rd INTERPOL General Assembly will be held in Lisbon, Portugal.")
    assert places(facts) == {"city": {"Lisbon"}, "country": {"PT"}}
    assert {fact.details.get("hosting") for fact in facts} == {"announced"}


CLOSED = "24 October 2013\n\nThe 82nd INTERPOL General Assembly closed in Cartagena today. "


@pytest.mark.parametrize(
    "text",
    [
        "The next one will be held in Rwanda in 2014.",
        "The next will be held in Rwanda in 2014.",
        "The following one will take place in Rwanda in 2014.",
        "Rwanda will host the next one in 2014.",
        "The following session will be held in Rwanda in 2014.",
        "In 2014 the Assembly will meet in Rwanda.",
    ],
)
def test_the_session_after_this_one_has_many_names(read: Reader, text: str) -> None:
    assert {"session:INTERPOL/83 | country | RW", "session:INTERPOL/83 | year | 2014"} <= keys(read(CLOSED + text))


@pytest.mark.parametrize(
    "text",
    [
        "The training course ended. The next one will be held in Rwanda in 2014.",
        "Delegates heard of a workshop on ports; the next one will be held in Rwanda in 2014.",
    ],
)
def test_the_next_one_of_something_else_is_no_session(read: Reader, text: str) -> None:
    assert not {key for key in keys(read(CLOSED + text)) if key.startswith("session:INTERPOL/83")}


@pytest.mark.parametrize("opening", ["A year later", "Two years later,", "The year before,", "In 2015"])
def test_what_happened_in_another_year_is_not_of_this_session(read: Reader, opening: str) -> None:
    facts = read(f"The 82nd INTERPOL General Assembly met in Cartagena in October 2013. {opening} the Assembly met in Kigali.")
    assert places(facts)["city"] == {"Cartagena"}


def test_the_session_of_a_year_is_the_one_reported(read: Reader) -> None:
    facts = read(
        "24 October 2013\n\nThe 82nd INTERPOL General Assembly closed today. The 2013 session took place in Cartagena."
    )
    assert "session:INTERPOL/82 | city | Cartagena" in keys(facts)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 18th meeting of the Conference of the Parties to CITES closed in Riga, Latvia. Kari Lund, President of the "
        "conference, thanked the Baltic Ports Federation (BPF). Peru was admitted. She was elected President of the BPF. ",
        "The President of Kenya, Kari Lund, the President of Peru, Jon Berg, came. ",
        "The BPF members elected their officers: Ana Ruiz, Chair; Jon Berg, Secretary; Tom Paz, Treasurer. Kari Lund of Norway "
        "and the XYZ Executive Committee met. ",
    ],
    ids=["sessions", "offices in a row", "lists"],
)
def test_the_work_grows_in_a_straight_line(read: Reader, sentence: str) -> None:
    """Lines of code that run, not seconds: four times the text is to take about four times as many."""
    read(sentence)
    counts = [_lines_run(read, sentence * times) for times in (10, 40)]
    assert counts[1] <= 4.15 * counts[0]


def _lines_run(read: Reader, text: str) -> int:
    count = 0

    def traced(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if "govgraph" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


def test_it_is_the_session_with_which_the_sentence_before_opens(read: Reader) -> None:
    text = (
        "The 82nd INTERPOL General Assembly closed in Lima. The 90th General Assembly was put off by a year. "
        "It gathered in Oslo, Norway, from 3 to 5 May 2032."
    )
    found = keys(read(text))
    assert {"session:INTERPOL/90 | city | Oslo", "session:INTERPOL/90 | end | 2032-05-05"} <= found
    assert "session:INTERPOL/82 | city | Oslo" not in found


def test_it_is_the_session_reported_where_the_sentence_before_names_two(read: Reader) -> None:
    text = "The 82nd INTERPOL General Assembly closed in Lima. The 90th was told of the 89th. It lasted from 3 to 5 May 2032."
    assert not [
        key for key in keys(read(text)) if key.startswith(("session:INTERPOL/90 | start", "session:INTERPOL/89 | start"))
    ]


@pytest.mark.parametrize("noun", ["session", "General Assembly"])
def test_last_years_session_is_the_one_before(read: Reader, noun: str) -> None:
    text = (
        f"5 May 2032\n\nThe 90th INTERPOL General Assembly opened in Lima today. Last year's {noun} was held in Oslo, Norway."
    )
    found = keys(read(text))
    assert "session:INTERPOL/89 | city | Oslo" in found
    assert "session:INTERPOL/90 | city | Oslo" not in found


def test_last_years_conference_on_something_is_none_of_them(read: Reader) -> None:
    text = "5 May 2032\n\nThe 90th INTERPOL General Assembly opened in Lima. Last year's conference on drugs was held in Oslo."
    assert not [key for key in keys(read(text)) if key.endswith("| Oslo")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo called for the admission of Palau.",
        "Togo voted against the admission of Palau.",
        "The admission of Palau is being studied.",
        "Delegates discussed the admission of Palau.",
        "Togo asked to host the 95th General Assembly in Lomé in 2027.",
        "Togo refused to host the 95th General Assembly in Lomé in 2027.",
        "Togo is weighing recognition of the INTERPOL Travel Document.",
        "Togo called for recognition of the INTERPOL Travel Document.",
        "Togo's recognition of the INTERPOL Travel Document ended in 2019.",
        "Togo might let in holders of the INTERPOL Travel Document without a visa.",
        "The election of Ana Ruiz as President was declared void.",
        "Togo opposed holding the 95th General Assembly in Lomé.",
    ],
)
def test_what_is_sought_or_over_is_not_so(read: Reader, sentence: str) -> None:
    assert not [fact.key for fact in read(f"INTERPOL met. {sentence}")]


def test_what_is_granted_beside_what_is_discussed_is_so(read: Reader) -> None:
    found = {
        " | ".join(fact.key) for fact in read("INTERPOL met. It discussed the budget and approved the admission of Palau.")
    }
    assert "org:INTERPOL | admitted | PW" in found


def test_the_title_in_the_front_matter_tells_whom_a_text_is_about() -> None:
    text = """---
title: Election results for the Harbour Pilots
---
The following people were elected to the board:

- Ana Ruiz
- Jon Berg
- Kari Lund
"""
    found = {(row.subject, row.property, row.value) for row in govgraph.extract(text, "results.md")}
    assert ("person:Ana Ruiz", "elected", "Board Member|Harbour Pilots") in found
    untitled = text.partition("---\n")[2].partition("---\n")[2]
    assert govgraph.extract(untitled, "results.md") == []
