"""What all tests share: where the corpora lie, and how a text becomes facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.documents.formats import decode_document
from govgraph.reading.communique import read_communique
from govgraph.reading.facts import Fact

Reader = Callable[[str], tuple[Fact, ...]]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpora and their gold, which lies beside the repository and is no part of it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the corpora are not here: there is no folder `shared` beside the repository")
    return folder


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads a text as the file `example.txt` into its facts."""
    return lambda text: read_communique(decode_document(text.encode(), "example.txt")).facts
