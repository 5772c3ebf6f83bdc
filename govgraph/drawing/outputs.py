"""A picture in the format that the name of its file tells: SVG, PNG, PDF, a page of its own, or the data behind it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from govgraph.asking.facts import harmless
from govgraph.drawing.circle import host_graph
from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.looks import LOOKS, THEMES
from govgraph.drawing.timeline import heading, lane_of, ordinal, subtitle

if TYPE_CHECKING:
    import altair as alt

PICTURES = ("svg", "png", "pdf", "html")
DATA = ("csv", "json", "vega", "dot", "mermaid", "graphml", "gexf")
ENDINGS = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".html": "html",
    ".csv": "csv",
    ".json": "json",
    ".dot": "dot",
    ".mmd": "mermaid",
    ".graphml": "graphml",
    ".gexf": "gexf",
}
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_LAST_CHANGED = re.compile(r' lastmodifieddate="[^"]*"')
"""The day of writing, which would make two files of one graph differ."""
_SHARP = 2  # pixels of a PNG for each of the picture


def picture(chart: alt.LayerChart, succession: Succession, format_: str, theme: str, a_mark_each: bool = True) -> bytes:
    """The chart as SVG, PNG or PDF, as a page that loads nothing, with the data in a table, or (`vega`) its definition."""
    import vl_convert

    spec = chart.to_json()
    if format_ == "vega":
        return (json.dumps(json.loads(spec), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
    if format_ == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=_SHARP))
    if format_ == "pdf":
        return bytes(vl_convert.vegalite_to_pdf(spec))
    drawn = _finished(str(vl_convert.vegalite_to_svg(spec)), succession, a_mark_each, format_ == "html")
    return (_page(drawn, succession, theme) if format_ == "html" else drawn).encode()


def data(succession: Succession, format_: str) -> bytes:
    """The data behind a picture of hosts: CSV, JSON, or the succession as a graph for Graphviz or Mermaid."""
    if format_ == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([field.name for field in fields(Hosting)])
        for one in succession.hostings:
            writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in asdict(one).values()])
        return out.getvalue().encode()
    if format_ == "json":
        return (json.dumps(asdict(succession), ensure_ascii=False, indent=1) + "\n").encode()
    if format_ in ("graphml", "gexf"):
        import networkx as nx

        written = nx.generate_graphml if format_ == "graphml" else nx.generate_gexf
        text = "\n".join(written(host_graph(succession))) + "\n"
        return _LAST_CHANGED.sub("", text).encode()
    return (_dot(succession) if format_ == "dot" else _mermaid(succession)).encode()


def _finished(svg: str, succession: Succession, a_mark_each: bool, to_rows: bool) -> str:
    """An SVG with title and description, and on each mark the sentence that says so, which shows when one points at it.

    With `a_mark_each`, each dated host has one mark, in order; else a mark tells what its label says. With `to_rows`, a mark
    leads to its row in the table of the page, else to the source.
    """
    for prefix, namespace in (("", _SVG), ("xlink", _XLINK)):
        ElementTree.register_namespace(prefix, namespace)
    root = ElementTree.fromstring(svg)
    root.set("role", "img")
    root.set("aria-labelledby", "picture-title picture-words")
    for at, (name, key, words) in enumerate(
        (("title", "picture-title", heading(succession)), ("desc", "picture-words", " ".join(subtitle(succession))))
    ):
        told = ElementTree.Element(f"{{{_SVG}}}{name}", {"id": key})
        told.text = words
        root.insert(at, told)
    parents = {child: parent for parent in root.iter() for child in parent}
    marks = [mark for mark in root.iter(f"{{{_SVG}}}path") if mark.get("aria-roledescription") == "point"]
    dated = [(number, one) for number, one in enumerate(succession.hostings) if one.year is not None]
    if not a_mark_each:
        for mark in marks:
            ElementTree.SubElement(mark, f"{{{_SVG}}}title").text = mark.get("aria-label", "")
        return ElementTree.tostring(root, encoding="unicode") + "\n"
    for mark, (number, one) in zip(marks, dated, strict=True):
        ElementTree.SubElement(mark, f"{{{_SVG}}}title").text = f"{mark.get('aria-label', '')}: {one.words} ({one.document})"
        if to_rows:
            link = parents[mark]
            if link.tag != f"{{{_SVG}}}a":
                link = ElementTree.Element(f"{{{_SVG}}}a")
                parents[mark].insert(list(parents[mark]).index(mark), link)
                parents[mark].remove(mark)
                link.append(mark)
            link.attrib.pop(f"{{{_XLINK}}}href", None)
            link.set("href", f"#mark-{number}")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _page(svg: str, succession: Succession, theme: str) -> str:
    ground, ink, faint = THEMES[theme].ground, THEMES[theme].ink, THEMES[theme].faint
    rows = "\n".join(_table_row(number, one) for number, one in enumerate(succession.hostings))
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Session", "Year", "Host", "Status", "Who says so"))
    meanings = " ".join(
        f"<dt>{name}</dt><dd>{html.escape(look.means)}</dd>"
        for name, look in LOOKS.items()
        if any(one.status == name for one in succession.hostings)
    )
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(heading(succession))}</title>
<style>
body {{ background: {ground}; color: {ink}; font: 15px/1.45 system-ui, sans-serif; }}
body {{ margin: 0 auto; max-width: 72rem; padding: 1rem; }}
figure {{ margin: 0; overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; font-weight: bold; padding: 1rem 0 .5rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid {faint}; }}
td {{ overflow-wrap: anywhere; }}
td:nth-child(-n+4) {{ overflow-wrap: normal; }}
tr:target {{ outline: 2px solid {ink}; }}
svg a:focus {{ outline: 2px solid {ink}; }}
a {{ color: inherit; }}
dl {{ display: grid; grid-template-columns: max-content auto; gap: .1rem 1rem; }}
dt {{ font-weight: bold; }} dd {{ margin: 0; }}
</style></head><body><main>
<h1 hidden>{html.escape(heading(succession))}</h1>
<figure>{svg}</figure>
<dl>{meanings}</dl>
<table><caption>Every mark, and the sentence that says so</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody></table>
</main></body></html>
"""


def _table_row(number: int, one: Hosting) -> str:
    host = ", ".join(part for part in (one.city, one.country) if part)
    file = html.escape(one.document)
    if one.source.startswith(("http://", "https://")):
        file = f'<a href="{html.escape(one.source, quote=True)}" rel="noreferrer">{file}</a>'
    cells = (ordinal(one.ordinal), str(one.year or "unknown"), host, one.status)
    told = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
    return f'<tr id="mark-{number}">{told}<td>{html.escape(one.words)} ({file})</td></tr>'


def _steps(succession: Succession) -> list[tuple[Hosting, Hosting]]:
    """Each host and the next, without hosts that were given up."""
    held = [one for one in succession.hostings if one.status != "changed"]
    return [(one, two) for one in held for two in held if two.ordinal == _following(held, one.ordinal)]


def _following(held: Sequence[Hosting], number: int) -> int:
    return min((one.ordinal for one in held if one.ordinal > number), default=0)


def _dot(succession: Succession) -> str:
    lines = [f"digraph {json.dumps(heading(succession), ensure_ascii=False)} {{", "  rankdir=LR;", "  node [shape=box];"]
    for lane in sorted({lane_of(one) for one in succession.hostings}):
        lines.append(f"  {json.dumps(lane, ensure_ascii=False)};")
    for one, two in _steps(succession):
        ends = f"{json.dumps(lane_of(one), ensure_ascii=False)} -> {json.dumps(lane_of(two), ensure_ascii=False)}"
        lines.append(f'  {ends} [label="{two.ordinal} ({two.year or "?"})"];')
    return "\n".join([*lines, "}"]) + "\n"


def _mermaid(succession: Succession) -> str:
    names = {lane: f"h{number}" for number, lane in enumerate(sorted({lane_of(one) for one in succession.hostings}))}
    lines = ["flowchart LR"]
    for lane, name in names.items():
        quoted = lane.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
        lines.append(f'  {name}["{quoted}"]')
    for one, two in _steps(succession):
        lines.append(f"  {names[lane_of(one)]} -->|{two.ordinal}, {two.year or '?'}| {names[lane_of(two)]}")
    return "\n".join(lines) + "\n"
