"""The succession of hosts as a timeline: a lane for each country, by when it first hosted, a mark for each session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.looks import LOOKS, THEMES, colour, dressed

if TYPE_CHECKING:
    import altair as alt

_LANE = 22  # pixels
_LABELLED = 45
"""From how many sessions on only the marks, not each session's number, can be told apart."""


def timeline(succession: Succession, theme: str = "light", width: int = 800) -> alt.LayerChart:
    """The chart; sessions without a year are told of in the subtitle, for they have no place on it.

    Args:
        succession: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look = THEMES[theme]
    dated = [one for one in succession.hostings if one.year is not None]
    lanes = list(dict.fromkeys(lane_of(one) for one in sorted(dated, key=lambda one: (one.year or 0, one.ordinal))))
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
        title=alt.TitleParams(
            heading(succession), subtitle=subtitle(succession, 95 if width < 1000 else 190), anchor="start", frame="bounds"
        ),
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


def lane_of(one: Hosting) -> str:
    """The lane of a hosting: its country, or the city of which no source tells the country."""
    return one.country or f"{one.city} (no country told)"


def _row(one: Hosting) -> dict[str, Any]:
    host = ", ".join(part for part in (one.city, one.country) if part)
    return {
        "lane": lane_of(one),
        "year": one.year,
        "ordinal": one.ordinal,
        "session": ordinal(one.ordinal),
        "host": host,
        "status": one.status,
        "words": one.words,
        "document": one.document,
        "source": one.source if one.source.startswith(("http://", "https://")) else None,
        "about": f"{ordinal(one.ordinal)} session, {host}, {one.year}, {one.status}",
    }


def ordinal(number: int) -> str:
    """An English ordinal: 81st, 82nd, 111th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def heading(succession: Succession) -> str:
    """The title of a picture of hosts."""
    return f"Hosts of the {succession.name}"


def subtitle(succession: Succession, width: int = 95) -> list[str]:
    """What is shown, from how many sources, and what is missing; lines of about `width` characters."""
    import textwrap

    sessions = {one.ordinal for one in succession.hostings}
    years = [one.year for one in succession.hostings if one.year is not None]
    documents = {one.document for one in succession.hostings if one.document}
    told = f"{len(sessions)} session{'s' if len(sessions) != 1 else ''} with a known host"
    told += f", {min(years)} to {max(years)}" if years else ""
    told += f", from {len(documents)} source{'s' if len(documents) != 1 else ''}."
    undated = sorted({one.ordinal for one in succession.hostings if one.year is None})
    if undated:
        told += f" Without a year, and so not drawn: {runs(undated)}."
    if succession.unknown:
        told += f" Host unknown: {runs(succession.unknown)}."
    return textwrap.wrap(told, width)


def runs(numbers: Sequence[int]) -> str:
    """Numbers in a row as ranges: 3–15, 17, 19–24."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
