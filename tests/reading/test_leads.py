"""What leads in a list of people: whether they were elected or hold a post, which one, and what leads in none."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text) if fact.rule in ("roster", "enumeration")}


@pytest.mark.parametrize(
    ("lead", "post"),
    [
        ("The newly elected Harbour Committee Chairperson is:", "elected | Harbour Committee Chairperson"),
        ("The BPF board will include the following Vice-Presidents:", "holds | Vice-President"),
    ],
)
def test_a_lead_in_may_name_the_office_of_those_below_it(read: Reader, lead: str, post: str) -> None:
    text = f"The Baltic Ports Federation (BPF) met in Riga.\n\n{lead}\n* Ana Ruiz\n* Jon Berg\n"
    assert posts(read, text) == {f"person:{name} | {post}|BPF" for name in ("Ana Ruiz", "Jon Berg")}


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("Six new members were elected to the union's National Executive.", "elected | National Executive Member"),
        ("The winners of the 2030 Ethics Committee election are:", "elected | Ethics Committee Member"),
        ("The following Vice-Presidents were elected:", "elected | Vice-President"),
        ("Joining the President will be the following Vice-Presidents:", "elected | Vice-President"),
        ("These three nominees have been elected by the members to serve on the BPF board:", "elected | Board Member"),
        ("New Vice-Presidents from the national councils are:", "elected | Vice-President"),
        ("We are pleased to announce our new board members:", "elected | board member"),
        ("We thank the outgoing board members:", "held | Board Member"),
        ("Board Members:", "holds | Board Member"),
        ("Meet your new Board", "holds | Board Member"),
    ],
)
def test_what_leads_in_a_list_of_people(read: Reader, lead: str, told: str) -> None:
    people = ("Ana Ruiz", "Jon Berg", "Tom Paz")
    text = f"The Baltic Ports Federation (BPF) met in Riga.\n\n{lead}\n\n" + "".join(f"* {name}\n" for name in people)
    assert posts(read, text) == {f"person:{name} | {told}|BPF" for name in people}


@pytest.mark.parametrize(
    "lead", ["Chairperson:", "Award winners:", "The candidates are:", "We thank our volunteers:", "Former officers"]
)
def test_what_leads_in_no_list_of_officers(read: Reader, lead: str) -> None:
    text = f"The Baltic Ports Federation (BPF) met in Riga.\n\n{lead}\n\n* Ana Ruiz\n* Jon Berg\n* Tom Paz\n"
    assert not posts(read, text)


@pytest.mark.parametrize(
    "told",
    [
        "The Board of Elections consisted of Ana Ruiz, Jon Berg and Tom Paz.",
        "The election committee consists of Ana Ruiz, Jon Berg and Tom Paz.",
        "The board for the elections comprises Ana Ruiz, Jon Berg and Tom Paz.",
    ],
)
def test_who_runs_an_election_is_not_the_board(read: Reader, told: str) -> None:
    assert not posts(read, f"The Baltic Ports Federation (BPF) met in Riga. {told}\n")


def test_those_who_are_the_board_hold_their_posts(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) announced its board of directors. "
        "The BPF board of directors comprises:\n\n* Ana Ruiz\n"
    )
    assert posts(read, text) == {"person:Ana Ruiz | holds | Board Member|BPF"}


@pytest.mark.parametrize("lead", ["The speakers at the BPF dinner are:", "Award winners of the board election:"])
def test_other_lists_are_left_alone(read: Reader, lead: str) -> None:
    text = f"The Baltic Ports Federation (BPF) met. The BPF is old. {lead}\n\n* Ana Ruiz, Treasurer\n* Jon Berg, President\n"
    assert posts(read, text) == set()


def test_the_organ_is_named_where_the_election_is_told_of(read: Reader) -> None:
    text = (
        "We announce the results of the first Steering Committee Election of the Baltic Ports Federation (BPF).\n\n"
        "40 BPF members voted.\n\nThe following candidates have been elected.\n\n* Ana Ruiz, Lund University\n* Jon Berg\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Steering Committee Member|BPF",
        "person:Jon Berg | elected | Steering Committee Member|BPF",
    }


def test_who_is_elected_again_is_in_office(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga. There were four seats on the Technical Council. "
        "Those successfully re-elected were: Ana Ruiz, Jon Berg, and Kari Lund."
    )
    found = {" | ".join(fact.key) for fact in read(text) if fact.rule == "enumeration"}
    assert found == {
        f"person:{name} | {kind} | Technical Council Member|BPF"
        for name in ("Ana Ruiz", "Jon Berg", "Kari Lund")
        for kind in ("elected", "holds")
    }


def test_a_board_that_is_elected_again_is_in_office(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga. Members have re-elected the current Board of Directors.\n\n* Ana Ruiz\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Board Member|BPF",
        "person:Ana Ruiz | holds | Board Member|BPF",
    }


def test_candidates_are_not_elected(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met in Riga.\n\nCandidates to be elected to the board:\n* Ana Ruiz\n* Jon Berg\n"
    assert not [fact for fact in read(text) if fact.property == "elected"]


def test_those_who_were_there_before_are_listed_after_those_elected(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga. The BPF Steering Committee consists of 4 seats, 2 of which were up for "
        "election.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nCongratulations to the elected committee members:\n\n"
        "* Ana Ruiz\n* Jon Berg\n\nThey join continuing members:\n\n* Kari Lund\n* Tom Paz\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Steering Committee Member|BPF",
        "person:Jon Berg | elected | Steering Committee Member|BPF",
        "person:Kari Lund | holds | Steering Committee Member|BPF",
        "person:Tom Paz | holds | Steering Committee Member|BPF",
    }


def test_who_is_below_a_new_composition_was_not_elected_for_that(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. Jon Berg was re-elected to it. The Board has the following composition;\n\n"
    found = posts(read, text + "Ana Ruiz (Chairman)\nJon Berg\nTom Paz\n")
    assert "person:Ana Ruiz | holds | Chairman|BPF" in found
    assert "person:Tom Paz | holds | Board Member|BPF" in found
    assert not [fact for fact in found if "elected" in fact]


def test_a_paragraph_on_an_election_leads_in_no_list_below_its_last_sentence(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. The BPF elected a new board. It then heard these lectures.\n\n"
    assert posts(read, text + "Ana Ruiz, Lund University\nJon Berg, Oslo University\nTom Paz, Riga University\n") == set()


def test_under_elections_in_minutes_the_first_named_has_won(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga.\n\n5. Elections (term 2029-2032)\n"
        "President: Ana Ruiz, 47 votes; Jon Berg, 36\nVice-Presidents: Kari Lund, Norway; Nils Dahl, Sweden\n"
        "Secretary: Ida Holm, Denmark (elected with 25 votes; Moe had 18)\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Kari Lund | elected | Vice-President|BPF",
        "person:Nils Dahl | elected | Vice-President|BPF",
        "person:Ida Holm | elected | Secretary|BPF",
    }


def test_winning_candidates_are_no_candidates(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. The winning candidates are:\n\nPresident: Ana Ruiz\n\nTreasurer: Jon Berg\n"
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Treasurer|BPF",
    }


def test_the_line_after_a_list_can_say_that_they_were_elected(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) announces its new Board of Directors, which includes:\n\n"
        "* Ana Berg\n* Jon Lind\n* Eva Krag\n\nTwo new members and one continuing member were elected to the board.\n"
    )
    assert {post for post in posts(read, text) if "Ana Berg" in post} == {
        "person:Ana Berg | elected | Board Member|BPF",
        "person:Ana Berg | holds | Board Member|BPF",
    }


def test_who_stands_for_election_has_not_won(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met. The terms of two Board members expire:\n\n"
        "* Ana Berg: running for re-election, as Treasurer.\n* Jon Lind: standing again.\n* Eva Krag: standing.\n"
    )
    assert posts(read, text) == set()


def test_a_heading_that_names_an_organ_alone_leads_in_a_list(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) is glad to share the election results and to introduce its Governing Board.\n\n"
        "It was a good year. We had much to do. The port was full. The tide was high. Nobody was late.\n\n"
        "## The Governing Board\n\nRepresenting [Pilots](https://example.org/a/very/long/address/of/a/page), we have:\n"
        "- Ana Berg\n- Jon Lind\n- Eva Krag\n"
    )
    assert posts(read, text) == {
        f"person:{name} | elected | Governing Board Member|BPF" for name in ("Ana Berg", "Jon Lind", "Eva Krag")
    }
