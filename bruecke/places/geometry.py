# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outlines of the countries, from the topology that npm's world-atlas carries (Natural Earth, 1:110 million).

Points are (longitude, latitude) in degrees WGS 84.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = tuple[Point, ...]

FILE = Path(__file__).resolve().parent.parent / "static" / "vendor" / "map" / "countries-110m.json"
"""Put there by `make assets`."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """land: closed rings (coasts, lakes' shores); borders: lines between two countries."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]


@cache
def world() -> Atlas:
    """The atlas of FILE, read once. Raises OSError where the assets were not laid out."""
    return atlas_of(json.loads(FILE.read_text("utf-8")))


def atlas_of(topology: Mapping[str, Any]) -> Atlas:
    """Rings and borders of a TopoJSON topology with the objects "land" and "countries"."""
    arcs = _arcs(topology)
    land = tuple(_ring(ring, arcs) for ring in _rings(topology["objects"]["land"]))
    used = Counter(arc if arc >= 0 else ~arc for ring in _rings(topology["objects"]["countries"]) for arc in ring)
    return Atlas(land, tuple(arcs[arc] for arc in sorted(used) if used[arc] > 1))


def _arcs(topology: Mapping[str, Any]) -> list[Line]:
    """Arcs are steps from point to point on a grid; as points."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(tuple(points))
    return arcs


def _rings(shape: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    """The rings of a shape as lists of arcs."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from _rings(part)
    elif shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def _ring(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    """Arcs joined; ~n is the arc n backwards; where one ends the next begins."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
