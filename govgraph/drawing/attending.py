"""How many people and how many countries came to each session: a row for either, a mark for each number that a source gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govgraph.drawing.looks import QUALIFIERS, THEMES, colour, dressed, titled
from govgraph.drawing.moments import at, ticks
from govgraph.drawing.numbers import Number
from govgraph.drawing.words import counted, from_sources, lines

if TYPE_CHECKING:
    from govgraph.drawing.looks import Chart

_HIGH = 170  # pixels


def attendance_chart(title: str, numbers: Sequence[Number], theme: str = "light", width: int = 800) -> Chart:
    """The chart; sessions without a year have no place on it, and the subtitle says so."""
    import altair as alt

    look, wide, ink = THEMES[theme], max(260, width - 90), colour("confirmed", theme)
    dated = [(moment, one) for one in numbers if (moment := at(one.date)) is not None]
    times = [moment for moment, _ in dated] or [2000.5]
    present = [name for name in QUALIFIERS if any(one.qualifier == name for _, one in dated)]
    means = [QUALIFIERS[name].means for name in present]
    shape = alt.Shape("how:N", scale=alt.Scale(domain=means, range=[QUALIFIERS[n].shape for n in present]), legend=_LEGEND)
    fill = alt.Fill(
        "how:N",
        scale=alt.Scale(domain=means, range=[ink if QUALIFIERS[n].filled else look.ground for n in present]),
        legend=_LEGEND,
    )
    panels = []
    for what, heading in (("people", "people"), ("countries", "countries represented")):
        values = [
            {
                "x": moment,
                "y": one.value,
                "how": QUALIFIERS[one.qualifier].means,
                "about": one.about,
                "session": str(one.session),
                "words": one.words,
            }
            for moment, one in dated
            if one.what == what
        ]
        if not values:
            continue
        data = alt.InlineData(values=values)
        axis = alt.Axis(
            format="d", values=ticks(min(times) - 1, max(times) + 1), grid=True, gridColor=look.faint, gridOpacity=0.25
        )
        scale = alt.Scale(domain=[min(times) - 1, max(times) + 1], nice=False)
        x = alt.X("x:Q", title=None, scale=scale, axis=axis)
        y = alt.Y("y:Q", title=heading, scale=alt.Scale(zero=True), axis=alt.Axis(titleColor=look.ink, grid=False))
        marks = (
            alt.Chart(data)
            .mark_point(size=60, strokeWidth=1.6, stroke=ink, opacity=1)
            .encode(x=x, y=y, shape=shape, fill=fill, description="about:N", tooltip=["about:N", "words:N"])
        )
        stems = alt.Chart(data).mark_rule(color=look.faint, opacity=0.6).encode(x=x, y=y, y2=alt.datum(0))
        names = alt.Chart(data).mark_text(dy=-10, fontSize=9, color=look.ink, clip=False).encode(x=x, y=y, text="session:N")
        panels.append(alt.layer(stems, marks, names).properties(width=wide, height=_HIGH))
    told = f"{counted(len({one.session for one in numbers}), 'session')}, {from_sources(numbers)}."
    without = len({one.session for one in numbers if at(one.date) is None})
    told += f" Without a year, and so not drawn: {without}." if without else ""
    chart = alt.vconcat(*panels).properties(title=titled(title, lines(told, width)))
    return dressed(chart, theme, 12)


_LEGEND: dict[str, Any] = {"title": None, "orient": "bottom", "symbolSize": 70}
