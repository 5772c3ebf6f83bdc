"""Guards where sentences stand in texts as they are: glued, abbreviated, wrapped, in captions, headings and lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.documents.document import Document, Span
from govgraph.documents.formats import decode_document
from govgraph.documents.sentences import sentences
from govgraph.reading.words import word_classes

ABBREVIATIONS = frozenset({"mr", "nov", "dr", "no", "etc"})


def split(text: str) -> list[str]:
    document = decode_document(text.encode(), "a.txt")
    return [document.text[span.start : span.end] for span in sentences(document, ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fight cybercrime.INTERPOL's chief spoke.", ["They fight cybercrime.", "INTERPOL's chief spoke."]),
        ("“It is time.”INTERPOL will act.", ["“It is time.”", "INTERPOL will act."]),
        ("Holders of the ITD.The paper helps.", ["Holders of the ITD.", "The paper helps."]),
        ("He was there in 2013.The Assembly met.", ["He was there in 2013.", "The Assembly met."]),
        ("It is done.“We are glad,” he said.", ["It is done.", "“We are glad,” he said."]),
        ("(It was so.)Then it ended.", ["(It was so.)", "Then it ended."]),
    ],
)
def test_glued_sentences_are_divided(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flag went to Jon Berg Jr. The new chair spoke.", ["The flag went to Jon Berg Jr.", "The new chair spoke."]),
        ("They saw ports, ships, etc. It was late.", ["They saw ports, ships, etc.", "It was late."]),
        ("There was Dr. Thea Lund.", ["There was Dr. Thea Lund."]),
        ("There was Dr. A. Lund.", ["There was Dr. A. Lund."]),
    ],
)
def test_after_an_abbreviation_only_an_opener_begins_a_sentence(text: str, expected: list[str]) -> None:
    document = decode_document(text.encode(), "a.txt")
    found = sentences(document, frozenset({"jr", "etc", "dr"}), frozenset({"the", "it", "a"}))
    assert [document.text[span.start : span.end] for span in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ronald K. Noble spoke.",
        "A photo by A. B. Smith was shown.",
        "The U.S. delegation came.",
        "He lives in the U.S. and works there.",
        "The session ended Nov. 8 in Rome.",
        "There Mr. X met Dr. Noble.",
        "Item No. 1 was taken up.",
        "Reach us at www.example.org today.",
        "It rose by 9.4 percent.",
        "He met at 5 p.m. with all of them.",
        "He said “no.” and left.",
        "It was, well... difficult.",
        "He lives in the U.S.A.Where else.",
        "Ana Berg chairs [the Baltic\nPorts Union](https://ports.org) today.",
        "She was elected\nin Oslo yesterday.",
        "The chair thanked\nthe Baltic Ports Union.",
    ],
)
def test_a_stop_or_a_line_s_end_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Is it so? Yes! He left… She came.", ["Is it so?", "Yes!", "He left…", "She came."]),
        ("He said: “We agree.” Then he left.", ["He said: “We agree.”", "Then he left."]),
        ("It ended. “We agree,” he said.", ["It ended.", "“We agree,” he said."]),
        ("It ended. 150 came.", ["It ended.", "150 came."]),
        ("Across was Asunción. Éire won.", ["Across was Asunción.", "Éire won."]),
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_the_shipped_abbreviations_keep_titles_and_months_together() -> None:
    shipped = frozenset(word_classes()["abbreviations"])
    document = decode_document(b"Gen. Noble met Prof. Keller on Oct. 8 in Rome. They left.", "a.txt")
    assert [document.text[span.start : span.end] for span in sentences(document, shipped)] == [
        "Gen. Noble met Prof. Keller on Oct. 8 in Rome.",
        "They left.",
    ]


@pytest.mark.parametrize("gap", ["      ", " " * 40, "\t\t", "\n\n", "\n \t\n", "\r\n\r\n"])
def test_captions_are_divided_by_long_white_space_and_blank_lines(gap: str) -> None:
    assert split(f"The first caption{gap}The second caption") == ["The first caption", "The second caption"]


@pytest.mark.parametrize("gap", [" ", "     ", "\t"])
def test_short_white_space_divides_nothing(gap: str) -> None:
    assert split(f"The first{gap}caption") == [f"The first{gap}caption"]


def test_a_short_heading_stands_for_itself() -> None:
    assert split("INTERPOL General Assembly\nThe session closed today.") == [
        "INTERPOL General Assembly",
        "The session closed today.",
    ]


def test_a_long_line_is_wrapped_and_goes_on() -> None:
    text = "The delegates who had come from far away to attend the\nsession voted on the matter. They left."
    assert split(text) == [
        "The delegates who had come from far away to attend the\nsession voted on the matter.",
        "They left.",
    ]


@pytest.mark.parametrize("stop", [".", "!", "?", ":", "”", '"'])
def test_a_long_line_that_ends_a_sentence_does_not_go_on(stop: str) -> None:
    line = "The delegates who had come from far away to attend it did vote" + stop
    assert split(f"{line}\nnext to it others sat.") == [line, "next to it others sat."]


def test_the_number_of_a_picture_stands_for_itself() -> None:
    assert split("1 / 27\nThe first caption") == ["1 / 27", "The first caption"]


@pytest.mark.parametrize(("one", "two"), [("1.", "2."), ("(1)", "(2)"), ("10)", "11)")])
def test_the_number_of_an_item_stays_with_it(one: str, two: str) -> None:
    text = f"{one} The first is done.\n{two} The second is done."
    assert split(text) == [f"{one} The first is done.", f"{two} The second is done."]


def test_items_in_one_line_keep_their_numbers() -> None:
    assert split("1. One is done. 2. Two is done.") == ["1. One is done.", "2. Two is done."]


def test_front_matter_holds_no_sentence() -> None:
    assert split("---\ntitle: A title. Another.\n---\nThe body.") == ["The body."]


PIECES = st.sampled_from(
    [*'aAbZ19.!?…"”’“‘«»()[]:,/-\n\t \u00a0\u2028\f😀É', "U.S.", "Mr.", "Nov.", "1.", "      ", "\n\n", "word ", "Word "]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS, st.integers(0, 20))
def test_sentences_cover_all_but_white_space_in_order(text: str, start: int) -> None:
    body = Span(min(start, len(text)), len(text))
    found = sentences(Document("a.txt", text, body, ""), ABBREVIATIONS)
    position = body.start
    for span in found:
        assert position <= span.start < span.end <= body.end
        assert not text[position : span.start].strip()
        words = text[span.start : span.end]
        assert words == words.strip()
        position = span.end
    assert not text[position : body.end].strip()


def test_a_short_line_goes_on_before_a_small_letter() -> None:
    assert split("The exchange said 10\ngovernors were elected today.\nRIGA\nIt rained.") == [
        "The exchange said 10\ngovernors were elected today.",
        "RIGA",
        "It rained.",
    ]


def test_each_line_of_a_heading_stands_alone() -> None:
    heading = "58th Meeting of the International Committee of Ports (ICP)\nChiang Mai, Thailand, 10-13 October 2023\nSummary"
    assert split(heading + "\n\nIt was a good meeting.") == [*heading.split("\n"), "It was a good meeting."]


def test_a_line_that_goes_on_is_no_heading() -> None:
    text = "The delegates at the 58th Meeting of the International Committee of\nHarbour Metrology"
    assert split(text) == [text]


def test_rows_whose_columns_only_spaces_divide_stand_alone() -> None:
    rows = ["No.   Year   City               Visitors", "16    2013   Brno               1,023", "17    2017   Sydney  420   x"]
    assert split("Congresses were held.\n\n" + "\n".join(rows) + "\n\nThe next one is near.") == [
        "Congresses were held.",
        *rows,
        "The next one is near.",
    ]


def test_one_such_line_alone_is_no_table() -> None:
    assert split("A heading   Riga is a town   Some text that goes on.") == [
        "A heading",
        "Riga is a town",
        "Some text that goes on.",
    ]


def test_a_time_of_day_stays_with_what_happens_then() -> None:
    assert split("Programme\n\n09.00  Opening\n11:30  Election of the President") == [
        "Programme",
        "09.00  Opening",
        "11:30  Election of the President",
    ]


def test_a_line_goes_on_though_the_next_sentences_have_lines_of_their_own() -> None:
    text = "The Harbour Union closed its meeting in Riga, where the 96th Harbour\nUnion Assembly will meet again.\nIt rained.\n"
    assert split(text) == [text[: text.index("\nIt")], "It rained."]


def test_a_heading_does_not_go_on() -> None:
    assert split("Elected Members\n\nIn Oslo the union met.") == ["Elected Members", "In Oslo the union met."]
