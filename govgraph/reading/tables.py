"""Tables become facts: CSV with a mapping in W3C's "Metadata Vocabulary for Tabular Data" (CSVW).

A mapping lies beside its table as `NAME.csv-metadata.json`, or under that name in `loaders/tables/`. `aboutUrl` gives
the flat subject, a column's `propertyUrl` (`fact:city`) the flat property; a virtual column may compose its value of
others (`valueUrl`) and take along `gov:details`. The column that is `prov:hadPrimarySource` holds the address of a row's
source.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from govgraph.documents.document import Document, Span
from govgraph.errors import DefinitionError, DocumentError
from govgraph.reading.facts import Fact
from govgraph.resources import resource

_FACT = "fact:"
_SOURCE = "prov:hadPrimarySource"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z", re.IGNORECASE)
_ODD_LINE_END = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that was read: its line (the header is 1), where it stands in the text, and its source's address."""

    line: int
    span: Span
    source: str | None


@dataclass(frozen=True, slots=True)
class TableReading:
    """The facts of a table, and the rows that they come from."""

    facts: tuple[Fact, ...]
    rows: tuple[TableRow, ...]


def mapping_of(table: Path) -> Path | None:
    """The mapping of a table: beside it, else among those that ship with govgraph."""
    name = table.name + "-metadata.json"
    beside = table.with_name(name)
    if beside.exists():
        return beside
    shipped = resource("loaders/tables") / name
    return shipped if shipped.exists() else None


def read_table(path: Path, document: Document) -> TableReading:
    """The facts of a CSV file.

    Raises:
        DocumentError: no mapping, a missing column, or a cell not of its column's type; the message names the line.
        DefinitionError: the mapping is not well formed.
    """
    mapping = mapping_of(path)
    if mapping is None:
        raise DocumentError(f"{path}: has no mapping; write {path.name}-metadata.json (CSVW) beside it")
    subject, columns = _columns(mapping)
    odd = _ODD_LINE_END.search(path.read_bytes().decode("utf-8", "replace"))
    if odd:
        raise DocumentError(f"{path}: holds a page or line end (character {ord(odd[0]):#04x}) within a row; take it out")
    lines = _line_spans(document.text)
    header = _cells(document.text[lines[0].start : lines[0].end])
    facts: list[Fact] = []
    rows: list[TableRow] = []
    for line, cells in _rows(path, mapping):
        if line > len(lines):
            raise DocumentError(f"{path}:{line}: this row runs over several lines; write each row on one line")
        span = lines[line - 1]
        if len(_cells(document.text[span.start : span.end])) > len(header):
            raise DocumentError(
                f"{path}:{line}: has more cells than the header; put quotation marks around a cell with a comma"
            )
        source = next((cells[name] for name, column in columns.items() if column.get("propertyUrl") == _SOURCE), None)
        if source and not _ADDRESS.match(source):
            raise DocumentError(f"{path}:{line}: the source `{source}` is no address; write the page's https:// address")
        rows.append(TableRow(line, span, source))
        about = _filled(subject, cells)
        for name, column in columns.items():
            property_ = str(column.get("propertyUrl", ""))
            value = cells.get(name)
            if not property_.startswith(_FACT) or not value:
                continue
            details = {key: cells[key] or "" for key in column.get("gov:details", ()) if cells.get(key)}
            words = _cell_span(document.text, span, header.index(name), value) if name in header else span
            facts.append(
                Fact(
                    about,
                    property_[len(_FACT) :],
                    value,
                    "stated",
                    words,
                    span,
                    mapping.name.removesuffix("-metadata.json"),
                    (),
                    details,
                )
            )
    if not rows:
        raise DocumentError(f"{path}: holds no row; add one below the header, or remove the table")
    return TableReading(tuple(facts), tuple(rows))


def _filled(template: str, cells: Mapping[str, str | None]) -> str:
    """A template with its `{column}` fields replaced by the cells of a row."""
    return _FIELD.sub(lambda found: cells.get(found[1]) or "", template)


def _columns(mapping: Path) -> tuple[str, Mapping[str, Mapping[str, Any]]]:
    try:
        content = json.loads(mapping.read_text(encoding="utf-8"))
        schema = content["tableSchema"]
        return str(schema["aboutUrl"]), {str(column["name"]): column for column in schema["columns"]}
    except json.JSONDecodeError as error:
        raise DefinitionError(f"{mapping}:{error.lineno}: is no JSON ({error.msg})") from None
    except UnicodeDecodeError:
        raise DefinitionError(f"{mapping}:1: is no UTF-8; save it as UTF-8") from None
    except (KeyError, TypeError) as error:
        missing = error if isinstance(error, KeyError) else "a tableSchema"
        raise DefinitionError(f"{mapping}:1: lacks {missing}; see loaders/README.md for what a mapping holds") from None


def _rows(path: Path, mapping: Path) -> Iterator[tuple[int, dict[str, str | None]]]:
    import csvw

    try:
        table = csvw.Table.from_file(mapping)
        virtual = {column.name for column in table.tableSchema.columns if column.virtual}
        for _, line, cells in table.iterdicts(with_metadata=True, fname=path, strict=True):
            found = {str(name): _text(value, str(name) in virtual) for name, value in cells.items()}
            if any("\n" in (cell or "") for cell in found.values()):
                raise DocumentError(f"{path}:{line}: this row runs over several lines; write each row on one line")
            yield line, found
    except (ValueError, csv.Error) as error:
        raise DocumentError(_message(path, str(error), _columns(mapping)[1])) from None


def _text(value: object, composed: bool) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    address = getattr(value, "unsplit", None)
    text = address() if address else str(value)
    return (unquote(text) if composed else text).strip() or None


def _message(path: Path, problem: str, columns: Mapping[str, Mapping[str, Any]]) -> str:
    """What the CSVW reader found, with the line in front and the remedy behind."""
    if "missing required columns" in problem:
        names = ", ".join(sorted(re.findall(r"'(\w+)'", problem.partition("columns")[2])))
        return f"{path}:1: the column {names} is missing; the table needs {', '.join(columns)}"
    place = re.match(r".*?:(\d+):(\d+) (?:(\w+): )?(.*)", problem, re.DOTALL)
    if not place:
        return f"{path}:1: {problem}; mend the table"
    if "required column value is missing" in problem:
        return f"{path}:{place[1]}: the cell in `{place[3]}` is empty; each row needs one"
    wanted = _wanted(columns.get(place[3] or "", {}))
    return f"{path}:{place[1]}: the cell in `{place[3]}` should be {wanted} ({place[4]}); mend this cell"


def _wanted(column: Mapping[str, Any]) -> str:
    datatype = column.get("datatype", "string")
    base = datatype.get("base", "string") if isinstance(datatype, dict) else datatype
    words = {"integer": "a whole number", "date": "a date like 2013-10-24", "anyURI": "an address"}
    form = datatype.get("format") if isinstance(datatype, dict) and base == "string" else None
    return f"of the form {form}" if form else words.get(str(base), str(base))


def _line_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _cells(line: str) -> list[str]:
    return next(csv.reader([line]), [])


def _cell_span(text: str, row: Span, column: int, value: str) -> Span:
    """Where the words of a cell stand in its row; the whole row where they are not written as such."""
    at = row.start
    for number, cell in enumerate(_cells(text[row.start : row.end])):
        start = text.find(cell, at, row.end)
        if number == column:
            inside = text.find(value, start, row.end) if start >= 0 else -1
            return Span(inside, inside + len(value)) if inside >= 0 else row
        comma = text.find(",", start + len(cell), row.end)
        at = comma + 1 if comma >= 0 else row.end
    return row
