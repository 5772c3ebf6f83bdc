"""How a number grew: a mark for each count that a source gives, the bounds between them, and the countries that came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govgraph.drawing.labels import placed
from govgraph.drawing.looks import QUALIFIERS, THEMES, colour, dressed, titled
from govgraph.drawing.moments import at, ticks
from govgraph.drawing.numbers import Arrival, Number, bounds
from govgraph.drawing.words import counted, from_sources, lines

if TYPE_CHECKING:
    import altair as alt

    from govgraph.drawing.looks import Chart

_HIGH = 340  # pixels


def growth(title: str, numbers: list[Number], arrivals: Sequence[Arrival], theme: str = "light", width: int = 800) -> Chart:
    """The chart; what has no date has no place on it, and the subtitle says so."""
    import altair as alt

    look, wide = THEMES[theme], max(260, width - 90)
    dated = [(moment, one) for one in numbers if (moment := at(one.date)) is not None]
    came = [(moment, one) for one in arrivals if (moment := at(one.date)) is not None]
    band = bounds(numbers)
    values = [one.value for _, one in dated] + [one.number for _, one in came if one.number] or [1]
    low, high = _range(values)
    times = [*(moment for moment, _ in dated), *(moment for moment, _ in came)] or [2000.5]
    first, last = min(times) - 1, max(times) + 1
    axis = alt.Axis(format="d", values=ticks(first, last), grid=True, gridColor=look.faint, gridOpacity=0.25)
    x = alt.X("x:Q", title=None, scale=alt.Scale(domain=[first, last], nice=False), axis=axis)
    y = alt.Y("y:Q", title=None, scale=alt.Scale(domain=[low, high], nice=False), axis=alt.Axis(grid=False, format="d"))
    ink = colour("confirmed", theme)
    present = [name for name in QUALIFIERS if any(one.qualifier == name for _, one in dated)]
    shapes = alt.Scale(domain=[QUALIFIERS[name].means for name in present], range=[QUALIFIERS[name].shape for name in present])
    fills = alt.Scale(
        domain=[QUALIFIERS[name].means for name in present],
        range=[ink if QUALIFIERS[name].filled else look.ground for name in present],
    )
    points = [
        {"x": moment, "y": one.value, "how": QUALIFIERS[one.qualifier].means, "about": one.about, "words": one.words}
        for moment, one in dated
    ]
    strokes = [{"x": moment, "y": one.number or low, "about": one.about, "words": one.words} for moment, one in came]
    layers: list[alt.Chart] = [
        alt.Chart(alt.InlineData(values=_steps(band)))
        .mark_area(color=colour("inferred", theme), opacity=0.25, line={"color": colour("inferred", theme), "strokeWidth": 1})
        .encode(x=x, y=y, y2="y2:Q"),
        alt.Chart(alt.InlineData(values=points))
        .mark_point(size=60, strokeWidth=1.6, opacity=1, stroke=ink)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("how:N", scale=shapes, legend=_LEGEND),
            fill=alt.Fill("how:N", scale=fills, legend=_LEGEND),
            description="about:N",
            tooltip=["about:N", "words:N"],
        ),
        alt.Chart(alt.InlineData(values=strokes))
        .mark_point(shape="stroke", angle=90, size=120, strokeWidth=2, color=look.ink, opacity=0.9)
        .encode(x=x, y=y, description="about:N", tooltip=["about:N", "words:N"]),
    ]

    def paper(moment: float, value: float) -> tuple[float, float]:
        return (moment - first) / (last - first) * wide, (high - value) / (high - low) * _HIGH

    dots = [*(paper(moment, one.value) for moment, one in dated), *(paper(moment, one.number or low) for moment, one in came)]
    wanted = [(str(one.value), *paper(moment, one.value)) for moment, one in dated]
    wanted += [(one.country, *paper(moment, one.number or low)) for moment, one in came]
    for align in ("left", "right", "center"):
        words = [
            {"text": one.text, "x": first + one.x / wide * (last - first), "y": high - one.y / _HIGH * (high - low)}
            for one in placed(wanted, wide, _HIGH, 10, dots)
            if one.align == align
        ]
        text = alt.Chart(alt.InlineData(values=words)).encode(x=x, y=y, text="text:N")
        layers.append(text.mark_text(align=align, baseline="middle", fontSize=10, color=look.ink, clip=False))
    told = f"{counted(len(numbers), 'count')} {from_sources(numbers)}"
    told += f", and {counted(len({one.country for one in arrivals}), 'country', 'countries')} by name." if arrivals else "."
    told += " Between the counts, the band is what the number can have been." if band else ""
    without = len(numbers) - len(dated) + len(arrivals) - len(came)
    told += f" Without a date, and so not drawn: {without}." if without else ""
    chart = alt.layer(*layers).properties(width=wide, height=_HIGH, title=titled(title, lines(told, width)))
    return dressed(chart, theme, 12)


_LEGEND: dict[str, Any] = {"title": None, "orient": "bottom", "symbolSize": 70}


def _steps(band: Sequence[tuple[float, int, int]]) -> list[dict[str, float]]:
    """The corners of the band: below it rises when a count is told, above it has risen by then."""
    corners: list[dict[str, float]] = []
    for number, (moment, low, high) in enumerate(band):
        if number:
            before = band[number - 1]
            corners += [{"x": before[0], "y": before[1], "y2": high}, {"x": moment, "y": before[1], "y2": high}]
        else:
            corners.append({"x": moment, "y": low, "y2": high})
    return corners


def _range(values: Sequence[int]) -> tuple[float, float]:
    """What the axis shows: all values, with half as much room again."""
    room = max(5.0, (max(values) - min(values)) / 4)
    return max(0.0, min(values) - room), max(values) + room
