"""Those who had an office one after the other, in one sentence."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

UNION = "The Nordic Harbour Union (NHU) met in Riga. "


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key).removeprefix("person:") for fact in read(UNION + text) if fact.kind == "person"}


@pytest.mark.parametrize(
    "opening",
    [
        "Presidents of the Union have included",
        "The Union has had three presidents:",
        "Its presidents were",
        "Past presidents include",
        "Former Presidents of the NHU:",
    ],
)
def test_years_behind_a_name_tell_who_had_the_office(read: Reader, opening: str) -> None:
    found = posts(read, f"{opening} Ana Ruiz of Spain (1965–1973), Jon Berg (1986–1989) and Kari Lund of Norway (2017–2022).")
    assert {fact.lower() for fact in found} == {
        "ana ruiz | held | president|nhu",
        "jon berg | held | president|nhu",
        "kari lund | held | president|nhu",
    }


@pytest.mark.parametrize("years", ["since 2017", "2017–present", "2017–"])
def test_who_has_no_last_year_has_the_office_still(read: Reader, years: str) -> None:
    found = posts(read, f"Its secretaries general have been Ana Ruiz (1965–1973) and Kari Lund ({years}).")
    assert found == {"Ana Ruiz | held | secretary general|NHU", "Kari Lund | holds | secretary general|NHU"}


def test_a_year_to_come_is_no_last_one(read: Reader) -> None:
    text = "5 May 2024\n\n" + UNION + "Its presidents were Ana Ruiz (1965–1973) and Kari Lund (2023–2027)."
    found = {" | ".join(fact.key) for fact in read(text) if fact.kind == "person"}
    assert found == {"person:Ana Ruiz | held | president|NHU", "person:Kari Lund | holds | president|NHU"}


def test_a_last_year_may_have_two_figures(read: Reader) -> None:
    found = posts(read, "Its presidents were Ana Ruiz (1965–73) and Kari Lund (1973–).")
    assert found == {"Ana Ruiz | held | president|NHU", "Kari Lund | holds | president|NHU"}


def test_former_officers_need_no_years(read: Reader) -> None:
    found = posts(read, "Past Chairmen included Ana Ruiz and Jon Berg.")
    assert found == {"Ana Ruiz | held | Chairman|NHU", "Jon Berg | held | Chairman|NHU"}


@pytest.mark.parametrize(
    "text",
    [
        "Its presidents were Ana Ruiz (1965) and Jon Berg.",
        "The presidents were pleased: Ana Ruiz (1965–1973) spoke.",
        "Its president was Ana Ruiz (1965–1973).",
    ],
)
def test_other_sentences_list_nobody(read: Reader, text: str) -> None:
    assert not {fact for fact in posts(read, text) if "| held |" in fact}
