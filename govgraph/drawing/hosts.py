"""Who hosted which session, in order, with how firm each host is and the sentence that says so: what pictures of hosts show."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from govgraph.asking.queries import find_query, run
from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import sentences_behind
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


@dataclass(frozen=True)
class Succession:
    """The hosts of one body: its IRI and name, the hostings in order, and the ordinals of which no host is known."""

    body: str
    name: str
    hostings: tuple[Hosting, ...]
    unknown: tuple[int, ...]


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
    sessions = _sessions(store, body)
    hosts: dict[int, set[str]] = {}
    for row in rows:
        if row["country"] and row["status"] != "changed":
            hosts.setdefault(int(row["ordinal"]), set()).add(row["code"])
    found, unknown = [], set()
    for row in rows:
        ordinal = int(row["ordinal"])
        if not row["country"] and not row["city"]:
            unknown.add(ordinal)
            continue
        session = sessions[ordinal]
        words, document, source, said = _evidence(store, session, row["code"])
        # What no sentence calls planned or held is as firm as its source: a row of a table of sessions, or a mention.
        status = row["status"] or ("confirmed" if document.endswith(".csv") else "announced")
        if not said and row["code"]:
            status = "inferred"
        elif len(hosts.get(ordinal, ())) > 1 and not _shared(store, session):
            status = "conflicting" if status != "changed" else status
        year = int(row["year"]) if row["year"] else None
        found.append(Hosting(session, ordinal, year, row["country"], row["code"], row["city"], status, words, document, source))
    return Succession(body, _name(store, body), tuple(found), tuple(sorted(unknown)))


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _sessions(store: GraphStore, body: str) -> dict[int, str]:
    what = f"?session gov:sessionOf {ox.NamedNode(body)} ; gov:ordinal ?n"
    query = f"SELECT DISTINCT ?session ?n {{ {what} }} ORDER BY DESC(?session)"
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return {int(row["n"].value): row["session"].value for row in solutions}


def _name(store: GraphStore, body: str) -> str:
    query = f"""SELECT (MIN(STR(?label)) AS ?name) (MIN(STR(?owner)) AS ?of) {{ {ox.NamedNode(body)} rdfs:label ?label
      OPTIONAL {{ {ox.NamedNode(body)} gov:bodyOf/rdfs:label ?owner }} }}"""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    row = next(iter(solutions))
    name, owner = _text(row["name"]) or body.rpartition("/")[2], _text(row["of"])
    return name if not owner or owner in name else f"{owner} {name}"


def _evidence(store: GraphStore, session: str, code: str) -> tuple[str, str, str, bool]:
    """The words, the document and its source for a host; and whether a sentence says so, or it only follows."""
    if not code:
        behind = sentences_behind(store, session, iris.PREFIXES["gov"] + "hostCity")
    else:
        behind = sentences_behind(store, session, _HOST.value, iris.country(code))
    said = bool(behind)
    if not behind and code:
        triple = ox.Triple(ox.NamedNode(session), _HOST, ox.NamedNode(iris.country(code)))
        behind = [one for proof in prove(store, [triple]) for way in proof.ways for p in way.premises for one in p.sentences]
    if not behind:
        return "", "", "", said
    first = min(behind, key=lambda one: ("#row=" in one.graph, one.issued or "9999", one.graph))
    return " ".join(first.exact.split()), first.file, first.source, said


def _shared(store: GraphStore, session: str) -> bool:
    """Whether one sentence names two hosts."""
    query = f"""ASK {{ GRAPH ?told {{ {ox.NamedNode(session)} gov:hostCountry ?one, ?two }} FILTER(?one != ?two) }}"""
    return bool(store.query(query))
