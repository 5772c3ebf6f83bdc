"""Whatever stands in names and values, a fact becomes valid quads that survive writing and reading."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.documents.document import Document, Metadata, Span
from govgraph.graph.evidence import Source
from govgraph.graph.exports import write_quads
from govgraph.reading.facts import Fact

from .kit import has_blank_node, iris_of, is_valid_iri

HOSTILE = "\"'<>{}|\\^`%#?&/ \t\n\r\x00\x01\x1f\x7f\x85\u200f\u202e\u2066\ufeff\ufffe\uffff\U0001f600éДÅ@[]()=+-;:,."
NAMES = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(codec="utf-8")), min_size=1, max_size=20)
FACTS = st.one_of(
    st.tuples(NAMES.map("person:{}".format), st.just("holds"), st.tuples(NAMES, NAMES).map("|".join)),
    st.tuples(NAMES.map("person:{}".format), st.just("said"), NAMES),
    st.tuples(NAMES.map("event:{}".format), st.just("city"), NAMES),
    st.tuples(NAMES.map("event:{}".format), st.just("country"), st.sampled_from(["CO", "MC", "GB"])),
    st.tuples(st.tuples(NAMES, NAMES).map("body:{0[0]}/{0[1]}".format), st.just("role"), NAMES),
    st.tuples(NAMES.map("instrument:{}".format), st.just("recognitionCount"), st.just("64")),
    st.tuples(st.tuples(NAMES, NAMES).map("agreement:{0[0]}+{0[1]}".format), st.just("type"), NAMES),
    st.tuples(NAMES.map("session:{}/7".format), st.sampled_from(["adopted", "topic", "city", "year"]), NAMES),
    st.tuples(NAMES.map("org:{}".format), st.just("admitted"), st.sampled_from(["CO", "MC"])),
)


def source_of(subject: str, property_: str, value: str) -> Source:
    """A document of one sentence, which is the fact's value."""
    whole = Span(0, len(value))
    document = Document(f"{value}.txt", value, whole, "0" * 64, Metadata(title=value, publisher=value))
    return Source(document, [Fact(subject, property_, value, "stated", whole, whole, "a-rule")], "communiques")


@settings(max_examples=300, deadline=None)
@given(FACTS)
def test_hostile_names_give_valid_quads_that_survive_nquads(fact: tuple[str, str, str]) -> None:
    written = source_of(*fact).quads
    assert [quad for quad in written if has_blank_node(quad)] == []
    assert [iri for quad in written for iri in iris_of(quad) if not is_valid_iri(iri)] == []
    back = list(ox.parse(write_quads(written, "nquads"), format=ox.RdfFormat.N_QUADS))
    assert set(back) == set(written)
    assert len(back) == len(written)


@settings(max_examples=100, deadline=None)
@given(FACTS)
def test_hostile_values_keep_every_character_in_the_evidence(fact: tuple[str, str, str]) -> None:
    subject, property_, value = fact
    said = {
        quad.predicate.value.rpartition("#")[2]: quad.object.value
        for quad in source_of(subject, property_, value).quads
        if isinstance(quad.object, ox.Literal) and "/reading/" in str(quad.subject)
    }
    assert (said["factSubject"], said["factProperty"], said["factValue"]) == (subject, property_, value)
    assert said["quoteText"] == value
