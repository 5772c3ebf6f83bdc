"""Guards numbers and ordinals, in figures, spelt out and in Roman letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.documents.document import Span
from govgraph.reading.lines import Line, Mention
from govgraph.reading.numerals import numerals, roman
from govgraph.reading.tokens import tokens

ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
TENS = [one.translate(str.maketrans("IVX", "XLC")) for one in ONES]


def found(text: str) -> list[tuple[str, str, str]]:
    line = numerals(Line(tokens(text, 0, len(text)), Span(0, len(text)), text))
    return [(item.kind, item.value, item.text) for item in line.items if isinstance(item, Mention)]


@given(st.integers(1, 399))
def test_a_roman_numeral_has_its_value(value: int) -> None:
    assert roman("C" * (value // 100) + TENS[value // 10 % 10] + ONES[value % 10]) == value


@pytest.mark.parametrize(("text", "value"), [("XLIVth", 44), ("XXIst", 21), ("IInd", 2), ("IIIrd", 3)])
def test_a_roman_ordinal_has_its_value(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize("text", ["", "th", "IIII", "VX", "IC", "CCCC", "XIV.", "xiv", "ABC", "XXL", "VV", "X X"])
def test_what_is_no_roman_numeral_has_no_value(text: str) -> None:
    assert roman(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four", "4"),
        ("Nineteen", "19"),
        ("twenty-one", "21"),
        ("twenty one", "21"),
        ("one hundred", "100"),
        ("Three hundred and twenty-eight", "328"),
        ("three hundred twenty-eight", "328"),
        ("two thousand", "2000"),
        ("two thousand five hundred", "2500"),
        ("one million two hundred thousand", "1200000"),
        pytest.param("five hundred thousand and seven", "500007"),
    ],
)
def test_a_spelt_number_is_one_mention(text: str, value: str) -> None:
    assert found(f"some {text} delegates") == [("number", value, text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("first", "1"),
        ("Twelfth", "12"),
        ("Sixty-ninth", "69"),
        ("twenty-third", "23"),
        ("twentieth", "20"),
        ("82nd", "82"),
        ("101st", "101"),
        ("3rd", "3"),
        ("one hundred and first", "101"),
    ],
)
def test_an_ordinal_is_one_mention(text: str, value: str) -> None:
    assert found(f"the {text} session") == [("ordinal", value, text)]


def test_numbers_joined_by_and_are_two() -> None:
    assert [value for _, value, _ in found("between two and three weeks")] == ["2", "3"]


def test_a_ten_and_a_unit_joined_by_and_are_two() -> None:
    assert [value for _, value, _ in found("twenty and five")] == ["20", "5"]


def test_numbers_in_a_row_are_not_added_up() -> None:
    assert [value for _, value, _ in found("five seven nine")] == ["5", "7", "9"]


def test_a_number_and_an_ordinal_after_a_comma_are_two() -> None:
    assert found("two, second") == [("number", "2", "two"), ("ordinal", "2", "second")]


@pytest.mark.parametrize("text", ["delegates and hundreds", "a hundred-odd", "82", "Tenerife", "once", "thousands of people"])
def test_other_words_are_no_number(text: str) -> None:
    assert found(text) == []
