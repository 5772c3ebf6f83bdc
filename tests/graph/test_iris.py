"""IRIs: readable, valid whatever the name, and the same for all ways to name a thing."""

from __future__ import annotations

import pytest

from govgraph import GovgraphError
from govgraph.graph import iris

from .kit import is_valid_iri

ID = "https://w3id.org/govgraph/id/"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mireille Ballestrazzi", "mireille-ballestrazzi"),
        ("Cartagena de Indias", "cartagena-de-indias"),
        ("“Quoted” <Name>", "quoted-name"),
        ('a "b" {c} | \\ ^ `d`', "a-b-c-d"),
        ("Süleyman Işıldar", "suleyman-isildar"),
        ("São Tomé/Príncipe#x", "sao-tome-principe-x"),
        ("O'Connell", "oconnell"),
        ("../../etc/passwd", "etc-passwd"),
        ("100 % & more?", "100-more"),
        ("two\nlines\tand tabs", "two-lines-and-tabs"),
        ("\u202eright to left\u202c", "right-to-left"),
    ],
)
def test_slug_is_lower_case_ascii_words(name: str, expected: str) -> None:
    assert iris.slug(name) == expected


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("", "e3b0c44298fc"),  # printf '' | sha256sum
        ("...", "ab5df625bc76"),
        ("北京", "68c77e155132"),
        ("Дума", "55eb1eb8a8d9"),
    ],
)
def test_slug_of_a_name_without_ascii_letters_is_its_digest(name: str, digest: str) -> None:
    assert iris.slug(name) == "x" + digest


def test_slug_of_a_very_long_name_is_cut() -> None:
    assert iris.slug("word " * 100) == ("word-" * 24).rstrip("-")


@pytest.mark.parametrize(
    ("subject", "path"),
    [
        ("session:INTERPOL/82", "interpol/general-assembly/82"),
        ("session:Zebra Union/12", "zebra-union/session/12"),
        ("org:INTERPOL", "interpol"),
        ("org:International Criminal Police Organization", "interpol"),
        ("org:Zebra Union", "zebra-union"),
        ("body:INTERPOL/General Assembly", "interpol/general-assembly"),
        ("body:INTERPOL/Executive Committee", "interpol/executive-committee"),
        ("body:Zebra Union/Herd Council", "zebra-union/herd-council"),
        ("person:Mireille Ballestrazzi", "person/mireille-ballestrazzi"),
        ("instrument:INTERPOL Travel Document", "interpol/instrument/interpol-travel-document"),
        ("instrument:ITD", "interpol/instrument/interpol-travel-document"),
        ("agreement:INTERPOL+Belarus", "agreement/belarus+interpol"),
        ("agreement:Belarus+INTERPOL", "agreement/belarus+interpol"),
        ("event:first International Criminal Police Congress", "event/first-international-criminal-police-congress"),
        ("country:CO", "country/CO"),
        ("place:Cartagena de Indias", "place/cartagena-de-indias"),
        ("topic:illicit goods", "topic/illicit-goods"),
    ],
)
def test_flat_subject_has_the_iri_of_the_specification(subject: str, path: str) -> None:
    assert iris.expand(subject) == ID + path


@pytest.mark.parametrize(
    ("name", "owner", "path"),
    [
        ("Secretary General", "INTERPOL", "interpol/office/secretary-general"),
        ("secretary-general", "INTERPOL", "interpol/office/secretary-general"),
        ("Minister of National Defence", "CO", "country/CO/office/minister-of-national-defence"),
        ("Chair", "Zebra Union", "zebra-union/office/chair"),
    ],
)
def test_office_lies_below_its_organisation_or_country(name: str, owner: str, path: str) -> None:
    assert iris.office(name, owner) == ID + path


@pytest.mark.parametrize(
    "name",
    [
        "session:INTERPOL/82",
        "id:interpol/general-assembly/82",
        "https://w3id.org/govgraph/id/interpol/general-assembly/82",
        "<https://w3id.org/govgraph/id/interpol/general-assembly/82>",
        "  id:interpol/general-assembly/82 ",
    ],
)
def test_iri_curie_and_flat_subject_mean_the_same(name: str) -> None:
    assert iris.expand(name) == ID + "interpol/general-assembly/82"


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        ("gov:Session", "https://w3id.org/govgraph/ontology#Session"),
        ("org:Post", "http://www.w3.org/ns/org#Post"),
        ("org:INTERPOL", "https://w3id.org/govgraph/id/interpol"),
        ("org:ZZTO", "https://w3id.org/govgraph/id/zzto"),
        ("xsd:gYear", "http://www.w3.org/2001/XMLSchema#gYear"),
        ("wd:Q8475", "http://www.wikidata.org/entity/Q8475"),
        ("urn:isbn:1", "urn:isbn:1"),
    ],
)
def test_prefixes_are_known(curie: str, iri: str) -> None:
    assert iris.expand(curie) == iri


@pytest.mark.parametrize(
    "name", ["", "INTERPOL", "person:", "foo:bar", "https://example.org/a b", "id:x> } DROP ALL", 'gov:a"b', "<http://a|b>"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(GovgraphError):
        iris.expand(name)


@pytest.mark.parametrize("name", ["country:a b", "country:<x>", 'session:INTERPOL/1"2', "session:INTERPOL/1> <x"])
def test_hostile_flat_subject_is_refused_or_gives_a_valid_iri(name: str) -> None:
    try:
        iri = iris.expand(name)
    except GovgraphError:
        return
    assert is_valid_iri(iri)


def test_session_without_an_ordinal_is_refused() -> None:
    with pytest.raises(GovgraphError):
        iris.expand("session:INTERPOL")


def test_addresses_of_stretches_and_rows_are_those_of_the_rfcs() -> None:
    document = iris.document("0" * 64)
    assert document == "https://w3id.org/govgraph/document/" + "0" * 64
    assert iris.sentence(document, 1204, 1391) == document + "#char=1204,1391"
    assert iris.row(document, 17) == document + "#row=17"


def test_base_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_BASE", "https://example.org/kg")
    assert iris.expand("session:INTERPOL/82") == "https://example.org/kg/id/interpol/general-assembly/82"
    assert iris.expand("id:country/CO") == "https://example.org/kg/id/country/CO"
    assert iris.expand("gov:Session") == "https://w3id.org/govgraph/ontology#Session"
