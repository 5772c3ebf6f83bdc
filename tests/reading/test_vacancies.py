"""Guards elections told in two sentences: the office in one, who got it in the next."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

US = "The Baltic Ports Federation (BPF) met in Riga. "


def vacancies(read: Reader, text: str) -> dict[str, str]:
    return {" | ".join(fact.key): fact.status for fact in read(US + text) if fact.rule == "vacancy"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The BPF has a new president. Kari Lund won the vote on Friday.", "president|BPF"),
        ("The post of treasurer was vacant. Delegates elected Kari Lund by 40 votes to 12.", "treasurer|BPF"),
        ("A new Secretary General had to be chosen. Kari Lund was elected by acclamation.", "Secretary General|BPF"),
        ("The Asia Society has a new president. Kari Lund won.", "president|Asia Society"),
    ],
)
def test_the_next_sentence_tells_who_got_the_office(read: Reader, text: str, value: str) -> None:
    assert vacancies(read, text) == {f"person:Kari Lund | elected | {value}": "inferred"}


def test_both_sentences_support_it(read: Reader) -> None:
    text = US + "The BPF has a new president. Kari Lund won the vote on Friday."
    fact = next(fact for fact in read(text) if fact.rule == "vacancy")
    assert [text[span.start : span.end] for span in fact.support] == ["The BPF has a new president."]
    assert text[fact.sentence.start : fact.sentence.end] == "Kari Lund won the vote on Friday."


def test_who_is_elected_again_holds_the_office(read: Reader) -> None:
    found = vacancies(read, "There was a vote for the president. Delegates re-elected Kari Lund in the first round.")
    assert set(found) == {"person:Kari Lund | elected | president|BPF", "person:Kari Lund | holds | president|BPF"}


@pytest.mark.parametrize(
    "text",
    [
        "The post of treasurer was vacant. Kari Lund won applause for her report.",
        "The BPF has a new president. Kari Lund was chosen for the award of the year.",
        "The BPF has a new president. In 2019 Kari Lund was elected by a wide margin.",
        "The BPF has a new president. Kari Lund was not elected on Friday.",
        "The BPF has a new president. The hall was full. Kari Lund won the vote on Friday.",
        "France voted for a new president. Kari Lund won with 54 per cent.",
        "Members had to choose a president. Kari Lund was chosen by Maersk to build ships.",
        "The post of treasurer was vacant. Delegates elected Kari Lund by show of hands to the board.",
    ],
)
def test_what_fills_no_vacancy(read: Reader, text: str) -> None:
    assert vacancies(read, text) == {}


def test_as_many_as_were_chosen_are_named_next(read: Reader) -> None:
    found = vacancies(read, "Two Vice-Presidents were elected too. Kari Lund of Norway stays; with her sits Ana Ruiz of Peru.")
    assert found == {
        "person:Kari Lund | elected | Vice-President|BPF": "inferred",
        "person:Kari Lund | holds | Vice-President|BPF": "inferred",
        "person:Ana Ruiz | elected | Vice-President|BPF": "inferred",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Two Vice-Presidents were elected. Kari Lund of Norway, Ana Ruiz of Peru and Jon Berg of Iceland sang.",
        "Two Vice-Presidents were elected. Kari Lund of Norway and Ana Ruiz of Peru lost.",
        "Two Vice-Presidents will be elected. Kari Lund of Norway and Ana Ruiz of Peru are candidates.",
        "The BPF keeps its president. Kari Lund was elected in Oslo as mayor.",
    ],
)
def test_others_than_those_chosen_may_be_named(read: Reader, text: str) -> None:
    assert vacancies(read, text) == {}


def test_those_whom_another_chose_have_its_office(read: Reader) -> None:
    found = vacancies(
        read, "The Asia Society also elected two Vice-Presidents. They are Kari Lund of Norway and Ana Ruiz of Peru."
    )
    assert set(found) == {f"person:{name} | elected | Vice-President|Asia Society" for name in ("Kari Lund", "Ana Ruiz")}


def test_who_is_kept_was_elected_again(read: Reader) -> None:
    found = vacancies(read, "The BPF keeps its president. Kari Lund was re-elected on Friday.")
    assert set(found) == {"person:Kari Lund | elected | president|BPF", "person:Kari Lund | holds | president|BPF"}


def test_an_election_that_heads_a_paragraph_of_minutes(read: Reader) -> None:
    opening = "4. Election of a Treasurer. No candidate had a majority in the first round."
    assert vacancies(read, f"{opening} In the second, Mr Jon Berg (Norway) was elected.") == {
        "person:Jon Berg | elected | Treasurer|BPF": "inferred"
    }
    assert vacancies(read, f"{opening}\n\n5. Praise. In the end, Mr Jon Berg (Norway) was elected.") == {}
