"""Guards whose sessions a text counts, where it names more than one organisation, treaty or meeting that could have them."""

from __future__ import annotations

from tests.conftest import Reader


def keys(read: Reader, text: str) -> set[str]:
    return {" | ".join(fact.key) for fact in read(text)}


def counted(read: Reader, text: str) -> set[str]:
    """The owners of the sessions of which a text tells."""
    subjects = {fact.key[0] for fact in read(text)}
    return {subject.removeprefix("session:").rpartition("/")[0] for subject in subjects if subject.startswith("session:")}


SECTION = """BHA BULLETIN, NOVEMBER 2034

Our Association had a good year. On 18 October Dr Ana Berg, a former President of the Bolivian Harpists' Association
(BHA), was installed as President of the World Harp Union (WHU). She had been elected in October 2033 at the 74th
General Assembly in Riga, Latvia.

The ceremony was part of the 75th General Assembly, for which 250 delegates from 59 countries had come to Oslo,
Norway.

The WHU now speaks for 114 national associations; the BHA has 900 members.
"""


def test_a_national_section_counts_the_assemblies_of_the_union_of_the_world(read: Reader) -> None:
    assert counted(read, SECTION) == {"WHU"}
    assert "session:WHU/75 | city | Oslo" in keys(read, SECTION)


TREATY = """RAMSAR COP30 IN BRIEF

The thirtieth meeting of the Conference of the Contracting Parties to the Convention on Wetlands adopted 32
resolutions in Riga, Latvia.

Two more things happened. The Secretariat of the Convention and the Secretariat of the Tatra Convention met, and a
centre opened.

Next: COP31 will be hosted by Norway in Oslo in 2037.
"""


def test_a_treaty_named_in_passing_does_not_take_the_meetings_of_another(read: Reader) -> None:
    assert counted(read, TREATY) == {"Ramsar"}
    assert "session:Ramsar/31 | country | NO" in keys(read, TREATY)


EXTRAORDINARY = """The Congress is the supreme authority of the Universal Postal Union (UPU). The 47th Congress took place in
Riga, Latvia, from 9 to 27 August 2031. The 46th: Oslo, Norway, 2027.

The second Extraordinary Congress was convened in Lima, Peru, in September 2028. The fourth Extraordinary Congress is
planned for October 2033 in Quito, Ecuador.
"""


def test_extraordinary_meetings_are_counted_apart(read: Reader) -> None:
    found = keys(read, EXTRAORDINARY)
    assert counted(read, EXTRAORDINARY) == {"UPU"}
    assert not [key for key in found if key.startswith(("session:UPU/2 ", "session:UPU/4 "))]
    assert "event:second Extraordinary Congress | city | Lima" in found


def test_the_capitals_of_an_ordinary_session_make_it_no_other(read: Reader) -> None:
    for kind in ("Ordinary Session", "ordinary session", "Regular Session"):
        assert "session:AU/57 | city | Riga" in keys(read, f"The African Union (AU) met. It held its 57th {kind} in Riga.")


def test_a_treaty_may_be_called_an_agreement(read: Reader) -> None:
    text = "The 9th Meeting of the Parties to the Narrow Sea Seals Agreement was held in Riga, Latvia, in March 2036."
    assert "session:Narrow Sea Seals Agreement/9 | city | Riga" in keys(read, text)


def test_an_agreement_without_parties_has_no_sessions(read: Reader) -> None:
    assert counted(read, "The 9th meeting discussed the Narrow Sea Seals Agreement. It was held in Riga, Latvia.") == set()


CONFERENCE = "The INTERPOL Asian Regional Conference opened in Riga, Latvia, on 17 May 2037."


def test_a_conference_without_a_number_is_an_event(read: Reader) -> None:
    assert {fact.key for fact in read(CONFERENCE)} == {
        ("event:INTERPOL Asian Regional Conference", "city", "Riga"),
        ("event:INTERPOL Asian Regional Conference", "country", "LV"),
        ("event:INTERPOL Asian Regional Conference", "year", "2037"),
    }


def test_with_a_number_it_is_a_session(read: Reader) -> None:
    text = f"The 26th INTERPOL Asian Regional Conference is over. {CONFERENCE}"
    assert not [key for key in keys(read, text) if key.startswith("event:")]


def test_what_belongs_to_a_conference_is_none(read: Reader) -> None:
    assert not keys(read, "The secretariat of the INTERPOL Asian Regional Conference opened in Riga, Latvia, on 17 May 2037.")


def test_a_section_in_one_country_is_not_the_whole(read: Reader) -> None:
    text = "The International Council of Museums (ICOM) wrote. The 49th annual meeting of ICOM Norway took place in Bergen."
    assert counted(read, text) == {"ICOM Norway"}


def test_a_country_after_a_comma_or_as_an_adjective_is_no_section(read: Reader) -> None:
    for told in ("INTERPOL, Norway and Peru", "the INTERPOL Norwegian desk"):
        assert not {key for key in keys(read, f"The 4th meeting of {told} was held in Oslo.") if "INTERPOL Norw" in key}


UNION = """SAN JOSÉ, Costa Rica, 6 September 2025 – Ana Berg of Uruguay was elected Secretary General of the Postal Harbour
Union (PHU) on Friday, the last day of the union's 25th Congress.

The Congress opened in San José on 2 September with 180 delegates.

Many travel on at once. The 28th Congress of the Universal Postal Union (UPU) starts on Monday in Dubai.

With 192 member countries, the UPU is old. Abidjan hosted its 27th Congress in 2021.
"""


def test_who_opens_a_text_in_session_is_whom_it_is_about(read: Reader) -> None:
    assert {"session:PHU/25 | start | 2025-09-02", "session:PHU/25 | participants | 180"} <= keys(read, UNION)


def test_a_meeting_is_meant_by_its_initials(read: Reader) -> None:
    text = (
        "The Harbour Union held its 41st Annual General Meeting (AGM) on 10 June 2026. 354 delegates attended the AGM. "
        "The next AGM will be held on 15 June 2027."
    )
    assert {
        "session:Harbour Union/41 | participants | 354",
        "session:Harbour Union/41 | next | 42",
        "session:Harbour Union/42 | start | 2027-06-15",
    } <= keys(read, text)
