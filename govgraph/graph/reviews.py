"""Decisions of people about readings: read from a table, kept in the graph as claims, and stronger than what was read.

The table is the one that `govgraph review` writes; a row counts where its `decision` is filled in. `accept` says that a fact is
right, `reject` that it is not, `correct` gives another value (or a whole `subject | property | value`), `merge` another
subject for all facts about this one, in every document. Of two decisions on one fact, the later counts.
"""

from __future__ import annotations

import builtins
import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from govgraph.errors import DocumentError, UnknownThingError
from govgraph.graph import iris
from govgraph.graph.terms import TYPE, gov, moment, node, text
from govgraph.reading.facts import Fact

VERDICTS = ("accept", "reject", "correct", "merge")
UNDO = "undo"
RULE = "review"
"""What a corrected fact has in place of a pattern."""
_NEEDED = ("decision", "correction", "author", "date", "subject", "property", "value", "document")
_DATE = iris.PREFIXES["dcterms"] + "date"
_FACT = re.compile(r"(?P<subject>[a-z]+:.+?)\s*\|\s*(?P<property>[A-Za-z]+)\s*\|\s*(?P<value>.+)\Z")


@dataclass(frozen=True, slots=True)
class Decision:
    """A claim of `author` on `day` (ISO date) about a flat fact in a document, or with `merge` about a subject anywhere."""

    verdict: str
    subject: str
    property: str
    value: str
    document: str
    correction: str
    author: str
    day: str
    note: str = ""

    @builtins.property
    def key(self) -> tuple[str, ...]:
        """What it decides on; of two decisions with one key, the later counts."""
        return (self.subject,) if self.verdict == "merge" else (self.subject, self.property, self.value, self.document)

    @builtins.property
    def iri(self) -> str:
        """Made from what it decides on."""
        return f"{iris.base()}decision/{hashlib.sha256(chr(31).join(self.key).encode()).hexdigest()[:12]}"


def decisions_graph() -> str:
    """The IRI of the graph that holds all decisions."""
    return f"{iris.base()}graph/decisions"


def read_decisions(file: Path) -> list[Decision]:
    """The rows of a review table that have a decision, in order.

    Raises:
        DocumentError: the file cannot be read, lacks a column, or a row is not understood; the message names the line.
    """
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{file}: cannot be read ({error}); save it as CSV in UTF-8") from None
    reader = csv.DictReader(io.StringIO(content, newline=""))
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise DocumentError(f"{file}:1: has no column `{missing[0]}`; write a table with `govgraph review -o {file.name}`")
    found = []
    line = reader.line_num + 1  # where a row begins; a quotation in it may run over several lines
    for row in reader:
        cells = {name: _cell(value) for name, value in row.items() if name is not None}
        if cells["decision"]:
            found.append(_decision(cells, f"{file}:{line}"))
        line = reader.line_num + 1
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
    try:
        date.fromisoformat(cells["date"])
    except ValueError:
        raise DocumentError(f"{where}: `{cells['date']}` is no day; write it like 2026-05-03 in the column `date`") from None
    if verdict in ("correct", "merge") and not correction:
        raise DocumentError(f"{where}: `{verdict}` needs the column `correction`: what is right instead")
    kind = cells["subject"].partition(":")[0]
    if verdict == "merge":
        correction = correction if correction.startswith(f"{kind}:") else f"{kind}:{correction}"
    found = _FACT.match(correction)
    try:
        iris.flat(correction if verdict == "merge" else found["subject"] if found else cells["subject"])
    except UnknownThingError as error:
        raise DocumentError(f"{where}: {error}") from None
    return Decision(
        verdict,
        cells["subject"],
        cells["property"],
        cells["value"],
        cells["document"],
        correction,
        cells["author"],
        cells["date"],
        cells.get("note", ""),
    )


def newest(decisions: Iterable[Decision]) -> dict[tuple[str, ...], Decision]:
    """By what they decide on, the decisions that count; an `undo` takes the one before it away."""
    found: dict[tuple[str, ...], Decision] = {}
    for one in sorted(decisions, key=lambda decision: decision.day):
        if one.verdict == UNDO:
            found.pop(one.key, None)
            found.pop((one.subject,), None)
        else:
            found[one.key] = one
    return found


def decided(facts: Sequence[Fact], document: str, decisions: dict[tuple[str, ...], Decision]) -> list[Fact]:
    """The facts of a document (given by its file's name) as people decided; the others as they were read."""
    found: list[Fact] = []
    for fact in facts:
        read = fact.key
        merged = decisions.get((fact.subject,))
        if merged:
            fact = replace(fact, subject=merged.correction, rule=RULE, details={**fact.details, "decision": merged.iri})
        # People see a merged fact under its new subject, and decide on that.
        one = decisions.get((*fact.key, document)) or decisions.get((*read, document))
        if one and one.verdict == "reject":
            continue
        if one and one.verdict == "correct":
            fact = _corrected(fact, one)
        elif one:
            fact = replace(fact, details={**fact.details, "decision": one.iri})
        found.append(fact)
    return found


def _corrected(fact: Fact, one: Decision) -> Fact:
    whole = _FACT.match(one.correction)
    subject, property_, value = whole.groups() if whole else (fact.subject, fact.property, one.correction)
    details = {**fact.details, "decision": one.iri}
    return replace(fact, subject=subject, property=property_, value=value, rule=RULE, details=details)


def decision_quads(decisions: Iterable[Decision]) -> Iterator[ox.Quad]:
    """The decisions as claims in their graph."""
    graph = node(decisions_graph())
    for one in decisions:
        subject = node(one.iri)
        said = {
            "verdict": one.verdict,
            "onSubject": one.subject,
            "onProperty": one.property,
            "onValue": one.value,
            "onDocument": one.document,
            "correction": one.correction,
            "reviewer": one.author,
            "reviewNote": one.note,
        }
        yield ox.Quad(subject, TYPE, gov("ReviewDecision"), graph)
        yield ox.Quad(subject, node(_DATE), moment(one.day), graph)
        for name, value in said.items():
            if value:
                yield ox.Quad(subject, gov(name), text(value), graph)


def decisions_in(store: ox.Store) -> list[Decision]:
    """The decisions that a store holds, sorted by IRI."""
    graph = node(decisions_graph())
    cells: dict[str, dict[str, str]] = {}
    for quad in store.quads_for_pattern(None, None, None, graph):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.Literal | ox.NamedNode)
        name = quad.predicate.value.rpartition("#")[2] if "#" in quad.predicate.value else "date"
        cells.setdefault(quad.subject.value, {})[name] = quad.object.value
    return [
        Decision(
            one["verdict"],
            one["onSubject"],
            one.get("onProperty", ""),
            one.get("onValue", ""),
            one.get("onDocument", ""),
            one.get("correction", ""),
            one["reviewer"],
            one["date"],
            one.get("reviewNote", ""),
        )
        for _, one in sorted(cells.items())
    ]
