"""Guards whom "he", "she" and a surname alone stand for, and when that stays open."""

from __future__ import annotations

import pytest

from govgraph.reading.facts import Fact
from tests.conftest import Reader

SHE = "She is Director General of the Bergen Ports Authority."
HELD = "person:Kari Lund | holds | Director General|Bergen Ports Authority"


def keys(facts: tuple[Fact, ...]) -> set[str]:
    return {" | ".join(fact.key) for fact in facts}


def test_she_is_the_only_person_of_the_sentence_before(read: Reader) -> None:
    text = f"INTERPOL thanked Ms Kari Lund. {SHE}"
    fact = next(fact for fact in read(text) if fact.property == "holds")
    assert " | ".join(fact.key) == HELD
    assert [text[span.start : span.end] for span in fact.support] == ["INTERPOL thanked Ms Kari Lund."]


@pytest.mark.parametrize(
    "before",
    [
        "INTERPOL thanked Ms Kari Lund and Ms Ida Berg.",
        "INTERPOL thanked Mr. Kari Lund, a delegate.",
        "INTERPOL follows the Dow Jones.",
        "INTERPOL thanked Ms Kari Lund. It rained. It snowed. The sun came out. The hall was full.",
    ],
)
def test_she_is_nobody_where_two_could_be_meant_or_none(read: Reader, before: str) -> None:
    assert not [fact for fact in read(f"{before} {SHE}") if fact.property == "holds" and "Ports" in fact.value]


def test_a_president_he_is_no_name(read: Reader) -> None:
    assert keys(read("INTERPOL Secretary General Jon Berg was the president he had wanted to be at INTERPOL.")) == {
        "person:Jon Berg | holds | Secretary General|INTERPOL"
    }


def test_a_surname_alone_is_the_person_named_in_full(read: Reader) -> None:
    text = "INTERPOL thanked Ms Kari Lund. Lund, 44, is Director General of the Bergen Ports Authority."
    assert HELD in keys(read(text))


def test_a_monarch_is_not_the_person_who_has_that_name_last(read: Reader) -> None:
    text = "INTERPOL thanked Prince Omar bin Salman. Norway thanked King Salman, the host of INTERPOL."
    assert not [key for key in keys(read(text)) if "King" in key]


def test_a_surname_of_several_words_is_the_person_named_in_full(read: Reader) -> None:
    text = "Ana van der Berg spoke. Mrs van der Berg is president of the Baltic Ports Union."
    assert "person:Ana van der Berg | holds | president|Baltic Ports Union" in {" | ".join(fact.key) for fact in read(text)}


def test_who_speaks_after_him_is_another(read: Reader) -> None:
    text = "INTERPOL met. Pedro Lund of Peru, a police chief, spoke. Speaking after him, INTERPOL's President, Jon Berg, left."
    assert {fact.subject for fact in read(text) if fact.value == "President|INTERPOL"} == {"person:Jon Berg"}
