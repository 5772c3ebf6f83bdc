"""What is part of the name of somebody or something, and what only stands beside it."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize("degree", ["M.D.", "Ph.D.", "PhD", "M.D., F.A.C.S.", "PhD, MBA"])
def test_a_degree_right_after_a_name_is_no_part_of_it(read: Reader, degree: str) -> None:
    assert keys(read, f"The Harbour Union elected Andrew S. Berg {degree} as Treasurer.") == {
        "person:Andrew S. Berg | elected | Treasurer|Harbour Union"
    }


def test_a_country_can_be_a_surname(read: Reader) -> None:
    text = "Katie Milton Jordan is the founder and CEO of Tidal Fleet Ltd."
    assert keys(read, text) == {"person:Katie Milton Jordan | holds | founder and CEO|Tidal Fleet Ltd"}
    text = "Katie Milton of Jordan is the founder and CEO of Tidal Fleet Ltd."
    assert keys(read, text) == {"person:Katie Milton | holds | founder and CEO|Tidal Fleet Ltd"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour Society of Oslo to Honor Texas Governor Greg Lind", {"person:Greg Lind | holds | Governor|Texas"}),
        ("Governor Newsom Names Dr. Steve Lind to the Harbour Board", set()),
        ("Iran's Supreme Leader Ali Rad spoke.", {"person:Ali Rad | holds | Supreme Leader|IR"}),
        (
            "Previously Laura Berg was chief executive of the Lund Institute.",
            {"person:Laura Berg | held | chief executive|Lund Institute"},
        ),
        (
            "We’re delighted to announce the appointment of Ana Berg as the new President of the Harbour Foundation.",
            {"person:Ana Berg | elected | President|Harbour Foundation"},
        ),
    ],
)
def test_verbs_and_adverbs_are_no_part_of_names(read: Reader, text: str, found: set[str]) -> None:
    assert keys(read, text) == found


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Jon Lind, President of GCU member Aspen Products Inc, spoke.", "Aspen Products Inc"),
        ("Jon Lind, President of Big Cods Big Sisters of Riga County, spoke.", "Big Cods Big Sisters of Riga County"),
        ("Jon Lind of Lund Shipping will serve as president of the Harbour Union.", "Harbour Union"),
    ],
)
def test_where_somebody_works_is_nobody(read: Reader, text: str, of: str) -> None:
    assert {(fact.subject, fact.value.partition("|")[2]) for fact in read(text)} == {("person:Jon Lind", of)}


@pytest.mark.parametrize(
    "text",
    [
        "The Atomic Reactor Council (ARC) is developing the ARC-100, an advanced reactor, in Riga in 2030.",
        "The 10th Anniversary of the Harbour Peace Summit was held in Riga in 2030.",
        "She spoke at the 79th UN General Assembly Science Summit in New York in September 2024.",
    ],
)
def test_what_is_counted_is_not_always_a_session(read: Reader, text: str) -> None:
    assert not [fact for fact in read(text) if fact.kind == "session"]


def test_an_office_is_of_a_name_rather_than_of_its_initials(read: Reader) -> None:
    text = "The Harbour Union met.\n\n* Eric Lind – Managing Director, Detroit Justice Center (DJC)\n\nThe DJC is old.\n"
    assert keys(read, text) == {"person:Eric Lind | holds | Managing Director|Detroit Justice Center"}


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "Ana Berg is director of the Institute of Port Studies, Dana Reef Institute, and the Lund Fund.",
            "Institute of Port Studies",
        ),
        (
            "Ana Berg is director of the Department of Culture, Media and Sport, she said.",
            "Department of Culture, Media and Sport",
        ),
    ],
)
def test_a_name_ends_where_a_list_of_others_begins(read: Reader, text: str, of: str) -> None:
    assert keys(read, text) == {f"person:Ana Berg | holds | director|{of}"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Max H.-H. Schaber is president of the Harbour Union. K.-H. Berg was elected treasurer.",
            {
                "person:Max H.-H. Schaber | holds | president|Harbour Union",
                "person:K.-H. Berg | elected | treasurer|Harbour Union",
            },
        ),
        (
            "The union re-elected Eva Vik and Julie Tay to the Nomination Committee.",
            {
                "person:Eva Vik | elected | member|Nomination Committee",
                "person:Julie Tay | elected | member|Nomination Committee",
            },
        ),
    ],
)
def test_initials_with_a_hyphen_and_people_before_a_committee(read: Reader, text: str, found: set[str]) -> None:
    assert keys(read, text) == found
