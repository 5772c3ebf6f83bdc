"""Guards frames: a role is played by what is nearest, on its side and before any wall; a pattern's word counts for more."""

from __future__ import annotations

import pytest

from govgraph.errors import DefinitionError
from govgraph.reading.definitions import read_definitions
from tests.conftest import Reader

DAY = "2 June 2025\n\n"


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def test_roles_stand_anywhere_around_the_trigger(read: Reader) -> None:
    facts = keys(
        read, f"{DAY}On Sunday, in Riga, Latvia, as rain fell, the 31st Baltic Ports Summit, long awaited, was declared open."
    )
    assert {"session:Baltic Ports Summit/31 | start | 2025-06-01", "session:Baltic Ports Summit/31 | city | Riga"} <= facts


def test_a_role_is_played_by_the_nearest(read: Reader) -> None:
    text = (
        f"{DAY}Traders from Oslo, Norway, came to Riga, Latvia, where on Sunday the 31st Baltic Ports Summit was declared open."
    )
    assert "session:Baltic Ports Summit/31 | country | NO" not in keys(read, text)


def test_nothing_is_read_over_a_semicolon(read: Reader) -> None:
    text = f"{DAY}The 31st Baltic Ports Summit is well prepared; a new bridge was declared open on Sunday."
    assert not [fact for fact in keys(read, text) if "start" in fact]


def test_a_wall_ends_what_belongs_to_a_trigger(read: Reader) -> None:
    text = f"{DAY}The 31st Baltic Ports Summit was declared open, and a workshop for young traders will follow on 14 June."
    assert not [fact for fact in keys(read, text) if "2025-06-14" in fact]


def test_what_a_pattern_tells_is_not_told_again_by_a_frame(read: Reader) -> None:
    text = "The 31st Baltic Ports Summit was held in Riga, Latvia. In Oslo, Norway, some met for the 31st Baltic Ports Summit."
    cities = {fact for fact in keys(read, text) if "| city |" in fact}
    assert cities == {"session:Baltic Ports Summit/31 | city | Riga"}


@pytest.mark.parametrize(
    "role",
    ['"{date}"', "{patterns: [x], sides: before}", "{patterns: [x], side: left}", "{reach: 3}"],
    ids=["no list", "unknown key", "unknown side", "no patterns"],
)
def test_a_role_that_is_not_well_formed_is_refused(tmp_path: object, role: str) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "mine.yaml"
    file.write_text(
        f'- id: one\n  says: It opens.\n  patterns: ["opened"]\n  roles:\n    when: {role}\n'
        '  gives: ["session:{here} | start | {today.day}"]\n  examples: []\n'
    )
    with pytest.raises(DefinitionError, match=r"mine\.yaml: one: the role `when` should hold"):
        read_definitions(file)


def test_what_one_part_of_a_sentence_denies_the_next_may_say(read: Reader) -> None:
    text = "It is the second time that Latvia hosts; the 30th Baltic Ports Summit was held in Oslo."
    assert "session:Baltic Ports Summit/30 | city | Oslo" in keys(read, f"The 31st Baltic Ports Summit closed. {text}")


def test_a_session_with_a_roman_number_before_an_acronym(read: Reader) -> None:
    assert "session:ATCM/42 | city | Prague" in keys(read, "The XLII ATCM was held in Prague, Czech Republic.")


def test_a_country_counts_its_own_first_session_and_not_the_series(read: Reader) -> None:
    text = "The 13th Baltic Ports Summit closed. Guests came to Estonia, whose first Baltic Ports Summit this was."
    assert not [fact for fact in keys(read, text) if "Summit/1 " in fact]


def test_a_session_named_as_the_next_is_not_followed_by_another(read: Reader) -> None:
    told = "The Members will convene in Geneva, Switzerland, in October for the 151st Assembly."
    text = f"9 April 2025\n\nThe 150th IPU Assembly closed. {told}"
    assert not [fact for fact in keys(read, text) if "IPU/152" in fact]


def test_there_is_not_the_place_of_writing(read: Reader) -> None:
    text = (
        "LYON, France – Delegates will meet next week in Cartagena, on Colombia's coast. "
        "The 82nd session of the INTERPOL General Assembly begins there on 21 October 2013."
    )
    assert "session:INTERPOL/82 | city | Lyon" not in keys(read, text)
