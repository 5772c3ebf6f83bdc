"""Whatever moment a program is stopped at: the store opens, holds whole documents only, and the next load completes it.

GOVGRAPH_KILLS sets how often it is tried; a few times in the tests, hundreds of times by hand.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.errors import StoreError
from govgraph.graph.loading import files, read_all
from govgraph.graph.store import GraphStore, open_store
from govgraph.knowing.inference import bring_up_to_date
from tests.asking.servers import oxigraph

from .cli import GOVGRAPH, fine, govgraph

KILLS = int(os.environ.get("GOVGRAPH_KILLS", "4"))
DOCUMENTS = Path(__file__).parents[2] / "data" / "documents" / "interpol"


@pytest.fixture(scope="module")
def whole() -> dict[str, frozenset[ox.Quad]]:
    """What each document states, by its IRI."""
    return {source.iri: frozenset(source.quads) for source in read_all(files([DOCUMENTS]))}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all documents, and how long loading takes, in a file beside it."""
    folder = tmp_path_factory.mktemp("finished")
    start = time.perf_counter()
    fine("load", "--store", folder / "db", DOCUMENTS)
    (folder / "seconds").write_text(str(time.perf_counter() - start))
    return folder / "db"


def stop(words: list[str], after: float) -> None:
    """Starts a command and kills it; if it ends before, so much the better."""
    program = subprocess.Popen([*GOVGRAPH, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    program.send_signal(signal.SIGKILL)
    program.wait()


def opened(path: Path) -> GraphStore | None:
    """The store in a folder, if its making had come so far."""
    try:
        return open_store(path)
    except StoreError as error:
        if not re.search("there is no store|broken off while it was made", str(error)):
            raise
        return None


def held(path: Path) -> set[ox.Quad]:
    """All quads of a store."""
    return set(open_store(path).quads())


@pytest.mark.parametrize("number", range(KILLS))
def test_a_load_that_is_killed(number: int, tmp_path: Path, finished: Path, whole: dict[str, frozenset[ox.Quad]]) -> None:
    seconds = float((finished.parent / "seconds").read_text())
    stop(["load", "--store", str(tmp_path / "db"), str(DOCUMENTS)], random.Random(number).uniform(0.3, 1.1) * seconds)
    store = opened(tmp_path / "db")
    for document in store.documents() if store else ():
        assert store
        assert frozenset(store.quads(document)) == whole[document]
    del store
    fine("load", "--store", tmp_path / "db", DOCUMENTS)
    assert held(tmp_path / "db") == held(finished)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_removal_that_is_killed(number: int, tmp_path: Path, whole: dict[str, frozenset[ox.Quad]]) -> None:
    fine("load", "--store", tmp_path / "db", DOCUMENTS)
    stop(["remove", "int-082-close.txt", "--store", str(tmp_path / "db")], random.Random(100 + number).uniform(0.05, 0.5))
    store = open_store(tmp_path / "db", write=True)
    for document in store.documents():
        assert frozenset(store.quads(document)) == whole[document]
    bring_up_to_date(store)
    fresh = GraphStore(ox.Store())
    fresh.load_reference()
    for source in read_all(files([DOCUMENTS])):
        if source.iri in store.documents():
            fresh.load(source)
    bring_up_to_date(fresh)
    assert set(store.quads()) == set(fresh.quads())


@pytest.mark.parametrize("number", range(max(1, KILLS // 2)))
def test_a_push_that_is_killed(number: int, tmp_path: Path, finished: Path) -> None:
    with oxigraph(tmp_path / "server") as url:
        stop(["push", url, "--store", str(finished)], random.Random(200 + number).uniform(0.2, 1.2))
        fine("push", url, "--store", finished)
        assert fine("diff", url, "--store", finished).stdout == ""


def test_a_store_that_was_never_finished_is_made(tmp_path: Path) -> None:
    """As it lies there when the program is stopped while the folder is made."""
    folder = tmp_path / "db"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp", "govgraph-layout"):
        (folder / name).write_bytes(b"")
    asked = govgraph("facts", "--store", folder)
    assert asked.exit_code == 2
    assert "was broken off while it was made" in asked.stderr
    fine("load", "--store", folder, DOCUMENTS)
    assert fine("facts", "--store", folder).stdout
