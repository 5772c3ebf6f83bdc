"""Guards ballots: which of several people was elected to which of several offices, and whom they follow."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "The Baltic Ports Federation (BPF) held its 31st General Assembly in Riga, Latvia. "


def elected(read: Reader, sentence: str) -> set[tuple[str, str]]:
    facts = (fact for fact in read(OPENING + sentence) if fact.property == "elected")
    return {(fact.subject.removeprefix("person:"), fact.value) for fact in facts}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Assembly elected Maria Duarte of Peru president and Jon Berg of Norway treasurer.",
        "Maria Duarte (Peru) and Jon Berg (Norway) were elected president and treasurer.",
        "Maria Duarte was elected president and Jon Berg treasurer.",
        "Vice-President Maria Duarte and Secretary Jon Berg were elected president and treasurer.",
    ],
)
def test_each_office_goes_to_whom_it_belongs(read: Reader, sentence: str) -> None:
    assert elected(read, sentence) == {("Maria Duarte", "president|BPF"), ("Jon Berg", "treasurer|BPF")}


@pytest.mark.parametrize(
    "sentence",
    [
        "President Maria Duarte and Treasurer Jon Berg were re-elected.",
        "Maria Duarte (President) and Jon Berg (Treasurer) were re-elected.",
        "The President, Maria Duarte, and the Treasurer, Jon Berg, were re-elected.",
        "President Maria Duarte (Peru) and Treasurer Jon Berg (Norway) were confirmed in office.",
    ],
)
def test_who_is_elected_again_keeps_the_office_that_is_his(read: Reader, sentence: str) -> None:
    assert elected(read, sentence) == {("Maria Duarte", "President|BPF"), ("Jon Berg", "Treasurer|BPF")}


def test_an_office_of_one_is_not_that_of_the_next(read: Reader) -> None:
    assert elected(read, "President Maria Duarte and Jon Berg were re-elected.") == {("Maria Duarte", "President|BPF")}
    found = elected(read, "President Maria Duarte and Vice-Presidents Jon Berg and Tom Paz were re-elected.")
    assert found == {(name, "Vice-President|BPF") for name in ("Jon Berg", "Tom Paz")} | {("Maria Duarte", "President|BPF")}


def test_somebody_in_office_who_is_elected_to_an_organ_gets_the_office_no_more(read: Reader) -> None:
    assert ("Maria Duarte", "President|BPF") not in elected(read, "President Maria Duarte was elected to the Council.")
    found = elected(read, "Two vice-presidents, Tom Paz and Jon Berg, were elected to the Executive Committee.")
    assert {("Tom Paz", "vice-president|BPF"), ("Jon Berg", "vice-president|BPF")} <= found


def test_an_office_that_opens_the_sentence_goes_to_all_who_follow(read: Reader) -> None:
    found = elected(
        read, "Three vice-presidents were elected: Maria Duarte of Peru, Jon Berg of Norway and Mona Lind of Estonia."
    )
    assert {who for who, _ in found} == {"Maria Duarte", "Jon Berg", "Mona Lind"}
    assert len({office for _, office in found}) == 1


def test_what_somebody_is_already_is_no_office_of_the_ballot(read: Reader) -> None:
    found = elected(read, "Maria Duarte, director of the Port of Callao, was elected treasurer.")
    assert found == {("Maria Duarte", "treasurer|BPF")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria Duarte was not elected president.",
        "Maria Duarte is a candidate for president.",
        "The Assembly will elect Maria Duarte president.",
        "Maria Duarte had been elected president in 2019.",
    ],
)
def test_nobody_was_elected(read: Reader, sentence: str) -> None:
    assert elected(read, sentence) == set()


def test_whom_the_winner_follows_held_the_office(read: Reader) -> None:
    facts = {fact.key for fact in read(f"{OPENING}Maria Duarte was elected president. She succeeds Jon Berg, who stood down.")}
    assert ("person:Jon Berg", "held", "president|BPF") in facts


def test_a_term_again_is_held_at_once(read: Reader) -> None:
    facts = {
        fact.key for fact in read(f"{OPENING}Jon Berg of Norway leads it. The Assembly re-elected him on Sunday as president.")
    }
    assert {("person:Jon Berg", "elected", "president|BPF"), ("person:Jon Berg", "holds", "president|BPF")} <= facts


def test_an_office_before_its_winners(read: Reader) -> None:
    found = elected(read, "The two delegates for Asia will be Mona Lind of India and Jon Berg of China.")
    assert found == {("Mona Lind", "delegate for Asia|BPF"), ("Jon Berg", "delegate for Asia|BPF")}


def test_who_speaks_is_not_elected(read: Reader) -> None:
    found = elected(read, '"We selected this harbour with care," said Jon Berg, founder of the Riga Institute.')
    assert found == set()


def test_earlier_and_new_office_of_one_person_are_both_told(read: Reader) -> None:
    told = "Jon Berg, until now Assistant General Secretary of the Baltic Ports Federation, was elected General Secretary."
    facts = {fact.key for fact in read(OPENING + told)}
    assert ("person:Jon Berg", "elected", "General Secretary|BPF") in facts
    assert ("person:Jon Berg", "held", "Assistant General Secretary|BPF") in facts


def test_the_country_of_whoever_is_elected_stands_before_the_office(read: Reader) -> None:
    assert elected(read, "The Assembly elected Maria Duarte of Peru president.") == {("Maria Duarte", "president|BPF")}
    assert elected(read, "The Assembly named Maria Duarte, the Peru president.") == set()


def test_an_office_for_a_region_belongs_to_who_stands_beside_it(read: Reader) -> None:
    found = elected(read, "Maria Duarte was elected Vice-President for Europe and Jon Berg Vice-President for Asia.")
    assert found == {("Maria Duarte", "Vice-President for Europe|BPF"), ("Jon Berg", "Vice-President for Asia|BPF")}


def test_whom_the_new_president_succeeds_was_president(read: Reader) -> None:
    text = OPENING + "The Assembly elected Maria Duarte of Peru President. The new President succeeds Jon Berg of Norway."
    assert ("person:Jon Berg", "held", "President|BPF") in {fact.key for fact in read(text)}


def test_an_office_elect_follows_the_office(read: Reader) -> None:
    text = OPENING + "Maria Duarte was elected President-Elect. She succeeds Jon Berg of Norway."
    assert ("person:Jon Berg", "held", "President|BPF") in {fact.key for fact in read(text)}


def test_who_stands_in_another_clause_is_not_the_one_elected(read: Reader) -> None:
    told = "Ana Ruiz of Peru becomes Vice-President for Asia, while Jon Berg of Norway was chosen as delegate for Europe."
    assert ("Ana Ruiz", "delegate for Europe|BPF") not in elected(read, told)
    spoke = "Ana Ruiz, the minister, had spoken of ports, and Jon Berg of Norway was elected President."
    assert elected(read, spoke) == {("Jon Berg", "President|BPF")}


def test_whom_an_organ_elects_to_an_office_of_its_own(read: Reader) -> None:
    told = "The HPC elected Kari Lund of Norway as its Chair. Her predecessor, Ola Dahl of Peru, was thanked."
    assert elected(read, told) == {("Kari Lund", "Chair|HPC")}
    assert ("person:Ola Dahl", "held", "Chair|HPC") in {fact.key for fact in read(OPENING + told)}


@pytest.mark.parametrize(("when", "holds"), [("today", True), ("on 1 January 2031", False), ("next week", False)])
def test_who_takes_up_duties_today_holds_the_office(read: Reader, when: str, holds: bool) -> None:
    told = f"Kari Lund of Norway was elected President of the BPF. She takes up her duties {when}."
    facts = {fact.key for fact in read("2 June 2030\n\n" + OPENING + told)}
    assert (("person:Kari Lund", "holds", "President|BPF") in facts) is holds


def test_the_speaker_of_the_news_is_not_elected(read: Reader) -> None:
    told = "Kari Lund of Norway has been elected vice-president of the BPF, BPF president Jon Berg announced."
    assert elected(read, told) == {("Kari Lund", "vice-president|BPF")}


def test_a_newly_elected_council_elects_nobody(read: Reader) -> None:
    assert (
        elected(read, "There are nine on the newly elected BPF council; BPF President Jon Berg stays on the council.") == set()
    )


def test_two_of_two_universities_are_two_people(read: Reader) -> None:
    text = "Ana Ruiz of the University of Oslo and Jon Berg of the University of Riga were elected to the Governing Board."
    found = elected(read, text)
    assert {who for who, _ in found} == {"Ana Ruiz", "Jon Berg"}


def test_a_board_that_is_made_up_of_people_elects_none(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. The BPF board is made up of Chair Jon Berg and Treasurer Kari Lund."
    assert {" | ".join(fact.key) for fact in read(text)} == {
        "person:Jon Berg | holds | Chair|BPF",
        "person:Kari Lund | holds | Treasurer|BPF",
    }


def test_only_who_is_elected_again_has_the_office_at_once(read: Reader) -> None:
    text = (
        "INTERPOL elected Jon Berg of Norway as delegate for Europe and re-elected Ana Ruiz, a judge, as delegate for Africa."
    )
    text += " Kari Lund was re-elected President and Tom Paz was elected Treasurer."
    text += " INTERPOL chose Jon Lind of Norway as President and returned Mary Hale of Kenya as Vice President."
    holders = {fact.subject for fact in read(text) if fact.property == "holds" and fact.value.endswith("INTERPOL")}
    assert holders == {"person:Ana Ruiz", "person:Kari Lund", "person:Mary Hale"}


def test_what_leads_a_list_holds_for_each_of_its_entries(read: Reader) -> None:
    text = (
        "INTERPOL met in Lima. The following were elected to the Executive Committee for three years: Ms Kari Lund (Norway), "
        "Vice-President for Europe; Mr Emeka Obi (Nigeria), Delegate for Africa; Mr Abel Tan (Singapore), Delegate for Asia."
    )
    assert {" | ".join(fact.key) for fact in read(text) if fact.kind == "person"} == {
        "person:Kari Lund | elected | Vice-President for Europe|INTERPOL",
        "person:Emeka Obi | elected | Delegate for Africa|INTERPOL",
        "person:Abel Tan | elected | Delegate for Asia|INTERPOL",
    }


def test_an_agency_of_another_organisation_is_not_that_organisation(read: Reader) -> None:
    text = "INTERPOL met in Lima. Members elected Kari Lund as director-general of the U.N. cultural agency."
    assert not [fact.key for fact in read(text) if fact.kind == "person" and fact.value.endswith("|U.N.")]


def test_who_is_elected_does_not_hold_the_office_for_standing_beside_it(read: Reader) -> None:
    lead = "INTERPOL met in Lima. The following were "
    once = {" | ".join(fact.key) for fact in read(f"{lead}elected: Ms Kari Lund, Vice-President for Europe.")}
    again = {" | ".join(fact.key) for fact in read(f"{lead}re-elected: Ms Kari Lund, Vice-President for Europe.")}
    assert "person:Kari Lund | holds | Vice-President for Europe|INTERPOL" not in once
    assert "person:Kari Lund | holds | Vice-President for Europe|INTERPOL" in again


def test_names_that_were_received_elect_nobody(read: Reader) -> None:
    text = (
        "The INTERPOL General Assembly. Two names have reached the Secretary General, Ana Berg, so far: Jan Roux and Eva Lund."
    )
    assert not [fact for fact in read(text) if fact.property == "elected"]


@pytest.mark.parametrize(
    "text",
    [
        "The committee proposed that Jan Roux be elected President.",
        "Members rejected a proposal that Jan Roux be elected President.",
        "A minority wanted Jan Roux appointed Secretary General instead.",
        "The idea of electing Jan Roux President was turned down.",
    ],
)
def test_what_somebody_would_like_elects_nobody(read: Reader, text: str) -> None:
    assert not [fact for fact in read(f"The 82nd INTERPOL General Assembly closed. {text}") if fact.property == "elected"]


def test_offices_and_people_in_two_rows_go_together_in_order(read: Reader) -> None:
    text = "The Baltic Ports Union (BPU) met. Elected to the posts of President and Treasurer were Ana Ruiz and Jon Berg."
    assert {fact.key for fact in read(text) if fact.property == "elected"} == {
        ("person:Ana Ruiz", "elected", "President|BPU"),
        ("person:Jon Berg", "elected", "Treasurer|BPU"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Rumours that Ana Ruiz has been elected president of the Baltic Ports Union are false.",
        "Was Ana Ruiz elected president of the Baltic Ports Union?",
        "Members voted against electing Ana Ruiz as president of the Baltic Ports Union.",
        "Ana Ruiz, whose firm built the hall, was named a Companion of the Order.",
    ],
)
def test_what_is_denied_asked_or_rumoured_is_no_election(read: Reader, text: str) -> None:
    assert not [fact for fact in read(text) if fact.property in ("elected", "holds")]
