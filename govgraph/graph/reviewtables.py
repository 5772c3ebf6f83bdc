"""The table of `govgraph review` with what people filled in: each row with a `decision` becomes a claim.

A table is CSV in UTF-8, with commas or, as spreadsheets of many countries write it, with semicolons. What cannot be a decision
is refused with its line, before anything is changed.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

from govgraph.documents.document import Span
from govgraph.errors import DefinitionError, DocumentError, UnknownThingError
from govgraph.graph import iris
from govgraph.graph.reviews import UNDO, VERDICTS, Decision
from govgraph.graph.statements import triples
from govgraph.reading.facts import Fact

TO_FILL = ("decision", "correction", "author", "date", "note")
"""The columns that people fill in."""
_NEEDED = ("decision", "correction", "author", "date", "subject", "property", "value", "document")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_FORMS = {"year": (re.compile(r"\d{4}\Z"), "a year like 2031"), "start": (_DAY, "a day like 2031-05-03")}
_FORMS["end"] = _FORMS["start"]
_KIND = re.compile(r"(?P<kind>session|org|body|person|instrument|agreement|event|place|country|topic):")


def read_decisions(file: Path) -> list[Decision]:
    """The rows of a review table that have a decision, in order.

    Raises:
        DocumentError: the file cannot be read, lacks a column, or a row is not understood; the message names the line.
    """
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{file}: cannot be read ({error}); save it as CSV in UTF-8") from None
    header = content.partition("\n")[0]
    mark = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=mark)
    found: list[Decision] = []
    line = 1
    try:
        missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
        if missing:
            raise DocumentError(
                f"{file}:1: has no column `{missing[0]}`; the columns are those of a table that `govgraph review -o` writes"
            )
        line = reader.line_num + 1  # where a row begins; a quotation in it may run over several lines
        for row in reader:
            cells = {name: _cell(value) for name, value in row.items() if name is not None}
            if cells["decision"]:
                if None in row.values() or None in row:
                    raise DocumentError(f"{file}:{line}: has more or fewer cells than line 1; is a quotation mark left open?")
                found.append(_decision(cells, f"{file}:{line}"))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DocumentError(f"{file}:{line}: cannot be read ({error}); is a quotation mark left open?") from None
    return found


def _cell(value: object) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    written = str(value or "").strip()
    return written[1:] if written[:1] == "'" and written[1:2] in ("=", "+", "-", "@") else written


def _decision(cells: dict[str, str], where: str) -> Decision:
    verdict, correction = cells["decision"].lower(), cells["correction"]
    if verdict not in (*VERDICTS, UNDO):
        raise DocumentError(f"{where}: `{cells['decision']}` is no decision; write {', '.join(VERDICTS)} or {UNDO}")
    if not cells["author"]:
        raise DocumentError(f"{where}: a decision needs an author; fill in the column `author`")
    if not _is_a_day(cells["date"]):
        raise DocumentError(f"{where}: `{cells['date']}` is no day; write it like 2026-05-03 in the column `date`")
    if verdict in ("correct", "merge") and not correction:
        raise DocumentError(f"{where}: `{verdict}` needs the column `correction`: what is right instead")
    if verdict == "merge":
        kind = cells["subject"].partition(":")[0]
        correction = correction if _KIND.match(correction) else f"{kind}:{correction}"
        if not correction.startswith(f"{kind}:"):
            raise DocumentError(f"{where}: {cells['subject']} is no {correction.partition(':')[0]}; merge it into a {kind}")
        if correction == cells["subject"]:
            raise DocumentError(f"{where}: {correction} is merged into itself; write the other name in the column `correction`")
    one = Decision(
        verdict,
        cells["subject"],
        cells["property"],
        cells["value"],
        cells["document"],
        correction,
        cells["author"],
        cells["date"],
        cells.get("note", ""),
        where,
    )
    try:
        if verdict == "correct":
            _state(*one.outcome)
        iris.flat(correction if verdict == "merge" else one.subject)
    except (UnknownThingError, DefinitionError) as error:
        raise DocumentError(f"{where}: {str(error).removeprefix('review: ')}") from None
    return one


def _state(subject: str, property_: str, value: str) -> None:
    """Tries whether a corrected fact can be stated.

    Raises:
        DefinitionError, UnknownThingError: it cannot.
    """
    form, like = _FORMS.get(property_, (None, ""))
    if form is not None and not form.match(value):
        raise DefinitionError(f"`{value}` is no {property_}; write {like}")
    if property_ in ("holds", "held", "elected", "plannedElection") and "|" not in value:
        raise DefinitionError(
            f"`{value}` is no office; write it like President|INTERPOL, or a whole subject | property | value"
        )
    triples(Fact(subject, property_, value, "stated", Span(0, 0), Span(0, 0), "review"), None)


def _is_a_day(written: str) -> bool:
    try:
        return bool(_DAY.match(written)) and bool(date.fromisoformat(written))
    except ValueError:
        return False
