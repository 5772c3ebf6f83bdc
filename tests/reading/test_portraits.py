"""Names on lines of their own, over what is told of each."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

US = "The Harbour Union met in Riga.\n\n"
TWO = "\n\n### Ana Berg\n\nAna has been a pilot since she left school in Oslo.\n\n### Jon Lind (he/him)\n\nHe works on a tug.\n"


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(US + text) if fact.rule == "portrait"}


@pytest.mark.parametrize(
    ("lead", "property_"),
    [
        ("## Meet the Board", "holds"),
        ("We share the results of our 2030 Board election. Please welcome the new members of the Board.", "elected"),
        ("All of them have been elected to serve three years on the Board.\n\n## Meet the Board", "elected"),
    ],
)
def test_each_has_the_post_that_the_lines_above_name(read: Reader, lead: str, property_: str) -> None:
    assert posts(read, lead + TWO) == {
        f"person:Ana Berg | {property_} | Board Member|Harbour Union",
        f"person:Jon Lind | {property_} | Board Member|Harbour Union",
    }


@pytest.mark.parametrize("lead", ["## Speakers", "## Candidates for the Board", "## Award winners", "We met them."])
def test_under_another_heading_nobody_has_a_post(read: Reader, lead: str) -> None:
    assert posts(read, lead + TWO) == set()


def test_one_name_alone_is_no_list(read: Reader) -> None:
    assert posts(read, "## Meet the Board\n\n### Ana Berg\n\nAna has been a pilot since she left school.\n") == set()
