"""Guards posts: what stands beside a name, one form in every place, and what is not said of that person."""

from __future__ import annotations

import pytest

from tests.conftest import Reader


def posts(read: Reader, text: str) -> set[tuple[str, str, str]]:
    return {fact.key for fact in read(text) if fact.property in ("holds", "held")}


WHO = "person:Mona Lind"


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind, Director General of the Harbour Board of Norway, spoke.",
        "Mona Lind (Norway), Director General of the Harbour Board of Norway, spoke.",
        "Mona Lind, 54, who now serves as Director General of the Harbour Board of Norway, spoke.",
        "The guests heard the Director General of the Harbour Board of Norway, Mona Lind.",
        "Mona Lind is Director General of the Harbour Board of Norway.",
    ],
)
def test_one_form_is_read_in_every_place(read: Reader, text: str) -> None:
    assert (WHO, "holds", "Director General|Harbour Board of Norway") in posts(read, text)


def test_several_posts_of_one_person(read: Reader) -> None:
    found = posts(
        read, "Mona Lind, Director General of the Harbour Board of Norway and Chair of the Baltic Ports Union, spoke."
    )
    assert {value for who, _, value in found if who == WHO} == {
        "Director General|Harbour Board of Norway",
        "Chair|Baltic Ports Union",
    }


def test_an_earlier_post_is_held_no_longer(read: Reader) -> None:
    found = posts(read, "Mona Lind, who was previously Director General of the Harbour Board of Norway, spoke.")
    assert (WHO, "held", "Director General|Harbour Board of Norway") in found
    assert not [fact for fact in found if fact[1] == "holds"]


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind, a candidate for Director General of the Harbour Board of Norway, spoke.",
        "Mona Lind, adviser to the Director General of the Harbour Board of Norway, spoke.",
        "Mona Lind met the Director General of the Harbour Board of Norway.",
        "The next Director General of the Harbour Board of Norway, Mona Lind said, will be chosen in May.",
    ],
)
def test_a_post_that_is_not_hers(read: Reader, text: str) -> None:
    assert not [value for who, _, value in posts(read, text) if who == WHO and value.startswith("Director General")]


@pytest.mark.parametrize("text", ["Mona Lind, CEO of Harbour.com, spoke.", "Mona Lind, CEO at Harbour.com."])
def test_a_firm_is_called_by_its_address(read: Reader, text: str) -> None:
    assert posts(read, text) == {(WHO, "holds", "CEO|Harbour.com")}


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind, Home Buying Specialist, spoke.",
    ],
)
def test_what_is_cut_or_runs_together_is_left_unread(read: Reader, text: str) -> None:
    assert posts(read, text) == set()


def test_a_title_ends_what_stands_before_it(read: Reader) -> None:
    facts = read("Vice Chancellor for Equity, Diversity and Inclusion Dr. Mona Lind spoke.")
    assert not [fact.key for fact in facts if "Inclusion" in fact.subject]


def test_the_longer_name_is_kept_where_it_stands_twice(read: Reader) -> None:
    text = "Charles Masters Lind, CEO of Harbour Veins, spoke. Masters Lind was born in Oslo. Charles Masters Lind left."
    assert ("person:Charles Masters Lind", "holds", "CEO|Harbour Veins") in posts(read, text)


def test_a_museum_is_no_charge_of_its_director(read: Reader) -> None:
    assert (WHO, "holds", "director|Riga Cathedral Museum") in posts(
        read, "Mona Lind, director of the Riga Cathedral Museum, spoke."
    )


def test_two_surnames_are_no_other_person(read: Reader) -> None:
    text = "Mona Masters Lind, CEO of Harbour Veins, will stay. Masters Lind was born in Oslo."
    assert ("person:Mona Masters Lind", "holds", "CEO|Harbour Veins") in posts(read, text)


def test_the_president_of_a_country_presides_over_nothing_else(read: Reader) -> None:
    text = "Mona Lind, President of Norway, opened the 71st INTERPOL General Assembly. President Lind spoke of the harbour."
    assert posts(read, text) == {(WHO, "holds", "President|NO")}


def test_a_surname_can_be_a_place_or_a_month(read: Reader) -> None:
    text = "She follows Joseph Muscat, Prime Minister of Malta. Theresa May, Prime Minister of the United Kingdom, was glad."
    found = posts(read, text)
    assert {
        ("person:Joseph Muscat", "holds", "Prime Minister|MT"),
        ("person:Theresa May", "holds", "Prime Minister|GB"),
    } <= found


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind was Minister of Ports of Norway before becoming Director of the Harbour Board of Norway.",
        "Mona Lind was Minister of Ports of Norway until 2019.",
        "Mona Lind was Minister of Ports of Norway from 2012 to 2019.",
        "Before becoming Director of the Harbour Board of Norway, Mona Lind was Minister of Ports of Norway.",
    ],
)
def test_what_somebody_was_before_is_told_as_held(read: Reader, text: str) -> None:
    assert (WHO, "held", "Minister of Ports|NO") in posts(read, text)


def test_was_alone_does_not_tell_that_it_is_over(read: Reader) -> None:
    assert not [fact for fact in posts(read, "Mona Lind was Minister of Ports of Norway.") if fact[1] == "held"]


def test_two_offices_of_a_firm_are_one_post(read: Reader) -> None:
    assert posts(read, "Mona Lind, Founder and CEO of Oslo Shipping Ltd, spoke.") == {
        (WHO, "holds", "Founder and CEO|Oslo Shipping Ltd")
    }


def test_what_an_office_is_in_charge_of_is_not_whose_it_is(read: Reader) -> None:
    assert not [value for _, _, value in posts(read, "Mona Lind, SVP, Communications, spoke.") if "|Communications" in value]


def test_offices_in_a_row_go_each_with_the_name_after_it(read: Reader) -> None:
    text = (
        "INTERPOL welcomed the President of Ghana, Nana Addo, the President of Uganda, Mona Lind, the Canadian Prime Minister, "
        "Jon Berg, and the head of the Harbour Board of Norway, Kari Lund."
    )
    assert posts(read, text) == {
        ("person:Nana Addo", "holds", "President|GH"),
        (WHO, "holds", "President|UG"),
        ("person:Jon Berg", "holds", "Prime Minister|CA"),
        ("person:Kari Lund", "holds", "head|Harbour Board of Norway"),
    }


def test_a_wider_region_is_no_country(read: Reader) -> None:
    assert posts(read, "INTERPOL met. The Latin American Vice-President, Mona Lind, spoke.") == set()


def test_what_a_firm_is_after_a_comma_belongs_to_its_name(read: Reader) -> None:
    assert posts(read, "Mona Lind, Principal of Lund Asset Management, LLC, spoke.") == {
        (WHO, "holds", "Principal|Lund Asset Management, LLC")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The newly elected President of the Baltic Ports Union, Mona Lind, spoke.",
        "Newly elected Baltic Ports Union President Mona Lind spoke.",
        "Mona Lind, incoming President of the Baltic Ports Union, spoke.",
    ],
)
def test_who_is_newly_elected_is_not_said_to_hold_the_office(read: Reader, text: str) -> None:
    facts = {fact.key for fact in read(f"The Baltic Ports Union met in Riga.\n\n{text}") if fact.kind == "person"}
    assert facts == {(WHO, "elected", "President|Baltic Ports Union")}


def test_a_field_of_work_with_a_firm_after_it_owns_no_office(read: Reader) -> None:
    read_posts = posts(read, "INTERPOL met. Mona Lind, Vice President of Sales for The Harbour Company, spoke.")
    assert read_posts == {(WHO, "holds", "Vice President of Sales|Harbour Company")}


def test_what_somebody_was_is_told_in_a_row(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind has served as Press Secretary for the Rainbow Coalition, Director of "
    text += "Communication for the Baltic Union in Riga, and, most recently, as Senior Advisor to the Harbour Union."
    assert posts(read, text) == {
        (WHO, "held", "Press Secretary|Rainbow Coalition"),
        (WHO, "held", "Director of Communication|Baltic Union"),
        (WHO, "held", "Senior Advisor|Harbour Union"),
    }


def test_two_posts_are_told_before_and_after_a_comma(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind, CEO of Riga Lines, will continue as Vice Chair of the Harbour Union."
    assert posts(read, text) == {(WHO, "holds", "CEO|Riga Lines"), (WHO, "holds", "Vice Chair|Harbour Union")}


def test_a_name_with_capitals_within_owns_the_post(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind, vice president of Health Distribution for LundLines, spoke."
    assert posts(read, text) == {(WHO, "holds", "vice president of Health Distribution|LundLines")}


@pytest.mark.parametrize("long", ["four more years", "a second term", "another two years"])
def test_who_serves_more_years_in_a_post_has_it(read: Reader, long: str) -> None:
    text = f"INTERPOL met. Mona Lind (Finland) will likewise serve {long} as Vice Chair of the Harbour Union."
    assert posts(read, text) == {(WHO, "holds", "Vice Chair|Harbour Union")}


def test_who_is_retired_held_the_post(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind, retired vice president of development for Lund Lines, spoke."
    assert posts(read, text) == {(WHO, "held", "vice president of development|Lund Lines")}


def test_a_post_before_the_next_name_is_not_that_of_the_name_before(read: Reader) -> None:
    text = "Present were Home Minister Mona Lind, President of INTERPOL Jon Berg, and Director of the Ports Bureau Mr Tom Paz."
    found = posts(read, "INTERPOL met. " + text)
    assert {("person:Jon Berg", "holds", "President|INTERPOL"), ("person:Tom Paz", "holds", "Director|Ports Bureau")} <= found
    assert not [post for who, _, post in found if who == WHO and "INTERPOL" in post]


def test_degrees_are_no_part_of_what_follows_a_name(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind, M.D., FAHA, CEO of Riga Lines, and Jon Berg, Sr. Manager at Lund Lines, spoke."
    assert (WHO, "holds", "CEO|Riga Lines") in posts(read, text)


def test_a_firm_that_reads_like_somebody_is_not_who_she_is(read: Reader) -> None:
    text = "INTERPOL met. Mona Lind is the publisher of Lund Books. She is also the founder of Riga Lines."
    assert posts(read, text) == {(WHO, "holds", "publisher|Lund Books"), (WHO, "holds", "founder|Riga Lines")}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Lund Harbour Lines president Mona Lind spoke.", "president|Lund Harbour Lines"),
        ("American Red Anchor Secretary Mona Lind spoke.", "Secretary|American Red Anchor"),
        ("Boats for the North President Mona Lind spoke.", "President|Boats for the North"),
        ("Institute of Public Health director Mona Lind spoke.", "director|Institute of Public Health"),
        ("Mona Lind, Secretary/Treasurer of the Baltic Ports Union, spoke.", "Secretary/Treasurer|Baltic Ports Union"),
        ("Mona Lind, Professor of Law at the University of Oslo, spoke.", "Professor of Law|University of Oslo"),
        ("Mona Lind, a former minister and now President of the Baltic Ports Union, spoke.", "President|Baltic Ports Union"),
    ],
)
def test_a_post_after_or_before_what_has_it(read: Reader, text: str, post: str) -> None:
    assert (WHO, "holds", post) in posts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Award-winning Bergen director Mona Lind spoke.",
        "Lund Harbour Lines Names Respected Bergen Leader Mona Lind",
        "Global Partnerships Director Mona Lind spoke.",
        "In a letter to the president of the Baltic Ports Union, Mona Lind complained about fees.",
        "The widow of the president of the Baltic Ports Union, Mona Lind, gave a talk.",
        "A statue of Mona Lind was set up. The next president of the Baltic Ports Union, Mona Lind, takes office in July.",
        "The proposal to have Mona Lind as chair of the Baltic Ports Union was withdrawn.",
        "Would-be Peruvian president Mona Lind spoke.",
    ],
)
def test_who_does_not_hold_what_stands_beside_the_name(read: Reader, text: str) -> None:
    assert not posts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mona Lind spent eight years as director of the Baltic Ports Union.",
        "Mona Lind most recently served as director of the Baltic Ports Union.",
        "Mona Lind began her career as director of the Baltic Ports Union.",
        "Mona Lind is no longer director of the Baltic Ports Union.",
        "Mona Lind held the position of director of the Baltic Ports Union.",
    ],
)
def test_what_somebody_did_before_is_not_held_now(read: Reader, text: str) -> None:
    assert posts(read, text) == {(WHO, "held", "director|Baltic Ports Union")}


def test_as_the_holder_of_an_office_somebody_does_something(read: Reader) -> None:
    assert posts(read, "As the president of the Baltic Ports Union, Mona Lind complained about fees.") == {
        (WHO, "holds", "president|Baltic Ports Union")
    }


def test_a_monarch_is_of_no_republic(read: Reader) -> None:
    assert not posts(read, "LIMA, Peru, 2 June 2030 - Queen Mona Lind sent a message to Lima.")
