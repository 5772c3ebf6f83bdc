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
