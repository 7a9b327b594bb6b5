# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A map of the world in an equal-area projection, with marks whose shape says what they are. Pure.

The ground (outlines) is a file of its own, the same for every map, so that a page carries the marks only.
Projection: Equal Earth (Šavrič, Patterson and Jenny 2018, https://doi.org/10.1080/13658816.2018.1504949).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from bruecke.places.geometry import Atlas, Line
from bruecke.publish.pictures.letters import text_width

WIDTH, HEIGHT = 960, 418
NORTH, SOUTH = 84.0, -57.0
"""Degrees of latitude that are drawn; Antarctica has no regions to be partners with."""
FONT_SIZE, SIZE = 15, 6.5
LAND, BORDER = "#8b95a5", "#6b7688"
SHAPES = ("disc", "ring", "dot-ring", "cross")
"""Full, empty, with a dot, crossed: told apart without colour."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place: degrees WGS 84 and one of SHAPES."""

    name: str
    latitude: float
    longitude: float
    shape: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """title says what is seen, description what a listener needs; ground_href: address of the ground."""

    title: str
    description: str
    marks: tuple[Mark, ...]
    ground_href: str


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """On the unit sphere, y upwards."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square * square * square
    x = radians(longitude) * cos(theta) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


_SCALE = WIDTH / (2 * _equal_earth(180, 0)[0])
_TOP = _equal_earth(0, NORTH)[1]


def placed(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point stands in the drawing, in pixels from the upper left corner."""
    x, y = _equal_earth(longitude, latitude)
    return WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE


def ground_svg(atlas: Atlas) -> str:
    """Land and borders as one SVG document that shows on light and dark pages alike."""
    land = "".join(_path(piece, "z") for ring in atlas.land for piece in _pieces(ring))
    borders = "".join(_path(piece, "") for line in atlas.borders for piece in _pieces(line))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<path fill="{LAND}" fill-opacity=".3" d="{land}"/>'
        f'<path fill="none" stroke="{BORDER}" stroke-opacity=".45" stroke-width=".5" d="{borders}"/></svg>'
    )


def _pieces(line: Line) -> list[Line]:
    """What is drawn of a line: nothing in the far south, and no stroke across the whole map at the 180th meridian.

    A ring that crosses it begins there, so that each of its pieces closes on its own side.
    """
    if max(latitude for _longitude, latitude in line) <= SOUTH:
        return []
    jumps = [number for number, (here, there) in enumerate(pairwise(line), 1) if abs(here[0] - there[0]) > 180]
    if jumps and line[0] == line[-1]:
        first = jumps[0]
        line = (*line[first:], *line[1:first])
        jumps = [number - first for number in jumps[1:]]
    return [line[start:end] for start, end in pairwise([0, *jumps, len(line)])]


def _path(line: Line, end: str) -> str:
    """A line in steps of tenths of a pixel; steps too small to be seen are left out."""
    points = [tuple(round(10 * each) for each in placed(lon, max(lat, SOUTH))) for lon, lat in line]
    (x, y), steps = points[0], []
    for next_x, next_y in points[1:]:
        step_x, step_y = next_x - x, next_y - y
        if abs(step_x) + abs(step_y) < 4:
            continue
        steps.append(f"{_tenths(step_x)} {_tenths(step_y)}")
        x, y = next_x, next_y
    if len(steps) < (2 if end else 1):
        return ""
    start_x, start_y = points[0]
    return f"M{_tenths(start_x)} {_tenths(start_y)}l{' '.join(steps)}{end}"


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


@lru_cache(maxsize=128)
def world_map_svg(picture: WorldMap) -> str:
    """The picture as one SVG element, role img, with title and description; kept by content.

    A mark's name stands beside it where there is room; all names are in the description's table.
    """
    spots = [(mark, *placed(mark.longitude, mark.latitude)) for mark in picture.marks]
    taken: list[Box] = [(x - SIZE, y - SIZE, x + SIZE, y + SIZE) for _mark, x, y in spots]
    marks = "".join(_mark(mark.shape, x, y, mark.name) for mark, x, y in spots)
    names = "".join(_name(mark.name, x, y, taken) for mark, x, y in spots)
    return (
        f'<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="karte-titel karte-text"><title id="karte-titel">{escape(picture.title)}</title>'
        f'<desc id="karte-text">{escape(picture.description)}</desc>'
        f'<image href="{escape(picture.ground_href)}" width="{WIDTH}" height="{HEIGHT}"/>{marks}{names}</svg>'
    )


def _mark(shape: str, x: float, y: float, name: str = "") -> str:
    title = f"<title>{escape(name)}</title>" if name else ""
    if shape == "cross":
        arm = SIZE
        path = f"M{x - arm:.1f} {y:.1f}h{2 * arm:g}M{x:.1f} {y - arm:.1f}v{2 * arm:g}"
        return f'<path class="mark cross" fill="none" stroke="#c2410c" stroke-width="3" d="{path}">{title}</path>'
    circle = f'<circle class="mark {shape}" cx="{x:.1f}" cy="{y:.1f}"'
    if shape == "disc":
        return f'{circle} r="{SIZE - 0.5:g}" fill="#274690" stroke="#ffffff" stroke-width="1">{title}</circle>'
    ring = f'{circle} r="{SIZE - 1:g}" fill="#ffffff" stroke="#274690" stroke-width="2.2">{title}</circle>'
    dot = f'<circle class="mark disc" cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="#274690"/>'
    return ring + (dot if shape == "dot-ring" else "")


def _name(name: str, x: float, y: float, taken: list[Box]) -> str:
    """The name at the first free side of its mark; "" where all are taken."""
    wide, gap = text_width(name, FONT_SIZE) * 0.88, SIZE + 4
    sides = (
        (x + gap, y + 5, "start", (x + gap, y - 9, x + gap + wide, y + 8)),
        (x - gap, y + 5, "end", (x - gap - wide, y - 9, x - gap, y + 8)),
        (x, y - gap, "middle", (x - wide / 2, y - gap - 14, x + wide / 2, y - gap + 3)),
        (x, y + gap + 11, "middle", (x - wide / 2, y + gap - 3, x + wide / 2, y + gap + 14)),
    )
    for left, base, anchor, box in sides:
        if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT and not _meets(box, taken):
            taken.append(box)
            return (
                f'<text class="pic-label" font-size="{FONT_SIZE}" x="{left:.1f}" y="{base:.1f}"'
                f' text-anchor="{anchor}">{escape(name)}</text>'
            )
    return ""


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others)


def sign_svg(shape: str) -> str:
    """The shape alone, for the words that explain it."""
    return f'<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">{_mark(shape, 8, 8)}</svg>'
