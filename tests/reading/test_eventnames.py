"""Names of events that are pieced together, and what is no event."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def events(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text) if fact.kind == "event"}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "Summit Conference 2025 will be held on 20 September 2025, at Cod Field in Denver.",
            "Summit Conference 2025",
            "Denver",
        ),
        ("She attended the World Tourism Forum 2025 held recently in Prague.", "World Tourism Forum 2025", "Prague"),
        ("PR Harbours 2025 will take place in Denver on 3 May 2025.", "PR Harbours 2025", "Denver"),
        (
            "The inaugural Detroit Mobility Breakfast will take place on 18 November 2025 in Detroit.",
            "Detroit Mobility Breakfast",
            "Detroit",
        ),
        (
            "The European Society of Cod Congress opens in Madrid on 29 August 2025.",
            "European Society of Cod Congress",
            "Madrid",
        ),
    ],
)
def test_a_name_is_one_with_its_year_or_where_it_is_held(read: Reader, text: str, name: str, city: str) -> None:
    assert events(read, text) == {f"event:{name} | year | 2025", f"event:{name} | city | {city}"}


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition about the World Tea Breakfast was held in Hanoi in 2012.",
        "Her book Agenda 2030 was printed in Riga.",
        "Budget 2025 was adopted in Riga.",
        "They met in March 2025 in Riga.",
    ],
)
def test_what_is_no_event_is_none(read: Reader, text: str) -> None:
    assert events(read, text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Registration for Riga Risk Summit 2025 was opened and many came.", "Riga Risk Summit 2025"),
        ("Hosting the Riga Risk Summit 2025 was hard and cost much.", "Riga Risk Summit 2025"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(read: Reader, text: str, name: str) -> None:
    assert events(read, text) == {f"event:{name} | year | 2025"}


def test_atlanta_lies_in_no_country_called_georgia(read: Reader) -> None:
    text = "The Cod Empowerment Gala, taking place on 14 March 2025 in Atlanta, Georgia, is sold out."
    assert events(read, text) == {"event:Cod Empowerment Gala | year | 2025", "event:Cod Empowerment Gala | city | Atlanta"}
