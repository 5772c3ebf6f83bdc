"""One SPARQL update that drops whole graphs and adds quads: what a store or a server carries out entirely or not at all."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from govgraph.graph.terms import node


def update_text(drop: Iterable[str], content: Iterable[ox.Quad], *further: str) -> str:
    """The update: graphs (by their IRIs) to drop, `further` updates, and the quads to add; empty where nothing is to do."""
    parts = [*(f"DROP SILENT GRAPH {node(graph)}" for graph in drop), *further]
    by_graph: dict[str, list[str]] = {}
    for quad in content:
        by_graph.setdefault(str(quad.graph_name), []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    if by_graph:
        body = "\n".join(f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}" for graph, lines in by_graph.items())
        parts.append(f"INSERT DATA {{\n{body}\n}}")
    return " ;\n".join(parts)
