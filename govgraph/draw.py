"""Pictures of what a graph holds: each shows itself in a notebook, saves itself, and gives its Altair chart to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from govgraph.drawing.pictures import Mark, Picture
from govgraph.errors import UnknownThingError
from govgraph.graph import iris
from govgraph.graph.store import GraphStore

if TYPE_CHECKING:
    import networkx as nx

    from govgraph.drawing.looks import Chart
    from govgraph.face import Graph


@dataclass(frozen=True)
class Numbers:
    """What a picture of numbers shows, as its JSON has it."""

    title: str
    numbers: tuple[Any, ...]
    arrivals: tuple[Any, ...] = ()


HOST_FORMS = ("timeline", "graph", "map")


def hosts(
    graph: Graph | GraphStore, thing: str | None = None, form: str | None = None, theme: str = "light", width: int = 800
) -> Picture:
    """Who hosted the sessions of a body.

    Args:
        graph: what is drawn.
        thing: a body, or an organisation, whose body with most sessions is meant; without it that of all.
        form: `timeline`, a lane for each country; `graph`, the countries in a circle; `map`, great circles over the world.
            Without it, a timeline, or where no year is known a graph.
        theme: `light` or `dark`.
        width: of the picture, in pixels.

    Raises:
        UnknownThingError: there is no session of it, or none of which enough is known for the form.
        ValueError: there is no such form.
    """
    from govgraph.drawing.atlas import atlas, located
    from govgraph.drawing.circle import arrow_labels, circle, host_graph
    from govgraph.drawing.hosts import COLUMNS, body_of, succession_of
    from govgraph.drawing.timeline import timeline

    if form is not None and form not in HOST_FORMS:
        raise ValueError(f"{form}: is no form of a picture of hosts; there are {', '.join(HOST_FORMS)}")
    store = _store(graph)
    succession = succession_of(store, body_of(store, thing))
    dated = any(one.year is not None for one in succession.hostings)
    form = form or ("timeline" if dated else "graph")
    if not succession.hostings or (form == "timeline" and not dated) or (form == "map" and not located(succession)):
        needs = {"timeline": "both host and year are", "graph": "the host is", "map": "a country as host is"}[form]
        raise UnknownThingError(f"{succession.name}: of no session {needs} known; see `govgraph query host-succession`")
    draw = {"timeline": timeline, "graph": circle, "map": atlas}[form]
    chart = draw(succession, theme, width)
    abouts = arrow_labels(succession) if form == "graph" else None
    marks = succession.marks(abouts)
    told = succession.hostings
    return _picture(succession.title, chart, COLUMNS, marks, told, succession, theme, host_graph(succession))


def offices(graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 800) -> Picture:
    """Who held the offices of an organisation, and when sources saw them in it; without a name, of that of which most is told.

    Raises:
        UnknownThingError: no source tells of any holder, or of none when.
    """
    from govgraph.drawing.tenures import COLUMNS, tenure_chart, tenures_of

    tenures = tenures_of(_store(graph), thing)
    if not any(one.date for one in tenures.sights):
        raise UnknownThingError(
            f"{tenures.name}: no source tells when anybody held an office; see `govgraph query office-holders`"
        )
    chart = tenure_chart(tenures, theme, width)
    return _picture(tenures.title, chart, COLUMNS, tenures.marks(), tenures.sights, tenures, theme)


def members(graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 800) -> Picture:
    """How many members an organisation has had, between which bounds, and which came when.

    Raises:
        UnknownThingError: no source tells a number of them with its date.
    """
    from govgraph.drawing.scope import most_told, name_of

    pattern = "?one gov:countOf ?of ; gov:counts gov:memberCountries ."
    of = most_told(_store(graph), thing, pattern, "a number of its members")
    return _growth(_store(graph), of, "memberCountries", f"Members of {name_of(_store(graph), of)}", theme, width)


def recognitions(graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 800) -> Picture:
    """How many countries have recognised an instrument, between which bounds, and which did so when.

    Raises:
        UnknownThingError: no source tells a number of them with its date, nor a country that did.
    """
    from govgraph.drawing.scope import most_told, name_of

    store = _store(graph)
    of = most_told(store, _instrument(store, thing), "?one gov:recognizes ?of", "a country that recognises it")
    return _growth(store, of, "recognitionCount", f"Countries that recognise the {name_of(store, of)}", theme, width)


def attendance(graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 800) -> Picture:
    """How many people and how many countries came to the sessions of a body.

    Raises:
        UnknownThingError: there is no session of it, or none of which a source tells how many came, and when.
    """
    from govgraph.drawing.attending import attendance_chart
    from govgraph.drawing.hosts import body_name, body_of
    from govgraph.drawing.numbers import COLUMNS, attendance_of

    store = _store(graph)
    body = body_of(store, thing)
    name = body_name(store, body)
    numbers = attendance_of(store, body)
    if not any(one.date for one in numbers):
        raise UnknownThingError(f"{name}: of no session it is told how many came, and when; see `govgraph query attendance`")
    title = f"Who came to the {name}"
    chart = attendance_chart(title, numbers, theme, width)
    content = Numbers(title, tuple(numbers))
    return _picture(title, chart, COLUMNS, tuple(one.mark() for one in numbers), numbers, content, theme)


def network(graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 800) -> Picture:
    """The people, offices, organisations and agreements around a thing; without a name, around the organisation most tied.

    Raises:
        UnknownThingError: the graph ties nothing to it.
    """
    from govgraph.drawing.neighbours import COLUMNS, neighbours_of, ring, tie_graph
    from govgraph.drawing.scope import most_told

    store = _store(graph)
    of = thing or most_told(
        store, None, "?of a gov:Organization . ?one gov:officeOf|gov:party ?of", "anything around an organisation"
    )
    found = neighbours_of(store, of)
    chart = ring(found, theme, width)
    return _picture(found.title, chart, COLUMNS, found.marks(), found.ties, found, theme, tie_graph(found))


def dashboard(
    graph: Graph | GraphStore, thing: str | None = None, theme: str = "light", width: int = 1000
) -> tuple[str, list[str]]:
    """A page (HTML) with all pictures of an organisation and the findings about it, and what could not be drawn, in words.

    Without a name it is of the organisation whose body has most sessions.

    Raises:
        UnknownThingError: nothing about it can be drawn.
    """
    from govgraph.drawing.dashboard import dashboard as page
    from govgraph.drawing.hosts import body_of, owner_of
    from govgraph.drawing.scope import name_of
    from govgraph.knowing.checks import check_graph

    store = _store(graph)
    of = iris.expand(thing) if thing else owner_of(store, body_of(store))
    pictures, missing = [], []
    wanted: list[Callable[[], Picture]] = [
        lambda: hosts(store, of, "timeline", theme, width),
        lambda: hosts(store, of, "map", theme, width),
        lambda: offices(store, of, theme, width),
        lambda: members(store, of, theme, width),
        lambda: recognitions(store, of, theme, width),
        lambda: attendance(store, of, theme, width),
    ]
    for draw in wanted:
        try:
            pictures.append(draw())
        except UnknownThingError as error:
            missing.append(str(error))
    if not pictures:
        raise UnknownThingError(f"{thing or of}: nothing about it can be drawn; see `govgraph query gaps`")
    return page(pictures, check_graph(store, thing=of), name_of(store, of)), missing


def _growth(store: GraphStore, of: str, kind: str, title: str, theme: str, width: int) -> Picture:
    from govgraph.drawing.growth import growth
    from govgraph.drawing.numbers import COLUMNS, arrivals_of, numbers_of

    numbers, arrivals = numbers_of(store, of, kind), arrivals_of(store, of)
    if not any([*(one.date for one in numbers), *(one.date for one in arrivals)]):
        raise UnknownThingError(f"{title}: no source tells a number or a name with its date; see `govgraph facts`")
    chart = growth(title, numbers, arrivals, theme, width)
    marks = (*(one.mark() for one in numbers), *(one.mark() for one in arrivals))
    return _picture(title, chart, COLUMNS, marks, numbers or arrivals, Numbers(title, tuple(numbers), tuple(arrivals)), theme)


def _instrument(store: GraphStore, thing: str | None) -> str | None:
    """The instrument that is meant by an instrument, or by the organisation that it belongs to: the one recognised most."""
    from govgraph.drawing.scope import cell, rows

    if thing is None:
        return None
    own = f"?one gov:instrumentOf {ox.NamedNode(iris.expand(thing))} . ?act gov:recognizes ?one"
    query = f"SELECT ?one (COUNT(DISTINCT ?act) AS ?n) {{ {own} }} GROUP BY ?one ORDER BY DESC(?n) ?one"
    return next((cell(row, "one") for row in rows(store, query)), thing)


def _store(graph: Graph | GraphStore) -> GraphStore:
    return graph if isinstance(graph, GraphStore) else graph.store


def _picture(
    title: str,
    chart: Chart,
    columns: tuple[str, ...],
    marks: tuple[Mark, ...],
    records: Sequence[Any],
    content: object,
    theme: str,
    graph: nx.MultiDiGraph[str] | None = None,
) -> Picture:
    """A picture, described by the words above its chart."""
    above = chart.to_dict(validate=False)["title"]["subtitle"]
    return Picture(title, tuple(above), columns, marks, chart, records, content, theme, graph)
