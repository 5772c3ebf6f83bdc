"""Organisations and series that no profile describes: what a text itself says of them is enough to read their sessions."""

from __future__ import annotations

import pytest

from govgraph.documents.document import Span
from govgraph.reading.introductions import introductions
from tests.conftest import Reader


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Colorado Association of Realtors (CAR) met.", [("Colorado Association of Realtors", "CAR", True)]),
        (
            "the Surety & Fidelity Association of America (SFAA), a body",
            [("Surety & Fidelity Association of America", "SFAA", True)],
        ),
        ("members of the Inter-Arab Cambist Association\n(ICA) chose", [("Inter-Arab Cambist Association", "ICA", True)]),
        ("The Società (Società Italiana di Studi, SIS) is", []),
        ("the Islamic Circle of North America (ICNA) will", [("Islamic Circle of North America", "ICNA", True)]),
        ("shares of Berg Marine (OTC: BRGM) rose", []),
        ("a Memorandum of Understanding (MoU) was signed", [("Memorandum of Understanding", "MoU", False)]),
        ("in Oslo (Norway) and in Lima (Peru)", []),
    ],
)
def test_a_name_is_introduced_with_its_short_form(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert [(one.name, one.short, one.certain) for one in introductions(text, Span(0, len(text)))] == found


def test_an_introduced_organisation_is_known_by_its_short_form_before_and_after(read: Reader) -> None:
    text = "BPF President Ana Ruiz spoke. The Baltic Ports Federation (BPF) met in Riga. Jon Berg, BPF Treasurer, thanked it."
    assert keys(read, text) >= {"person:Ana Ruiz | holds | President|BPF", "person:Jon Berg | holds | Treasurer|BPF"}


def test_its_sessions_are_counted_under_the_short_form(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) opened its 31st Annual Congress in Riga, Latvia, on 2 June 2025. "
        "The Congress closes on 5 June 2025."
    )
    assert keys(read, text) >= {
        "session:BPF/31 | city | Riga",
        "session:BPF/31 | country | LV",
        "session:BPF/31 | start | 2025-06-02",
        "session:BPF/31 | end | 2025-06-05",
    }


def test_a_series_that_stands_alone_has_its_own_name(read: Reader) -> None:
    text = "The 28th Baltic Ports Summit was held in Gdynia, Poland, in 2025. Some 800 leaders attended the summit."
    assert keys(read, text) >= {
        "session:Baltic Ports Summit/28 | country | PL",
        "session:Baltic Ports Summit/28 | year | 2025",
        "session:Baltic Ports Summit/28 | participants | 800",
    }


def test_a_committee_meets_but_has_no_sessions(read: Reader) -> None:
    assert not [key for key in keys(read, "The 12th Harbour Safety Committee Meeting was held in Riga.") if "session:" in key]


def test_the_first_of_its_kind_is_an_event(read: Reader) -> None:
    assert keys(read, "The first Baltic Harbour Congress took place in 1914.") == {
        "event:first Baltic Harbour Congress | year | 1914"
    }


def test_two_sessions_can_be_one_meeting(read: Reader) -> None:
    text = "The 131st and 132nd Sessions of the Council of the World Customs Organization (WCO) were held in Brussels in 2018."
    assert keys(read, text) == {f"session:WCO/{n} | {p}" for n in (131, 132) for p in ("city | Brussels", "year | 2018")}


def test_a_number_of_a_committee_is_no_number_of_the_assembly(read: Reader) -> None:
    text = "The 95th INTERPOL General Assembly closed. The Executive Committee, at its 219th session, met in Lima."
    assert not [key for key in keys(read, text) if key.startswith("session:INTERPOL/219")]


def test_the_ministry_is_the_one_named_before(read: Reader) -> None:
    text = "INTERPOL thanked the Norwegian Ministry of Fisheries. Kari Lund, the Secretary of the Ministry, replied."
    assert "person:Kari Lund | holds | Secretary|Norwegian Ministry of Fisheries" in keys(read, text)


@pytest.mark.parametrize("mark", [":", " –", ", 2 June 2030 –"])
def test_a_dateline_is_the_venue_of_a_session_that_opens_there(read: Reader, mark: str) -> None:
    text = f"2 June 2030\n\nOSLO, Norway{mark} The 95th INTERPOL General Assembly opened today.\n"
    assert keys(read, text) >= {"session:INTERPOL/95 | city | Oslo", "session:INTERPOL/95 | country | NO"}


def test_the_seat_in_a_dateline_is_no_venue(read: Reader) -> None:
    text = "LYON, France, 2 June 2030 – The 95th INTERPOL General Assembly opened today.\n"
    assert not [key for key in keys(read, text) if "| city |" in key or "| country |" in key]


def test_who_hosts_next_ties_the_two_sessions(read: Reader) -> None:
    text = "The 95th INTERPOL General Assembly closed in Oslo. In 2031 the 96th INTERPOL General Assembly meets elsewhere."
    facts = {" | ".join(fact.key): fact.status for fact in read(text)}
    assert facts["session:INTERPOL/95 | next | 96"] == "inferred"


@pytest.mark.parametrize(
    "text",
    [
        "The 31st congress of the Baltic Ports Federation (BPF) opened in Riga, Latvia, on 2 June 2025.",
        "The Baltic Ports Federation (BPF) met for the 31st time in Riga, Latvia, on 2 June 2025. Delegates of the BPF spoke.",
        "BPF31 was held in Riga, Latvia, in June 2025. The Baltic Ports Federation (BPF) is pleased.",
    ],
)
def test_a_session_of_an_unknown_organisation_in_other_words(read: Reader, text: str) -> None:
    assert keys(read, text) >= {"session:BPF/31 | city | Riga", "session:BPF/31 | country | LV", "session:BPF/31 | year | 2025"}


def test_a_yearly_meeting_without_a_number_is_an_event(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) held its annual meeting in Riga, Latvia, on 2 June 2025."
    assert keys(read, text) >= {"event:BPF annual meeting | city | Riga", "event:BPF annual meeting | year | 2025"}


def test_a_treaty_is_named_by_the_conference_of_its_parties(read: Reader) -> None:
    text = (
        "Summary of the fifth meeting of the Conference of the Parties to the Riga Convention on Mercury, 2-5 June 2025\n\n"
        "COP-5 drew more than 800 participants. COP-6 will return to Riga, Latvia, in 2027."
    )
    assert keys(read, text) >= {
        "session:Riga Convention/5 | start | 2025-06-02",
        "session:Riga Convention/5 | participants | 800",
        "session:Riga Convention/6 | city | Riga",
    }


def test_a_body_that_many_organisations_have_tells_of_none(read: Reader) -> None:
    facts = keys(read, "The 23rd Summit of the Authority of Heads of State and Government met in Lima, Peru, in 2024.")
    assert not {fact for fact in facts if "ECOWAS" in fact}


def test_ordinals_in_capitals(read: Reader) -> None:
    text = "THE 43RD ORDINARY SUMMIT OF SADC HEADS OF STATE AND GOVERNMENT WAS HELD IN LUANDA IN 2023."
    assert "session:SADC/43 | city | Luanda" in keys(read, text)


def test_words_that_mean_it_again_tell_which_organisation_a_text_is_about(read: Reader) -> None:
    text = (
        "The Nordic Map Society met in Oslo on Friday, in the halls of the Lund University. "
        "The Society is older than the university. Jon Berg, the president, opened the talks."
    )
    assert "person:Jon Berg | holds | president|Nordic Map Society" in keys(read, text)


def test_minutes_of_a_meeting_are_no_organisation(read: Reader) -> None:
    text = "Minutes of the Annual General Meeting of the Baltic Chess Club, held in Riga.\n\nJon Berg, Treasurer, spoke."
    assert keys(read, text) >= {"person:Jon Berg | holds | Treasurer|Baltic Chess Club"}


def test_both_forms_of_the_name_of_a_forum_mean_it(read: Reader) -> None:
    text = "The Pacific Ports Forum (PPF) met in Suva. The PPF was glad. Ana Ruiz, Chair of the Forum, closed it."
    assert "person:Ana Ruiz | holds | Chair|PPF" in keys(read, text)


def test_what_is_based_in_a_city_is_no_part_of_its_name_and_may_be_the_organisation(read: Reader) -> None:
    assert keys(read, "Jon Berg is president of Oslo-based Lund Shipping Ltd.") == {
        "person:Jon Berg | holds | president|Lund Shipping Ltd"
    }
    text = "LIMA, 2 June 2031 - INTERPOL met here. The 99th General Assembly of the Lyon-based body closes on 5 June."
    assert "session:INTERPOL/99 | end | 2031-06-05" in keys(read, text)


def test_until_the_29th_is_a_day_and_no_session(read: Reader) -> None:
    text = "22 June 2031\n\nThe 26th Baltic Ports Summit will be opened in Riga on 26 September and is to sit until the 29th."
    assert not [key for key in keys(read, text) if key.startswith("session:Baltic Ports Summit/29")]


def test_nothing_takes_place_where_somebody_is_based(read: Reader) -> None:
    paid = "Oslo-based Lund Shipping paid for it, as a Norway-based firm does."
    text = f"2 June 2031\n\nThe 31st Baltic Ports Summit closed today. {paid}"
    assert not [key for key in keys(read, text) if " | city | " in key or " | country | " in key]


def test_initials_are_a_short_form_without_being_introduced(read: Reader) -> None:
    text = "INTERNATIONAL TROPICAL HARBOUR ORGANIZATION\nSixtieth session of the Council\n\nPlace: Riga, Latvia\n\n"
    assert "session:ITHO/60 | city | Riga" in keys(read, text + "The city has been the seat of ITHO since 1986.")
    assert "session:International Tropical Harbour Organization/60 | city | Riga" in keys(read, text + "It is a fine seat.")


def test_who_has_an_annual_general_meeting_is_an_organisation(read: Reader) -> None:
    text = "On 28 May 2015 the Annual General Meeting of Nordisk Havneforening was held in Gothenburg. "
    found = keys(read, text + "The Board has the following members:\n\nAna Ruiz (Chairman)\nJon Berg\nTom Paz\n")
    assert "person:Ana Ruiz | holds | Chairman|Nordisk Havneforening" in found


def test_the_digits_of_a_year_count_no_sessions(read: Reader) -> None:
    text = "The Harbour Art Association (HAA) met in May 2024. Follow the HAA meeting, May 3-5, 2024, at #HAA24."
    assert not [key for key in keys(read, text) if key.startswith("session:")]


def test_a_noun_that_counts_a_session_counts_the_others(read: Reader) -> None:
    text = (
        "20 January 2031\n\nThe Baltic Ports Federation (BPF) ended its 19th summit in Riga. There was a first summit in Oslo. "
        "The second summit, in Lima, was in 1964. The 18th summit was held in Baku in 2029; the 17th was held in Lyon in 2028. "
        "The 12th summit of the Harbour League was held in Rome."
    )
    cities = {tuple(key.split(" | city | ")) for key in keys(read, text) if " | city | " in key}
    assert cities == {
        ("session:BPF/19", "Riga"),
        ("session:BPF/2", "Lima"),
        ("session:BPF/18", "Baku"),
        ("session:BPF/17", "Lyon"),
        ("session:Harbour League/12", "Rome"),
    }


def test_a_name_in_capitals_at_the_head_is_written_as_the_text_would(read: Reader) -> None:
    text = "NORDIC HARBOUR UNION\n19th General Assembly, Riga, Latvia, 3-4 July 2022\nMinutes\n\nThe Union now has 89 Members. "
    found = keys(read, text + "The Secretary General, Ana Ruiz, spoke for the US Harbour Committee.")
    assert {"session:Nordic Harbour Union/19 | city | Riga", "org:Nordic Harbour Union | memberCount | 89"} <= found
    assert "person:Ana Ruiz | holds | Secretary General|Nordic Harbour Union" in found


def test_the_first_meeting_of_an_organisation_is_its_first_session(read: Reader) -> None:
    told = {fact.key for fact in read("The first meeting of the Harbour Association took place in Oslo on 10 July 2012.")}
    assert {
        ("session:Harbour Association/1", "city", "Oslo"),
        ("session:Harbour Association/1", "year", "2012"),
    } <= told


@pytest.mark.parametrize(
    "text",
    [
        "The first meeting of the Harbour Union Board of Directors was held in Oslo on 5 May 2030.",
        "The Harbour Union (HU) met. At the first Congress day, held in Doha on 26 October 2013, the members spoke.",
        "The organising committee of the 12th Congress of the Harbour Union met in Geneva on 4 June 2022.",
        "The board of the Harbour Union held its 45th meeting in Riga on 3 May 2011.",
        "The 12th Congress of the Harbour Union condemned the attack in Minsk.",
    ],
)
def test_what_took_place_there_was_no_session_of_the_organisation(read: Reader, text: str) -> None:
    assert not [fact for fact in read(text) if fact.subject.startswith("session:") and fact.property in ("city", "start")]


def test_a_name_may_open_with_one_that_is_known(read: Reader) -> None:
    text = (
        "The African Union of Pilots is glad to announce its 13th General Assembly, to be held in Dakar, Senegal, in June 2022."
    )
    subjects = {fact.subject for fact in read(text)}
    assert subjects == {"session:African Union of Pilots/13"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad Miller joined the Harbour Union in 1999.",
        "Jordan Smith was admitted to the Harbour Union in 2001.",
        "Malta joined the Harbour Union in condemning the attack.",
        "The admission of Malta to the Harbour Union was postponed.",
        "The Harbour Union revoked the membership of Malta.",
    ],
)
def test_nobody_was_admitted(read: Reader, text: str) -> None:
    assert not [fact for fact in read(text) if fact.property == "admitted"]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Union's choir has 60 members.",
        "The Harbour Union has 1,200 members of staff in 30 countries.",
        "Malta is expected to become the 61st member of the Harbour Union.",
    ],
)
def test_these_are_no_members_of_the_organisation(read: Reader, text: str) -> None:
    assert not [fact for fact in read(text) if fact.property == "memberCount"]
