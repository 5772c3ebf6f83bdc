"""Series that are named as their meetings are, and the organisation that keeps one."""

from __future__ import annotations

from tests.conftest import Reader

KEPT = """Nordic Puppetry Association (NPA)
Circular to members

The 12th World Puppetry Congress will be held in Riga from 3 to 5 May 2031.
The Congress has a theme. The 11th World Puppetry Congress met in Bergen in 2028.
The NPA and its Secretary General, Ana Berg, invite you.
"""
UNKEPT = """World Puppetry Congress

The 12th World Puppetry Congress will be held in Riga from 3 to 5 May 2031.
The 11th Congress met in Bergen in 2028. The Secretary General, Ana Berg, invites you.
"""
SERIES = "session:World Puppetry Congress"


def facts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_sessions_are_of_the_series_and_offices_of_the_organisation_that_keeps_it(read: Reader) -> None:
    found = facts(read, KEPT)
    assert {f"{SERIES}/12 | city | Riga", f"{SERIES}/11 | city | Bergen"} <= found
    assert "person:Ana Berg | holds | Secretary General|NPA" in found


def test_a_series_that_nobody_is_named_to_keep_has_its_own_offices(read: Reader) -> None:
    found = facts(read, UNKEPT)
    assert {f"{SERIES}/12 | city | Riga", f"{SERIES}/11 | city | Bergen"} <= found
    assert "person:Ana Berg | holds | Secretary General|World Puppetry Congress" in found


def test_a_meeting_that_a_text_counts_once_is_no_series(read: Reader) -> None:
    found = facts(read, "The harbour fair.\n\nThe World Puppetry Congress was in Riga, too. Many came to the fair.\n")
    assert not [fact for fact in found if fact.startswith("session:")]


def test_the_first_of_a_series_that_the_text_counts_is_one_of_its_sessions(read: Reader) -> None:
    found = facts(read, f"{UNKEPT} The first World Puppetry Congress gathered 688 people in Prague in 1929.\n")
    assert {f"{SERIES}/1 | city | Prague", f"{SERIES}/1 | year | 1929", f"{SERIES}/1 | participants | 688"} <= found


def test_the_first_of_something_that_the_text_does_not_count_is_an_event(read: Reader) -> None:
    found = facts(read, "The fair closed. The first World Puppetry Congress was held in Prague in 1929.\n")
    assert "event:first World Puppetry Congress | city | Prague" in found


COUNTED_ALONE = """From Prague to Riga

The World Puppetry Congress is held every three years. The first World Puppetry Congress met in Prague in 1929.
The 10th was in Lyon in 2025, Bergen saw the 11th in 2028, and the 12th met in Riga in 2031.
"""


def test_meetings_may_be_counted_without_a_noun(read: Reader) -> None:
    found = facts(read, f"{COUNTED_ALONE}The 13th will be in Oslo in 2034.\n")
    assert {f"{SERIES}/10 | city | Lyon", f"{SERIES}/12 | city | Riga", f"{SERIES}/13 | year | 2034"} <= found
    assert f"{SERIES}/1 | city | Prague" in found


def test_points_that_are_counted_without_a_noun_are_no_meetings(read: Reader) -> None:
    text = "World Puppetry Congress\n\nThe World Puppetry Congress gives four prizes. The first is for Riga, "
    found = facts(read, f"{text}the second is for Oslo, the third is for Lyon and the fourth is for Bergen.\n")
    assert not [fact for fact in found if fact.startswith("session:")]


def test_a_series_in_capitals_is_known_by_its_initials(read: Reader) -> None:
    found = facts(
        read, "NORDIC PUPPETRY CONGRESS (NPC)\n\nThe 12th NPC met in Riga in 2031. The 11th NPC met in Oslo in 2028.\n"
    )
    assert {"session:NPC/12 | city | Riga", "session:NPC/11 | year | 2028"} <= found
