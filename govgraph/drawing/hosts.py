"""Who hosted which session, in order, with how firm each host is and the sentence that says so: what pictures of hosts show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.queries import find_query, run
from govgraph.drawing.pictures import Mark
from govgraph.drawing.words import counted, from_sources, ordinal, runs
from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import Sentence, sentences_of
from govgraph.knowing.proofs import prove

STATUSES = ("confirmed", "announced", "changed", "inferred", "conflicting")
_BODIES = """SELECT ?body (COUNT(DISTINCT ?session) AS ?sessions) {
  { SELECT DISTINCT ?session ?body { ?session a gov:Session ; gov:sessionOf ?body } }
} GROUP BY ?body"""
_HOST = ox.NamedNode(iris.PREFIXES["gov"] + "hostCountry")


@dataclass(frozen=True, slots=True)
class Hosting:
    """A session with one of its hosts; `year` is None and texts are empty where nothing is known.

    `status` is one of STATUSES; `words` is the sentence that says so, or one that it follows from, `document` its file,
    `source` the address of the original.
    """

    session: str
    ordinal: int
    year: int | None
    country: str
    code: str
    city: str
    status: str
    words: str
    document: str
    source: str
    issued: str = ""

    @property
    def lane(self) -> str:
        """The host: its country, or the city of which no source tells the country."""
        return self.country or f"{self.city} (no country told)"

    @property
    def place(self) -> str:
        """City and country, as far as they are known."""
        return ", ".join(part for part in (self.city, self.country) if part)

    @property
    def about(self) -> str:
        """What the mark of this host says."""
        return f"{ordinal(self.ordinal)} session, {self.place}, {self.year or 'year unknown'}, {self.status}"


@dataclass(frozen=True)
class Succession:
    """The hosts of one body: its IRI and name, the hostings in order, and the ordinals of which no host is known."""

    body: str
    name: str
    hostings: tuple[Hosting, ...]
    unknown: tuple[int, ...]

    @property
    def title(self) -> str:
        """What stands above a picture of it."""
        return f"Hosts of the {self.name}"

    @property
    def told(self) -> str:
        """What is shown, from how many sources, and what is missing."""
        years = [one.year for one in self.hostings if one.year is not None]
        told = f"{counted(len({one.ordinal for one in self.hostings}), 'session')} with a known host"
        told += f", {min(years)} to {max(years)}" if years else ""
        told += f", {from_sources(self.hostings)}."
        if self.unknown:
            told += f" Host unknown: {runs(self.unknown)}."
        return told

    @property
    def undated(self) -> str:
        """Which hosts have no place in a picture by years."""
        found = sorted({one.ordinal for one in self.hostings if one.year is None})
        return f" Without a year, and so not drawn: {runs(found)}." if found else ""

    def marks(self, abouts: Mapping[Hosting, str] | None = None) -> tuple[Mark, ...]:
        """The rows of a picture's table; what a mark says of itself can be given."""
        return tuple(
            Mark(
                one.about if abouts is None else abouts.get(one, ""),
                (ordinal(one.ordinal), str(one.year or "unknown"), one.place, one.status),
                one.status,
                one.words,
                one.document,
                one.source,
                one.year,
                _keys(one),
            )
            for one in self.hostings
        )


COLUMNS = ("Session", "Year", "Host", "Status")


def _keys(one: Hosting) -> tuple[str, ...]:
    found = [f"session {one.ordinal}", f"country {one.country}" if one.country else "", f"year {one.year}" if one.year else ""]
    return tuple(key for key in found if key)


def body_of(store: GraphStore, thing: str | None = None) -> str:
    """The body that a user means by a body, an organisation (its body with most sessions), or by nothing (that of all).

    Raises:
        UnknownThingError: there is no session of it in the graph.
    """
    solutions = store.query(_BODIES)
    assert isinstance(solutions, ox.QuerySolutions)
    sessions: dict[str, int] = {row["body"].value: int(row["sessions"].value) for row in solutions}
    wanted = iris.expand(thing) if thing else ""
    found = [body for body in sessions if not wanted or body == wanted or body.startswith(wanted + "/")]
    if not found:
        hint = "load documents first" if not sessions else "list what there is with `govgraph query gaps`"
        raise UnknownThingError(f"{thing or 'the graph'}: there is no session of it; {hint}")
    return min(found, key=lambda body: (-sessions[body], body))


def succession_of(store: GraphStore, body: str) -> Succession:
    """The hosts of a body, given by its IRI."""
    answer = run(store, find_query("host-succession"), {"body": body})
    assert isinstance(answer, ox.QuerySolutions)
    rows = [{name.value: _text(row[name.value]) for name in answer.variables} for row in answer]
    sessions, tellings = _sessions(store, body), _tellings(store, body)
    known = sentences_of(store, {one.graph for one in tellings})
    held: dict[int, set[str]] = {}
    for row in rows:
        if row["country"] and row["status"] != "changed":
            held.setdefault(int(row["ordinal"]), set()).add(row["code"])
    found, unknown = [], set()
    for row in rows:
        ordinal, code, city = int(row["ordinal"]), row["code"], row["city"]
        if not code and not city:
            unknown.add(ordinal)
            continue
        session = sessions[ordinal]
        told = [one for one in tellings if one.session == session and (one.code == code or not code)]
        sentence = _first(told, row["status"], known)
        status = row["status"] or ("confirmed" if sentence and "#row=" in sentence.graph else "announced")
        if sentence is None and code:
            status, sentence = "inferred", _premise(store, session, code)
        elif status != "changed" and len(held.get(ordinal, ())) > 1 and not _shared(tellings, session):
            status = "conflicting"
        said = sentence.telling if sentence else ("", "", "", "")
        year = int(row["year"]) if row["year"] else None
        found.append(Hosting(session, ordinal, year, row["country"], code, city, status, *said))
    return Succession(body, body_name(store, body), tuple(found), tuple(sorted(unknown)))


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _sessions(store: GraphStore, body: str) -> dict[int, str]:
    what = f"?session gov:sessionOf {ox.NamedNode(body)} ; gov:ordinal ?n"
    query = f"SELECT DISTINCT ?session ?n {{ {what} }} ORDER BY DESC(?session)"
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return {int(row["n"].value): row["session"].value for row in solutions}


def body_name(store: GraphStore, body: str) -> str:
    """What a body is called, with its organisation."""
    query = f"""SELECT ?name ?of {{
      {{ SELECT (MIN(STR(?label)) AS ?name) {{ {ox.NamedNode(body)} rdfs:label ?label }} }}
      {{ SELECT (MIN(STR(?label)) AS ?of) {{
        {{ SELECT DISTINCT ?owner {{ {ox.NamedNode(body)} gov:bodyOf ?owner }} }} ?owner rdfs:label ?label }} }} }}"""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    row = next(iter(solutions))
    name, owner = _text(row["name"]) or body.rpartition("/")[2], _text(row["of"])
    return name if not owner or owner in name else f"{owner} {name}"


def owner_of(store: GraphStore, body: str) -> str:
    """The organisation that a body is of; the body itself, where it stands alone."""
    solutions = store.query(f"SELECT ?of {{ {ox.NamedNode(body)} gov:bodyOf ?of }} ORDER BY ?of LIMIT 1")
    assert isinstance(solutions, ox.QuerySolutions)
    return next((_text(row["of"]) for row in solutions), body)


@dataclass(frozen=True, slots=True)
class _Telling:
    """That the sentence or row of `graph` tells a host of a session, by the country's code or without one; how firm it says."""

    session: str
    graph: str
    code: str
    status: str


def _tellings(store: GraphStore, body: str) -> list[_Telling]:
    query = f"""SELECT DISTINCT ?session ?g ?land ?state {{
      {{ SELECT DISTINCT ?session {{ ?session gov:sessionOf {ox.NamedNode(body)} }} }}
      GRAPH ?g {{
        ?session gov:hostCountry|gov:hostCity ?somewhere .
        OPTIONAL {{
          ?session gov:hostCountry ?land .
          OPTIONAL {{ ?d gov:forSession ?session ; gov:designates ?land ; gov:hostingStatus ?state }}
        }}
      }}
    }}"""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    found = {
        _Telling(_text(row["session"]), _text(row["g"]), _text(row["land"])[-2:], _text(row["state"]).rpartition("#")[2])
        for row in solutions
    }
    return sorted((one for one in found if "#" in one.graph), key=lambda one: (one.session, one.graph, one.code, one.status))


def _first(told: Iterable[_Telling], status: str, known: Mapping[str, Sentence]) -> Sentence | None:
    """The sentence to quote for a host: one that says it as firmly as is known, one of a text, the earliest."""
    planned = "announced" if status == "changed" else status

    def rank(one: _Telling) -> tuple[bool, bool, str, str]:
        return one.status != planned, "#row=" in one.graph, known[one.graph].issued or "9999", one.graph

    best = min(told, key=rank, default=None)
    return known[best.graph] if best else None


def _premise(store: GraphStore, session: str, code: str) -> Sentence | None:
    """A sentence from which a host follows that none tells."""
    triple = ox.Triple(ox.NamedNode(session), _HOST, ox.NamedNode(iris.country(code)))
    return next(
        (one for proof in prove(store, [triple]) for way in proof.ways for p in way.premises for one in p.sentences), None
    )


def _shared(tellings: Iterable[_Telling], session: str) -> bool:
    """Whether one sentence tells of two host countries."""
    lands: dict[str, set[str]] = {}
    for one in tellings:
        if one.session == session:
            lands.setdefault(one.graph, set()).add(one.code)
    return any(len(codes) > 1 for codes in lands.values())
