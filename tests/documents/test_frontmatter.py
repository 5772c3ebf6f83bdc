"""Guards the front matter: what it tells of a document, where the body starts, and which line a message names."""

from __future__ import annotations

from datetime import date

import pytest

from govgraph.documents.document import Metadata
from govgraph.documents.formats import decode_document
from govgraph.documents.frontmatter import split_front_matter
from govgraph.errors import DocumentError


def metadata(block: str) -> Metadata:
    return split_front_matter(f"---\n{block}\n---\nBody.", "a.txt")[0]


def test_all_fields_are_read() -> None:
    found = metadata("title: The session\ndate: 2013-10-24\npublisher: INTERPOL\nsource: https://example.org/a\nreworded: true")
    assert found == Metadata("The session", "2013-10-24", "INTERPOL", "https://example.org/a", True)
    assert found.issued_date == date(2013, 10, 24)


def test_the_body_starts_after_the_block_and_the_text_keeps_it() -> None:
    text = "---\ntitle: T\n---\nThe body."
    document = decode_document(text.encode(), "a.txt")
    assert document.text == text
    assert (document.body.start, document.body.end) == (17, 26)


@pytest.mark.parametrize(
    "text",
    [
        "The body.",
        "----\ntitle: T\n----\nThe body.",
        "The body.\n---\ntitle: T\n---\n",
    ],
    ids=["none", "four dashes", "not at the start"],
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert split_front_matter(text, "a.txt") == (Metadata(), 0)


def test_a_block_that_is_never_closed_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:1: the front matter has no end"):
        split_front_matter("---\ntitle: never closed\nThe body.", "a.txt")


def test_an_empty_block_tells_nothing() -> None:
    assert split_front_matter("---\n---\nBody.", "a.txt") == (Metadata(), 8)


def test_a_byte_order_mark_may_stand_before_the_block() -> None:
    assert split_front_matter("\ufeff---\ntitle: T\n---\nBody.", "a.txt") == (Metadata(title="T"), 18)


def test_key_and_title_are_the_source_and_the_title() -> None:
    document = decode_document(b"---\ntitle: T\nsource: https://example.org/a\n---\nBody.", "a.txt")
    assert (document.key, document.title) == ("https://example.org/a", "T")


def test_key_and_title_fall_back_to_the_name_of_the_file() -> None:
    document = decode_document(b"Body.", "a.txt")
    assert (document.key, document.title) == ("a.txt", "a.txt")


def test_a_title_of_figures_is_text() -> None:
    assert metadata("title: 2013").title == "2013"


@pytest.mark.parametrize("block", ["title:", "title: ''", "title: '  '", "other: x"])
def test_an_empty_title_is_none(block: str) -> None:
    assert metadata(block).title is None


@pytest.mark.parametrize(
    ("written", "issued"),
    [
        ("2013-10-24", "2013-10-24"),
        ("'2013-10-24'", "2013-10-24"),
        ("2013-10-24T23:30:00", "2013-10-24"),
        ("2013-9-6", "2013-09-06"),
        ("2023-9-16T10:55:6Z", "2023-09-16"),
        ("2013-10", "2013-10"),
        ("2013", "2013"),
        ("2013/10/24", "2013-10-24"),
        ("24 October 2013", "2013-10-24"),
        ("October 24, 2013", "2013-10-24"),
        ("Thu, 24 Oct 2013 02:34:24 +0000", "2013-10-24"),
    ],
)
def test_a_date_may_be_a_day_a_month_or_a_year(written: str, issued: str) -> None:
    assert metadata(f"date: {written}").issued == issued


@pytest.mark.parametrize("written", ["2013", "2013-10"])
def test_a_month_or_a_year_is_no_whole_day(written: str) -> None:
    assert metadata(f"date: {written}").issued_date is None


@pytest.mark.parametrize(
    "written", ["soon", "24 Octember 2013", "31 June 2013", "4 Jun 13", "'2013-13'", "'2013-02-30'", "'0000'", "20131"]
)
def test_what_is_no_date_is_refused_with_its_line(written: str) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: `date: .*` is no date; write 2013-10-24, 2013-10 or 2013\Z"):
        metadata(f"title: T\ndate: {written}")


def test_a_date_is_refused_as_it_is_written() -> None:
    with pytest.raises(DocumentError, match="`date: 2013-19-6` is no date"):
        metadata("title: T\ndate: 2013-19-6")


@pytest.mark.parametrize("written", ["2013-02-30", "2013-13-01"])
def test_a_day_that_no_calendar_has_is_refused_with_its_line(written: str) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: "):
        metadata(f"title: T\ndate: {written}")


def test_the_line_of_a_key_is_not_that_of_a_longer_key() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: "):
        metadata("dateline: Rome\ndate: soon")


@pytest.mark.parametrize("address", ["my page", "example.org/a", "https://example.org/a b", "https://example.org/<a>"])
def test_what_is_no_address_is_refused_with_its_line(address: str) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: `source: .*` is no address; write the page's https://"):
        metadata(f"title: T\nsource: {address}")


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("title: a: b", 2),
        ("title: T\npublisher: 'a\nsource: b", 5),
        ("title: T\n\tdate: 2013", 3),
        ("title: T\n\n\npublisher: @x", 5),
    ],
    ids=["colon", "quotation mark", "tab", "at sign"],
)
def test_bad_yaml_is_refused_with_its_line(block: str, line: int) -> None:
    with pytest.raises(DocumentError, match=rf"\Aa\.txt:{line}: the front matter is no YAML \(.+\); mend it or remove"):
        metadata(block)


def test_aliases_are_refused_with_their_line() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: .*aliases are not allowed"):
        metadata("a: &x [1, 1]\nb: [*x, *x]")


@pytest.mark.parametrize("block", ["- a\n- b", "just words", "12"])
def test_a_block_without_keys_is_refused(block: str) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:2: the front matter is no list of `key: value` lines"):
        metadata(block)


@pytest.mark.parametrize("key", ["title", "publisher", "source"])
def test_a_list_where_one_text_belongs_is_refused_with_its_line(key: str) -> None:
    with pytest.raises(DocumentError, match=rf"\Aa\.txt:3: `{key}` should be one text"):
        metadata(f"x: y\n{key}: [a, b]")


@pytest.mark.parametrize("block", ["a: " + "[" * 5000, "title: " + "{" * 5000], ids=["nested", "nested maps"])
def test_a_hostile_block_is_refused(block: str) -> None:
    with pytest.raises(DocumentError, match="the front matter cannot be read"):
        metadata(block)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("!!bool maybe", "maybe"),
        ("!!int ''", None),
        ("!!timestamp soon", "soon"),
        ("0xff", "0xff"),
        ("2013-10-24", "2013-10-24"),
    ],
)
def test_a_value_is_text_whatever_it_looks_like(value: str, title: str | None) -> None:
    assert metadata(f"title: {value}").title == title


@pytest.mark.parametrize("key", ["title", "publisher"])
def test_half_a_character_is_refused(key: str) -> None:
    with pytest.raises(DocumentError):
        metadata(f'{key}: "\\ud800"')


@pytest.mark.parametrize(("written", "expected"), [("true", True), ("yes", True), ("false", False), ("no", False)])
def test_reworded_is_yes_or_no(written: str, expected: bool) -> None:
    assert metadata(f"reworded: {written}").reworded is expected


def toml(block: str) -> Metadata:
    return split_front_matter(f"+++\n{block}\n+++\nBody.", "a.txt")[0]


def test_a_block_in_toml_is_read_too() -> None:
    text = (
        '+++\ntitle = "T"\ndate = 2013-10-24T09:00:00Z\nreworded = true\nauthors = ["A", "B"]\n[extra]\nteam = "C"\n+++\nBody.'
    )
    assert split_front_matter(text, "a.txt") == (Metadata(title="T", issued="2013-10-24", reworded=True), len(text) - 5)


def test_bad_toml_is_refused_with_its_line() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: the front matter is no TOML \(.+\); mend it or remove the `\+\+\+`"):
        toml('title = "T"\ndate = soon')


def test_a_list_for_a_title_in_toml_is_refused_with_its_line() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:3: `title` should be one text"):
        toml('x = "y"\ntitle = ["a", "b"]')


def test_a_block_in_toml_that_is_never_closed_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:1: the front matter has no end; write a line `\+\+\+` below it"):
        split_front_matter('+++\ntitle = "never closed"\nThe body.', "a.txt")
