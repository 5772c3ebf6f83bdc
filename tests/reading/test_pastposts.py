"""Guards posts that are over by what the text tells of their last year, or of a death, and those that only look so."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

WRITTEN = "OSLO, Norway, 5 June 2031 - "


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(WRITTEN + text) if fact.property in ("holds", "held")}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, chair of the Nordic Archive Union from 2019 to 2023, spoke.",
        "Ana Ruiz, chair of the Nordic Archive Union until 2023, spoke.",
        "Ana Ruiz, chair of the Nordic Archive Union in her day, spoke.",
        "Ana Ruiz is chair of the Nordic Archive Union. Ana Ruiz died on Monday.",
        "Ana Ruiz is chair of the Nordic Archive Union. The members mourn the death of Ana Ruiz.",
        "Ana Ruiz is chair of the Nordic Archive Union. They heard with regret of the passing of Ana Ruiz.",
    ],
)
def test_a_post_is_over(read: Reader, text: str) -> None:
    assert posts(read, text) == {"person:Ana Ruiz | held | chair|Nordic Archive Union"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, chair of the Nordic Archive Union, from 2019 to 2023 its treasurer, spoke.",
        "Ana Ruiz, chair of the Nordic Archive Union, at the time of the flood abroad, spoke.",
        "Ana Ruiz is chair of the Nordic Archive Union from 2028 to 2031.",
        "Ana Ruiz will continue as chair of the Nordic Archive Union until her retirement.",
        "Ana Ruiz is chair of the Nordic Archive Union. The brother of Ana Ruiz died on Monday.",
        "Ana Ruiz is chair of the Nordic Archive Union. Reports that Ana Ruiz died on Monday are false.",
        "Ana Ruiz is chair of the Nordic Archive Union. In the opera Ana Ruiz was killed in a duel.",
    ],
)
def test_a_post_goes_on(read: Reader, text: str) -> None:
    assert posts(read, text) == {"person:Ana Ruiz | holds | chair|Nordic Archive Union"}


def test_a_death_is_named_as_support(read: Reader) -> None:
    text = WRITTEN + "Ana Ruiz is chair of the Nordic Archive Union. Ana Ruiz died on Monday."
    (fact,) = (fact for fact in read(text) if fact.property == "held")
    assert [text[span.start : span.end] for span in fact.support] == ["Ana Ruiz died on Monday."]


def test_past_in_small_letters_is_no_part_of_the_office(read: Reader) -> None:
    assert posts(read, "Ana Ruiz, a past president of the Nordic Archive Union, spoke.") == {
        "person:Ana Ruiz | held | president|Nordic Archive Union"
    }
    assert "person:Jon Berg | holds | President|Nordic Archive Union" in posts(
        read, "Ana Ruiz walked past President Jon Berg of the Nordic Archive Union."
    )
