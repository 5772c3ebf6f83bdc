"""The graph in the formats of others; whatever is written is sorted, so that it is the same to the byte in every run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.evidence import quad_order
from govgraph.resources import resource

RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "json-ld": ox.RdfFormat.JSON_LD,
}
ENDINGS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
    ".jsonld": "json-ld",
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".graphml": "graphml",
}
_DATASETS = {"trig", "nquads"}


def write_quads(quads: Iterable[ox.Quad], format_: str) -> bytes:
    """Quads in any order, in one of `RDF_FORMATS`; formats without named graphs get each triple once."""
    if format_ == "json-ld":
        return _json_ld(quads)
    if format_ not in _DATASETS:
        return write_triples((quad.triple for quad in quads), format_)
    return _serialized(sorted(quads, key=quad_order), format_)


def write_ordered(quads: Iterable[ox.Quad], format_: str) -> bytes:
    """Quads that come in their order: those of named graphs are written as they come, and need no memory of their own."""
    return _serialized(quads, format_) if format_ in _DATASETS else write_quads(quads, format_)


def write_triples(triples: Iterable[ox.Triple], format_: str) -> bytes:
    """Triples in one of `RDF_FORMATS`, each once."""
    if format_ == "json-ld":
        return _json_ld(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    ordered = sorted(set(triples), key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
    return _serialized(ordered, format_)


def _serialized(statements: Iterable[ox.Quad] | Iterable[ox.Triple], format_: str) -> bytes:
    written = ox.serialize(statements, format=RDF_FORMATS[format_], prefixes=iris.prefixes())
    assert written is not None
    return written


def _context() -> dict[str, Any]:
    content = json.loads(resource("ontology/context.jsonld").read_text(encoding="utf-8"))
    context = content["@context"]
    assert isinstance(context, dict)
    return context


def _json_ld(quads: Iterable[ox.Quad]) -> bytes:
    """JSON-LD 1.1, compacted with `ontology/context.jsonld`, which is written into it; named graphs are kept."""
    from pyld import jsonld

    compacted = jsonld.compact(_expanded(quads), {"@context": _context()}, {"graph": True})
    compacted["graph"] = sorted(compacted.get("graph", []), key=lambda one: str(one.get("id", "")))
    return _written(compacted)


def write_framed(quads: Iterable[ox.Quad]) -> bytes:
    """JSON-LD 1.1 framed by document: each with its sentences or rows, each of these with what was read from it."""
    from pyld import jsonld

    by_document: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "#"
        if "#" not in name:
            by_document.setdefault(name, []).append(ox.Quad(quad.subject, quad.predicate, quad.object))
    context = {
        **_context(),
        "sentences": {"@reverse": "gov:inDocument", "@container": "@set"},
        "readings": {"@reverse": "gov:inGraph", "@container": "@set"},
    }
    link = {"@embed": "@never"}
    reading = {"@embed": "@always", "inGraph": link, "restsOn": link}
    sentence = {"@embed": "@always", "inDocument": link, "wasQuotedFrom": link, "wasGeneratedBy": link, "readings": reading}
    frame = {"@context": context, "type": "Document", "sentences": sentence}
    documents: list[Any] = []
    for name in sorted(by_document):  # one by one: a frame takes more than its share of time on a larger graph
        framed = jsonld.frame(_expanded(by_document[name]), frame, {"omitGraph": False, "omitDefault": True})
        documents.extend(framed.get("graph", []))
    return _written({"@context": context, "graph": documents})


def _expanded(quads: Iterable[ox.Quad]) -> Any:
    from pyld import jsonld

    nquads = ox.serialize(sorted(quads, key=quad_order), format=ox.RdfFormat.N_QUADS)
    assert nquads is not None
    return jsonld.from_rdf(nquads.decode(), {"format": "application/n-quads", "useNativeTypes": False})


def _written(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
