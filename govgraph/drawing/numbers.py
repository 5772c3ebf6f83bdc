"""Numbers that sources give over time: members, recognitions, those who came to sessions; and how exact each claims to be."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.drawing.moments import at
from govgraph.drawing.pictures import Mark
from govgraph.drawing.scope import cell, rows
from govgraph.drawing.words import ordinal
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import sentences_of
from govgraph.reading.gazetteer import country_names

COLUMNS = ("What", "When", "How many", "How exact")
ARRIVAL_COLUMNS = ("What", "When", "Number", "")


@dataclass(frozen=True, slots=True)
class Number:
    """A count at a date: `qualifier` is `exactly`, `approximately`, `nearly`, `moreThan` or `atLeast`."""

    what: str
    date: str
    value: int
    qualifier: str
    words: str
    document: str
    source: str
    issued: str = ""
    session: int = 0

    @property
    def about(self) -> str:
        """What its mark says."""
        return f"{WORDS[self.qualifier]}{self.value:,} {self.what}, {self.date}"

    def mark(self) -> Mark:
        """Its row in the picture's table."""
        keys = [f"session {self.session}"] if self.session else []
        keys += [f"year {self.date[:4]}"] if self.date else []
        cells = (self.what, self.date, f"{self.value:,}", WORDS[self.qualifier].strip() or "exactly")
        return Mark(self.about, cells, "confirmed", self.words, self.document, self.source, _year(self.date), tuple(keys))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A country that joined or recognised: `date` is that of the session where it did, `number` the one that a source gives."""

    country: str
    date: str
    number: int
    words: str
    document: str
    source: str
    issued: str = ""

    @property
    def about(self) -> str:
        """What its mark says."""
        return f"{self.country}, {self.date or 'date unknown'}" + (f", the {ordinal(self.number)}" if self.number else "")

    def mark(self) -> Mark:
        """Its row in the picture's table."""
        keys = (f"country {self.country}", *((f"year {self.date[:4]}",) if self.date else ()))
        number = ordinal(self.number) if self.number else ""
        cells = (self.country, self.date or "unknown", number, "")
        return Mark(self.about, cells, "confirmed", self.words, self.document, self.source, _year(self.date), keys)


WORDS = {"exactly": "", "approximately": "about ", "nearly": "nearly ", "moreThan": "more than ", "atLeast": "at least "}
KINDS = {
    "memberCountries": "members",
    "recognitionCount": "recognitions",
    "participantCount": "people",
    "countriesRepresentedCount": "countries",
}


def numbers_of(store: GraphStore, thing: str, kind: str) -> list[Number]:
    """The counts of one kind (local name, as `memberCountries`) of a thing given by its IRI, by date."""
    query = f"""SELECT DISTINCT ?value ?date ?sign ?g {{ GRAPH ?g {{
      ?count gov:countOf {ox.NamedNode(thing)} ; gov:counts gov:{kind} ; gov:value ?value .
      OPTIONAL {{ ?count gov:asOf ?date }} OPTIONAL {{ ?count gov:qualifier ?sign }} }} }}"""
    return _numbers(store, query, KINDS[kind])


def attendance_of(store: GraphStore, body: str) -> list[Number]:
    """How many people and countries came to each session of a body, by year."""
    found = []
    for kind in ("participantCount", "countriesRepresentedCount"):
        query = f"""SELECT DISTINCT ?value ?date ?sign ?g ?ordinal {{
          {{ SELECT ?session (MAX(STR(?when)) AS ?date) (MIN(?n) AS ?ordinal) {{
            {{ SELECT DISTINCT ?session {{ ?session gov:sessionOf {ox.NamedNode(body)} }} }}
            ?session gov:ordinal ?n . OPTIONAL {{ ?session gov:start|gov:year ?when }} }} GROUP BY ?session }}
          GRAPH ?g {{ ?count gov:countOf ?session ; gov:counts gov:{kind} ; gov:value ?value .
            OPTIONAL {{ ?count gov:qualifier ?sign }} }} }}"""
        found += _numbers(store, query, KINDS[kind])
    return found


def arrivals_of(store: GraphStore, thing: str) -> list[Arrival]:
    """The countries that a source says to have joined an organisation, or to have recognised an instrument, by date."""
    query = f"""SELECT DISTINCT ?land ?number ?date ?g {{
      GRAPH ?g {{
        {{ ?event gov:admittedTo {ox.NamedNode(thing)} ; gov:admits ?land }}
        UNION {{ ?event gov:recognizes {ox.NamedNode(thing)} ; gov:recognizedBy ?land }}
        OPTIONAL {{ ?event gov:recognitionOrdinal ?number }}
        OPTIONAL {{ ?event gov:atSession ?session }} }}
      OPTIONAL {{ SELECT ?session (MAX(STR(?when)) AS ?date) {{
        {{ SELECT DISTINCT ?session {{ ?any gov:atSession ?session }} }}
        ?session gov:start|gov:year ?when }} GROUP BY ?session }} }}"""
    solutions = [row for row in rows(store, query) if "#" in cell(row, "g")]
    known = sentences_of(store, {cell(row, "g") for row in solutions})
    best: dict[tuple[str, str, str], Arrival] = {}
    for row in solutions:
        said = known[cell(row, "g")]
        date = cell(row, "date") or said.issued
        code = cell(row, "land")[-2:]
        one = Arrival(country_names().get(code, code), date, int(cell(row, "number") or 0), *said.telling)
        key = (one.country, one.document, one.words)
        best[key] = max(best.get(key, one), one, key=lambda each: each.number)
    return sorted(best.values(), key=lambda one: (one.date or "9999", one.number, one.country, one.document, one.words))


def bounds(numbers: list[Number]) -> list[tuple[float, int, int]]:
    """At each date from the first count to the last, the lowest and the highest number that there can have been.

    Such numbers grow, so each lies between what was told before and what is told after. "About 64" bounds nothing, "nearly 64"
    bounds from above, "more than 64" and "at least 64" from below. Where sources contradict each other there is no bound.
    """
    dated = sorted((moment, one) for one in numbers if (moment := at(one.date)) is not None)
    found = []
    for moment, _ in dated:
        below = [one.value for when, one in dated if when <= moment and one.qualifier in ("exactly", "moreThan", "atLeast")]
        above = [one.value for when, one in dated if when >= moment and one.qualifier in ("exactly", "nearly")]
        if below and above and max(below) <= min(above):
            found.append((moment, max(below), min(above)))
    return found


def _numbers(store: GraphStore, query: str, what: str) -> list[Number]:
    solutions = [row for row in rows(store, query) if "#" in cell(row, "g")]
    known = sentences_of(store, {cell(row, "g") for row in solutions})
    found = set()
    for row in solutions:
        qualifier = cell(row, "sign").rpartition("#")[2] or "exactly"
        session = int(cell(row, "ordinal") or 0) if "?ordinal" in query else 0
        telling = known[cell(row, "g")].telling
        found.add(Number(what, cell(row, "date"), int(cell(row, "value")), qualifier, *telling, session))
    return sorted(found, key=lambda one: (one.date or "9999", one.value, one.qualifier, one.document, one.words))


def _year(date: str) -> int | None:
    return int(date[:4]) if date[:4].isdigit() else None
