"""No figure falls below what was reached: `make score` shows them, `python -m tests.scoring --write` keeps better ones."""

from __future__ import annotations

import pytest

from tests.scoring import Names, alike, compare, reached, table


@pytest.fixture(scope="module")
def now() -> dict[tuple[str, str], tuple[int, int]]:
    return {(folder, name): (right, wrong) for folder, name, right, wrong, _ in table()}


@pytest.mark.parametrize(("folder", "name"), sorted(reached()))
def test_no_figure_falls(now: dict[tuple[str, str], tuple[int, int]], folder: str, name: str) -> None:
    right, wrong = now.get((folder, name), (0, 0))
    right_before, wrong_before = reached()[folder, name]
    assert right >= right_before
    assert wrong <= wrong_before


def test_what_was_reached_is_precise() -> None:
    for folder in {folder for folder, _ in reached()}:
        right, wrong = reached()[folder, "all strict"]
        assert right / (right + wrong) >= 0.97


def test_facts_are_compared_by_what_they_say() -> None:
    gold = [
        {"subject": "person:Ana María Ruiz", "property": "holds", "value": "chair of the Audit Committee|BPF"},
        {"subject": "session:BPF/31", "property": "city", "value": "Riga"},
        {"subject": "session:BPF/31", "property": "year", "value": "2025"},
        {"subject": "session:BPF/31", "property": "topic", "value": "fees in small ports"},
    ]
    got = [
        ("person:Ana M. María Ruiz", "holds", "chair|the Audit Committee"),
        ("session:Baltic Ports Federation/31", "city", "riga"),
        ("session:BPF/31", "year", "2024"),
        ("session:BPF/31", "topic", "small ports and their fees"),
        ("session:BPF/31", "start", "2025-06-02"),
    ]
    names = Names({"session:baltic ports federation/31": "session:bpf/31"})
    tally = compare(gold, got, [("session:BPF/31", "start", "2025-06-02")], names)
    assert tally == {
        ("holds", "tp"): 1,
        ("city", "tp"): 1,
        ("year", "fn"): 1,
        ("year", "fp"): 1,
        ("topic", "tp"): 1,
        ("topic", "fp"): 0,
        ("adopted", "fp"): 0,
        ("said", "fp"): 0,
    }


def test_a_few_words_in_common_do_not_make_a_topic_the_same() -> None:
    assert not alike("fees", "the fees that large harbours in the south of the sea have to pay")
    assert alike("illicit goods", "illicit goods and their trade")
