"""Names that no word forms as an organisation's: what a text calls those who write it."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def values(read: Reader, text: str) -> set[str]:
    return {fact.value for fact in read(text)}


LIST = "\n\nThe elected members of the Board are:\n\n* Ana Berg\n* Jon Lind\n* Eva Krag\n"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("On 3 May 2024 Tidal Cod Night's second board election was held. Tidal Cod Night is old.", "Tidal Cod Night"),
        ("The Tidal Cod Night board is happy. All Tidal Cod Night members voted on 3 May 2024.", "Tidal Cod Night"),
        ("ZKRT voted on 3 May 2024 to elect its officers.", "ZKRT"),
        ("# Minutes of ZKRT Annual General Meeting held on 3 May 2024", "ZKRT"),
        (
            "Headwaters Hospice for Palliative Care welcomes its new board. Headwaters Hospice for Palliative Care is old.",
            "Headwaters Hospice for Palliative Care",
        ),
    ],
)
def test_what_has_a_board_elections_or_members_is_whose_the_posts_are(read: Reader, opening: str, name: str) -> None:
    assert values(read, opening + LIST) >= {f"Board Member|{name}"}


def test_front_matter_can_name_it(read: Reader) -> None:
    text = '---\ntitle: Results\nauthor_bio: "Board Member, Tidal Cod Night"\n---\n\nTidal Cod Night Members met in May 2024.'
    assert values(read, text + LIST) == {"Board Member|Tidal Cod Night"}


@pytest.mark.parametrize(
    "opening",
    [
        "The elections were held on 3 May 2024.",
        "Shareholders voted on 3 May 2024 to elect the board.",
        "Members Elect Fall 2024 Executive Board.",
        "Core Team members met on 3 May 2024.",
        "Norway's board of directors met on 3 May 2024.",
        "WE HELD NEWS CONFERENCE",
    ],
)
def test_words_that_name_nobody_are_no_name(read: Reader, opening: str) -> None:
    assert values(read, opening + LIST) == set()


def test_an_organisation_formed_as_one_goes_before_it(read: Reader) -> None:
    text = "The Harbour Union met. Tidal Cod Night members were there. The Harbour Union voted." + LIST
    assert values(read, text) == {"Board Member|Harbour Union"}


def test_a_name_in_full_is_what_facts_call_it(read: Reader) -> None:
    text = (
        "The Zund OS Foundation is pleased to announce that Ana Berg is its new President. The Zund community is glad. "
        "The Zund OS Foundation's members elected Jon Lind as Treasurer."
    )
    assert values(read, text) == {"President|Zund OS Foundation", "Treasurer|Zund OS Foundation"}
