"""Pictures of offices, numbers and networks, and the map, show what the graph holds, be it much or little."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from govgraph import Graph, draw
from govgraph.drawing.atlas import atlas, located
from govgraph.drawing.hosts import Hosting, Succession
from govgraph.drawing.labels import placed
from govgraph.drawing.moments import at, ticks
from govgraph.drawing.numbers import Number, bounds
from govgraph.drawing.outputs import written
from govgraph.drawing.places import is_exact, on_paper, where
from govgraph.drawing.timeline import timeline
from govgraph.errors import UnknownThingError
from govgraph.graph.loading import read_text
from tests.commands.cli import fine


def layer_rows(chart: Any, mark: str) -> list[dict[str, Any]]:
    """The data of the first layer with this mark."""
    spec = chart.to_dict()
    layers = [layer for panel in spec.get("vconcat", [spec]) for layer in panel["layer"]]
    layer = next(one for one in layers if one["mark"]["type"] == mark)
    rows = spec["datasets"][layer["data"]["name"]]
    assert isinstance(rows, list)
    return rows


def test_offices_have_a_dot_for_each_date_and_what_follows_between(graph: Graph) -> None:
    picture = draw.offices(graph, "org:INTERPOL")
    assert [row["about"] for row in layer_rows(picture.chart, "point")] == [
        "Mireille Ballestrazzi, President: was seen in it 2013-10-24",
        "Mireille Ballestrazzi, President: was seen in it 2016-11-10",
    ]
    bars = layer_rows(picture.chart, "bar")
    assert [(int(bar["x"]), int(bar["x2"]), bar["told"]) for bar in bars] == [(2013, 2016, "follows from what was seen")]


def test_members_have_a_mark_for_each_count(graph: Graph) -> None:
    picture = draw.members(graph, "org:INTERPOL")
    assert [(int(row["x"]), row["y"]) for row in layer_rows(picture.chart, "point")] == [(2013, 190), (2016, 192)]
    assert {mark.words for mark in picture.marks} == {
        "INTERPOL has 190 member countries.",
        "INTERPOL now has 192 member countries.",
    }


def test_recognitions_have_the_country_at_its_step(graph: Graph) -> None:
    picture = draw.recognitions(graph, "org:INTERPOL")
    assert [mark.cells for mark in picture.marks] == [
        ("recognitions", "2013-10-24", "64", "exactly"),
        ("Colombia", "2013-10-24", "64th", ""),
    ]


def test_attendance_tells_people_and_countries(graph: Graph) -> None:
    found = draw.attendance(graph, "org:INTERPOL")
    assert [(one.session, one.what, one.value, one.qualifier) for one in found.records] == [
        (82, "people", 600, "nearly"),
        (85, "people", 830, "exactly"),
        (82, "countries", 144, "exactly"),
    ]


def test_a_network_ties_people_to_offices_and_these_to_the_organisation(graph: Graph) -> None:
    picture = draw.network(graph, "org:INTERPOL")
    ties = {mark.about for mark in picture.marks}
    assert {"Mireille Ballestrazzi holds President", "President is an office of INTERPOL"} <= ties
    assert picture.graph is not None
    assert picture.graph.has_edge("Mireille Ballestrazzi", "President")


def test_the_map_has_a_mark_for_each_host_and_a_line_for_each_step(graph: Graph) -> None:
    spec = draw.hosts(graph, "org:UNWTO", "map").chart.to_dict()
    points, steps = spec["layer"][2], spec["layer"][1]
    marks = spec["datasets"][points["data"]["name"]]
    assert [mark["about"].split(", ")[1] for mark in marks] == ["Saint Petersburg", "Madrid", "Marrakech", "Riyadh"]
    lines = spec["datasets"][steps["data"]["name"]]
    assert len(lines) == 2  # to Madrid, and on to Riyadh; Marrakech was given up


@pytest.mark.parametrize(
    ("city", "code", "near"),
    [
        ("Marrakech", "MA", (-8, 31.6)),
        ("Cartagena de Indias", "CO", (-75.5, 10.4)),
        ("Monaco", "MC", (7.4, 43.7)),
        ("Saint Petersburg", "RU", (30.3, 59.9)),
        ("Kigali", "RW", (30.1, -1.9)),
    ],
)
def test_cities_lie_where_they_lie(city: str, code: str, near: tuple[float, float]) -> None:
    place = where(city, code)
    assert place is not None
    assert place == pytest.approx(near, abs=0.2)
    assert is_exact(city, code)


def test_a_place_that_is_no_known_city_stands_for_its_country() -> None:
    assert where("Atlantis", "MC") == pytest.approx((7.4, 43.7), abs=0.2)
    assert not is_exact("Atlantis", "MC")
    assert where("Atlantis", "XX") is None


def test_equal_earth_is_as_published() -> None:
    """The ends of the equator and the pole (Šavrič, Patterson and Jenny 2018)."""
    assert on_paper((180, 0)) == pytest.approx((2.70663, 0), abs=1e-4)
    assert on_paper((0, 90)) == pytest.approx((0, 1.31735), abs=1e-4)


def test_bounds_are_what_lies_between_counts() -> None:
    def number(date: str, value: int, qualifier: str = "exactly") -> Number:
        return Number("recognitions", date, value, qualifier, "w", "f", "")

    found = [number("2013-07-02", 64), number("2014-07-02", 80, "approximately"), number("2015-07-02", 103, "nearly")]
    assert [(int(when), low, high) for when, low, high in bounds(found)] == [(2013, 64, 64), (2014, 64, 103), (2015, 64, 103)]
    assert bounds([number("2013", 70), number("2014", 60)]) == []


def test_labels_meet_neither_one_another_nor_the_frame() -> None:
    wanted = [(f"Place {n}", 50.0 + n % 7, 50.0 + n % 5) for n in range(40)]
    labels = placed(wanted, 300, 200, 10, [(x, y) for _, x, y in wanted])
    assert labels
    boxes = []
    for one in labels:
        wide = len(one.text) * 6.2
        left = one.x - {"left": 0.0, "right": wide, "center": wide / 2}[one.align]
        boxes.append((left, one.y - 6, left + wide, one.y + 6))
    assert all(left >= 0 and top >= 0 and right <= 300 and bottom <= 200 for left, top, right, bottom in boxes)
    for number, (a, b, c, d) in enumerate(boxes):
        assert not [1 for e, f, g, h in boxes[number + 1 :] if a < g and e < c and b < h and f < d]


@pytest.mark.parametrize(("moment", "year"), [("2013", 2013.5), ("2013-01-01", 2013.0), ("2013-10", 2013.785), ("soon", None)])
def test_dates_have_their_place(moment: str, year: float | None) -> None:
    assert at(moment) == (pytest.approx(year, abs=0.01) if year is not None else None)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2015.4, 2017.4, [2016, 2017]),
        (2005.0, 2026.5, [2005, 2010, 2015, 2020, 2025]),
        (1924.0, 2025.0, [1940, 1960, 1980, 2000, 2020]),
    ],
)
def test_years_are_written_once_and_not_too_many(first: float, last: float, years: list[int]) -> None:
    assert ticks(first, last) == years


def long_succession(number: int) -> Succession:
    places = (
        ("Oslo", "Norway", "NO"),
        ("東京", "日本", "JP"),
        ("القاهرة", "مصر", "EG"),
        ("Llanfair", "A country with a very long name indeed", "GB"),
    )
    hostings = []
    for n in range(1, number + 1):
        city, country, code = places[n % len(places)]
        hostings.append(Hosting(f"urn:{n}", n, 1900 + n, country, code, city, "confirmed", f"Session {n}.", "f.txt", ""))
    return Succession("urn:b", "Board", tuple(hostings), ())


@pytest.mark.parametrize("number", [1, 2, 100])
def test_one_session_or_a_hundred_are_drawn(number: int) -> None:
    succession = long_succession(number)
    assert len(located(succession)) == number
    for chart in (timeline(succession), atlas(succession)):
        assert chart.to_dict()["title"]["text"] == "Hosts of the Board"


def test_all_formats_are_written_from_python(graph: Graph, tmp_path: Path) -> None:
    picture = draw.hosts(graph, "org:UNWTO")
    for ending in ("svg", "png", "html", "csv", "json", "dot", "mmd", "graphml", "gexf"):
        picture.save(tmp_path / f"hosts.{ending}")
        assert (tmp_path / f"hosts.{ending}").stat().st_size > 100
    assert picture._repr_html_().startswith("<svg")
    assert set(picture._repr_mimebundle_()) == {"image/svg+xml", "text/html", "text/plain"}


@pytest.mark.parametrize("what", ["offices", "members", "recognitions", "attendance", "network"])
def test_the_command_writes_each_and_its_data(what: str, folder: Path) -> None:
    store = folder / "db"
    assert fine("draw", what, "org:INTERPOL", "--store", store).stdout.startswith("<svg")
    assert list(csv.DictReader(io.StringIO(fine("draw", what, "org:INTERPOL", "--store", store, "--format", "csv").stdout)))
    assert json.loads(fine("draw", what, "org:INTERPOL", "--store", store, "--format", "json").stdout)


def test_hosts_without_a_year_are_drawn_as_a_graph() -> None:
    graph = Graph()
    text = "The 31st Baltic Ports Summit was held in Riga, Latvia. The 32nd Baltic Ports Summit was held in Oslo, Norway."
    graph.store.load(read_text(text.encode(), "a.txt"))
    picture = draw.hosts(graph)
    assert picture.graph is not None
    assert list(picture.graph.edges()) == [("Latvia", "Norway")]
    assert "arrow" in " ".join(picture.told)
    with pytest.raises(UnknownThingError, match="both host and year are known"):
        draw.hosts(graph, form="timeline")
    with pytest.raises(ValueError, match="cube: is no form"):
        draw.hosts(graph, form="cube")


def test_marks_of_a_picture_have_their_sentence_in_svg(graph: Graph) -> None:
    svg = written(draw.members(graph, "org:INTERPOL"), "svg").decode()
    assert "<title>190 members, 2013-10-24: INTERPOL has 190 member countries. (c.txt)</title>" in svg
