"""One visual language for all pictures: what each status looks like, in light and in dark.

A status has one shape and one colour everywhere. The colours are those of Okabe and Ito (2008), which people who see colours
differently tell apart; the shapes tell the same in grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import altair as alt

    Chart: TypeAlias = alt.LayerChart | alt.FacetChart | alt.VConcatChart


@dataclass(frozen=True, slots=True)
class Look:
    """A Vega shape, whether it is filled, its colour on a light and on a dark ground, and what it means in words."""

    shape: str
    filled: bool
    light: str
    dark: str
    means: str


LOOKS = {
    "confirmed": Look("circle", True, "#0072B2", "#56B4E9", "a source reports that it met there"),
    "announced": Look("circle", False, "#0072B2", "#56B4E9", "announced, or named without more"),
    "inferred": Look("diamond", False, "#009E73", "#2FC79A", "follows from what sources say"),
    "changed": Look("cross", True, "#D55E00", "#FF8A3C", "announced, then given up"),
    "conflicting": Look("square", True, "#CC79A7", "#E8A2C8", "sources disagree"),
}

QUALIFIERS = {
    "exactly": Look("circle", True, "#0072B2", "#56B4E9", "as counted"),
    "approximately": Look("circle", False, "#0072B2", "#56B4E9", "about"),
    "nearly": Look("triangle-down", False, "#0072B2", "#56B4E9", "nearly"),
    "moreThan": Look("triangle-up", False, "#0072B2", "#56B4E9", "more than"),
    "atLeast": Look("triangle-up", True, "#0072B2", "#56B4E9", "at least"),
}
"""How exact a count claims to be: it is told like a status, by a shape."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Ground, ink for words, a fainter ink for lines, and what land looks like on a map."""

    ground: str
    ink: str
    faint: str
    land: str


THEMES = {
    "light": Theme("#ffffff", "#1b1b1b", "#9a9a9a", "#e4e2dc"),
    "dark": Theme("#16181c", "#ececec", "#7d828a", "#2c3138"),
}


def dressed(chart: Chart, theme: str, below_title: int) -> Chart:
    """A chart with the fonts and inks that all pictures have; `below_title` is the space there, in pixels."""
    look = THEMES[theme]
    finished: Chart = (
        chart.properties(background=look.ground, padding=16)
        .configure(font="DejaVu Sans, Arial, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            titleColor=look.ink,
            titleFontWeight="normal",
            labelColor=look.ink,
            domainColor=look.faint,
            tickColor=look.faint,
            labelFontSize=11,
        )
        .configure_title(
            color=look.ink,
            subtitleColor=look.ink,
            fontSize=16,
            subtitleFontSize=11,
            offset=below_title,
        )
        .configure_legend(labelColor=look.ink, labelFontSize=11)
    )
    return finished


def titled(title: str, told: Sequence[str]) -> alt.TitleParams:
    """The words above a picture."""
    import altair as alt

    return alt.TitleParams(title, subtitle=list(told), anchor="start", frame="bounds")


def colour(status: str, theme: str) -> str:
    """The colour of a status in a theme."""
    look = LOOKS[status]
    return look.dark if theme == "dark" else look.light
