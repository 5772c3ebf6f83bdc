"""Guards that words broken at the end of a line become whole, that nothing else does, and that no offset moves by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.documents.formats import decode_document
from govgraph.documents.hyphens import SOFT, with_whole_words
from tests.conftest import Reader

HYPHENATED = frozenset({"vice", "secretary-general"})
LONG = "The delegates who had come to Riga for the "


def whole(text: str) -> str:
    return with_whole_words(decode_document(text.encode(), "a.txt"), HYPHENATED).text.replace(SOFT, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}Assem-\nbly left.", f"{LONG}Assembly left."),
        (f"{LONG}ASSEM-\nBLY left.", f"{LONG}ASSEMBLY left."),
        (f"{LONG}Assem-  \n   bly left.", f"{LONG}Assembly left."),
        (f"{LONG}Franco-\nGerman talks left.", f"{LONG}Franco-German talks left."),
        (f"{LONG}vice-\npresident left.", f"{LONG}vice-president left."),
        (f"{LONG}secretary-\ngeneral left.", f"{LONG}secretary-general left."),
        (f"{LONG}by-\nlaws left. By-laws are good.", f"{LONG}by-laws left. By-laws are good."),
        (f"{LONG}Franco-\nGerman talks. FrancoGerman is a firm.", f"{LONG}FrancoGerman talks. FrancoGerman is a firm."),
        ("The Vice-\nPresident left.", "The Vice-President left."),
        ("Two Vice- Presidents left.", "Two Vice-Presidents left."),
    ],
)
def test_a_broken_word_is_whole(text: str, expected: str) -> None:
    assert whole(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Treasurer-\nAna Berg",
        "President- Ana Berg",
        f"{LONG}talks -\nthey left.",
        f"{LONG}years 2019-\n2020 left.",
        f"{LONG}first- and second-class cars left.",
    ],
)
def test_what_is_no_broken_word_stays(text: str) -> None:
    assert whole(text) == text


@given(st.text(alphabet="aBé-­ \n\t.1", max_size=80))
def test_no_text_changes_its_length(text: str) -> None:
    document = decode_document(f"Ana {text}".encode(), "a.txt")
    assert len(with_whole_words(document, HYPHENATED).text) == len(document.text)


def test_a_fact_has_the_word_whole_and_quotes_it_as_it_stands(read: Reader) -> None:
    text = f"{LONG}union chose Jon Lund as Secretary-\nGeneral of the Baltic Ports Fede-\nration (BPF) in May."
    fact = next(fact for fact in read(text) if fact.property == "elected")
    assert fact.key == ("person:Jon Lund", "elected", "Secretary-General|BPF")
    assert "Secretary-\nGeneral" in text[fact.words.start : fact.words.end]
