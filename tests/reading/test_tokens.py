"""Guards the tokens of a text: where they stand, and the plain form in which patterns see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.reading.tokens import is_acronym, plain, tokens

PIECES = st.sampled_from([*"aZ19.’'-‑–—&<>^“”\n \u00a0😀İßØ²", "U.S.", "’s ", "1,500", "82nd", "Mr.", "Al-", "CoP17", "..."])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))

MARKS = str.maketrans("", "", "*#®™")


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text, 0, len(text))]


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text, 0, len(text))]


@given(TEXTS)
def test_tokens_cover_all_but_white_space_and_the_marks_of_markdown_and_of_trade(text: str) -> None:
    position = 0
    for token in tokens(text, 0, len(text)):
        assert position <= token.start < token.end
        assert not text[position : token.start].translate(MARKS).strip()
        assert token.text == text[token.start : token.end]
        position = token.end
    assert not text[position:].translate(MARKS).strip()


@given(TEXTS)
def test_a_form_is_one_ascii_word_that_is_no_mention(text: str) -> None:
    for form in forms(text):
        assert form
        assert form.isascii()
        assert not {" ", "<", ">", "\n"} & set(form)


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_tokens_stay_within_their_stretch(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    for token in tokens(text, start, end):
        assert start <= token.start < token.end <= end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 1,500 came", ["Some", "1,500", "came"]),
        ("the 82nd session", ["the", "82nd", "session"]),
        ("on 15.10.2009.", ["on", "15.10.2009", "."]),
        ("9.4 percent", ["9.4", "percent"]),
        ("the U.S. came", ["the", "U.S.", "came"]),
        ("Ronald K. Noble", ["Ronald", "K.", "Noble"]),
        ("Mr. Noble, on Nov. 8", ["Mr.", "Noble", ",", "on", "Nov.", "8"]),
        ("CoP17 and GA82", ["CoP", "17", "and", "GA", "82"]),
        ("Ahmed Al-Raisi", ["Ahmed", "Al-Raisi"]),
        ("Mick O’Connell", ["Mick", "O’Connell"]),
        ("Côte d’Ivoire’s flag", ["Côte", "d’Ivoire", "’s", "flag"]),
        ("delegates’ views", ["delegates", "’", "views"]),
        ("21–24 October", ["21", "–", "24", "October"]),
        ("He said: “Yes.”", ["He", "said", ":", "“", "Yes", ".", "”"]),
        ("well... yes", ["well", "...", "yes"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_a_text_is_divided_into_words_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("assembly", "assembly"),
        ("Assembly", "^assembly"),
        ("ASSEMBLY", "^^assembly"),
        ("The", "the"),
        ("Côte", "^cote"),
        ("Łódź", "^lodz"),
        ("“", '"'),
        ("»", '"'),
        ("—", "--"),
        ("’s", "'s"),
        ("…", "..."),
        ("<", "lt"),
        (">", "gt"),
        ("^", "caret"),
        ("1,500", "1,500"),
        ("日本", "??"),
    ],
)
def test_patterns_see_a_plain_form(text: str, form: str) -> None:
    assert forms(text) == [form]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=["no-break space", "narrow no-break space"])
def test_a_number_may_be_grouped_by_a_space(space: str) -> None:
    assert forms(f"1{space}500") == ["1,500"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Curaçao", "CURACAO"), ("São Tomé", "sao tome"), ("O’Connell", "o'connell"), ("Øst", "ost"), ("STRASSE", "straße")],
)
def test_two_spellings_of_a_word_are_alike_in_plain(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("word", "told"), [("BPU", True), ("IUCr", True), ("NGOs", False), ("PhD", False), ("Oslo", False)])
def test_what_is_written_as_initials_are(word: str, told: bool) -> None:
    assert is_acronym(word) is told
