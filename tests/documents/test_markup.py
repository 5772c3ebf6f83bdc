"""Guards that HTML within a text is read as the plain marks that it stands for, and that no offset moves by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.documents.formats import decode_document
from govgraph.documents.markup import without_markup
from tests.conftest import Reader


def plain(text: str) -> str:
    return without_markup(decode_document(text.encode(), "a.md")).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Ana</p>", "  \nAna   \n"),
        ("<li>Ana</li>", " \n* Ana    \n"),
        ("<td>Ana</td>", "  | Ana     "),
        ("the <b>Ports</b> Union", "the ***Ports**** Union"),
        ("Lund Lines <LND.OS> met", "Lund Lines ******** met"),
        ("S&atilde;o", "Sã\u00ad\u00ad\u00ad\u00ad\u00ad\u00ad\u00ado"),
        ("caf&eacute; Oslo", "café******* Oslo"),
        ("Lund Lines <PRE> met", "Lund Lines ***** met"),
        ("of <Lund Lines Ltd>, an", "of *Lund Lines Ltd*, an"),
        ("President[^1] met", "President**** met"),
        ("Ana&nbsp;Ruiz", "Ana *****Ruiz"),
    ],
)
def test_marks_have_as_many_characters(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["R&D", "R&amp;D", "3 < 4 and 5 > 2", "<jon@ports.org>", "Ana & Jon", "&nosuch;"])
def test_what_is_no_markup_stays(text: str) -> None:
    assert plain(text) == text


def test_a_script_and_a_comment_are_not_read() -> None:
    assert not plain("<script>Ana Ruiz was elected.</script><!-- Jon Berg -->").strip()


def test_a_text_without_markup_is_the_same_document() -> None:
    document = decode_document(b"The union met.", "a.txt")
    assert without_markup(document) is document


@given(st.text(alphabet="<>/&;#apliBR.!-x 1\n", max_size=60))
def test_no_text_changes_its_length(text: str) -> None:
    document = decode_document(f"Ana {text}".encode(), "a.md")
    assert len(without_markup(document).text) == len(document.text)


def test_a_list_of_html_is_a_list(read: Reader) -> None:
    text = (
        "<p>The Baltic Ports Federation (BPF) met in Riga. BPF members elected the following Board of Directors:</p>\n"
        "<ul><li>Ana Ruiz, Treasurer</li><li>Jon Berg</li></ul>\n"
    )
    assert {" | ".join(fact.key) for fact in read(text)} >= {
        "person:Ana Ruiz | elected | Treasurer|BPF",
        "person:Jon Berg | elected | Board Member|BPF",
    }


def test_a_fact_quotes_the_text_as_it_stands(read: Reader) -> None:
    text = "<p>Ana Ruiz, <b>President</b> of the Baltic R&amp;D Union, spoke.</p>"
    fact = next(fact for fact in read(text) if fact.property == "holds")
    assert fact.key == ("person:Ana Ruiz", "holds", "President|Baltic R&D Union")
    assert text[fact.words.start : fact.words.end] == "Ana Ruiz, <b>President</b> of the Baltic R&amp;D Union"


def test_the_address_of_a_link_in_asciidoc_is_no_word() -> None:
    text = "link:https://example.org/a[Ana Berg] was elected."
    plain = without_markup(decode_document(text.encode(), "a.txt")).text
    assert len(plain) == len(text)
    assert plain.replace("*", "") == "Ana Berg was elected."
