"""Where cities and countries lie, and where that is on the paper: `data/reference/cities.csv`, `world.json`, Equal Earth."""

from __future__ import annotations

import csv
import json
import math
from functools import cache
from typing import Any

from govgraph.reading.tokens import plain
from govgraph.resources import resource

Place = tuple[float, float]
"""Longitude and latitude, in degrees."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
WIDE = 2.70663
"""Half the width of the world in Equal Earth, for a sphere of radius 1."""
_ALIKE = 88  # of 100: two spellings of one name


@cache
def world() -> dict[str, Any]:
    """The outlines of all countries as TopoJSON, each with its ISO code as `id` and a `point` in its largest part."""
    found = json.loads(resource("data/reference/world.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@cache
def _cities() -> dict[str, dict[str, Place]]:
    """The cities of each country by their names, without accents and in small letters."""
    found: dict[str, dict[str, Place]] = {}
    with resource("data/reference/cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = float(row["longitude"]), float(row["latitude"])
            found.setdefault(row["country"], {})[plain(row["name"])] = place
    return found


@cache
def _countries() -> dict[str, Place]:
    geometries = world()["objects"]["countries"]["geometries"]
    return {one["id"]: tuple(one["properties"]["point"]) for one in geometries if "id" in one}


def where(city: str, code: str) -> Place | None:
    """Where a city lies, or else a point in its country (ISO code); None where neither is known."""
    return _city(city, code) or _countries().get(code)


def is_exact(city: str, code: str) -> bool:
    """Whether the place of a city is known, and not only that of its country."""
    return _city(city, code) is not None


def _city(city: str, code: str) -> Place | None:
    """The place of a city: that of Marrakesh for Marrakech, and of Cartagena for Cartagena de Indias, in the same country."""
    from rapidfuzz import fuzz, process

    known, words = _cities().get(code, {}), plain(city).split()
    for length in range(len(words), 0, -1):
        if (found := known.get(" ".join(words[:length]))) is not None:
            return found
    near = process.extractOne(" ".join(words), known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE) if words else None
    return known[near[0]] if near else None


def on_paper(place: Place) -> tuple[float, float]:
    """A place in the Equal Earth projection (Šavrič, Patterson and Jenny 2018), x to the right and y up, for radius 1."""
    longitude, latitude = math.radians(place[0]), math.radians(place[1])
    m = math.sqrt(3) / 2
    t = math.asin(m * math.sin(latitude))
    t2, t6 = t * t, t**6
    x = longitude * math.cos(t) / (m * (_A[0] + 3 * _A[1] * t2 + t6 * (7 * _A[2] + 9 * _A[3] * t2)))
    return x, t * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))
