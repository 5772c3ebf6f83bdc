"""Whose a numbered meeting is, where no profile tells: names in all their forms, short forms, bodies before owners."""

from __future__ import annotations

import pytest

from govgraph.documents.document import Span
from govgraph.reading.introductions import introductions
from tests.conftest import Reader


def sessions(read: Reader, text: str) -> set[str]:
    return {fact.subject for fact in read(text) if fact.kind == "session"}


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("the European Harbour Confederation (CEH) met", "European Harbour Confederation", "CEH"),
        ("the Union of the Harbour Pilots of Riga (UHPR) met", "Union of the Harbour Pilots of Riga", "UHPR"),
        ("the Baltic Tin Council, BTC, said", "Baltic Tin Council", "BTC"),
        ("the UN Harbour Assembly (UNHA-6) closed", "UN Harbour Assembly", "UNHA"),
    ],
)
def test_a_short_form_is_tied_to_its_name(text: str, name: str, short: str) -> None:
    assert (name, short) in {(one.name, one.short) for one in introductions(text, Span(0, len(text)))}


@pytest.mark.parametrize(
    "text",
    [
        "the Harbour Union of Norway's Fishermen (XYZ) met",
        "the Baltic Tin Council, NEW, said",
        "Director General of Norway's Harbour Police (DGP) met",
    ],
)
def test_what_stands_in_brackets_need_be_no_short_form(text: str) -> None:
    assert not list(introductions(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "The 23rd Summit of the Common Market of Harbours (COMHA) opened in Riga on 2 June 2025.",
        "Heads of State of the Common Market of Harbours (COMHA) held their 23rd Summit in Riga on 2 June 2025.",
    ],
)
def test_an_organisation_is_known_by_what_it_has(read: Reader, text: str) -> None:
    assert sessions(read, text) == {"session:COMHA/23"}


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("The XL Ordinary Congress of the Baltic Dental Union was held in Riga in 2018.", "Baltic Dental Union/40"),
        ("The seventh congress of the Baltic Pilots' Association was held in Riga in 2018.", "Baltic Pilots' Association/7"),
        ("The 20th Convention of the Harbour Guides Federation took place in Riga in 2018.", "Harbour Guides Federation/20"),
        (
            "The 102nd Meeting of the International Eel Commission was in Riga in 2018.",
            "International Eel Commission/102",
        ),
        ("The 4th Summit of the Council of Harbours ended in Riga in 2018.", "Council of Harbours/4"),
        ("The 5th World Congress of HPLG was held in Riga in 2018.", "HPLG/5"),
        ("The Harbour Council ended its 75th Session in Riga in 2018.", "Harbour Council/75"),
        ("HARBNET held its 12th General Assembly in Riga in 2018.", "HARBNET/12"),
        ("The 9th Our Harbour Conference was held in Riga in 2018.", "Our Harbour Conference/9"),
        ("The 3rd Eel River Commission Summit was held in Riga in 2018.", "Eel River Commission/3"),
    ],
)
def test_the_owner_is_told_by_the_form_of_its_name(read: Reader, text: str, session: str) -> None:
    assert sessions(read, text) == {f"session:{session}"}


def test_a_series_goes_by_its_short_form(read: Reader) -> None:
    text = (
        "The 31st Annual Meeting of the Baltic Harbour Forum (BHF) was held in Riga in 2018. The 31st BHF was large. "
        "The 32nd BHF will be held in Oslo in 2019."
    )
    assert sessions(read, text) == {"session:BHF/31", "session:BHF/32"}


def test_a_session_in_one_word_with_a_hyphen(read: Reader) -> None:
    text = "The UN Harbour Assembly (UNHA) met. UNHA-6 was held in Riga in 2018."
    assert "session:UNHA/6" in sessions(read, text)


def test_the_federation_is_the_one_that_the_text_is_about(read: Reader) -> None:
    text = "The Baltic Pilots' Federation met in Riga. The Federation's 14th congress, held in Riga in 2018, was short."
    assert "session:Baltic Pilots' Federation/14" in sessions(read, text)


def test_a_name_in_capitals_is_written_as_the_text_writes_it_elsewhere(read: Reader) -> None:
    text = "12TH CONGRESS OF THE BALTIC PILOTS UNION\n\nThe 12th Congress of the Baltic Pilots Union was held in Riga in 2018."
    assert sessions(read, text) == {"session:Baltic Pilots Union/12"}


def test_members_of_another_organisation_are_not_ours(read: Reader) -> None:
    facts = {fact.key for fact in read("INTERPOL met the Harbour Workers' Union, which represents 300 workers.")}
    assert ("org:INTERPOL", "memberCount", "300") not in facts


@pytest.mark.parametrize(
    "text",
    ["Speakers were Jon Berg, Senior Solutions Manager, Acme.", "Jon Berg, Home Buying Specialist. " * 2],
)
def test_what_stands_before_a_job_is_no_organisation(read: Reader, text: str) -> None:
    assert not {fact.value for fact in read(text)} & {"Manager|Senior Solutions", "Specialist|Home Buying"}


def test_a_short_form_that_a_profile_has_for_another_is_not_that(read: Reader) -> None:
    text = (
        "The Global Cocoa Club (GCC) held its 12th Congress in Lima on 2 June 2025. The GCC elected Jon Berg as its President."
    )
    facts = {fact.key for fact in read(text)}
    assert ("session:Global Cocoa Club/12", "city", "Lima") in facts
    assert ("person:Jon Berg", "elected", "President|Global Cocoa Club") in facts
    assert not {key for key in facts if "GCC" in key[0] or "GCC" in key[2]}


def test_a_short_form_that_a_profile_has_under_another_name_is_that(read: Reader) -> None:
    text = "The International Criminal Police Commission (INTERPOL) held its 22nd General Assembly in Oslo on 2 June 1953."
    assert sessions(read, text) == {"session:INTERPOL/22"}
