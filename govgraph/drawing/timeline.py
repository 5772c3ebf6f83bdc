"""The succession of hosts as a timeline: a lane for each country, by when it first hosted, a mark for each session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.looks import LOOKS, THEMES, colour, dressed, titled
from govgraph.drawing.words import lines, ordinal

if TYPE_CHECKING:
    import altair as alt

    from govgraph.drawing.looks import Chart

_LANE = 22  # pixels
_LABELLED = 45
"""From how many sessions on only the marks, not each session's number, can be told apart."""


def timeline(succession: Succession, theme: str = "light", width: int = 800) -> Chart:
    """The chart; sessions without a year are told of in the subtitle, for they have no place on it.

    Args:
        succession: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look = THEMES[theme]
    dated = [one for one in succession.hostings if one.year is not None]
    lanes = list(dict.fromkeys(one.lane for one in sorted(dated, key=lambda one: (one.year or 0, one.ordinal))))
    names = max((len(lane) for lane in lanes), default=0)
    values = [_row(one) for one in dated]
    present = [status for status in LOOKS if any(one.status == status for one in dated)]
    years = [one.year for one in dated if one.year is not None] or [2000]
    x = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(
            format="d", tickCount=min(10, max(1, max(years) - min(years))), grid=True, gridColor=look.faint, gridOpacity=0.25
        ),
        scale=alt.Scale(domain=[min(years) - 1, max(years) + 1], nice=False),
    )
    y = alt.Y("lane:N", title=None, sort=lanes, axis=alt.Axis(labelLimit=260, ticks=False, domain=False))
    data = alt.InlineData(values=values)
    held = alt.InlineData(values=[row for row in values if row["status"] != "changed"])
    path = alt.Chart(held).mark_line(color=look.faint, strokeWidth=1, opacity=0.6).encode(x=x, y=y, order="ordinal:Q")
    shown = alt.Scale(domain=present, range=[LOOKS[status].shape for status in present])
    inks = alt.Scale(domain=present, range=[colour(status, theme) for status in present])
    fills = alt.Scale(domain=present, range=[colour(one, theme) if LOOKS[one].filled else look.ground for one in present])
    marks = (
        alt.Chart(data)
        .mark_point(size=80, strokeWidth=1.6, opacity=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("status:N", scale=shown, legend=alt.Legend(title=None, orient="bottom", symbolSize=80)),
            stroke=alt.Stroke("status:N", scale=inks, legend=alt.Legend(title=None, orient="bottom")),
            fill=alt.Fill("status:N", scale=fills, legend=alt.Legend(title=None, orient="bottom")),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in _TOOLTIP],
            href="source:N",
            description="about:N",
        )
    )
    layers: list[alt.Chart] = [path, marks]
    if len(dated) <= _LABELLED:
        layers.append(
            alt.Chart(data).mark_text(dy=-10, fontSize=9, color=look.ink, clip=False).encode(x=x, y=y, text="ordinal:N")
        )
    chart = alt.layer(*layers).properties(
        width=max(240, width - 7 * min(names, 38) - 40),
        height=max(1, len(lanes)) * _LANE,
        title=titled(succession.title, lines(succession.told + succession.undated, width)),
    )
    return dressed(chart, theme, 14)


_TOOLTIP = (
    ("session", "session"),
    ("host", "host"),
    ("year", "year"),
    ("status", "status"),
    ("words", "says so"),
    ("document", "in"),
)


def _row(one: Hosting) -> dict[str, Any]:
    return {
        "lane": one.lane,
        "year": one.year,
        "ordinal": one.ordinal,
        "session": ordinal(one.ordinal),
        "host": one.place,
        "status": one.status,
        "words": one.words,
        "document": one.document,
        "source": one.source if one.source.startswith(("http://", "https://")) else None,
        "about": one.about,
    }
