"""Profiles of organisations: one Turtle file adds one, and a mistake in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.errors import DefinitionError
from govgraph.reading.profiles import read_profile
from tests.commands.cli import process

PROFILE = """@base <https://w3id.org/govgraph/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<id/polu> a gov:Organization ;
    rdfs:label "Pan-Oceanic Lantern Union"@en ;
    gov:shortName "POLU" ;
    gov:acronym "POLU" ;
    gov:mainBody <id/polu/congress> .

<id/polu/congress> a gov:Body ;
    rdfs:label "Lantern Congress"@en ;
    gov:bodyOf <id/polu> ;
    gov:sessionTerm "congress" .

<id/polu/office/keeper-of-the-flame> a gov:Office ;
    rdfs:label "Keeper of the Flame"@en ;
    gov:officeOf <id/polu> .
"""
TEXT = "The 12th Lantern Congress met in Oslo, Norway, in 2031. POLU's Keeper of the Flame, Peter Vane, spoke.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "polu.ttl").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("GOVGRAPH_PROFILES", str(tmp_path / "profiles"))
    return tmp_path


def test_a_profile_of_the_user_s_folder_adds_an_organisation_with_its_offices(folder: Path) -> None:
    rows = process("extract", "--format", "csv", folder / "a.txt").stdout.splitlines()[1:]
    facts = {tuple(row.split(",")[:3]) for row in rows}
    assert ("session:POLU/12", "city", "Oslo") in facts
    assert ("person:Peter Vane", "holds", "Keeper of the Flame|POLU") in facts
    assert process("load", "--store", folder / "db", folder / "a.txt").returncode == 0
    export = process("export", "--store", folder / "db", "--format", "nquads").stdout
    assert "<https://w3id.org/govgraph/graph/profile/polu>" in export


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("gov:acronym", "gov:acronim", "gov:acronim is nothing that a profile says; write gov:acronym"),
        ("a gov:Organization", "a gov:Organisation", "write gov:Organization"),
        ('gov:shortName "POLU"', 'gov:shortName "PO|LU"', "cannot be a gov:shortName"),
        ("gov:bodyOf <id/polu>", "gov:bodyOf [ ]", "names each thing by an IRI"),
        ("a gov:Body ;", "a gov:Body", "is no Turtle"),
        ('rdfs:label "Lantern Congress"@en ;', "", "has no rdfs:label"),
    ],
)
def test_a_mistake_in_a_profile_names_its_file(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in PROFILE
    file = tmp_path / "polu.ttl"
    file.write_text(PROFILE.replace(old, new), encoding="utf-8")
    with pytest.raises(DefinitionError) as raised:
        read_profile(file)
    assert "polu.ttl" in str(raised.value)
    assert complaint in str(raised.value)


def test_two_profiles_of_one_short_name_are_refused(folder: Path) -> None:
    changed = PROFILE.replace('gov:shortName "POLU"', 'gov:shortName "INTERPOL"')
    (folder / "profiles" / "polu.ttl").write_text(changed, encoding="utf-8")
    result = process("extract", folder / "a.txt")
    assert result.returncode == 2
    assert "polu.ttl: has the gov:shortName `INTERPOL` of" in result.stderr


def test_a_folder_without_profiles_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_PROFILES", str(folder / "nowhere"))
    result = process("extract", folder / "a.txt")
    assert result.returncode == 2
    assert "holds no profile" in result.stderr
