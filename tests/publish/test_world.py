# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map: equal areas, small, told apart by shape, names where there is room."""

import gzip
import re
import xml.etree.ElementTree as ET
from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.places.geometry import Atlas, world
from bruecke.publish.pictures.world import (
    HEIGHT,
    NORTH,
    SHAPES,
    SOUTH,
    WIDTH,
    Mark,
    WorldMap,
    ground_svg,
    placed,
    sign_svg,
    world_map_svg,
)

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>&"'


def drawn(*marks: Mark, title: str = "Titel") -> ET.Element:
    """The map as a tree."""
    return ET.fromstring(world_map_svg(WorldMap(title, "Text", marks, "/karte.svg")))


def test_ground_is_small_enough_for_a_first_visit() -> None:
    svg = ground_svg(world())
    assert ET.fromstring(svg).tag == f"{SVG}svg"
    assert len(gzip.compress(svg.encode())) < 30_000
    assert "style" not in svg


def test_no_stroke_runs_across_the_map_at_the_180th_meridian() -> None:
    east, west = ((172.0, -13.0), (176.0, -16.0), (180.0, -19.0)), ((-176.0, -19.0), (-172.0, -16.0), (-176.0, -12.0))
    middle = ((150.0, 0.0), (160.0, -5.0))
    ring = (*middle, *east, *west, (179.0, -10.0), (150.0, 0.0))
    land = ground_svg(Atlas((ring,), ()))
    pieces = re.findall(r"M(-?[\d.]+) (-?[\d.]+)l([^zM]+)z", land)
    ends = []
    for x, y, steps in pieces:
        numbers = [float(each) for each in steps.split()]
        assert max(map(abs, numbers)) < WIDTH / 4
        ends.append(((float(x), float(y)), (float(x) + sum(numbers[::2]), float(y) + sum(numbers[1::2]))))
    # Where a piece is closed, the stroke is short, too: each stays on its own side.
    assert len(ends) == 2
    assert all(abs(start[0] - end[0]) < WIDTH / 8 for start, end in ends)


@given(st.floats(-170, 170), st.floats(-55, 82), st.floats(-170, 170), st.floats(-55, 82))
def test_equal_areas_stay_equal(lon: float, lat: float, other_lon: float, other_lat: float) -> None:
    def area(longitude: float, latitude: float) -> float:
        """Of a small square on the ground, in pixels, by its area on the sphere."""
        step = 0.01
        (x, y), (x1, y1), (x2, y2) = (
            placed(longitude, latitude),
            placed(longitude + step, latitude),
            placed(longitude, latitude + step),
        )
        return abs((x1 - x) * (y2 - y) - (y1 - y) * (x2 - x)) / cos(radians(latitude + step / 2))

    assert area(lon, lat) == pytest.approx(area(other_lon, other_lat), rel=0.01)


@given(st.floats(-180, 180), st.floats(SOUTH, NORTH))
def test_everything_drawn_lies_in_the_picture(lon: float, lat: float) -> None:
    x, y = placed(lon, lat)
    assert -0.01 <= x <= WIDTH + 0.01
    assert -0.01 <= y <= HEIGHT + 0.01


def test_shapes_differ_without_colour() -> None:
    assert len({sign_svg(shape) for shape in SHAPES}) == len(SHAPES)


def test_names_stand_beside_their_marks_and_never_over_each_other() -> None:
    near = [Mark(f"Ort {n}", 50 + n / 20, 14, "disc") for n in range(12)]
    far = Mark("Quebec", 52, -72, "ring")
    texts = [text.text for text in drawn(*near, far).iter(f"{SVG}text")]
    assert "Quebec" in texts
    assert 1 <= len(texts) < 13
    titles = {title.text for title in drawn(*near, far).iter(f"{SVG}title")}
    assert titles >= {mark.name for mark in (*near, far)}


def test_text_is_escaped_wherever_it_comes_from() -> None:
    root = drawn(Mark(NASTY, 0, 0, "disc"), title=NASTY)
    assert root.findtext(f"{SVG}title") == NASTY
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "image",
        "circle",
        "text",
    }


def test_map_of_nothing_is_still_a_map() -> None:
    assert list(drawn().iter(f"{SVG}circle")) == []
