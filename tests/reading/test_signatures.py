"""Posts in signatures, and of people listed in one sentence."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

MET = "The Baltic Ports Federation (BPF) met in Riga. The BPF was glad.\n\n"


def keys(read: Reader, text: str) -> set[tuple[str, str, str]]:
    return {fact.key for fact in read(text)}


@pytest.mark.parametrize(
    ("post", "value"),
    [
        ("BPF President", "President|BPF"),
        ("President of the Baltic Ports Federation", "President|BPF"),
        ("Chairman of the Organising Committee", "Chairman|Organising Committee"),
    ],
)
def test_a_name_alone_above_a_post(read: Reader, post: str, value: str) -> None:
    assert ("person:Jon Berg", "holds", value) in keys(read, f"{MET}We look forward to you.\n\nJon Berg\n{post}")


@pytest.mark.parametrize(
    "foot",
    [
        "Jon Berg\n\nThe President of the BPF was there.",
        "Jon Berg\nPresident of the BPF, Kari Lund",
        "We thank Jon Berg\nBPF President",
    ],
)
def test_a_line_that_is_a_sentence_or_names_another_is_no_signature(read: Reader, foot: str) -> None:
    assert not {key for key in keys(read, f"{MET}{foot}") if key[0] == "person:Jon Berg"}


def test_those_elected_are_listed_with_posts_in_brackets(read: Reader) -> None:
    board = "Ana Ruiz (Chair), Jon Berg (Treasurer), Kari Lund and Ola Dahl."
    told = f"We announce the election of a new Board of Directors comprising {board}"
    assert keys(read, MET + told) >= {
        ("person:Ana Ruiz", "elected", "Chair|BPF"),
        ("person:Jon Berg", "elected", "Treasurer|BPF"),
        ("person:Kari Lund", "elected", "Board Member|BPF"),
        ("person:Ola Dahl", "elected", "Board Member|BPF"),
    }


def test_those_elected_after_a_colon(read: Reader) -> None:
    told = "Those successfully elected to the Board of Directors were: Ana Ruiz and Jon Berg."
    assert keys(read, MET + told) >= {
        ("person:Ana Ruiz", "elected", "Board Member|BPF"),
        ("person:Jon Berg", "elected", "Board Member|BPF"),
    }


@pytest.mark.parametrize(
    "told",
    [
        "The nominees for the Board of Directors were: Ana Ruiz, Jon Berg and Kari Lund.",
        "The speakers were Ana Ruiz, Jon Berg, Kari Lund and Ola Dahl.",
    ],
)
def test_other_lists_tell_of_no_election(read: Reader, told: str) -> None:
    assert not {key for key in keys(read, MET + told) if key[1] in ("elected", "holds")}


def test_blocks_of_a_name_and_its_posts_under_a_vote_tell_who_was_elected(read: Reader) -> None:
    blocks = "Ana Ruiz\nPresident of the BPF\n\nJon Berg\nTreasurer of the BPF\nDirector of the Riga Harbour School"
    found = keys(read, f"{MET}The new board was elected on Friday:\n\n{blocks}")
    assert found >= {
        ("person:Ana Ruiz", "elected", "President|BPF"),
        ("person:Jon Berg", "elected", "Treasurer|BPF"),
        ("person:Jon Berg", "holds", "Director|Riga Harbour School"),
    }


def test_who_signs_under_a_vote_was_not_elected_by_it(read: Reader) -> None:
    found = keys(read, f"{MET}The board was elected on Friday.\n\nYours sincerely,\n\nAna Ruiz\nPresident of the BPF")
    assert ("person:Ana Ruiz", "holds", "President|BPF") in found
    assert not [key for key in found if key[1] == "elected"]


@pytest.mark.parametrize("mark", ["", "**"])
def test_the_third_line_of_a_signature_is_whose_post_it_is(read: Reader, mark: str) -> None:
    lines = "\n".join(f"{mark}{line}{mark}" for line in ("Ana Ruiz", "President", "Harbour Union"))
    assert ("person:Ana Ruiz", "holds", "President|Harbour Union") in {fact.key for fact in read(f"Yours,\n\n{lines}\n")}
