"""A picture in a format: SVG, PNG, PDF, a page of its own, its definition in Vega-Lite, or the data behind it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.asking.facts import harmless
from govgraph.drawing.pages import page
from govgraph.drawing.pictures import Picture
from govgraph.drawing.svg import drawn
from govgraph.errors import DocumentError, UnknownThingError

if TYPE_CHECKING:
    import networkx as nx

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
_LAST_CHANGED = re.compile(r' lastmodifieddate="[^"]*"')
"""The day of writing, which would make two files of one graph differ."""
_SHARP = 2  # pixels of a PNG for each of the picture


def format_of(path: Path) -> str:
    """The format that the ending of a file tells.

    Raises:
        DocumentError: it tells none.
    """
    found = ENDINGS.get(path.suffix.lower())
    if found is None:
        raise DocumentError(f"{path}: the ending tells no format; known are {', '.join(ENDINGS)}")
    return found


def written(picture: Picture, format_: str) -> bytes:
    """The picture, or the data behind it.

    Raises:
        UnknownThingError: a graph is asked for, and the picture shows none.
    """
    if format_ == "csv":
        return _csv(picture)
    if format_ == "json":
        return (json.dumps(asdict(picture.content), ensure_ascii=False, indent=1) + "\n").encode()
    if format_ in ("graphml", "gexf", "dot", "mermaid"):
        if picture.graph is None:
            raise UnknownThingError(f"{picture.title}: is no picture of a graph; csv and json have the data behind it")
        return _graph(picture.graph, format_)
    import vl_convert

    spec = picture.chart.to_json()
    if format_ == "vega":
        return (json.dumps(json.loads(spec), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
    if format_ == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=_SHARP))
    if format_ == "pdf":
        return bytes(vl_convert.vegalite_to_pdf(spec))
    return page([picture], picture.title).encode() if format_ == "html" else drawn(picture).encode()


def _csv(picture: Picture) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, record in enumerate(picture.records):
        if number == 0:
            writer.writerow([field.name for field in fields(record)])
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in asdict(record).values()])
    return out.getvalue().encode()


def _graph(graph: nx.MultiDiGraph[str], format_: str) -> bytes:
    import networkx as nx

    if format_ in ("graphml", "gexf"):
        write = nx.generate_graphml if format_ == "graphml" else nx.generate_gexf
        return _LAST_CHANGED.sub("", "\n".join(write(graph)) + "\n").encode()
    return (_dot(graph) if format_ == "dot" else _mermaid(graph)).encode()


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    found = [(told.get("ordinal", 0), one, two, str(told.get("label", ""))) for one, two, told in graph.edges(data=True)]
    return [edge[1:] for edge in sorted(found)]


def _dot(graph: nx.MultiDiGraph[str]) -> str:
    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    lines = [f"digraph {quoted(graph.name)} {{", "  rankdir=LR;", "  node [shape=box];"]
    lines += [f"  {quoted(name)};" for name in sorted(graph)]
    lines += [f"  {quoted(one)} -> {quoted(two)} [label={quoted(label)}];" for one, two, label in _edges(graph)]
    return "\n".join([*lines, "}"]) + "\n"


def _mermaid(graph: nx.MultiDiGraph[str]) -> str:
    def quoted(text: str) -> str:
        return text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")

    names = {name: f"n{number}" for number, name in enumerate(sorted(graph))}
    lines = ["flowchart LR", *(f'  {key}["{quoted(name)}"]' for name, key in names.items())]
    lines += [f'  {names[one]} -->|"{quoted(label)}"| {names[two]}' for one, two, label in _edges(graph)]
    return "\n".join(lines) + "\n"
