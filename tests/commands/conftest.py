"""A store in a temporary folder, empty or with one document in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cli import INTERPOL, fine


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "db"


@pytest.fixture
def filled(store: Path) -> Path:
    """A store with one document."""
    fine("load", "--store", store, INTERPOL / "int-074-open.txt")
    return store
