"""Guards how whole dates come of partial ones, what they rest on, and that none is guessed."""

from __future__ import annotations

import pytest

from govgraph.reading.facts import Fact
from tests.conftest import Reader

PUBLISHED = "---\ndate: 2013-10-24\n---\n"  # a Thursday
END = " INTERPOL is pleased."


def dates(facts: tuple[Fact, ...], session: str = "session:INTERPOL/82") -> dict[str, tuple[str, str]]:
    return {
        fact.property: (fact.value, fact.status)
        for fact in facts
        if fact.subject == session and fact.property in ("start", "end", "year")
    }


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("today", "2013-10-24"),
        ("yesterday", "2013-10-23"),
        ("on Thursday", "2013-10-24"),
        ("on Wednesday", "2013-10-23"),
        ("on Monday", "2013-10-21"),
        ("on Friday", "2013-10-18"),
    ],
)
def test_a_relative_day_counts_from_the_publication(read: Reader, word: str, day: str) -> None:
    found = dates(read(f"{PUBLISHED}The 82nd session of the INTERPOL General Assembly closed {word}.{END}"))
    assert found == {"end": (day, "inferred"), "year": ("2013", "inferred")}


def test_a_weekday_may_lie_in_the_year_before(read: Reader) -> None:
    found = dates(read(f"---\ndate: 2014-01-01\n---\nThe 82nd INTERPOL General Assembly opened on Tuesday.{END}"))
    assert found["start"] == ("2013-12-31", "inferred")
    assert found["year"] == ("2013", "inferred")


@pytest.mark.parametrize("date", ["", "---\ndate: 2013\n---\n", "---\ndate: 2013-10\n---\n"], ids=["none", "year", "month"])
@pytest.mark.parametrize("word", ["today", "yesterday", "on Monday", "on 24 October"])
def test_without_a_day_of_publication_nothing_is_guessed(read: Reader, date: str, word: str) -> None:
    assert dates(read(f"{date}The 82nd session of the INTERPOL General Assembly closed {word}.{END}")) == {}


def test_a_range_without_a_year_is_not_guessed_either(read: Reader) -> None:
    assert dates(read(f"The 82nd INTERPOL General Assembly was held in Rome from 21 to 24 October.{END}")) == {}


def test_a_date_that_opens_the_text_is_its_publication_and_is_named_as_support(read: Reader) -> None:
    facts = read(f"24 October 2013\n\nThe 82nd INTERPOL General Assembly closed today.{END}")
    end = next(fact for fact in facts if fact.property == "end")
    assert (end.value, end.status) == ("2013-10-24", "inferred")
    assert [(span.start, span.end) for span in end.support] == [(0, 15)]


def test_a_whole_date_is_stated(read: Reader) -> None:
    found = dates(read("The 82nd INTERPOL General Assembly was held in Rome from 21 to 24 October 2013."))
    assert found == {"start": ("2013-10-21", "stated"), "end": ("2013-10-24", "stated"), "year": ("2013", "stated")}


def test_a_range_may_run_over_two_months(read: Reader) -> None:
    found = dates(read("The 82nd INTERPOL General Assembly was held in Rome from 31 October to 3 November 2010."))
    assert (found["start"][0], found["end"][0]) == ("2010-10-31", "2010-11-03")


@pytest.mark.parametrize(
    ("published", "words", "start", "end"),
    [
        ("2013-10-24", "from 21 to 24 October", "2013-10-21", "2013-10-24"),
        ("2013-10-24", "from 21 to 24 November", "2013-11-21", "2013-11-24"),
        ("2014-01-02", "from 28 to 30 December", "2013-12-28", "2013-12-30"),
        ("2013-12-30", "from 2 to 5 January", "2014-01-02", "2014-01-05"),
    ],
    ids=["same month", "next month", "year before", "year after"],
)
def test_a_range_without_a_year_is_the_one_nearest_to_the_publication(
    read: Reader, published: str, words: str, start: str, end: str
) -> None:
    found = dates(read(f"---\ndate: {published}\n---\nThe 82nd INTERPOL General Assembly was held in Rome {words}.{END}"))
    assert found == {
        "start": (start, "inferred"),
        "end": (end, "inferred"),
        "year": (start[:4], "inferred"),
    }


def test_a_range_far_from_the_publication_is_not_dated(read: Reader) -> None:
    assert dates(read(f"{PUBLISHED}The 82nd INTERPOL General Assembly in Rome, from 2 to 5 May.{END}")) == {}


def test_a_range_that_is_told_as_past_is_the_last_before_the_publication(read: Reader) -> None:
    found = dates(read(f"{PUBLISHED}The 82nd INTERPOL General Assembly was held in Rome from 2 to 5 December.{END}"))
    assert found == {"start": ("2012-12-02", "inferred"), "end": ("2012-12-05", "inferred"), "year": ("2012", "inferred")}


def test_a_range_that_is_told_as_coming_is_the_next_after_the_publication(read: Reader) -> None:
    found = dates(read(f"{PUBLISHED}The 82nd INTERPOL General Assembly takes place in Rome from 2 to 5 May.{END}"))
    assert found == {"start": ("2014-05-02", "inferred"), "end": ("2014-05-05", "inferred"), "year": ("2014", "inferred")}


def test_a_range_takes_the_year_that_the_text_states_of_the_session(read: Reader) -> None:
    text = (
        "The 82nd INTERPOL General Assembly in 2011 was good. "
        f"The 82nd INTERPOL General Assembly was held in Rome from 2 to 5 May.{END}"
    )
    found = dates(read(text))
    assert found == {"start": ("2011-05-02", "inferred"), "end": ("2011-05-05", "inferred"), "year": ("2011", "stated")}


@pytest.mark.parametrize("day", ["31 April 2013", "30 February 2013", "29 February 2013", "32 October 2013"])
def test_a_day_that_no_calendar_has_gives_no_date(read: Reader, day: str) -> None:
    assert dates(read(f"The 82nd INTERPOL General Assembly opened on {day} in Rome.")) == {}


def test_a_leap_day_is_a_day(read: Reader) -> None:
    assert dates(read("The 82nd INTERPOL General Assembly opened on 29 February 2012 in Rome."))["start"][0] == "2012-02-29"


def test_one_impossible_day_of_a_range_leaves_the_other(read: Reader) -> None:
    found = dates(read("The 82nd INTERPOL General Assembly was held in Rome from 29 February to 3 March 2013."))
    assert found == {"end": ("2013-03-03", "stated"), "year": ("2013", "stated")}


NEXT = "The flag went to Monaco, the hosts of next year's General Assembly meeting."


def test_next_years_session_is_a_year_after_the_stated_one(read: Reader) -> None:
    facts = read(f"The 82nd session of the INTERPOL General Assembly in 2013 closed. {NEXT}")
    assert dates(facts) == {"year": ("2013", "stated")}
    assert dates(facts, "session:INTERPOL/83") == {"year": ("2014", "inferred")}


def test_next_years_session_is_a_year_after_the_publication(read: Reader) -> None:
    facts = read(f"{PUBLISHED}The 82nd INTERPOL General Assembly closed today. {NEXT}")
    assert dates(facts, "session:INTERPOL/83") == {"year": ("2014", "inferred")}


def test_the_year_of_the_next_session_tells_that_of_this_one(read: Reader) -> None:
    facts = read(
        f"The 82nd session of the INTERPOL General Assembly closed. {NEXT} "
        "The 83rd INTERPOL General Assembly in 2014 will be good."
    )
    assert dates(facts, "session:INTERPOL/83") == {"year": ("2014", "stated")}
    assert dates(facts) == {"year": ("2013", "inferred")}


def test_without_any_year_next_year_tells_none(read: Reader) -> None:
    facts = read(f"The 82nd session of the INTERPOL General Assembly closed. {NEXT}")
    assert not [fact for fact in facts if fact.property == "year"]


def test_what_only_relates_years_is_not_passed_on(read: Reader) -> None:
    facts = read(f"{PUBLISHED}The 82nd INTERPOL General Assembly closed today. {NEXT}")
    assert {fact.property for fact in facts} == {"end", "year", "next", "country", "handover"}


@pytest.mark.parametrize(("count", "year"), [("100", "2014"), ("ten", "1924"), ("99", "2013")])
def test_so_many_years_after_a_year_is_added_up(read: Reader, count: str, year: str) -> None:
    facts = read(
        f"Monaco will host the 83rd INTERPOL General Assembly exactly {count} years after it held the first congress in 1914."
    )
    assert dates(facts, "session:INTERPOL/83") == {"year": (year, "inferred")}


def test_what_happens_now_happens_in_the_year_of_publication(read: Reader) -> None:
    facts = read("3 December 2023\n\nThe 91st General Assembly of INTERPOL has come to a close in the Austrian capital.")
    assert dates(facts, "session:INTERPOL/91") == {"year": ("2023", "inferred")}


def test_a_year_of_publication_rests_on_the_line_that_tells_it(read: Reader) -> None:
    facts = read("3 December 2023\n\nThe 91st General Assembly of INTERPOL has come to a close in the Austrian capital.")
    year = next(fact for fact in facts if fact.property == "year")
    assert [(span.start, span.end) for span in year.support] == [(0, 15)]


@pytest.mark.parametrize("day", ["today (2 June 2025)", "today, 2 June 2025,"])
def test_the_day_beside_today_is_that_of_publication(read: Reader, day: str) -> None:
    text = (
        f"Riga hosts\n\nThe city {day} welcomed the 31st Baltic Ports Summit. The 31st Baltic Ports Summit closes on Thursday."
    )
    assert ("session:Baltic Ports Summit/31", "end", "2025-06-05") in {fact.key for fact in read(text)}


def test_the_day_beside_another_is_not(read: Reader) -> None:
    text = "Riga hosts\n\nOn Monday (2 June 2025) the city thanked all. The 31st Baltic Ports Summit closes on Thursday."
    assert not [fact for fact in read(text) if fact.property == "end"]


def test_an_announced_day_without_a_year_is_the_next_one(read: Reader) -> None:
    found = dates(
        read(f"{PUBLISHED}The 83rd INTERPOL General Assembly will be held in Monaco from 3 to 7 February.{END}"),
        "session:INTERPOL/83",
    )
    assert found["start"] == ("2014-02-03", "inferred")
    assert found["end"] == ("2014-02-07", "inferred")


def test_next_week_tells_the_year_and_no_day(read: Reader) -> None:
    found = dates(read(f"{PUBLISHED}The 82nd INTERPOL General Assembly will open in Cartagena next week.{END}"))
    assert found == {"year": ("2013", "inferred")}


def test_weekdays_in_a_range_are_passed_over(read: Reader) -> None:
    found = dates(read(f"The 82nd INTERPOL General Assembly took place from Monday 21 to Thursday 24 October 2013.{END}"))
    assert (found["start"][0], found["end"][0]) == ("2013-10-21", "2013-10-24")


def test_so_many_days_from_the_first_lead_to_the_last(read: Reader) -> None:
    found = dates(read(f"The four-day 82nd INTERPOL General Assembly opened in Cartagena on 21 October 2013.{END}"))
    assert found["end"] == ("2013-10-24", "inferred")


def test_a_month_and_a_year_tell_the_year(read: Reader) -> None:
    assert dates(read(f"The 82nd INTERPOL General Assembly met in Cartagena in October 2013.{END}")) == {
        "year": ("2013", "stated")
    }


def test_the_last_weekday_is_not_today(read: Reader) -> None:
    found = dates(read(f"{PUBLISHED}The 82nd INTERPOL General Assembly began last Thursday and ends today.{END}"))
    assert (found["start"][0], found["end"][0]) == ("2013-10-17", "2013-10-24")


def test_a_heading_with_a_range_of_days_is_no_day_of_publication(read: Reader) -> None:
    text = "Cartagena, Colombia, 21 to 24 October 2013\n\nThe 82nd INTERPOL General Assembly closed today."
    found = dates(read(text + END))
    assert (found["start"][0], found["end"][0]) == ("2013-10-21", "2013-10-24")


def test_a_month_alone_is_the_one_nearest_to_the_publication(read: Reader) -> None:
    text = "5 May 2031\n\nThe 31st Baltic Ports Summit was held in Riga in March."
    assert "session:Baltic Ports Summit/31 | year | 2031" in {" | ".join(fact.key) for fact in read(text)}


@pytest.mark.parametrize("when", ["on 10 June", "next month", "in June", "this summer", "four weeks from now"])
def test_the_day_of_the_dateline_is_not_that_of_an_opening_to_come(read: Reader, when: str) -> None:
    found = {
        fact.key for fact in read(f"OSLO, 5 May 2024 - The 12th Congress of the Nordic Tea Union (NTU) opens in Riga {when}.")
    }
    assert ("session:NTU/12", "start", "2024-05-05") not in found
    assert ("session:NTU/12", "year", "2024") in found


def test_next_year_is_not_the_year_of_publication(read: Reader) -> None:
    found = read("OSLO, 5 May 2024 - The 12th Congress of the Nordic Tea Union (NTU) opens in Riga next year.")
    assert not [fact for fact in found if fact.property in ("start", "year") and fact.value.startswith("2024")]
