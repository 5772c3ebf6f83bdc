"""What each flat property says in triples: small texts and tables, and the graph of their sentences by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from .kit import extracted, in_sentences, lines, turtle

INTERPOL = '<interpol> a gov:Organization ; rdfs:label "INTERPOL" .\n'
ASSEMBLY = '<interpol/general-assembly> a gov:Body ; rdfs:label "General Assembly" ; gov:bodyOf <interpol> .\n' + INTERPOL
PRESIDENT = '<interpol/office/president> a gov:Office ; rdfs:label "President" .\n' + INTERPOL
SECRETARY = '<interpol/office/secretary-general> a gov:Office ; rdfs:label "Secretary General" .\n' + INTERPOL
DOCUMENT = '<interpol/instrument/interpol-travel-document> a gov:Instrument ; rdfs:label "INTERPOL Travel Document" .\n'


def session(number: int, name: str) -> str:
    return (
        f"<interpol/general-assembly/{number}> a gov:Session ; gov:ordinal {number} ; "
        f'rdfs:label "{name} INTERPOL General Assembly" ; gov:sessionOf <interpol/general-assembly> .\n' + ASSEMBLY
    )


def country(code: str, name: str) -> str:
    return f'<country/{code}> a gov:Country ; rdfs:label "{name}" ; gov:countryCode "{code}" .\n'


S82 = session(82, "82nd")
TEXTS = {
    "days, year and host": (
        "Singapore was host to the 78th General Assembly of INTERPOL from 11 to 15 October 2009.",
        session(78, "78th")
        + country("SG", "Singapore")
        + """
        <interpol/general-assembly/78> gov:start "2009-10-11"^^xsd:date ; gov:end "2009-10-15"^^xsd:date ;
            gov:year "2009"^^xsd:gYear ; gov:hostCountry <country/SG> ; gov:hostCity <place/singapore> .
        <place/singapore> a gov:Place ; rdfs:label "Singapore" .
        <interpol/general-assembly/78/designation/SG> a gov:HostDesignation ; gov:designates <country/SG> ;
            gov:forSession <interpol/general-assembly/78> ; gov:hostingStatus gov:confirmed .""",
    ),
    "city": (
        "The 84th INTERPOL General Assembly took place in Kigali, Rwanda.",
        session(84, "84th")
        + country("RW", "Rwanda")
        + """
        <place/kigali> a gov:Place ; rdfs:label "Kigali" .
        <interpol/general-assembly/84> gov:hostCity <place/kigali> ; gov:hostCountry <country/RW> .
        <interpol/general-assembly/84/designation/RW> a gov:HostDesignation ; gov:designates <country/RW> ;
            gov:forSession <interpol/general-assembly/84> ; gov:hostingStatus gov:confirmed .""",
    ),
    "announced host": (
        "Rwanda was chosen as the host country for the 84th session of the INTERPOL General Assembly.",
        session(84, "84th")
        + country("RW", "Rwanda")
        + """
        <interpol/general-assembly/84> gov:hostCountry <country/RW> .
        <interpol/general-assembly/84/designation/RW> a gov:HostDesignation ; gov:designates <country/RW> ;
            gov:forSession <interpol/general-assembly/84> ; gov:hostingStatus gov:announced .""",
    ),
    "announced year and city": (
        "The 84th INTERPOL General Assembly will be held in Kigali, Rwanda, in 2015.",
        session(84, "84th")
        + country("RW", "Rwanda")
        + """
        <place/kigali> a gov:Place ; rdfs:label "Kigali" .
        <interpol/general-assembly/84> gov:hostCountry <country/RW> ; gov:hostCity <place/kigali> ;
            gov:plannedCity <place/kigali> ;
            gov:year "2015"^^xsd:gYear ; gov:plannedYear "2015"^^xsd:gYear .
        <interpol/general-assembly/84/designation/RW> a gov:HostDesignation ; gov:designates <country/RW> ;
            gov:forSession <interpol/general-assembly/84> ; gov:hostingStatus gov:announced .""",
    ),
    "days without a year": (
        "The 84th INTERPOL General Assembly took place from 2 to 5 November.",
        session(84, "84th")
        + """<interpol/general-assembly/84> gov:startDay "--11-02"^^xsd:gMonthDay ; gov:endDay "--11-05"^^xsd:gMonthDay .""",
    ),
    "participants, nearly": (
        "The 82nd INTERPOL General Assembly closed. Nearly 600 delegates attended.",
        S82
        + """
        <interpol/general-assembly/82> gov:participants 600 .
        <interpol/general-assembly/82/count/participantcount/600> a gov:Count ; gov:value 600 ;
            gov:countOf <interpol/general-assembly/82> ; gov:counts gov:participantCount ;
            gov:qualifier gov:nearly ; gov:qualifierText "Nearly" .""",
    ),
    "countries represented": (
        "Representatives of 144 countries attended the 82nd INTERPOL General Assembly.",
        S82
        + """
        <interpol/general-assembly/82> gov:countriesRepresented 144 .
        <interpol/general-assembly/82/count/countriesrepresentedcount/144> a gov:Count ; gov:value 144 ;
            gov:countOf <interpol/general-assembly/82> ; gov:counts gov:countriesRepresentedCount .""",
    ),
    "next session and its host": (
        "The 82nd INTERPOL General Assembly closed today. Next year's General Assembly will be held in Monaco.",
        S82
        + session(83, "83rd")
        + country("MC", "Monaco")
        + """
        <interpol/general-assembly/82> gov:nextSession <interpol/general-assembly/83> ;
            gov:yearBefore <interpol/general-assembly/83> .
        <interpol/general-assembly/83> gov:hostCountry <country/MC> .
        <interpol/general-assembly/83/designation/MC> a gov:HostDesignation ; gov:designates <country/MC> ;
            gov:forSession <interpol/general-assembly/83> ; gov:hostingStatus gov:announced .""",
    ),
    "handover": (
        "The 82nd INTERPOL General Assembly closed. The INTERPOL flag was handed over to Monaco.",
        S82
        + country("MC", "Monaco")
        + """
        <interpol/general-assembly/82/handover/MC> a gov:HostHandover ; gov:handedTo <country/MC> ;
            gov:atSession <interpol/general-assembly/82> .""",
    ),
    "planned election": (
        "The 85th INTERPOL General Assembly will elect a new President of INTERPOL.",
        session(85, "85th")
        + PRESIDENT
        + """
        <interpol/general-assembly/85/election/president/planned> a gov:Election ; gov:electionStatus gov:planned ;
            gov:electedTo <interpol/office/president> ; gov:atSession <interpol/general-assembly/85> .""",
    ),
    "endorsement": (
        "The 82nd INTERPOL General Assembly closed. "
        "The General Assembly endorsed INTERPOL's new e-extradition initiative which will speed up requests.",
        S82
        + """
        <interpol/general-assembly/82/decision/interpols-new-e-extradition-initiative> a gov:Endorsement ;
            rdfs:label "INTERPOL's new e-extradition initiative" ; gov:decidedBy <interpol/general-assembly/82> ;
            gov:decisionText "INTERPOL's new e-extradition initiative" .""",
    ),
    "resolution": (
        "The 82nd INTERPOL General Assembly closed. Resolutions were adopted on piracy.",
        S82
        + """
        <interpol/general-assembly/82/decision/resolution-on-piracy> a gov:Resolution ;
            rdfs:label "resolution on piracy" ; gov:decisionText "resolution on piracy" ;
            gov:decidedBy <interpol/general-assembly/82> .""",
    ),
    "topics": (
        "The 82nd INTERPOL General Assembly closed. Among the topics discussed were illicit goods and counterfeiting.",
        S82
        + """
        <interpol/general-assembly/82> gov:discusses <topic/illicit-goods> , <topic/counterfeiting> .
        <topic/illicit-goods> a gov:Topic ; rdfs:label "illicit goods" .
        <topic/counterfeiting> a gov:Topic ; rdfs:label "counterfeiting" .""",
    ),
    "member count as of the document's date": (
        "---\ndate: 2013-10-24\n---\nThe INTERPOL General Assembly is large. INTERPOL has 190 member countries.",
        INTERPOL
        + """
        <interpol> gov:memberCount 190 .
        <interpol/count/membercountries/190/2013-10-24> a gov:Count ; gov:value 190 ; gov:countOf <interpol> ;
            gov:counts gov:memberCountries ; gov:asOf "2013-10-24"^^xsd:date .""",
    ),
    "admission": (
        "Monaco was admitted to INTERPOL at the 82nd INTERPOL General Assembly.",
        S82
        + country("MC", "Monaco")
        + """
        <interpol> gov:hasMember <country/MC> .
        <interpol/admission/MC> a gov:Admission ; gov:admits <country/MC> ; gov:admittedTo <interpol> ;
            gov:atSession <interpol/general-assembly/82> .
        <interpol/member/MC> a gov:CountryMembership ; gov:member <country/MC> ; gov:memberOf <interpol> .""",
    ),
    "recognition": (
        "Colombia has officially recognized the INTERPOL Travel Document.",
        DOCUMENT
        + country("CO", "Colombia")
        + """
        <interpol/instrument/interpol-travel-document/recognition/CO> a gov:Recognition ;
            gov:recognizedBy <country/CO> ; gov:recognizes <interpol/instrument/interpol-travel-document> .""",
    ),
    "office held at the document's date": (
        "---\ndate: 2013-10-24\n---\nINTERPOL Secretary General Ronald K. Noble spoke.",
        SECRETARY
        + """
        <person/ronald-k-noble> a gov:Person ; rdfs:label "Ronald K. Noble" ;
            gov:holds <interpol/office/secretary-general> .
        <interpol/office/secretary-general/held-by/ronald-k-noble> a gov:Tenure ; gov:tenureStatus gov:current ;
            gov:holder <person/ronald-k-noble> ; gov:ofOffice <interpol/office/secretary-general> ;
            gov:observedOn "2013-10-24"^^xsd:date .""",
    ),
    "office of a country, in a document of which only the year is known": (
        "---\ndate: 2013\n---\nJuan Carlos Pinzon, Colombia's Minister of National Defence, opened the meeting.",
        country("CO", "Colombia")
        + """
        <person/juan-carlos-pinzon> a gov:Person ; rdfs:label "Juan Carlos Pinzon" ;
            gov:holds <country/CO/office/minister-of-national-defence> .
        <country/CO/office/minister-of-national-defence> a gov:Office ; gov:officeOf <country/CO> ;
            rdfs:label "Minister of National Defence" .
        <country/CO/office/minister-of-national-defence/held-by/juan-carlos-pinzon> a gov:Tenure ;
            gov:holder <person/juan-carlos-pinzon> ; gov:tenureStatus gov:current ;
            gov:ofOffice <country/CO/office/minister-of-national-defence> .""",
    ),
    "former office": (
        "---\ndate: 2013-10-24\n---\nFormer INTERPOL President Jackie Selebi was there.",
        PRESIDENT
        + """
        <person/jackie-selebi> a gov:Person ; rdfs:label "Jackie Selebi" ; gov:held <interpol/office/president> .
        <interpol/office/president/held-by/jackie-selebi> a gov:Tenure ; gov:holder <person/jackie-selebi> ;
            gov:ofOffice <interpol/office/president> ; gov:tenureStatus gov:former .""",
    ),
    "election": (
        "Kim Jong Yang of the Republic of Korea was elected President of INTERPOL.",
        PRESIDENT
        + """
        <person/kim-jong-yang> a gov:Person ; rdfs:label "Kim Jong Yang" .
        <interpol/office/president/election/kim-jong-yang> a gov:Election ; gov:electionStatus gov:heldElection ;
            gov:electedTo <interpol/office/president> ; gov:elected <person/kim-jong-yang> .""",
    ),
    "statement": (
        "The 82nd INTERPOL General Assembly closed. "
        "“It is a great day for police,” said INTERPOL Secretary General Ronald K. Noble.",
        SECRETARY
        + """
        <person/ronald-k-noble> a gov:Person ; rdfs:label "Ronald K. Noble" ;
            gov:holds <interpol/office/secretary-general> .
        <interpol/office/secretary-general/held-by/ronald-k-noble> a gov:Tenure ; gov:tenureStatus gov:current ;
            gov:holder <person/ronald-k-noble> ; gov:ofOffice <interpol/office/secretary-general> .
        # printf 'It is a great day for police,' | sha256sum | head -c 12
        <person/ronald-k-noble/statement/9b782ee36af5> a gov:Statement ; gov:speaker <person/ronald-k-noble> ;
            gov:words "It is a great day for police," .""",
    ),
    "agreement": (
        "The conference approved a Memorandum of Understanding between INTERPOL and Eurojust.",
        INTERPOL
        + """
        <eurojust> a gov:Organization ; rdfs:label "Eurojust" ; gov:unprofiled true .
        <agreement/eurojust+interpol> a gov:Agreement ; rdfs:label "Eurojust and INTERPOL" ;
            gov:agreementType "Memorandum of Understanding" ; gov:party <eurojust> , <interpol> .""",
    ),
    "event with year and country": (
        "Monaco will host it 100 years after it held the first International Criminal Police Congress in 1914.",
        country("MC", "Monaco")
        + """
        <event/first-international-criminal-police-congress> a gov:Event ; gov:year "1914"^^xsd:gYear ;
            rdfs:label "first International Criminal Police Congress" ; gov:eventCountry <country/MC> .""",
    ),
    "event with city": (
        "It came one month after the Westgate shopping centre attacks in Nairobi, Kenya.",
        country("KE", "Kenya")
        + """
        <place/nairobi> a gov:Place ; rdfs:label "Nairobi" .
        <event/westgate-shopping-centre-attacks> a gov:Event ; rdfs:label "Westgate shopping centre attacks" ;
            gov:eventCity <place/nairobi> ; gov:eventCountry <country/KE> .""",
    ),
    "meets every": (
        "The INTERPOL General Assembly meets once a year.",
        ASSEMBLY + '<interpol/general-assembly> gov:meetsEvery "year" .',
    ),
    "decision rule": (
        "The INTERPOL General Assembly takes decisions by a simple majority.",
        ASSEMBLY + '<interpol/general-assembly> gov:decisionRule "simple majority" .',
    ),
    "votes per member": (
        "The 82nd INTERPOL General Assembly met. Each member country represented has one vote.",
        ASSEMBLY + "<interpol/general-assembly> gov:votesPerMember 1 .",
    ),
    "role": (
        "The INTERPOL General Assembly is INTERPOL's supreme governing body.",
        ASSEMBLY + '<interpol/general-assembly> gov:role "supreme governing body" .',
    ),
    "composed of": (
        "The INTERPOL General Assembly is composed of delegates appointed by the member countries.",
        ASSEMBLY + '<interpol/general-assembly> gov:composedOf "delegates appointed by the member countries" .',
    ),
    "elects": (
        "The INTERPOL General Assembly also elects the Organization's Executive Committee.",
        ASSEMBLY + '<interpol/general-assembly> gov:elects "Executive Committee" .',
    ),
}
SESSIONS = "organisation,ordinal,year,start,end,city,country,source\n"
HOLDERS = "organisation,office,person,from,to,source\n"
TABLES = {
    "session of a profiled organisation": (
        "sessions.csv",
        SESSIONS + "INTERPOL,2,1924,,,Berlin,DE,https://example.org/a\n",
        session(2, "2nd")
        + country("DE", "Germany")
        + """
        <place/berlin> a gov:Place ; rdfs:label "Berlin" .
        <interpol/general-assembly/2> gov:year "1924"^^xsd:gYear ; gov:hostCity <place/berlin> ;
            gov:hostCountry <country/DE> .""",
    ),
    "session of an organisation without profile": (
        "sessions.csv",
        SESSIONS + "Zebra Union,11,,2001-02-03,2001-02-05,,,https://example.org/a\n",
        """
        <zebra-union> a gov:Organization ; rdfs:label "Zebra Union" ; gov:unprofiled true .
        <zebra-union/session/11> a gov:Session ; gov:ordinal 11 ; rdfs:label "11th session of Zebra Union" ;
            gov:sessionOf <zebra-union> ; gov:start "2001-02-03"^^xsd:date ; gov:end "2001-02-05"^^xsd:date .""",
    ),
    "tenure with dates as exact as the source": (
        "holders.csv",
        HOLDERS + "INTERPOL,President,Ann Lee,1923-09-07,1932-05,https://example.org/a\n",
        PRESIDENT
        + """
        <person/ann-lee> a gov:Person ; rdfs:label "Ann Lee" .
        <interpol/office/president/held-by/ann-lee> a gov:Tenure ; gov:holder <person/ann-lee> ;
            gov:ofOffice <interpol/office/president> ; gov:from "1923-09-07"^^xsd:date ;
            gov:to "1932-05"^^xsd:gYearMonth .""",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_text_gives_these_triples(case: str) -> None:
    text, expected = TEXTS[case]
    assert lines(in_sentences(extracted("-", text))) == lines(turtle(expected))


@pytest.mark.parametrize("case", TABLES)
def test_row_gives_these_triples(case: str, tmp_path: Path) -> None:
    name, content, expected = TABLES[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert lines(in_sentences(extracted(str(tmp_path / name)))) == lines(turtle(expected))


@pytest.mark.parametrize(
    ("number", "name"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (112, "112th")],
)
def test_session_is_labelled_with_its_english_ordinal(number: int, name: str, tmp_path: Path) -> None:
    table = tmp_path / "sessions.csv"
    table.write_text(f"{SESSIONS}INTERPOL,{number},1950,,,,,https://example.org/a\n", encoding="utf-8")
    assert turtle(session(number, name)) <= in_sentences(extracted(str(table)))


def test_nth_country_to_recognise_has_its_ordinal() -> None:
    text = "Colombia became the 64th member country to recognize the INTERPOL Travel Document."
    expected = "<interpol/instrument/interpol-travel-document/recognition/CO> gov:recognitionOrdinal 64 ."
    assert turtle(expected) <= in_sentences(extracted("-", text))


def test_handover_names_who_hands_over() -> None:
    text = "The 82nd INTERPOL General Assembly closed. Colombia hands over the INTERPOL flag to Monaco."
    expected = "<interpol/general-assembly/82/handover/MC> gov:handedFrom <country/CO> ; gov:handedTo <country/MC> ."
    assert turtle(expected) <= in_sentences(extracted("-", text))


def test_host_of_a_session_to_come_is_announced() -> None:
    text = "The 26th session of the UNWTO General Assembly will be held in Riyadh, Saudi Arabia."
    expected = "<unwto/general-assembly/26/designation/SA> gov:hostingStatus gov:announced ."
    assert turtle(expected) <= in_sentences(extracted("-", text))
