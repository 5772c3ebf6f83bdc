"""Lists of people with their posts: how the entries are laid out, and whose each post is."""

from __future__ import annotations

import pytest

from tests.conftest import Reader

LEAD = "The Baltic Ports Federation (BPF) met in Riga. BPF members elected the following Board of Directors.\n\n"


def posts(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text) if fact.rule in ("roster", "enumeration")}


def test_those_below_a_lead_in_are_elected_members(read: Reader) -> None:
    assert posts(read, LEAD + "* Ana Ruiz\n* Jon Berg\n") == {
        "person:Ana Ruiz | elected | Board Member|BPF",
        "person:Jon Berg | elected | Board Member|BPF",
    }


def test_a_heading_names_the_post(read: Reader) -> None:
    text = LEAD + "Executive Committee Members\n\n- Ana Ruiz\n\nOther Board Members\n\n- Jon Berg\n"
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Executive Committee Member|BPF",
        "person:Jon Berg | elected | Board Member|BPF",
    }


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("Ana Ruiz, Treasurer", {"elected | Treasurer|BPF"}),
        ("Ana Ruiz, Oslo Harbour, Treasurer", {"elected | Treasurer|BPF"}),
        ("Ana Ruiz, President, Oslo Harbour", {"elected | Board Member|BPF", "holds | President|Oslo Harbour"}),
        ("Ana Ruiz, MD, President, Oslo Harbour", {"elected | Board Member|BPF", "holds | President|Oslo Harbour"}),
        (
            "Ana Ruiz, BPF Chair, President, Oslo Harbour",
            {"elected | Chair|BPF", "elected | Board Member|BPF", "holds | President|Oslo Harbour"},
        ),
    ],
)
def test_a_post_is_the_lists_or_the_employers(read: Reader, entry: str, found: set[str]) -> None:
    assert posts(read, f"{LEAD}* {entry}\n") == {f"person:Ana Ruiz | {one}" for one in found}


def test_a_post_and_a_colon_before_the_names(read: Reader) -> None:
    text = LEAD + "President: Ana Ruiz\nVice-Presidents: Jon Berg (Norway), Kari Lund (Peru)\n"
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Vice-President|BPF",
        "person:Kari Lund | elected | Vice-President|BPF",
    }


def test_two_lines_without_bullets_are_no_list(read: Reader) -> None:
    assert posts(read, LEAD + "Ana Ruiz, Treasurer\n\nJon Berg, President\n") == set()


def test_organisations_are_no_people(read: Reader) -> None:
    assert posts(read, LEAD + "* Baltic Ports Union\n* Norwegian Harbour Board\n* Lund Shipping Ltd\n") == set()


@pytest.mark.parametrize("entry", ["Ana Ruiz – Treasurer", "Ana Ruiz: Treasurer", "Treasurer: Ana Ruiz"])
def test_the_post_of_an_entry_on_either_side(read: Reader, entry: str) -> None:
    assert posts(read, f"{LEAD}- {entry}\n") == {"person:Ana Ruiz | elected | Treasurer|BPF"}


def test_a_list_within_a_list_has_its_own_head(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga.\n\nThe new BPF Board of Directors:\n\n"
        "Executive Committee\n- President: Ana Ruiz\n- Treasurer: Jon Berg\n\nMembers\n- Kari Lund\n"
    )
    assert {"person:Ana Ruiz | holds | President|BPF", "person:Jon Berg | holds | Treasurer|BPF"} < posts(read, text)


def test_two_lines_with_a_name_a_colon_and_a_post_are_a_list_and_one_is_none(read: Reader) -> None:
    assert posts(read, LEAD + "Ana Ruiz: Treasurer\nJon Berg: Secretary\n") == {
        "person:Ana Ruiz | elected | Treasurer|BPF",
        "person:Jon Berg | elected | Secretary|BPF",
    }
    assert posts(read, LEAD + "Ana Ruiz: Treasurer\n") == set()


def test_the_first_of_a_list_can_stand_on_the_line_of_its_lead_in(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga. New members joining the BPF Board are: Ana Ruiz: Special Counsel for "
        "Akerman LLP\nJon Berg: CEO of Edible Brands\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Board Member|BPF",
        "person:Jon Berg | elected | Board Member|BPF",
    }
    held = {" | ".join(fact.key) for fact in read(text) if fact.property == "holds"}
    assert held == {"person:Ana Ruiz | holds | Special Counsel|Akerman LLP", "person:Jon Berg | holds | CEO|Edible Brands"}


def test_an_organisation_that_only_its_organ_names_and_headings_that_are_posts(read: Reader) -> None:
    text = (
        "The elections for members of the BPX Executive Committee and Auditor took place on Saturday. The following persons "
        "were elected to the positions mentioned below:\n\n### Executive committee\n- Ana Ruiz (Peru)\n"
        "- Jon Berg, treasurer (Norway)\n\n"
        "### Substitute auditor\n- Kari Lund (Norway)\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Executive committee Member|BPX",
        "person:Jon Berg | elected | treasurer|BPX",
        "person:Jon Berg | elected | Executive committee Member|BPX",
        "person:Kari Lund | elected | Substitute auditor|BPX",
    }


def test_those_with_a_post_are_members_too_where_others_are_nothing_else(read: Reader) -> None:
    assert posts(read, LEAD + "* Ana Ruiz, Treasurer\n* Jon Berg\n") == {
        "person:Ana Ruiz | elected | Treasurer|BPF",
        "person:Ana Ruiz | elected | Board Member|BPF",
        "person:Jon Berg | elected | Board Member|BPF",
    }


def test_posts_may_stand_before_the_names_without_a_colon(read: Reader) -> None:
    assert posts(read, LEAD + "President Ana Ruiz\nTreasurer Jon Berg\nSecretary Kari Lund\n") == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Treasurer|BPF",
        "person:Kari Lund | elected | Secretary|BPF",
    }


def test_what_an_entry_goes_on_to_say_is_no_part_of_the_list(read: Reader) -> None:
    entries = "- President: Ana Ruiz. Nominated by Carl Lind.\n- Treasurer: Jon Berg. Nominated by Nils Dahl.\n"
    assert posts(read, LEAD + entries) == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Treasurer|BPF",
    }


def test_a_label_among_others_may_be_any_word(read: Reader) -> None:
    text = (
        LEAD
        + "Chair: Ana Ruiz\nTreasurer: Jon Berg.\nWebmaster (co-opted): Tom Paz\n\nCommittee Members:\nKari Lund.\nMona Dahl\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Chair|BPF",
        "person:Jon Berg | elected | Treasurer|BPF",
        "person:Tom Paz | elected | Webmaster|BPF",
        "person:Kari Lund | elected | Committee Member|BPF",
        "person:Mona Dahl | elected | Committee Member|BPF",
    }


def test_where_somebody_is_from_may_stand_below_the_name(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. The BPF Governing Board is now composed of:\n\n"
    names = "Current President: Ana Ruiz\nOslo University\nTerm: 2013-2014\n\nPrevious President: Jon Berg\nRiga University\n"
    names += "\nTom Paz\n"
    assert posts(read, text + names) == {
        "person:Ana Ruiz | holds | President|BPF",
        "person:Jon Berg | held | President|BPF",
        "person:Tom Paz | holds | Governing Board Member|BPF",
    }


@pytest.mark.parametrize(
    "below",
    [
        "\nGuest: Mona Lind\n",
        "\nPhoto: Mona Lind\n",
        "\nSponsor: Lund Lines\n",
        "\nDefeated: Mona Lind\n",
        "\nWebmaster (resigned): Mona Lind\n",
        "\n\nBoard candidates who lost:\n\nMona Lind\n",
        "\n\nThis report was written by:\n\nMona Lind\n",
    ],
)
def test_not_everybody_below_a_list_is_in_it(read: Reader, below: str) -> None:
    text = LEAD + "President: Ana Ruiz\nTreasurer: Jon Berg\nSecretary: Tom Paz"
    assert posts(read, text + below) == posts(read, text + "\n")


def test_a_line_of_marks_ends_a_list_and_nothing_else(read: Reader) -> None:
    assert posts(read, LEAD + "* Ana Ruiz\n* Jon Berg\n\n*\n\nThe end.") == posts(read, LEAD + "* Ana Ruiz\n* Jon Berg\n")


def test_entries_may_stand_on_one_line(read: Reader) -> None:
    text = LEAD.strip() + "   •\tAna Ruiz is the founder of Lund Lines.   •\tJon Berg is a banker.  •\tTom Paz is a clerk."
    assert {f"person:{name} | elected | Board Member|BPF" for name in ("Ana Ruiz", "Jon Berg", "Tom Paz")} <= posts(read, text)


def test_those_indented_below_a_post_have_it_too(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga.\n\nElected for the term 1 January 2029 - 31 December 2032:\n\n"
        "President:           Ana Ruiz (Spain)\n"
        "Members-at-large:    Jon Berg (Norway)\n                     Kari Lund (Norway)\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Member-at-large|BPF",
        "person:Kari Lund | elected | Member-at-large|BPF",
    }


def test_the_past_president_is_an_officer_still(read: Reader) -> None:
    assert posts(read, LEAD + "President: Ana Ruiz\nPast President: Jon Berg\nPrevious Treasurer: Kari Lund\n") == {
        "person:Ana Ruiz | elected | President|BPF",
        "person:Jon Berg | elected | Past President|BPF",
        "person:Kari Lund | held | Treasurer|BPF",
    }


def test_several_in_one_line_below_an_office_have_it(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) met in Riga. The BPF closed at five.\n\nTrustees Present\n----\n"
        "Ana Ruiz, Jon Berg (Norway) and Kari Lund\n\nReport\n----\nAna Ruiz and others spoke.\n"
    )
    assert posts(read, text) == {f"person:{name} | holds | Trustee|BPF" for name in ("Ana Ruiz", "Jon Berg", "Kari Lund")}


def test_a_post_after_an_affiliation_in_brackets(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met in Riga. The following persons form the board of the BPF:\n\n"
    assert posts(read, f"{text}* Ana Ruiz (Lund University, Chair)\n* Jon Berg (Harbour Institute, Vice Chair)\n") == {
        "person:Ana Ruiz | holds | Chair|BPF",
        "person:Jon Berg | holds | Vice Chair|BPF",
    }


def test_a_list_by_region_with_terms(read: Reader) -> None:
    text = (
        "The 102nd INTERPOL General Assembly closed. The following were elected:\n\n"
        "Africa\nVice-President: Ana Ruiz (Kenya), 3 years\nDelegate: Jon Berg (Guinea), re-elected\n\n"
        "Americas\nDelegates: Kari Lund (Peru) and Nils Dahl (Chile), 3 years\n\nThe Assembly thanked them.\n"
    )
    assert posts(read, text) == {
        "person:Ana Ruiz | elected | Vice-President for Africa|INTERPOL",
        "person:Jon Berg | elected | Delegate for Africa|INTERPOL",
        "person:Jon Berg | holds | Delegate for Africa|INTERPOL",
        "person:Kari Lund | elected | Delegate for the Americas|INTERPOL",
        "person:Nils Dahl | elected | Delegate for the Americas|INTERPOL",
    }


def test_where_most_entries_end_with_an_employer_the_posts_are_theirs(read: Reader) -> None:
    entries = [
        "Ana Ruiz, Sales Manager, Oslo Lines",
        "Jon Berg, Pilot Advocate, Riga Docks",
        "Tom Paz, CDP, Manager, Harbour Tools",
        "Kari Lund, President, Dairy Queen",
        "Eva Holm, retired Director, Bergen Docks",
    ]
    found = posts(read, LEAD + "".join(f"* {entry}\n" for entry in entries))
    assert {one for one in found if " | elected | Board Member|BPF" not in one} == {
        "person:Ana Ruiz | holds | Sales Manager|Oslo Lines",
        "person:Jon Berg | holds | Pilot Advocate|Riga Docks",
        "person:Tom Paz | holds | Manager|Harbour Tools",
        "person:Kari Lund | holds | President|Dairy Queen",
        "person:Eva Holm | held | Director|Bergen Docks",
    }


def test_the_chair_of_a_committee_chairs_nothing_else(read: Reader) -> None:
    text = "The Baltic Ports Federation (BPF) met. "
    text += "The BPF Steering Committee consists of Ana Ruiz (Chair), Jon Berg and Kari Lund."
    assert posts(read, text) == {
        "person:Ana Ruiz | holds | Chair of the Steering Committee|BPF",
        "person:Jon Berg | holds | Steering Committee Member|BPF",
        "person:Kari Lund | holds | Steering Committee Member|BPF",
    }


def test_an_office_on_a_line_of_its_own_is_that_of_the_name_below(read: Reader) -> None:
    text = (
        "The Baltic Ports Federation (BPF) is pleased to announce its officers for 2030-2031.\n\n"
        "President\nAna Berg\nUniversity of Riga\n\nPresident-Elect\nJon Lind\nPort of Riga\n\n"
        "Treasurer\nEva Krag\nPort of Lund\n"
    )
    assert posts(read, text) == {
        "person:Ana Berg | elected | President|BPF",
        "person:Jon Lind | elected | President-Elect|BPF",
        "person:Eva Krag | elected | Treasurer|BPF",
    }


def test_pronouns_beside_a_name_tell_no_post(read: Reader) -> None:
    assert posts(read, LEAD + "- Ana Berg (she/her)\n- Jon Lind (he/they), Lund Lines\n- Eva Krag\n") == {
        f"person:{name} | elected | Board Member|BPF" for name in ("Ana Berg", "Jon Lind", "Eva Krag")
    }
