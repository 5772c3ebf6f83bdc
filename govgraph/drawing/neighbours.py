"""The people, offices, organisations and agreements around one thing: it in the middle, what it is tied to in a ring."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from govgraph.drawing.looks import THEMES, colour, dressed, titled
from govgraph.drawing.pictures import Mark
from govgraph.drawing.scope import cell, name_of, rows
from govgraph.drawing.words import counted, from_sources, lines
from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import sentences_of

if TYPE_CHECKING:
    import altair as alt
    import networkx as nx

    from govgraph.drawing.looks import Chart

COLUMNS = ("From", "Tie", "To")
TIES = {
    "holds": "holds",
    "held": "held",
    "officeOf": "is an office of",
    "bodyOf": "is a body of",
    "party": "has as party",
    "instrumentOf": "is an instrument of",
    "electedTo": "was elected to be",
}
_NODES = 60
"""How many things are drawn at most; those tied to most others go first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That a source ties one thing to another."""

    one: str
    tie: str
    two: str
    words: str
    document: str
    source: str
    issued: str

    @property
    def about(self) -> str:
        """What its mark says."""
        return f"{self.one} {self.tie} {self.two}"


@dataclass(frozen=True)
class Neighbours:
    """What lies one and two steps from a thing, and how many things farther out are left out."""

    thing: str
    name: str
    ties: tuple[Tie, ...]
    left_out: int

    @property
    def title(self) -> str:
        """What stands above a picture of it."""
        return f"Around {self.name}"

    def marks(self) -> tuple[Mark, ...]:
        """The rows of the picture's table: one a tie."""
        return tuple(
            Mark(
                one.about,
                (one.one, one.tie, one.two),
                "confirmed",
                one.words,
                one.document,
                one.source,
                None,
                (f"name {one.one}", f"name {one.two}"),
            )
            for one in self.ties
        )


def neighbours_of(store: GraphStore, thing: str) -> Neighbours:
    """What is tied to a thing (IRI, CURIE or flat name), in two steps.

    Raises:
        UnknownThingError: nothing is.
    """
    centre = iris.expand(thing)
    wanted = ", ".join(f"gov:{name}" for name in TIES if name != "electedTo")
    found: dict[tuple[str, str, str], str] = {}
    near = {centre}
    for _ in range(2):
        values = " ".join(str(ox.NamedNode(one)) for one in sorted(near))
        query = f"""SELECT DISTINCT ?s ?p ?o ?g {{ VALUES ?near {{ {values} }}
          GRAPH ?g {{
            {{ ?near ?p ?o BIND(?near AS ?s) FILTER(?p IN ({wanted})) }}
            UNION {{ ?s ?p ?near BIND(?near AS ?o) FILTER(?p IN ({wanted})) }}
            UNION {{ ?e gov:elected ?s ; gov:electedTo ?near BIND(?near AS ?o) BIND(gov:electedTo AS ?p) }}
            UNION {{ ?e gov:elected ?near ; gov:electedTo ?o BIND(?near AS ?s) BIND(gov:electedTo AS ?p) }}
          }}
          FILTER(isIRI(?o)) }}"""
        for row in rows(store, query):
            key = (cell(row, "s"), cell(row, "p"), cell(row, "o"))
            graph = cell(row, "g")
            if key not in found or ("#" in graph, graph) < ("#" in found[key], found[key]):
                found[key] = graph if "#" in graph or key not in found else found[key]
        near = {end for one, _, two in found for end in (one, two)} - {centre}
        if len(near) > _NODES:
            break
    if not found:
        raise UnknownThingError(f"{thing}: the graph ties nothing to it; see `govgraph facts {thing}`")
    degree: dict[str, int] = {}
    for one, _, two in found:
        for end in (one, two):
            degree[end] = degree.get(end, 0) + 1
    direct = {end for one, _, two in found if centre in (one, two) for end in (one, two)}
    order = sorted(degree, key=lambda one: (one != centre, one not in direct, -degree[one], one))
    kept = set(order[:_NODES])
    known = sentences_of(store, {graph for graph in found.values() if "#" in graph})
    names = {one: name_of(store, one, "person" if "/person/" in one else "") for one in kept}
    ties = []
    for (one, tie, two), graph in found.items():
        if one in kept and two in kept:
            said = known.get(graph)
            told = said.telling if said else ("", "", "", "")
            ties.append(Tie(names[one], TIES[tie.rpartition("#")[2]], names[two], *told))
    ordered = tuple(sorted(set(ties), key=lambda one: (one.one, one.tie, one.two, one.document, one.words)))
    return Neighbours(centre, names[centre], ordered, len(order) - len(kept))


def tie_graph(neighbours: Neighbours) -> nx.MultiDiGraph[str]:
    """The ties as a graph; each edge has its `label` and its `words`."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=neighbours.title)
    graph.add_node(neighbours.name)
    for tie in neighbours.ties:
        graph.add_edge(tie.one, tie.two, label=tie.tie, words=tie.words)
    return graph


def ring(neighbours: Neighbours, theme: str = "light", width: int = 800) -> Chart:
    """The chart; what is tied to the thing itself is written in bold, and what is tied only to that stands beside it.

    Args:
        neighbours: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look, ink = THEMES[theme], colour("confirmed", theme)
    graph = tie_graph(neighbours)
    direct = _direct(graph, neighbours.name)
    places = _places(graph, neighbours.name)
    size = max(300, width - 360)
    scale = alt.Scale(domain=[-1.06, 1.06], nice=False)
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    edges, tips = [], []
    for number, tie in enumerate(neighbours.ties):
        (ax, ay), (bx, by) = places[tie.one], places[tie.two]
        strong = neighbours.name not in (tie.one, tie.two)
        edges += [{"x": ax, "y": ay, "edge": number, "step": 0, "strong": strong}]
        edges += [{"x": bx, "y": by, "edge": number, "step": 1, "strong": strong}]
        tip = {"x": round(ax + 0.6 * (bx - ax), 4), "y": round(ay + 0.6 * (by - ay), 4), "about": tie.about, "words": tie.words}
        tips.append({**tip, "angle": round(90 - math.degrees(math.atan2(by - ay, bx - ax)), 2)})
    layers: list[alt.Chart] = [
        alt.Chart(alt.InlineData(values=edges))
        .mark_line(strokeWidth=1)
        .encode(
            x=x,
            y=y,
            detail="edge:N",
            order="step:Q",
            color=alt.Color("strong:N", scale=alt.Scale(domain=[False, True], range=[look.faint, ink]), legend=None),
            opacity=alt.Opacity("strong:N", scale=alt.Scale(domain=[False, True], range=[0.35, 0.8]), legend=None),
        ),
        alt.Chart(alt.InlineData(values=tips))
        .mark_point(shape="triangle-up", filled=True, size=34, color=ink, opacity=0.9)
        .encode(x=x, y=y, angle=alt.Angle("angle:Q", scale=None), description="about:N", tooltip=["about:N", "words:N"]),
        alt.Chart(alt.InlineData(values=[{"x": px, "y": py} for px, py in places.values()]))
        .mark_point(shape="circle", filled=True, size=46, color=look.ink, opacity=1)
        .encode(x=x, y=y),
    ]
    for right in (True, False):
        for bold in (True, False):
            words = [
                _label(name, place)
                for name, place in places.items()
                if (place[0] >= 0) == right and (name in direct or name == neighbours.name) == bold
            ]
            text = alt.Chart(alt.InlineData(values=words)).encode(
                x=x, y=y, angle=alt.Angle("angle:Q", scale=None), text="text:N"
            )
            layers.append(
                text.mark_text(
                    align="left" if right else "right",
                    baseline="middle",
                    fontSize=10,
                    fontWeight="bold" if bold else "normal",
                    color=look.ink,
                    clip=False,
                )
            )
    told = f"{counted(len(neighbours.ties), 'tie')} of {counted(len(places), 'thing')}, "
    told += f"{from_sources(neighbours.ties)}. In bold what is tied to {neighbours.name} itself."
    told += f" {counted(neighbours.left_out, 'thing')} farther out left out." if neighbours.left_out else ""
    chart = alt.layer(*layers).properties(width=size, height=size, title=titled(neighbours.title, lines(told, width)))
    return dressed(chart, theme, 150)


def _direct(graph: nx.MultiDiGraph[str], centre: str) -> set[str]:
    return {other for other in (*graph.successors(centre), *graph.predecessors(centre)) if other != centre}


def _places(graph: nx.MultiDiGraph[str], centre: str) -> dict[str, tuple[float, float]]:
    """The middle, and around it all others: each that is tied to the middle, and after it those tied to it."""
    order: dict[str, None] = {}
    for name in sorted(_direct(graph, centre)):
        order.setdefault(name)
        for other in sorted({*graph.successors(name), *graph.predecessors(name)} - {centre}):
            order.setdefault(other)
    for name in sorted(set(graph) - {centre}):
        order.setdefault(name)
    places = {centre: (0.0, 0.0)}
    for number, name in enumerate(order):
        turn = math.tau * number / len(order)
        places[name] = (round(math.sin(turn), 4), round(math.cos(turn), 4))
    return places


def _label(name: str, place: tuple[float, float]) -> dict[str, Any]:
    """A name beside its dot, pointing outwards, and never upside down."""
    px, py = place
    if (px, py) == (0.0, 0.0):
        return {"x": 0.03, "y": 0.04, "angle": 0, "text": name}
    degrees = -math.degrees(math.atan2(py, px))
    angle = round(degrees if px >= 0 else degrees + 180, 2)
    text = name if len(name) <= 34 else name[:33] + "…"
    return {"x": round(px * 1.04, 4), "y": round(py * 1.04, 4), "angle": angle, "text": text}
