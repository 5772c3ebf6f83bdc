"""Pictures of hosts show what the graph holds, each mark by how firm it is; the data behind them is the same."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from govgraph import Graph, draw
from govgraph.drawing.circle import circle, host_graph
from govgraph.drawing.hosts import COLUMNS, Hosting, Succession, body_of, succession_of
from govgraph.drawing.looks import LOOKS
from govgraph.drawing.outputs import written
from govgraph.drawing.pictures import Picture
from govgraph.drawing.timeline import timeline
from govgraph.drawing.words import runs
from govgraph.errors import UnknownThingError
from tests.commands.cli import fine, govgraph
from tests.drawing.conftest import TEXTS

TOLD = "3 sessions with a known host, 2019 to 2025, from 2 sources, the latest of 2021-12-03. Host unknown: 25."


@pytest.fixture(scope="module")
def succession(graph: Graph) -> Succession:
    return succession_of(graph.store, body_of(graph.store, "org:UNWTO"))


def test_each_host_is_as_firm_as_its_sources(succession: Succession) -> None:
    assert [(one.ordinal, one.code, one.year, one.status) for one in succession.hostings] == [
        (23, "RU", 2019, "confirmed"),
        (24, "ES", 2021, "confirmed"),
        (24, "MA", 2021, "changed"),
        (26, "SA", 2025, "announced"),
    ]
    assert succession.unknown == (25,)
    assert all(one.words in " ".join(TEXTS[one.document[0]].split()) for one in succession.hostings)


def test_the_chart_has_a_mark_for_each_host(succession: Succession) -> None:
    spec = timeline(succession).to_dict()
    marks = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    rows = spec["datasets"][marks["data"]["name"]]
    assert [(row["ordinal"], row["lane"], row["status"]) for row in rows] == [
        (one.ordinal, one.country, one.status) for one in succession.hostings
    ]
    assert marks["encoding"]["shape"]["scale"]["domain"] == ["confirmed", "announced", "changed"]
    assert marks["encoding"]["shape"]["scale"]["range"] == [LOOKS[one].shape for one in ("confirmed", "announced", "changed")]


def test_the_subtitle_tells_what_is_missing(succession: Succession) -> None:
    assert succession.told == TOLD


def test_ranges_are_written_short() -> None:
    assert runs([3, 4, 5, 7, 9, 10]) == "3–5, 7, 9–10"


def test_no_two_statuses_look_alike() -> None:
    assert len({(look.shape, look.filled) for look in LOOKS.values()}) == len(LOOKS)


def test_svg_has_a_title_and_a_description(folder: Path) -> None:
    svg = fine("draw", "hosts", "org:UNWTO", "--store", folder / "db").stdout
    root = ElementTree.fromstring(svg)
    texts = {child.tag.rpartition("}")[2]: child.text for child in root}
    assert texts["title"] == "Hosts of the World Tourism Organization General Assembly"
    assert texts["desc"] == TOLD
    assert root.get("role") == "img"


@pytest.mark.parametrize(
    ("ending", "begins"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("svg", b"<svg ")]
)
def test_the_ending_tells_the_format(folder: Path, ending: str, begins: bytes) -> None:
    fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "-o", folder / f"hosts.{ending}")
    assert (folder / f"hosts.{ending}").read_bytes().startswith(begins)


def test_the_page_loads_nothing_and_has_the_data_as_a_table(folder: Path) -> None:
    page = fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", "html").stdout
    assert not re.search(r"<link|src=|@import|url\([^#]", page)
    assert page.count("<tr>") + page.count("<tr id=") == 5
    assert page.count('href="#p0-mark-') == page.count('<tr id="p0-mark-') == 4
    assert "24th session, Marrakech, Morocco, 2021, changed: The 24th session" in page
    assert "announced, then given up" in page


def test_the_data_is_that_of_the_picture(folder: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", "csv").stdout))
    )
    content = json.loads(fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", "json").stdout)
    assert [row["code"] for row in rows] == ["RU", "ES", "MA", "SA"] == [one["code"] for one in content["hostings"]]
    dot = fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", "dot").stdout
    assert '"Russia" -> "Spain" [label="24 (2021)"];' in dot
    assert '"Spain" -> "Saudi Arabia" [label="26 (2025)"];' in dot
    assert '-> "Morocco"' not in dot


def test_the_same_graph_gives_the_same_picture(folder: Path) -> None:
    once, again = (fine("draw", "hosts", "org:UNWTO", "--store", folder / "db").stdout for _ in range(2))
    assert once == again


def picture_of(succession: Succession, theme: str = "light") -> Picture:
    chart = timeline(succession, theme)
    marks, hostings = succession.marks(), succession.hostings
    return Picture(succession.title, (succession.told,), COLUMNS, marks, chart, hostings, succession, theme)


def test_hostile_names_stay_words() -> None:
    one = Hosting(
        "urn:s", 1, 2001, '<script>alert("x")</script>', "", 'A & "B"', "confirmed", "</table><b>", "f.txt", "javascript:x"
    )
    page = written(picture_of(Succession("urn:b", "<i>Body</i>", (one,), ()), "dark"), "html").decode()
    assert page.count("<script") == 1
    assert "<i>Body" not in page
    assert "<b>" not in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("hosts", "org:FIFA"), "there is no session of it"),
        (("hosts", "-o", "x.bmp"), "the ending tells no format"),
        (("hosts", "--as", "cube"), "Invalid value for '--as'"),
        (("presidents",), "Invalid value"),
        (("offices", "--as", "map"), "offices has one form"),
        (("members", "--body", "x"), "--body is for hosts and attendance"),
        (("members", "org:UNWTO"), "no source tells of a number of its members"),
        (("recognitions", "org:UNWTO"), "no source tells of a country that recognises it"),
        (("offices", "org:UNWTO"), "no source tells of a holder of its offices"),
        (("attendance", "org:UNWTO"), "of no session it is told how many came"),
        (("network", "id:nothing-here"), "the graph ties nothing to it"),
        (("members", "--format", "dot"), "is no picture of a graph"),
    ],
)
def test_what_cannot_be_drawn_is_told(folder: Path, words: tuple[str, ...], told: str) -> None:
    result = govgraph("draw", *words, "--store", folder / "db")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_graph_without_sessions_has_no_picture() -> None:
    with pytest.raises(UnknownThingError, match="load documents first"):
        draw.hosts(Graph())


def test_the_graph_has_the_handovers(succession: Succession) -> None:
    graph = host_graph(succession)
    assert {name: graph.nodes[name]["sessions"] for name in graph} == {"Russia": 1, "Spain": 1, "Saudi Arabia": 1}
    edges = sorted((one, two, told["ordinal"], told["gap"]) for one, two, told in graph.edges(data=True))
    assert edges == [("Russia", "Spain", 24, 0), ("Spain", "Saudi Arabia", 26, 1)]


def test_the_circle_has_an_arrow_for_each_handover_and_a_mark_for_each_country(folder: Path) -> None:
    svg = fine("draw", "hosts", "org:UNWTO", "--as", "graph", "--store", folder / "db").stdout
    titles = [title.partition(": The")[0] for title in re.findall(r"<title>([^<]*)</title>", svg)]
    assert sorted(titles) == [
        "Russia to Spain, 24th session, 2021",
        "Russia: host of 1 session",
        "Saudi Arabia: host of 1 session",
        "Spain to Saudi Arabia, 26th session, 2025",
        "Spain: host of 1 session",
    ]


def test_a_country_that_hosts_twice_in_a_row_has_a_loop() -> None:
    hostings = tuple(Hosting(f"urn:{n}", n, 2000 + n, "Norway", "NO", "Oslo", "confirmed", "w", "f.txt", "") for n in (1, 2))
    succession = Succession("urn:b", "Board", hostings, ())
    assert list(host_graph(succession).edges()) == [("Norway", "Norway")]
    heads = circle(succession, "dark", 1600).to_dict()["layer"][1]
    assert heads["mark"]["shape"] == "triangle-up"


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_other_programs_read_the_graph(folder: Path, format_: str) -> None:
    import networkx as nx

    text = fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", format_).stdout
    read = nx.read_graphml if format_ == "graphml" else nx.read_gexf
    found = read(io.BytesIO(text.encode()))
    assert sorted(found.nodes) == ["Russia", "Saudi Arabia", "Spain"]
    assert text == fine("draw", "hosts", "org:UNWTO", "--store", folder / "db", "--format", format_).stdout
