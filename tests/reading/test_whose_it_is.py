"""Guards to whom a text gives what it tells: another organisation, a country, a firm, or nobody, but not always its own."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

OPENING = "LYON, France - 5 May 2024 - The Nordic Fisheries Alliance (NFA) met. "


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(OPENING + text)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The World Bank met in Oslo. The president is Kari Lund.", "person:Kari Lund | holds | president|World Bank"),
        (
            "The NFA welcomed Kari Lund to the Executive Committee of the Asia Society.",
            "person:Kari Lund | elected | Executive Committee Member|Asia Society",
        ),
        ("Kari Lund, the president, will lead the Norwegian delegation.", "person:Kari Lund | holds | president|NFA"),
        (
            "Kari Lund, Minister of Fisheries, will lead the Norwegian delegation.",
            "person:Kari Lund | holds | Minister of Fisheries|NO",
        ),
        ("Kari Lund, 2024 chairman of the Asia Society, spoke.", "person:Kari Lund | holds | chairman|Asia Society"),
        (
            "Kari Lund, Chairman of the Board of the Asia Society, spoke.",
            "person:Kari Lund | holds | Chairman of the Board|Asia Society",
        ),
        ("Special envoy to Sudan Kari Lund came.", "person:Kari Lund | holds | Special envoy|SD"),
        ("A.Karim Lund, president of the World Bank, spoke.", "person:A.Karim Lund | holds | president|World Bank"),
    ],
)
def test_what_is_named_beside_it_has_it(read: Reader, text: str, fact: str) -> None:
    assert fact in keys(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank sent its board. Kari Lund, chair of its board, spoke.",
        "The World Bank praised Maersk, and its chairman is Kari Lund.",
        "She left the World Bank, where Kari Lund was secretary, and joined Maersk.",
        "Peru took part. Their president, Kari Lund, was cheered.",
        "Peru welcomed Kari Lund to the council.",
        "The former aide to Kari Lund, was appointed director of the World Bank.",
        "The wife of Kari Lund sits on the council of the World Bank.",
        "Ana Berg met Tom Reed, who is a friend of Kari Lund and is a former president of the World Bank.",
        "Critics fear that Kari Lund will be president of the Nordic Fisheries Alliance for decades.",
        "Kari Lund beat Tom Reed in the race for the nomination for the post of chairman of the Nordic Fisheries Alliance.",
        "The Danish delegation was led by Kari Lund, chairman of the club.",
        "At COP26 President Kari Lund spoke.",
        "Chief of Staff to United States Rep. Kari Lund came.",
        "Kari Lund, executive director of the Costa Rican coffee institute, said so.",
        "Delegates elected Kari Lund as minister.",
        "Kari Lund, 1998 chairman of the Asia Society, died.",
    ],
)
def test_nobody_else_gets_it(read: Reader, text: str) -> None:
    assert not [key for key in keys(read, text) if key.startswith("person:Kari Lund")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The fourth INTERPOL conference on cybercrime was held in Singapore from 2 to 4 May 2024.", "session:INTERPOL/4"),
        ("INTERPOL chiefs gather for the 40th anniversary of the fund in Riga.", "session:INTERPOL/40"),
        ("The results of the 10th Congress of the Cuban organization, held in July 2015, are known.", "session:NFA/10"),
        ("The third NFA conference on eels was held in Lima, Peru.", "session:NFA/3"),
    ],
)
def test_what_is_no_session_of_the_assembly(read: Reader, text: str, subject: str) -> None:
    assert not [key for key in keys(read, text) if key.startswith(subject + " ")]


@pytest.mark.parametrize(
    "text",
    [
        "This brings the number to 300 dead.",
        "The panel is made up of 3 judges, 4 lawyers and 5 members.",
        "Members re-elected all 13 members of the current Board of Directors to another term.",
    ],
)
def test_what_counts_no_members(read: Reader, text: str) -> None:
    assert not [key for key in keys(read, text) if "| memberCount |" in key]


@pytest.mark.parametrize(
    ("text", "count"),
    [("This is the six-nation Gulf Cooperation Council.", 6), ("This is the 25-nation Gulf Cooperation Council.", 25)],
)
def test_a_number_and_a_hyphen_count_members(read: Reader, text: str, count: int) -> None:
    assert f"org:Gulf Cooperation Council | memberCount | {count}" in keys(read, text)


def test_the_country_of_the_dateline_hosts_nothing(read: Reader) -> None:
    found = keys(read, "Japan is proud to host the 31st Baltic Ports Summit in Tokyo next year.")
    assert {key for key in found if key.startswith("session:Baltic Ports Summit/31 | country")} == {
        "session:Baltic Ports Summit/31 | country | JP"
    }


def test_who_issues_a_text_is_its_organisation(read: Reader) -> None:
    text = "RIGA - Harbour Impact, a charity, announced a prize. Harbour Impact has 3 members. "
    text += "Harbour Impact elected Kari Lund chair."
    assert "person:Kari Lund | elected | chair|Harbour Impact" in {" | ".join(fact.key) for fact in read(text)}


def test_who_is_called_by_a_surname_is_no_organisation(read: Reader) -> None:
    text = "RIGA - Ana Impact, a singer, announced a tour. Ana Impact has 3 members in her band. Impact has a new president."
    assert not [fact.key for fact in read(text) if "Ana Impact" in fact.subject + fact.value and fact.kind == "org"]


def test_the_session_of_which_a_text_tells_as_over_is_reported(read: Reader) -> None:
    text = "The 32nd INTERPOL General Assembly will be held in Oslo in 2025. The 31st was over. 400 delegates had come."
    found = {" | ".join(fact.key) for fact in read(text)}
    assert "session:INTERPOL/31 | participants | 400" in found
    assert not [key for key in found if key.startswith("session:INTERPOL/32 | participants")]


@pytest.mark.parametrize("millions", ["1.4 million", "1.4 mln", "1,400,000"])
def test_millions_in_figures(read: Reader, millions: str) -> None:
    assert "org:NFA | memberCount | 1400000" in keys(read, f"The NFA has {millions} members.")


def test_an_organ_in_the_name_is_no_part_of_the_office(read: Reader) -> None:
    found = {" | ".join(fact.key) for fact in read("The Peruvian Olympic Committee President Kari Lund spoke.")}
    assert found == {"person:Kari Lund | holds | President|Peruvian Olympic Committee"}


def test_only_states_have_a_prime_minister(read: Reader) -> None:
    assert not [key for key in keys(read, "Kari Lund, Prime Minister of the Council for Trade, spoke.") if "person:" in key]


def test_a_name_that_begins_within_another_and_is_longer(read: Reader) -> None:
    text = "The Commonwealth Parliamentary Association (CPA) has a new Chairperson. Kari Lund won the vote."
    assert "person:Kari Lund | elected | Chairperson|CPA" in {" | ".join(fact.key) for fact in read(text)}


def test_a_question_in_capitals_names_no_organisation(read: Reader) -> None:
    text = "The organization has 194 member states. The organization welcomed Kari Lund of Norway, its Director-General."
    assert not read(f"WHO WE ARE\n\n{text}")
    assert {fact.subject for fact in read(f"WHO WELCOMES LUND\n\n{text}")} == {"org:WHO", "person:Kari Lund"}


def test_a_treaty_called_after_a_place_has_the_meetings_of_its_parties(read: Reader) -> None:
    asked = "What is the Cartagena Convention?\n\nNine countries have ratified it."
    text = f"{asked} The 18th Meeting of the Contracting Parties was held in Lima, Peru, in 2025."
    found = {" | ".join(fact.key) for fact in read(text)}
    assert "session:Cartagena Convention/18 | city | Lima" in found
    assert not [key for key in found if "Barcelona" in key]  # whose profile has such a meeting


def test_who_only_stands_in_brackets_after_a_name_is_not_what_a_text_is_about(read: Reader) -> None:
    people = "* Ana Ruiz (Lund University, Chair)\n* Jon Berg (Lund University, Treasurer)\n"
    text = f"The first annual general meeting was held in Riga in 2019.\n\n{people}"
    assert not read(text)


def test_an_assembly_that_the_organisation_does_not_have_is_of_another(read: Reader) -> None:
    text = "UNESCO met at UNESCO. INTERPOL will speak. At its General Assembly, the 79th session, in Doha, Qatar, it will."
    assert not [key for fact in read(text) if "UNESCO/79" in (key := " | ".join(fact.key))]


def test_something_new_of_an_organisation_is_no_organisation(read: Reader) -> None:
    text = "A New Chapter for the Harbour Foundation\n\nThe Harbour Foundation elected Ana Ruiz as its President."
    assert {" | ".join(fact.key) for fact in read(text)} == {"person:Ana Ruiz | elected | President|Harbour Foundation"}


def test_what_a_title_counts_is_held_by_the_name_before_it(read: Reader) -> None:
    text = (
        "Portimond congresses: where they met\n\nPortimond is old.\n\n45th Congress – Riga, Latvia, 8 to 12 May 2019.\n\n"
        "46th Congress – Oslo, Norway, 2021. Ana Ruiz spoke as President of Portimond.\n"
    )
    found = {" | ".join(fact.key) for fact in read(text)}
    assert {"session:Portimond/45 | city | Riga", "session:Portimond/46 | city | Oslo"} <= found


def test_a_report_that_ends_with_an_outlook_is_about_what_is_past(read: Reader) -> None:
    text = (
        "INTERPOL Annual Report 2022\n(published April 2023)\n\n"
        "Lima, Peru, was the venue of the 90th session of the INTERPOL General Assembly, 18-21 October 2022. "
        "The Assembly brought together 976 participants.\n\nOutlook\n\n"
        "The centenary session of the Assembly, its 91st, will take place in Vienna in November 2023.\n"
    )
    found = {" | ".join(fact.key) for fact in read(text)}
    assert "session:INTERPOL/90 | participants | 976" in found
    assert "session:INTERPOL/91 | city | Vienna" in found


def test_initials_of_a_body_of_another_organisation_are_a_name_of_their_own(read: Reader) -> None:
    text = "International Lightkeepers' Confederation (ILC)\n\nThe Secretary General, Ana Berg, spoke. The ILC has 43 members."
    found = {" | ".join(fact.key) for fact in read(text)}
    assert "org:International Lightkeepers' Confederation | memberCount | 43" in found
    assert not [key for key in found if "ILO" in key]


def test_the_body_so_called_keeps_its_owner(read: Reader) -> None:
    text = "International Labour Conference (ILC)\n\nThe 110th Session of the ILC met in Geneva in June 2022."
    assert "session:ILO/110 | city | Geneva" in {" | ".join(fact.key) for fact in read(text)}


def test_members_are_counted_for_the_organisation_that_the_sentence_names(read: Reader) -> None:
    found = keys(read, "The Asia Society has 12 member countries.")
    assert {key for key in found if "| memberCount |" in key} == {"org:Asia Society | memberCount | 12"}
