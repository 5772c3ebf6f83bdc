"""The whole of `data/`, loaded once a worker."""

from __future__ import annotations

import pytest

from govgraph import Graph

from .kit import DATA


@pytest.fixture(scope="session")
def loaded() -> Graph:
    graph = Graph()
    graph.load(DATA)
    return graph
