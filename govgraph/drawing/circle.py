"""The succession of hosts as a graph: countries in a circle, by when they first hosted, an arrow from each host to the next.

networkx holds the graph; a country that hosted more often has a larger circle, and arrows grow stronger with the years.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.looks import THEMES, colour, dressed, titled
from govgraph.drawing.words import counted, lines, ordinal

if TYPE_CHECKING:
    import altair as alt
    import networkx as nx

    from govgraph.drawing.looks import Chart

_BEND = 0.18  # how far an arrow bends away from the straight line, as a part of its length
_SHORT = 0.045  # how far before the middle of a circle an arrow ends
_STEPS = 24  # points of a bent line
_ARROWS = 400
"""How many arrows can be told apart; of more, one from each country to another is drawn, the most frequent first."""


def host_graph(succession: Succession) -> nx.MultiDiGraph[str]:
    """Countries as nodes (`sessions`: how many each hosted, `first`: the number of the first), handovers as edges.

    An edge leads from the host of a session to the host of the next that is known; it has the next session's `ordinal`, `year`
    (0 where none is known), `status` and `words`, and `gap`, the number of sessions between the two. Hosts that were given up
    are no part of it.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=succession.title)
    held = sorted((one for one in succession.hostings if one.status != "changed"), key=lambda one: (one.ordinal, one.code))
    for one in held:
        lane = one.lane
        if lane not in graph:
            graph.add_node(lane, sessions=0, first=one.ordinal)
        graph.nodes[lane]["sessions"] += 1
    numbers = sorted({one.ordinal for one in held})
    for before, after in pairwise(numbers):
        for one in (one for one in held if one.ordinal == before):
            for two in (two for two in held if two.ordinal == after):
                told = {"ordinal": two.ordinal, "year": two.year or 0, "status": two.status, "words": two.words}
                told |= {"label": f"{two.ordinal} ({two.year or '?'})"}
                graph.add_edge(one.lane, two.lane, gap=after - before - 1, **told)
    return graph


def circle(succession: Succession, theme: str = "light", width: int = 800) -> Chart:
    """The chart.

    Args:
        succession: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look = THEMES[theme]
    graph = host_graph(succession)
    places = _places(graph)
    size = max(260, width - 300)
    scale = alt.Scale(domain=[-1.06, 1.06], nice=False)
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    points, heads = _arrows(graph, places)
    last = max((point["at"] for point in points), default=1)
    fade = alt.Opacity("at:Q", scale=alt.Scale(domain=[0, last], range=[0.25, 0.95]), legend=None)
    ink = colour("confirmed", theme)
    arrows = (
        alt.Chart(alt.InlineData(values=points))
        .mark_line(color=ink, strokeWidth=1.4)
        .encode(x=x, y=y, order="step:Q", detail="edge:N", opacity=fade)
    )
    tips = (
        alt.Chart(alt.InlineData(values=heads))
        .mark_point(shape="triangle-up", filled=True, size=70, color=ink)
        .encode(x=x, y=y, angle=alt.Angle("angle:Q", scale=None), opacity=fade, description="about:N")
    )
    nodes = [
        {"x": px, "y": py, "name": name, "sessions": graph.nodes[name]["sessions"], "about": _about(graph, name)}
        for name, (px, py) in places.items()
    ]
    marks = (
        alt.Chart(alt.InlineData(values=nodes))
        .mark_point(filled=True, color=look.ink, opacity=1)
        .encode(
            x=x,
            y=y,
            size=alt.Size("sessions:Q", scale=alt.Scale(domain=[1, 5], range=[60, 420], clamp=True), legend=None),
            description="about:N",
        )
    )
    layers: list[alt.Chart] = [arrows, tips, marks]
    for right in (True, False):
        words = [
            _label(name, place, graph.nodes[name]["sessions"]) for name, place in places.items() if (place[0] >= 0) == right
        ]
        layers.append(
            alt.Chart(alt.InlineData(values=words))
            .mark_text(align="left" if right else "right", baseline="middle", fontSize=11, color=look.ink, clip=False)
            .encode(x=x, y=y, angle=alt.Angle("angle:Q", scale=None), text="text:N")
        )
    told = f"{succession.told} An arrow leads from each host to the next that is known; the stronger, the later."
    if graph.number_of_edges() > _ARROWS:
        told += f" Of {graph.number_of_edges():,} steps, one arrow stands for all from one country to another."
    chart = alt.layer(*layers).properties(
        width=size,
        height=size,
        title=titled(succession.title, lines(told, width)),
    )
    return dressed(chart, theme, 110)


def _places(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[float, float]]:
    """Each country's place on the circle of radius 1, clockwise from the top."""
    names = sorted(graph, key=lambda name: (graph.nodes[name]["first"], name))
    turns = {name: math.tau * number / max(1, len(names)) for number, name in enumerate(names)}
    return {name: (round(math.sin(turn), 4), round(math.cos(turn), 4)) for name, turn in turns.items()}


def _label(name: str, place: tuple[float, float], sessions: int) -> dict[str, Any]:
    """A name beside its circle, pointing outwards, and never upside down."""
    px, py = place
    degrees = -math.degrees(math.atan2(py, px))
    away = 1.05 + 0.02 * min(sessions, 5) / 5
    return {
        "x": round(px * away, 4),
        "y": round(py * away, 4),
        "angle": round(degrees if px >= 0 else degrees + 180, 2),
        "text": name if sessions == 1 else f"{name} ({sessions})",
    }


def _about(graph: nx.MultiDiGraph[str], name: str) -> str:
    return f"{name}: host of {counted(graph.nodes[name]['sessions'], 'session')}"


def _arrows(
    graph: nx.MultiDiGraph[str], places: dict[str, tuple[float, float]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The points of the bent lines, and their tips; where there are too many, one line stands for all from one to another."""
    bends, heads = [], []
    edges = sorted(graph.edges(data=True), key=lambda edge: (edge[2]["ordinal"], edge[0], edge[1]))
    if len(edges) > _ARROWS:
        latest = {(one, two): told for one, two, told in edges}
        often = Counter((one, two) for one, two, _ in edges)
        strongest = sorted(latest, key=lambda pair: (-often[pair], pair))[:_ARROWS]
        edges = [(*pair, latest[pair]) for pair in sorted(strongest, key=lambda pair: latest[pair]["ordinal"])]
    for number, (one, two, told) in enumerate(edges):
        points = _bent(places[one], places[two])
        for step, (px, py) in enumerate(points):
            bends.append({"x": px, "y": py, "step": step, "edge": number, "at": number})
        (ax, ay), (bx, by) = points[-2], points[-1]
        heads.append(
            {
                "x": bx,
                "y": by,
                "at": number,
                "angle": round(90 - math.degrees(math.atan2(by - ay, bx - ax)), 2),
                "about": _step(one, two, told["ordinal"], told["year"]),
            }
        )
    return bends, heads


def _step(one: str, two: str, number: int, year: int) -> str:
    return f"{one} to {two}, {ordinal(number)} session, {year or 'year unknown'}"


def arrow_labels(succession: Succession) -> dict[Hosting, str]:
    """What the arrow to each host says; the first host has none."""
    hostings = {(one.ordinal, one.lane): one for one in reversed(succession.hostings)}
    found: dict[Hosting, str] = {}
    for one, two, told in host_graph(succession).edges(data=True):
        if (hosting := hostings.get((told["ordinal"], two))) is not None:
            found.setdefault(hosting, _step(one, two, told["ordinal"], told["year"]))
    return found


def _bent(one: tuple[float, float], two: tuple[float, float]) -> list[tuple[float, float]]:
    """Points of a line that bends to one side, so that there and back are two lines; from a place to itself, a small loop."""
    (ax, ay), (bx, by) = one, two
    if one == two:
        bends = [math.tau * step / _STEPS for step in range(_STEPS + 1)]
        return [
            (round(ax * (0.93 + 0.05 * math.cos(b)), 4), round(ay * (0.93 + 0.05 * math.cos(b)) + 0.03 * math.sin(b), 4))
            for b in bends
        ]
    cx, cy = (ax + bx) / 2 - (by - ay) * _BEND, (ay + by) / 2 + (bx - ax) * _BEND
    length = math.hypot(bx - ax, by - ay)
    stop = 1 - min(0.4, _SHORT / length)
    points = []
    for step in range(_STEPS + 1):
        t = stop * step / _STEPS
        px = (1 - t) ** 2 * ax + 2 * (1 - t) * t * cx + t**2 * bx
        py = (1 - t) ** 2 * ay + 2 * (1 - t) * t * cy + t**2 * by
        points.append((round(px, 4), round(py, 4)))
    return points
