"""What checks found, as JSON, Markdown, or a SHACL validation report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from govgraph.graph import iris
from govgraph.knowing import reports
from govgraph.knowing.checks import KINDS, CheckFinding, Side
from govgraph.knowing.validation import Finding

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
    return reports.as_turtle([_result(finding, side) for finding in findings for side in finding.sides])


def _result(finding: CheckFinding, side: Side) -> Finding:
    shape = f"{iris.base()}check/{finding.check}"
    component = f"{iris.PREFIXES['sh']}SPARQLConstraintComponent"
    return Finding(_SEVERITY[finding.kind], shape, side.thing, side.path, side.value, finding.message, component)
