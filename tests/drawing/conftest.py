"""A small graph for pictures, as a store in a folder and in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.face import Graph
from tests.commands.cli import fine

TEXTS = {
    "a": "---\ndate: 2019-09-13\n---\nThe 23rd session of the UNWTO General Assembly closed today in St Petersburg, Russia. "
    "The 24th session of the UNWTO General Assembly will be held in Marrakech, Morocco, in 2021.",
    "b": "---\ndate: 2021-12-03\n---\nThe 24th session of the UNWTO General Assembly closed today in Madrid, Spain. "
    "The 26th session of the UNWTO General Assembly will be held in Riyadh, Saudi Arabia, in 2025.",
    "c": "---\ndate: 2013-10-24\nsource: https://example.org/c\n---\nThe 82nd INTERPOL General Assembly closed today in "
    "Cartagena, Colombia. Nearly 600 delegates from 144 countries attended. INTERPOL President Mireille Ballestrazzi spoke. "
    "INTERPOL has 190 member countries. Colombia became the 64th country to recognize the INTERPOL Travel Document.",
    "d": "---\ndate: 2016-11-10\n---\nThe 85th INTERPOL General Assembly closed today in Bali, Indonesia, with 830 delegates. "
    "INTERPOL President Mireille Ballestrazzi spoke. INTERPOL now has 192 member countries.",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("drawing")
    for name, text in TEXTS.items():
        (found / f"{name}.txt").write_text(text, encoding="utf-8")
    fine("load", "--store", found / "db", *(found / f"{name}.txt" for name in TEXTS))
    return found


@pytest.fixture(scope="session")
def graph(folder: Path) -> Graph:
    graph = Graph()
    graph.load(*(folder / f"{name}.txt" for name in TEXTS))
    return graph
