"""Who held the offices of an organisation: a lane for each holder, by office, with what sources saw and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from govgraph.drawing.looks import THEMES, colour, dressed, titled
from govgraph.drawing.moments import at, ticks
from govgraph.drawing.pictures import Mark
from govgraph.drawing.scope import cell, most_told, name_of, rows
from govgraph.drawing.words import counted, from_sources, lines
from govgraph.graph.store import GraphStore
from govgraph.knowing.explanations import sentences_of

if TYPE_CHECKING:
    import altair as alt

    from govgraph.drawing.looks import Chart

COLUMNS = ("Office", "Holder", "What", "When")
KINDS = {"from": "came in", "seen": "was seen in it", "to": "left"}
_LANE = 19  # pixels
_LANES = 60
"""How many holders are drawn at most: those of the offices of which most is told."""


@dataclass(frozen=True, slots=True)
class Sight:
    """That a source tells when somebody came into an office, left it, or was seen in it; `date` is empty if it tells none."""

    office: str
    holder: str
    kind: str
    date: str
    words: str
    document: str
    source: str
    issued: str = ""

    @property
    def about(self) -> str:
        """What its mark says."""
        return f"{self.holder}, {self.office}: {KINDS[self.kind]} {self.date}"


@dataclass(frozen=True)
class Tenures:
    """What sources tell of the holders of an organisation's offices."""

    organization: str
    name: str
    sights: tuple[Sight, ...]

    @property
    def title(self) -> str:
        """What stands above a picture of them."""
        return f"Who held the offices of {self.name}"

    def marks(self) -> tuple[Mark, ...]:
        """The rows of the picture's table."""
        return tuple(
            Mark(
                one.about if one.date else "",
                (one.office, one.holder, KINDS[one.kind], one.date or "no date told"),
                "confirmed",
                one.words,
                one.document,
                one.source,
                int(one.date[:4]) if one.date else None,
                (f"person {one.holder}", f"office {one.office}", *((f"year {one.date[:4]}",) if one.date else ())),
            )
            for one in self.sights
        )


def tenures_of(store: GraphStore, thing: str | None = None) -> Tenures:
    """The holders of the offices of an organisation and of its organs; without a name, of that of which most is told.

    Raises:
        UnknownThingError: no source tells of any.
    """
    pattern = "?of a gov:Organization . ?office gov:officeOf ?of . ?one gov:ofOffice ?office ; gov:holder ?who ."
    organization = most_told(store, thing, pattern, "a holder of its offices")
    query = f"""SELECT DISTINCT ?office ?who ?p ?date ?g {{
      {{ SELECT DISTINCT ?office {{ ?office gov:officeOf ?of
        FILTER(?of = {ox.NamedNode(organization)} || STRSTARTS(STR(?of), {ox.Literal(organization + "/")})) }} }}
      GRAPH ?g {{ ?tenure gov:ofOffice ?office ; gov:holder ?who .
        OPTIONAL {{ ?tenure ?p ?date FILTER(?p IN (gov:from, gov:to, gov:observedOn)) }} }} }}"""
    found = [row for row in rows(store, query) if "#" in cell(row, "g")]
    known = sentences_of(store, {cell(row, "g") for row in found})
    names = {iri: name_of(store, iri, "person") for iri in {cell(row, "who") for row in found}}
    names |= {iri: name_of(store, iri) for iri in {cell(row, "office") for row in found}}
    sights = set()
    for row in found:
        said, kind = known[cell(row, "g")], cell(row, "p").rpartition("#")[2]
        kind = "seen" if kind in ("", "observedOn") else kind
        office, holder = names[cell(row, "office")], names[cell(row, "who")]
        sights.add(Sight(office, holder, kind, cell(row, "date"), *said.telling))
    dated = {(one.office, one.holder) for one in sights if one.date}
    kept = (one for one in sights if one.date or (one.office, one.holder) not in dated)
    order = tuple(sorted(kept, key=lambda one: (one.office, one.date or "9999", one.holder, one.kind, one.document, one.words)))
    return Tenures(organization, name_of(store, organization), order)


def tenure_chart(tenures: Tenures, theme: str = "light", width: int = 800) -> Chart:
    """The chart; a full bar is told from beginning to end, a light one follows from what was seen.

    Args:
        tenures: what is drawn.
        theme: `light` or `dark`.
        width: of the whole picture, in pixels.
    """
    import altair as alt

    look = THEMES[theme]
    lanes, left_out = _lanes(tenures)
    shown = [one for one in tenures.sights if one.date and (one.office, one.holder) in lanes]
    heads = list(dict.fromkeys(office for office, _ in lanes))
    places = _places(lanes, heads)
    values = [{"x": at(one.date), "y": places[one.office, one.holder], "about": one.about, "words": one.words} for one in shown]
    bars = [bar for key in lanes for bar in _bars([one for one in shown if (one.office, one.holder) == key], places[key])]
    years = [moment for one in shown if (moment := at(one.date)) is not None] or [2000.5]
    names = max((len(holder) for _, holder in lanes), default=0)
    height = (max(places.values(), default=0) + 1.7) * _LANE
    wide = max(260, width - 7 * min(names, 40) - 60)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.7, height / _LANE - 0.7], reverse=True, nice=False))
    axis = alt.Axis(format="d", values=ticks(min(years) - 1, max(years) + 1), grid=True, gridColor=look.faint, gridOpacity=0.25)
    x = alt.X("x:Q", title=None, scale=alt.Scale(domain=[min(years) - 1, max(years) + 1], nice=False), axis=axis)
    words = [{"y": places[key], "text": key[1]} for key in lanes]
    headings = [{"y": places["", office], "text": office} for office in heads]
    ink = colour("confirmed", theme)
    layers: list[alt.Chart] = [
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar(height=7, cornerRadius=3)
        .encode(
            x=x,
            x2="x2:Q",
            y=y,
            color=alt.Color(
                "told:N", scale=alt.Scale(domain=list(_TOLD), range=[ink, colour("inferred", theme)]), legend=_LEGEND
            ),
            opacity=alt.Opacity("told:N", scale=alt.Scale(domain=list(_TOLD), range=[0.6, 0.35]), legend=None),
        ),
        alt.Chart(alt.InlineData(values=values))
        .mark_point(shape="circle", filled=True, size=34, color=ink, opacity=1)
        .encode(x=x, y=y, description="about:N", tooltip=["about:N", "words:N"]),
        alt.Chart(alt.InlineData(values=words))
        .mark_text(align="right", baseline="middle", fontSize=11, color=look.ink, clip=False)
        .encode(x=alt.value(-10), y=y, text="text:N"),
        alt.Chart(alt.InlineData(values=headings))
        .mark_text(align="right", baseline="middle", fontSize=11, fontWeight="bold", color=look.ink, clip=False)
        .encode(x=alt.value(-10), y=y, text="text:N"),
    ]
    told = f"{counted(len(lanes), 'holder')}, {from_sources(shown)}. A dot is a date that a source tells."
    undated = sorted({one.holder for one in tenures.sights if not one.date})
    told += f" Without any date, and so not drawn: {', '.join(undated[:12])}" if undated else ""
    told += (f" and {len(undated) - 12} more." if len(undated) > 12 else ".") if undated else ""
    told += f" {counted(left_out, 'holder')} of other offices left out." if left_out else ""
    chart = alt.layer(*layers).properties(width=wide, height=height, title=titled(tenures.title, lines(told, width)))
    return dressed(chart, theme, 12)


_TOLD = ("told from beginning to end", "follows from what was seen")
_LEGEND: dict[str, Any] = {"title": None, "orient": "bottom", "symbolType": "square"}


def _lanes(tenures: Tenures) -> tuple[list[tuple[str, str]], int]:
    """Offices and holders of whom a date is told, in the order in which they are drawn, and how many are left out."""
    first: dict[tuple[str, str], str] = {}
    for one in tenures.sights:
        if one.date:
            key = (one.office, one.holder)
            first[key] = min(first.get(key, "9999"), one.date)
    holders: dict[str, int] = {}
    for office, _ in first:
        holders[office] = holders.get(office, 0) + 1
    order = sorted(first, key=lambda key: (-holders[key[0]], key[0], first[key], key[1]))
    return order[:_LANES], max(0, len(order) - _LANES)


def _places(lanes: Sequence[tuple[str, str]], heads: Sequence[str]) -> dict[tuple[str, str], float]:
    """How many lanes down each holder stands, and (with no holder) each office's name above them."""
    places: dict[tuple[str, str], float] = {}
    down = 0.0
    for office in heads:
        places["", office] = down
        for number, key in enumerate([key for key in lanes if key[0] == office], 1):
            places[key] = down + number
        down = max(places.values()) + 1.5
    return places


def _bars(sights: Sequence[Sight], lane: float) -> list[dict[str, Any]]:
    """The stretches of one holder: from coming in to leaving as told, and what lies beyond between dates that were seen."""
    moments = {kind: sorted(x for one in sights if one.kind == kind and (x := at(one.date)) is not None) for kind in KINDS}
    every = sorted(moment for found in moments.values() for moment in found)
    if len(every) < 2:
        return []
    bars = []
    first, last = every[0], every[-1]
    if moments["from"] and moments["to"]:
        start, end = moments["from"][0], moments["to"][-1]
        bars.append({"x": start, "x2": end, "y": lane, "told": _TOLD[0]})
        stretches = [(first, start), (end, last)]
    else:
        stretches = [(first, last)]
    return bars + [{"x": one, "x2": two, "y": lane, "told": _TOLD[1]} for one, two in stretches if two > one]
