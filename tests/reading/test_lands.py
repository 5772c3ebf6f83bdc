"""Countries that stand for themselves elsewhere in the text: homes of people, states of ministers, city states."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def keys(read: Reader, text: str) -> set[tuple[str, str, str]]:
    return {fact.key for fact in read(text)}


def test_his_country_is_the_one_from_which_the_text_says_he_comes(read: Reader) -> None:
    told = "Jon Berg of Norway takes office today. Jon Berg is his country's Ambassador to Spain."
    text = f"LIMA, Peru, 2 June 2030 – INTERPOL met. {told}"
    facts = read(text)
    (fact,) = (fact for fact in facts if fact.value.startswith("Ambassador"))
    assert fact.key == ("person:Jon Berg", "holds", "Ambassador to Spain|NO")
    assert [text[span.start : span.end] for span in fact.support] == ["Jon Berg of Norway takes office today."]


def test_his_country_is_unknown_where_the_text_does_not_say(read: Reader) -> None:
    text = "LIMA, Peru, 2 June 2030 – INTERPOL met. Jon Berg is his country's Ambassador to Spain."
    assert not {key for key in keys(read, text) if key[2].startswith("Ambassador")}


@pytest.mark.parametrize(("country", "found"), [("Sweden", False), ("Finland", True)])
def test_a_monarchy_has_no_president(read: Reader, country: str, found: bool) -> None:
    values = {value for _, _, value in keys(read, f"INTERPOL met. President Jon Berg of {country} spoke to INTERPOL.")}
    assert ("President|FI" in values) is found
    assert "President|SE" not in values


def test_the_church_of_a_country_is_not_the_country(read: Reader) -> None:
    assert ("person:Jon Berg", "holds", "Archbishop|AM") not in keys(read, "Archbishop Jon Berg of the Armenian Church spoke.")


def test_who_meets_in_a_quarter_of_a_city_state_meets_in_the_city(read: Reader) -> None:
    text = (
        "Hong Kong (March 16, 2026) - A group was set up for the 94th INTERPOL General Assembly, which Hong Kong will host. "
        "About 1,000 officers are expected at the Convention Centre in Wan Chai."
    )
    cities = {value for subject, name, value in keys(read, text) if name == "city" and subject == "session:INTERPOL/94"}
    assert cities == {"Hong Kong"}


def test_a_minister_who_speaks_in_another_country_s_city_is_of_no_country_named_before(read: Reader) -> None:
    thanks = "INTERPOL thanked Russia, and Norway thanked INTERPOL. INTERPOL left Russia."
    text = f"{thanks} Foreign Minister Kari Lund said in Oslo that it was so."
    assert ("person:Kari Lund", "holds", "Foreign Minister|RU") not in keys(read, text)


def test_a_short_name_of_a_country_stands_for_it_in_the_rest_of_the_text(read: Reader) -> None:
    text = (
        "The 31st Pacific Ports Summit opened in Suva, Fiji, on 2 June 2031. Delegates of the Federated States of Micronesia "
        "(FSM) were there. The 32nd Pacific Ports Summit will be held in FSM in 2032."
    )
    assert ("session:Pacific Ports Summit/32", "country", "FM") in keys(read, text)


def test_a_minister_is_not_of_a_country_mentioned_in_passing(read: Reader) -> None:
    story = "Jordan now recognizes the INTERPOL Travel Document. Jordan joined INTERPOL in 1956. INTERPOL thanked Jordan."
    text = f"AMMAN, Jordan, 2 June 2030 – {story} This came a week after Bahrain. Kofi Addo, the Minister of Justice, spoke."
    assert {value for who, _, value in keys(read, text) if who == "person:Kofi Addo"} == {"Minister of Justice|JO"}


def test_a_minister_is_of_the_country_of_the_sentence_before_that_the_text_is_about(read: Reader) -> None:
    text = "LIMA, Peru, 2 June 2030 – INTERPOL met. It thanked Norway and Kenya. Kenya spoke."
    text += " Kofi Addo, the Minister of Justice, left."
    assert {value for who, _, value in keys(read, text) if who == "person:Kofi Addo"} == {"Minister of Justice|KE"}
