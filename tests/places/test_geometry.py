# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outlines out of a topology."""

from bruecke.places.geometry import atlas_of, world

# Two squares side by side, in steps on a grid of tenths: 0 is their common side, 1 and 2 are the rests.
TOPOLOGY = {
    "transform": {"scale": [0.1, 0.1], "translate": [-1, 2]},
    "arcs": [
        [[10, 0], [0, 10]],
        [[10, 10], [-10, 0], [0, -10], [10, 0]],
        [[10, 10], [10, 0], [0, -10], [-10, 0]],
    ],
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[1, -3]]]}],
        },
        "countries": {
            "type": "GeometryCollection",
            "geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[~0, 2]]}],
        },
    },
}


def test_arcs_become_points_of_degrees_joined_to_rings() -> None:
    atlas = atlas_of(TOPOLOGY)
    assert atlas.land == (((0.0, 3.0), (-1.0, 3.0), (-1.0, 2.0), (0.0, 2.0), (1.0, 2.0), (1.0, 3.0), (0.0, 3.0)),)


def test_only_lines_between_two_countries_are_borders() -> None:
    assert atlas_of(TOPOLOGY).borders == (((0.0, 2.0), (0.0, 3.0)),)


def test_the_world_is_there_and_closed() -> None:
    atlas = world()
    assert len(atlas.land) > 100
    assert len(atlas.borders) > 200
    assert all(ring[0] == ring[-1] for ring in atlas.land)
