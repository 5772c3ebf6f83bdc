"""Guards tables: the facts of their rows, where they stand, and which line a message names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govgraph.documents.formats import read_document
from govgraph.errors import DefinitionError, DocumentError
from govgraph.reading.tables import TableReading, mapping_of, read_table

SESSIONS = "organisation,ordinal,year,start,end,city,country,source\n"
GOOD = "INTERPOL,82,2013,2013-10-21,2013-10-24,Cartagena de Indias,CO,https://example.org/82\n"
HOLDERS = "organisation,office,person,from,to,source\n"


def table(folder: Path, text: str, name: str = "sessions.csv") -> tuple[TableReading, str]:
    """What is read from a table, and its text."""
    file = folder / name
    file.write_bytes(text.encode())
    document = read_document(file)
    return read_table(file, document), document.text


def keys(reading: TableReading) -> list[str]:
    return [" | ".join(fact.key) for fact in reading.facts]


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_row_gives_a_fact_a_column(tmp_path: Path, end: str, mark: str) -> None:
    reading, _ = table(tmp_path, mark + (SESSIONS + GOOD).replace("\n", end))
    assert keys(reading) == [
        "session:INTERPOL/82 | year | 2013",
        "session:INTERPOL/82 | start | 2013-10-21",
        "session:INTERPOL/82 | end | 2013-10-24",
        "session:INTERPOL/82 | city | Cartagena de Indias",
        "session:INTERPOL/82 | country | CO",
    ]
    assert {(fact.status, fact.rule) for fact in reading.facts} == {("stated", "sessions.csv")}


def test_a_fact_quotes_its_cell_and_stands_in_its_row(tmp_path: Path) -> None:
    reading, text = table(tmp_path, SESSIONS + GOOD)
    for fact in reading.facts:
        assert text[fact.words.start : fact.words.end] == fact.value
        assert text[fact.sentence.start : fact.sentence.end] == GOOD.rstrip("\n")


def test_a_row_keeps_its_line_and_its_source(tmp_path: Path) -> None:
    reading, text = table(tmp_path, SESSIONS + GOOD + GOOD.replace("82", "83"))
    assert [(row.line, row.source) for row in reading.rows] == [
        (2, "https://example.org/82"),
        (3, "https://example.org/83"),
    ]
    assert text[reading.rows[1].span.start : reading.rows[1].span.end].startswith("INTERPOL,83,")


def test_a_blank_cell_gives_no_fact(tmp_path: Path) -> None:
    reading, _ = table(tmp_path, SESSIONS + "INTERPOL,2,1924,,,Berlin,,https://example.org/2\n")
    assert keys(reading) == ["session:INTERPOL/2 | year | 1924", "session:INTERPOL/2 | city | Berlin"]


def test_a_quoted_cell_may_hold_commas_and_marks(tmp_path: Path) -> None:
    reading, _ = table(tmp_path, SESSIONS + 'INTERPOL,2,,,,"Bonn, ""on"" Rhine",,https://example.org/2\n')
    assert keys(reading) == ['session:INTERPOL/2 | city | Bonn, "on" Rhine']


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    reading, _ = table(tmp_path, "source,year,ordinal,organisation\nhttps://example.org/2,1924,2,INTERPOL\n")
    assert keys(reading) == ["session:INTERPOL/2 | year | 1924"]


def test_a_missing_column_is_named_and_the_needed_ones_listed(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"sessions\.csv:1: the column source is missing; the table needs organisation"):
        table(tmp_path, "organisation,ordinal,year\nINTERPOL,82,2013\n")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("INTERPOL,83,soon,,,Monaco,MC,https://example.org/83", "year"),
        ("INTERPOL,83,2014,2014-13-01,,Monaco,MC,https://example.org/83", "start"),
        ("INTERPOL,83,2014,,2014-02-30,Monaco,MC,https://example.org/83", "end"),
        ("INTERPOL,83,2014,,,Monaco,Monaco,https://example.org/83", "country"),
        ("INTERPOL,1000,2014,,,Monaco,MC,https://example.org/83", "ordinal"),
        ("INTERPOL,0,2014,,,Monaco,MC,https://example.org/83", "ordinal"),
        ("INTERPOL,,2014,,,Monaco,MC,https://example.org/83", "ordinal"),
        (",83,2014,,,Monaco,MC,https://example.org/83", "organisation"),
        ("INTERPOL,83,2014,,,Monaco,MC,", "source"),
    ],
)
def test_a_bad_cell_is_named_with_its_line_and_column(tmp_path: Path, row: str, column: str) -> None:
    with pytest.raises(DocumentError, match=rf"sessions\.csv:3: .*`{column}`"):
        table(tmp_path, SESSIONS + GOOD + row + "\n")


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"sessions\.csv: holds no row; add one below the header"):
        table(tmp_path, SESSIONS)


def test_a_table_without_a_mapping_is_refused(tmp_path: Path) -> None:
    assert mapping_of(tmp_path / "other.csv") is None
    with pytest.raises(DocumentError, match=r"other\.csv: has no mapping; write other\.csv-metadata\.json \(CSVW\) beside"):
        table(tmp_path, "a,b\n1,2\n", "other.csv")


def test_a_mapping_beside_the_table_wins_over_the_shipped_one(tmp_path: Path) -> None:
    mapping = tmp_path / "sessions.csv-metadata.json"
    columns = [{"name": "n", "titles": "n"}, {"name": "town", "titles": "town", "propertyUrl": "fact:city"}]
    mapping.write_text(
        json.dumps(
            {
                "@context": "http://www.w3.org/ns/csvw",
                "url": "sessions.csv",
                "tableSchema": {"aboutUrl": "session:X/{n}", "columns": columns},
            }
        )
    )
    assert mapping_of(tmp_path / "sessions.csv") == mapping
    reading, _ = table(tmp_path, "n,town\n7,Bonn\n")
    assert keys(reading) == ["session:X/7 | city | Bonn"]
    assert reading.rows[0].source is None


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ('{"tableSchema":\n{bad}}', r"own\.csv-metadata\.json:2: is no JSON"),
        ("{}", r"own\.csv-metadata\.json:1: lacks 'tableSchema'"),
        ('{"tableSchema": {"columns": []}}', r"own\.csv-metadata\.json:1: lacks 'aboutUrl'"),
        ('{"tableSchema": {"aboutUrl": "x:{a}", "columns": [{}]}}', r"own\.csv-metadata\.json:1: lacks 'name'"),
    ],
)
def test_a_bad_mapping_is_refused(tmp_path: Path, mapping: str, problem: str) -> None:
    (tmp_path / "own.csv-metadata.json").write_text(mapping)
    with pytest.raises(DefinitionError, match=problem):
        table(tmp_path, "a\n1\n", "own.csv")


@pytest.mark.parametrize(
    ("cells", "details"),
    [
        ("1923-09-07,1932", {"from": "1923-09-07", "to": "1932"}),
        ("1923-09,", {"from": "1923-09"}),
        (",1932", {"to": "1932"}),
        (",", {}),
    ],
)
def test_a_tenure_keeps_from_and_to_as_details(tmp_path: Path, cells: str, details: dict[str, str]) -> None:
    reading, text = table(
        tmp_path, f"{HOLDERS}ICPC,Vice-President,Søren 50% Schober,{cells},https://example.org/p\n", "holders.csv"
    )
    (fact,) = reading.facts
    assert fact.key == ("person:Søren 50% Schober", "tenure", "Vice-President|ICPC")
    assert fact.details == details
    assert text[fact.words.start : fact.words.end].startswith("ICPC,Vice-President,")


@pytest.mark.parametrize("cell", ["1923-13", "1923-00", "1923-01-32", "23", "September 1923"])
def test_a_tenure_runs_from_a_date(tmp_path: Path, cell: str) -> None:
    with pytest.raises(DocumentError, match=r"holders\.csv:2: .*`from`"):
        table(tmp_path, f"{HOLDERS}ICPC,President,Anna Keller,{cell},,https://example.org/p\n", "holders.csv")


@pytest.mark.parametrize(
    ("row", "property_", "cell"),
    [
        ("INTERPOL,66,1997,,,New Delhi,IN,https://example.org/66", "country", ",IN,"),
        ("UNWTO,5,1983,,,Lomé,TO,https://example.org/5", "country", ",TO,"),
    ],
)
def test_a_fact_quotes_its_own_cell(tmp_path: Path, row: str, property_: str, cell: str) -> None:
    reading, text = table(tmp_path, f"{SESSIONS}{row}\n")
    (fact,) = (fact for fact in reading.facts if fact.property == property_)
    assert fact.words.start == text.index(cell) + 1


def test_a_row_over_several_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"this row runs over several lines; write each row on one line"):
        table(tmp_path, f'{SESSIONS}INTERPOL,2,1924,,,"Ber\nlin",,https://example.org/2\n')


def test_a_cell_is_kept_as_it_stands(tmp_path: Path) -> None:
    reading, _ = table(tmp_path, f"{SESSIONS}INTERPOL,2,,,,Hall 7%20B,,https://example.org/2\n")
    assert keys(reading) == ["session:INTERPOL/2 | city | Hall 7%20B"]
