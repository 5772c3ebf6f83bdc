"""The succession of hosts on a map of the world: a mark for each host, great circles from each to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.labels import placed
from govgraph.drawing.looks import LOOKS, THEMES, colour, dressed, titled
from govgraph.drawing.places import WIDE, Place, is_exact, on_paper, where, world
from govgraph.drawing.words import counted, lines, runs

if TYPE_CHECKING:
    import altair as alt

    from govgraph.drawing.looks import Chart

_NORTH, _SOUTH = 84.0, -57.0  # degrees that are shown
_NUMBERS = 4
"""From how many sessions in one place on their number is told, and not each."""
_FADED = 40
"""From how many steps on great circles are drawn so faintly that the countries show through."""


def located(succession: Succession) -> list[tuple[Hosting, Place]]:
    """The hosts that have a place on a map."""
    found = ((one, where(one.city, one.code)) for one in succession.hostings)
    return [(one, place) for one, place in found if place is not None]


def atlas(succession: Succession, theme: str = "light", width: int = 800) -> Chart:
    """The chart; hosts of which no source tells the country have no place on it, and the subtitle says so.

    Args:
        succession: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look = THEMES[theme]
    wide = width - 32
    scale = wide / (2 * WIDE)
    top, bottom = on_paper((0, _NORTH))[1], on_paper((0, _SOUTH))[1]
    high = round((top - bottom) * scale)
    projection = {"type": "equalEarth", "scale": scale, "translate": [wide / 2, top * scale], "precision": 0.1}
    shown = located(succession)
    rows = [_row(one, place) for one, place in shown]
    present = [status for status in LOOKS if any(one.status == status for one, _ in shown)]
    land = alt.NamedData(name="world", format=alt.TopoDataFormat(type="topojson", feature="countries"))
    steps = list(_steps(shown))
    faint = 0.75 if len(steps) <= _FADED else 0.45
    layers: list[alt.Chart] = [
        alt.Chart(land).mark_geoshape(fill=look.land, stroke=look.ground, strokeWidth=0.5, tooltip=None),
        alt.Chart(alt.InlineData(values=steps))
        .mark_geoshape(filled=False, stroke=colour("confirmed", theme), strokeWidth=1.1)
        .encode(
            opacity=alt.Opacity(
                "properties.at:Q", scale=alt.Scale(domain=[0, max(1, len(steps) - 1)], range=[0.12, faint]), legend=None
            )
        ),
        alt.Chart(alt.InlineData(values=rows))
        .mark_point(size=46, strokeWidth=1.6, opacity=1)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            shape=alt.Shape(
                "status:N", scale=alt.Scale(domain=present, range=[LOOKS[one].shape for one in present]), legend=_LEGEND
            ),
            stroke=alt.Stroke(
                "status:N", scale=alt.Scale(domain=present, range=[colour(one, theme) for one in present]), legend=_LEGEND
            ),
            fill=alt.Fill(
                "status:N",
                scale=alt.Scale(
                    domain=present, range=[colour(one, theme) if LOOKS[one].filled else look.ground for one in present]
                ),
                legend=_LEGEND,
            ),
            tooltip=["about:N", "words:N"],
            href="source:N",
            description="about:N",
        ),
    ]
    for align in ("left", "right", "center"):
        words = [one for one in _labels(shown, scale, wide, high, top) if one["align"] == align]
        layers.append(
            alt.Chart(alt.InlineData(values=words))
            .mark_text(align=align, baseline="middle", fontSize=10, color=look.ink, clip=False)
            .encode(
                x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, wide])),
                y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[high, 0])),
                text="text:N",
            )
        )
    missing = sorted({one.ordinal for one in succession.hostings} - {one.ordinal for one, _ in shown})
    told = succession.told + (f" Not on the map, for no country is told: {runs(missing)}." if missing else "")
    told += " A line leads from each host to the next that is known; the stronger, the later." if steps else ""
    chart = alt.layer(*layers).properties(
        width=wide, height=high, projection=projection, title=titled(succession.title, lines(told, width))
    )
    finished = dressed(chart, theme, 10)
    finished["datasets"] = {"world": world()}  # put in last: each step of building a chart copies the data in it
    return finished


_LEGEND: dict[str, Any] = {"title": None, "orient": "bottom", "symbolSize": 70}


def _row(one: Hosting, place: Place) -> dict[str, Any]:
    return {
        "longitude": place[0],
        "latitude": place[1],
        "status": one.status,
        "words": one.words,
        "source": one.source if one.source.startswith(("http://", "https://")) else None,
        "about": one.about,
    }


def _steps(shown: Sequence[tuple[Hosting, Place]]) -> list[dict[str, Any]]:
    """A great circle from each host to the next: a line of two points, which the projection bends."""
    held = [(one, place) for one, place in shown if one.status != "changed"]
    numbers = sorted({one.ordinal for one, _ in held})
    found = []
    for at, (before, after) in enumerate(pairwise(numbers)):
        for _, here in (pair for pair in held if pair[0].ordinal == before):
            for _, there in (pair for pair in held if pair[0].ordinal == after):
                if here != there:
                    line = {"type": "LineString", "coordinates": [list(here), list(there)]}
                    found.append({"type": "Feature", "geometry": line, "properties": {"at": at}})
    return found


def _labels(shown: Sequence[tuple[Hosting, Place]], scale: float, wide: float, high: float, top: float) -> list[dict[str, Any]]:
    """The name of each place with the numbers of its sessions, where there is room, the latest first."""
    numbers: dict[tuple[Place, str], list[int]] = {}
    for one, place in sorted(shown, key=lambda pair: -pair[0].ordinal):
        if one.status != "changed":
            numbers.setdefault((place, one.city if is_exact(one.city, one.code) else one.country), []).append(one.ordinal)
    wanted = []
    for (place, name), sessions in numbers.items():
        x, y = on_paper(place)
        told = f"{name} {', '.join(str(number) for number in sorted(sessions))}"
        told = told if len(sessions) <= _NUMBERS else f"{name}, {counted(len(sessions), 'session')}"
        wanted.append((told, wide / 2 + x * scale, (top - y) * scale))
    dots = [(wide / 2 + x * scale, (top - y) * scale) for x, y in (on_paper(place) for _, place in shown)]
    return [{"text": one.text, "x": one.x, "y": one.y, "align": one.align} for one in placed(wanted, wide, high, 10, dots)]
