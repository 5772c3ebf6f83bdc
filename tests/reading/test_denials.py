"""Guards what a sentence takes back, or tells of something else: `denied.tsv` has facts that must not be read, `told.tsv` those
that must."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.documents.formats import decode_document
from govgraph.reading.tracing import trace
from tests.conftest import Reader

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, set[str]]]:
    """The texts of a table, each with its facts; a line that opens with # is a remark."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    told = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(text.replace("\\n", "\n"), set(facts.split(" ; "))) for text, facts in told]


def found(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize(("text", "denied"), rows("denied.tsv"))
def test_what_is_told_of_something_else_is_not_read(read: Reader, text: str, denied: set[str]) -> None:
    assert not denied & found(read, text)


@pytest.mark.parametrize(("text", "told"), rows("told.tsv"))
def test_what_is_told_beside_it_is_read(read: Reader, text: str, told: set[str]) -> None:
    assert told <= found(read, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It is untrue that Ana Berg is president of the Garden Trust.", "the sentence says that it is not so"),
        ("The 12th Harbour Congress discussed the war in Lebanon.", "the sentence tells it of something else"),
    ],
)
def test_the_trace_says_why_what_was_taken_back_is_not_read(text: str, why: str) -> None:
    (traced,) = trace(decode_document(text.encode(), "a.txt"))
    assert why in {attempt.reason for attempt in traced.near}
