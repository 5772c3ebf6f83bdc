"""`extract --trace` and `patterns --in`: what was read of each sentence, what was nearly read, and what was overlooked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.cli import fine, govgraph

TEXT = (
    "The 95th INTERPOL General Assembly closed in Oslo, Norway. It might be held in Lima, Peru, one day. "
    "Every member of the hosting committee got a medal. It rained."
)


def traced(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in fine("extract", "--trace", "--format", "jsonl", "-", text=text).stdout.splitlines()]


def test_each_sentence_has_its_mentions_and_facts() -> None:
    first, *_ = traced(TEXT)
    assert first["sentence"] == "The 95th INTERPOL General Assembly closed in Oslo, Norway."
    mentions = first["mentions"]
    assert isinstance(mentions, list)
    assert [(one["kind"], TEXT[one["start"] : one["end"]]) for one in mentions] == [
        ("session", "95th INTERPOL General Assembly"),
        ("place", "Oslo"),
        ("country", "Norway"),
    ]
    assert first["facts"] == [
        ["session:INTERPOL/95", "city", "Oslo", "met-in"],
        ["session:INTERPOL/95", "country", "NO", "met-in"],
    ]
    assert first["overlooked"] is False


def test_a_near_miss_says_why() -> None:
    text = "The 95th INTERPOL General Assembly closed. Nobody knows whether the 96th session will be held in Lima, Peru."
    _, second = traced(text)
    assert second["facts"] == []
    near = second["near"]
    assert isinstance(near, list)
    assert {one["reason"] for one in near} == {"the sentence says what might be"}


def test_what_looks_like_governance_and_gave_nothing_is_told() -> None:
    assert [one["overlooked"] for one in traced(TEXT)] == [False, True, True, False]
    printed = fine("extract", "--trace", "-", text=TEXT).stdout
    assert printed.count("overlooked") == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Tuvalu was suspended from INTERPOL.",
        "Kiribati left INTERPOL.",
        "Lena Holm took over the helm from Karl Lund.",
        "Delegates picked Karl Lund by 90 votes to 2.",
        "Instead it will take place in Tallinn, Estonia.",
        "Ana Ortega chaired the first sitting.",
    ],
)
def test_nothing_relevant_is_dropped_in_silence(sentence: str) -> None:
    assert [one["overlooked"] for one in traced(sentence)] == [True]


def test_a_trace_is_no_graph() -> None:
    result = govgraph("extract", "--trace", "--format", "turtle", "-", text=TEXT)
    assert result.exit_code == 2
    assert "--trace prints text or --format jsonl" in result.stderr


def test_patterns_are_counted_in_a_corpus(tmp_path: Path) -> None:
    sentence = "The 95th INTERPOL General Assembly was held in {} in {}."
    (tmp_path / "a.txt").write_text(f"{sentence.format('Oslo', 2030)} {sentence.format('Lima', 2031)}", encoding="utf-8")
    result = fine("patterns", "--in", tmp_path)
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines()[1:]}
    assert rows["met-in"][1] == "2"
    assert int(rows["year-of-an-announced-session"][2]) > 0
    assert rows["handover-of-the-flag"][:3] == ["0", "0", "0"]
    assert "never fired" in result.stdout
    assert "in 1 texts" in result.stderr
