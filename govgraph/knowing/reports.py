"""Findings as a SHACL validation report, or as JSON with the sentences behind each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.exports import write_triples
from govgraph.graph.store import GraphStore
from govgraph.graph.terms import TYPE, boolean, node, text
from govgraph.knowing.explanations import sentences_behind
from govgraph.knowing.validation import Finding

_SH = iris.PREFIXES["sh"]


def as_json(findings: Sequence[Finding], store: GraphStore) -> str:
    """A JSON array with one object a finding."""
    rows = []
    for finding in findings:
        behind = sentences_behind(store, finding.focus, finding.path, finding.value)
        rows.append({**asdict(finding), "sentences": [asdict(sentence) for sentence in behind]})
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_turtle(findings: Sequence[Finding]) -> bytes:
    """A `sh:ValidationReport` (SHACL, section 3.6) without blank nodes."""
    report = node(f"{iris.base()}report")
    triples = [
        ox.Triple(report, TYPE, node(_SH + "ValidationReport")),
        ox.Triple(report, node(_SH + "conforms"), boolean(not findings)),
    ]
    for finding in findings:
        digest = hashlib.sha256(chr(31).join(map(str, asdict(finding).values())).encode("utf-8", "replace")).hexdigest()
        result = node(f"{report.value}/result/{digest[:12]}")
        triples += [
            ox.Triple(report, node(_SH + "result"), result),
            ox.Triple(result, TYPE, node(_SH + "ValidationResult")),
            ox.Triple(result, node(_SH + "resultSeverity"), _severity(finding.severity)),
            ox.Triple(result, node(_SH + "focusNode"), _term(finding.focus)),
            ox.Triple(result, node(_SH + "resultMessage"), text(finding.message)),
        ]
        if finding.shape:
            triples.append(ox.Triple(result, node(_SH + "sourceShape"), node(finding.shape)))
        if finding.component:
            triples.append(ox.Triple(result, node(_SH + "sourceConstraintComponent"), node(finding.component)))
        if finding.path:
            triples.append(ox.Triple(result, node(_SH + "resultPath"), node(finding.path)))
        if finding.value:
            triples.append(ox.Triple(result, node(_SH + "value"), text(finding.value)))
    return write_triples(triples, "turtle")


def _severity(name: str) -> ox.NamedNode:
    return node(name if ":" in name else _SH + name)


def _term(value: str) -> ox.NamedNode | ox.Literal:
    """An IRI as one; shapes of other people also look at literals."""
    try:
        return node(value)
    except ValueError:
        return text(value)
