"""What checks found, as JSON, Markdown, or a SHACL validation report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

import pyoxigraph as ox

from govgraph.graph import iris
from govgraph.graph.exports import write_triples
from govgraph.graph.terms import TYPE, boolean, node, text
from govgraph.knowing.checks import KINDS, CheckFinding, Side

_SH = iris.PREFIXES["sh"]
_SEVERITY = {"conflict": "Warning", "outlier": "Warning", "gap": "Info"}


def as_json(findings: Sequence[CheckFinding]) -> str:
    """A JSON array with one object a finding, its sides with their sentences."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


def as_markdown(findings: Sequence[CheckFinding]) -> str:
    """A list a kind; under each finding the sentences of its sides as quotations."""
    lines = []
    for kind in KINDS:
        found = [finding for finding in findings if finding.kind == kind]
        if found:
            lines += [f"## {kind.capitalize()}s ({len(found)})", ""]
        for finding in found:
            lines.append(f"- {_plain(finding.message)} (`{finding.check}`)")
            for side in finding.sides:
                for sentence in side.sentences:
                    source = f"[{_plain(sentence.file)}]({sentence.source})" if sentence.source else _plain(sentence.file)
                    lines += [f"  > {_plain(sentence.exact)}", f"  > ({source})", ""]
        lines += [""] if found else []
    return "\n".join(lines) if lines else "No findings.\n"


def _plain(words: str) -> str:
    """Words in one line, in which no character makes Markdown or HTML."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>#|" else one for one in " ".join(words.split()))


def as_turtle(findings: Sequence[CheckFinding]) -> bytes:
    """A `sh:ValidationReport` (SHACL, section 3.6) without blank nodes; each side of a finding is a result of its own."""
    report = node(f"{iris.base()}report")
    triples = [
        ox.Triple(report, TYPE, node(_SH + "ValidationReport")),
        ox.Triple(report, node(_SH + "conforms"), boolean(not findings)),
    ]
    for finding in findings:
        for side in finding.sides:
            triples += _result(report, finding, side)
    return write_triples(triples, "turtle")


def _result(report: ox.NamedNode, finding: CheckFinding, side: Side) -> list[ox.Triple]:
    content = chr(31).join((finding.check, finding.message, side.thing, side.path, side.value))
    result = node(f"{report.value}/result/{hashlib.sha256(content.encode('utf-8', 'replace')).hexdigest()[:12]}")
    triples = [
        ox.Triple(report, node(_SH + "result"), result),
        ox.Triple(result, TYPE, node(_SH + "ValidationResult")),
        ox.Triple(result, node(_SH + "resultSeverity"), node(_SH + _SEVERITY[finding.kind])),
        ox.Triple(result, node(_SH + "sourceShape"), node(f"{iris.base()}check/{finding.check}")),
        ox.Triple(result, node(_SH + "sourceConstraintComponent"), node(_SH + "SPARQLConstraintComponent")),
        ox.Triple(result, node(_SH + "focusNode"), node(side.thing)),
        ox.Triple(result, node(_SH + "resultMessage"), text(finding.message)),
    ]
    if side.path:
        triples.append(ox.Triple(result, node(_SH + "resultPath"), node(side.path)))
    if side.value:
        triples.append(ox.Triple(result, node(_SH + "value"), text(side.value)))
    return triples
