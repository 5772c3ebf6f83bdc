"""Whatever a text holds: no crash, quotes exact, valid RDF, and nothing of it becomes a command."""

from __future__ import annotations

import io

import pyoxigraph as ox
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govgraph.errors import DocumentError
from govgraph.graph.loading import read_text
from govgraph.graph.store import GraphStore
from govgraph.knowing.checkreports import as_markdown, as_turtle
from govgraph.knowing.checks import check_graph
from govgraph.knowing.inference import bring_up_to_date

PIECES = [
    "The 82nd INTERPOL General Assembly met in Oslo, Norway, in 2013. ",
    "INTERPOL President ",
    "Mona Lind",
    " of Norway",
    "<urn:x> . } ; DROP ALL # ",
    '"""\\" ',
    "=cmd|' /C calc'!A0 ",
    "\u202e\u200b\u00ad",
    "\ud7ff\U0001f600",
    "((((((",
    "]]>&lt;script>alert(1)</script>",
    "The 898th session of the UNWTO General Assembly will be held in ",
    "`|*_[x](javascript:alert(1))",
    "\r\n\r\n",
    ", ",
    "said: “",
    "”. ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=14).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_a_text_gives_valid_rdf_and_exact_quotes_or_a_clear_error(text: str) -> None:
    try:
        source = read_text(text.encode("utf-8"), "text.txt")
    except DocumentError as error:
        told = str(error)
        source = None
    if source is None:
        assert told.startswith("text.txt:")
        return
    for fact in source.facts:
        assert source.document.text[fact.words.start : fact.words.end].strip()
    store = GraphStore(ox.Store())
    store.load(source)
    bring_up_to_date(store)
    written = ox.serialize(sorted(store.quads(), key=str), format=ox.RdfFormat.N_QUADS)
    assert written is not None
    assert set(ox.parse(written, format=ox.RdfFormat.N_QUADS)) == set(store.quads())
    rdflib.Dataset().parse(data=written, format="nquads")
    findings = check_graph(store)
    list(ox.parse(io.BytesIO(as_turtle(findings)), format=ox.RdfFormat.TURTLE))
    assert "<script" not in as_markdown(findings)
    store.remove("text.txt")
    bring_up_to_date(store)
    assert not [
        quad for quad in store.quads() if "/document/" in str(quad.graph_name) or "/derivation/" in str(quad.graph_name)
    ]
