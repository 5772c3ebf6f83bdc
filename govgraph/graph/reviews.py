"""Decisions of people about readings: kept in the graph as claims, and stronger than what was read.

`accept` says that a fact is right, `reject` that it is not, `correct` gives another value (or a whole `subject | property |
value`), `merge` another subject for all facts about this one, in every document. Of two decisions on one fact, the later
counts. A decision on what another one made of a fact goes on from there; the store keeps each fact as it was read, so that
`undo` brings it back.
"""

from __future__ import annotations

import builtins
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from govgraph.errors import DocumentError
from govgraph.graph import iris
from govgraph.graph.terms import TYPE, gov, moment, node, text
from govgraph.reading.facts import Fact

VERDICTS = ("accept", "reject", "correct", "merge")
UNDO = "undo"
RULE = "review"
"""What a corrected fact has in place of a pattern."""
_DATE = iris.PREFIXES["dcterms"] + "date"
_FACT = re.compile(r"(?P<subject>[a-z]+:.+?)\s*\|\s*(?P<property>[A-Za-z]+)\s*\|\s*(?P<value>.+)\Z")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A claim of `author` on `day` (ISO date) about a flat fact in a document, or with `merge` about a subject anywhere.

    `document` is the document's source address or its file's name; `where` the file and line of the table, while it is read.
    """

    verdict: str
    subject: str
    property: str
    value: str
    document: str
    correction: str
    author: str
    day: str
    note: str = ""
    where: str = field(default="", compare=False)

    @builtins.property
    def key(self) -> Key:
        """What it decides on; of two decisions with one key, the later counts."""
        return (self.subject,) if self.verdict == "merge" else (self.subject, self.property, self.value, self.document)

    @builtins.property
    def iri(self) -> str:
        """Made from what it decides on."""
        return f"{iris.base()}decision/{hashlib.sha256(chr(31).join(self.key).encode()).hexdigest()[:12]}"

    @builtins.property
    def outcome(self) -> tuple[str, str, str]:
        """The subject, property and value of a corrected fact; a correction like `person:Ana Berg` is another subject."""
        whole = _FACT.match(self.correction)
        if whole:
            return whole["subject"], whole["property"], whole["value"]
        if self.correction.startswith(f"{self.subject.partition(':')[0]}:"):
            return self.correction, self.property, self.value
        return self.subject, self.property, self.correction


def decisions_graph() -> str:
    """The IRI of the graph that holds all decisions."""
    return f"{iris.base()}graph/decisions"


def newest(decisions: Iterable[Decision], idle: list[Decision] | None = None) -> dict[Key, Decision]:
    """By what they decide on, the decisions that count; an `undo` takes the one before it away, or is added to `idle`.

    Raises:
        DocumentError: an `undo` could mean several decisions, or merges run in a circle.
    """
    found: dict[Key, Decision] = {}
    for one in sorted(decisions, key=lambda decision: decision.day):
        if one.verdict == UNDO:
            keys = _undone(one, found)
            for key in keys:
                del found[key]
            if not keys and idle is not None:
                idle.append(one)
        else:
            found[one.key] = one
    for one in found.values():
        _end_of_merges(one, found)
    return found


def _undone(one: Decision, found: Mapping[Key, Decision]) -> list[Key]:
    """What an `undo` takes back: what was decided on the fact that it names or on its subject, or else what made the fact so.

    Raises:
        DocumentError: several merges gave the subject its name.
    """
    if keys := [key for key in (one.key, (one.subject,)) if key in found]:
        return keys
    made = [key for key, other in found.items() if other.verdict == "correct" and (*other.outcome, other.document) == one.key]
    merged = [key for key, other in found.items() if other.verdict == "merge" and other.correction == one.subject]
    if not made and len(merged) > 1:
        names = ", ".join(sorted(key[0] for key in merged))
        raise DocumentError(
            f"{one.where or one.subject}: several were merged into {one.subject}; write one as subject: {names}"
        )
    return made or merged


def _end_of_merges(one: Decision, decisions: Mapping[Key, Decision]) -> str:
    """The subject in which merges end, of one or of several after each other.

    Raises:
        DocumentError: they end nowhere.
    """
    seen = {one.subject}
    end = one.correction if one.verdict == "merge" else one.subject
    while (further := decisions.get((end,))) is not None:
        if end in seen:
            raise DocumentError(
                f"{further.where or one.where or end}: {further.subject} is merged into {further.correction} and back again; "
                "merge only one of the two into the other"
            )
        seen.add(end)
        end = further.correction
    return end


def decided(
    facts: Sequence[Fact], document: Collection[str], decisions: Mapping[Key, Decision], met: set[Key] | None = None
) -> tuple[list[Fact], list[Fact]]:
    """The facts of a document, given by what it is called, as people decided, the others as they were read; and those rejected,
    as they were read. What was decided on is added to `met`.
    """
    kept: list[Fact] = []
    rejected: list[Fact] = []
    for fact in facts:
        after, by = _after(fact, document, decisions)
        if met is not None:
            met.update(one.key for one in by)
        if not by:
            kept.append(fact)
            continue
        details = {**fact.details, "decision": " ".join(sorted({one.iri for one in by}))}
        if after is None:
            rejected.append(replace(fact, details=details))
        elif after == fact.key:
            kept.append(replace(fact, details=details))
        else:
            as_read = {"read": " | ".join(fact.key), "read-by": fact.rule}
            subject, property_, value = after
            kept.append(
                replace(fact, subject=subject, property=property_, value=value, rule=RULE, details={**details, **as_read})
            )
    return kept, rejected


def _after(
    fact: Fact, document: Collection[str], decisions: Mapping[Key, Decision]
) -> tuple[tuple[str, str, str] | None, list[Decision]]:
    """What a fact is by all that was decided, one after the other (None if it is rejected), and by which decisions."""
    key, by = fact.key, list[Decision]()
    while True:
        merge = decisions.get((key[0],))
        seen = key
        if merge is not None:
            by.append(merge)
            key = (_end_of_merges(merge, decisions), *key[1:])
        # People see a merged fact under its new subject, and decide on that.
        here = [one for called in document for one in map(decisions.get, ((*key, called), (*seen, called))) if one is not None]
        one = max(here, key=lambda decision: decision.day, default=None)
        if one is None or one in by:
            return key, by
        by.append(one)
        if one.verdict == "reject":
            return None, by
        if one.verdict == "accept":
            return key, by
        key = one.outcome


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
