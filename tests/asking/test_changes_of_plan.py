"""A session that met elsewhere than was planned: each country with its own city."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.commands.cli import fine

PLANNED = (
    "The 23rd session of the UNWTO General Assembly closed. "
    "The 24th session of the UNWTO General Assembly will meet in Marrakech. "
    "Morocco was chosen to host the 24th session of the UNWTO General Assembly."
)
MET = "MADRID, Spain, 1 December 2021 - The 24th session of the UNWTO General Assembly opened in Madrid, Spain, today."


def test_each_host_has_its_own_city(tmp_path: Path) -> None:
    for name, text in (("planned.txt", PLANNED), ("met.txt", MET)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    fine("load", "--store", tmp_path / "db", tmp_path / "planned.txt", tmp_path / "met.txt")
    body = "body=id:unwto/general-assembly"
    out = fine("query", "--store", tmp_path / "db", "host-succession", "--set", body, "--format", "csv").stdout
    rows = [(row["ordinal"], row["city"], row["country"], row["status"]) for row in csv.DictReader(io.StringIO(out))]
    assert rows[1:] == [("24", "Madrid", "Spain", "confirmed"), ("24", "Marrakech", "Morocco", "changed")]
