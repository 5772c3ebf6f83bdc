"""Everything about one organisation on one page: its pictures, and what is wrong or missing."""

from __future__ import annotations

import html
from collections.abc import Sequence

from govgraph.drawing.pages import page
from govgraph.drawing.pictures import Picture
from govgraph.knowing.checks import CheckFinding


def dashboard(pictures: Sequence[Picture], findings: Sequence[CheckFinding], name: str) -> str:
    """The page; the pictures share one selection, and the findings stand in a table below them."""
    return page(pictures, f"{name}: what the graph holds", _findings(findings))


def _findings(findings: Sequence[CheckFinding]) -> str:
    if not findings:
        return "<p>The checks find no conflict, gap or outlier.</p>\n"
    rows = "\n".join(
        f"<tr><td>{html.escape(one.kind)}</td><td>{html.escape(one.message)}</td><td>{_sentences(one)}</td></tr>"
        for one in findings
    )
    return f"""<details open><summary>What is wrong or missing: {len(findings)}</summary>
<table><thead><tr><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Who says so</th></tr></thead>
<tbody>
{rows}
</tbody></table></details>
"""


def _sentences(one: CheckFinding) -> str:
    told = (
        f"{html.escape(' '.join(each.exact.split()))} ({html.escape(each.file)})"
        for side in one.sides
        for each in side.sentences
    )
    return "<br>".join(dict.fromkeys(told))
