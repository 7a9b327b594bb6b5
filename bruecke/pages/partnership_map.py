# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of partnerships: marks by state, the words that explain them, what has no spot; and its ground as a file."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bruecke.partnerships.life_cycle import State
from bruecke.partnerships.models import PartnershipState
from bruecke.partnerships.queries.register import Spot
from bruecke.places.geometry import world
from bruecke.publish.pictures.world import Mark, WorldMap, ground_svg, sign_svg, world_map_svg

SHAPES = {
    State.ACTIVE: "disc",
    State.DORMANT: "ring",
    State.REACTIVATION: "dot-ring",
    State.EXAMINED: "cross",
    State.PROPOSED: "cross",
    State.ENDED: "ring",
    State.REJECTED: "ring",
}
_A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Picture:
    """svg: the map; key: pairs of sign and word; unnamed, unplaced: names of what is not drawn, each with its reason.

    unnamed: places the source does not name, which nobody may locate (R13).
    """

    svg: SafeString
    key: tuple[tuple[SafeString, str], ...]
    unnamed: tuple[str, ...]
    unplaced: tuple[str, ...]


def picture(spots: Sequence[Spot], title: str) -> Picture | None:
    """The map of these; None where nothing has a spot."""
    marks = tuple(
        Mark(spot.name, spot.latitude, spot.longitude, SHAPES[State(spot.state)])
        for spot in spots
        if spot.latitude is not None and spot.longitude is not None
    )
    if not marks:
        return None
    drawn = [spot for spot in spots if spot.latitude is not None]
    description = _("Die Partnerschaften stehen mit ihrem Stand in der Tabelle: %(names)s.") % {
        "names": ", ".join(f"{spot.name} ({PartnershipState(spot.state).label})" for spot in drawn)
    }
    svg = world_map_svg(WorldMap(title, description, marks, ground_href()))
    return Picture(
        svg=mark_safe(svg),  # noqa: S308 - world_map_svg escapes every text
        key=_key({spot.state for spot in drawn}),
        unnamed=tuple(spot.name for spot in spots if spot.is_unnamed),
        unplaced=tuple(spot.name for spot in spots if spot.latitude is None and not spot.is_unnamed),
    )


def _key(states: set[str]) -> tuple[tuple[SafeString, str], ...]:
    """Signs with their words, only those that occur; a sign once."""
    words: dict[str, list[str]] = {}
    for state, shape in SHAPES.items():
        if state in states:
            words.setdefault(shape, []).append(str(PartnershipState(state.value).label))
    return tuple(
        (mark_safe(sign_svg(shape)), _(" oder ").join(names))  # noqa: S308 - no text in it
        for shape, names in words.items()
    )


@cache
def _ground() -> tuple[bytes, str]:
    """The ground, compressed, and a word that changes with its content."""
    content = ground_svg(world()).encode()
    return gzip.compress(content, mtime=0), sha256(content).hexdigest()[:12]


@cache
def ground_href() -> str:
    """Address of the ground; another content has another address, so that it is kept for good."""
    return reverse("partnership_ground", args=[_ground()[1]])


def ground(request: HttpRequest, version: str) -> HttpResponse:
    """Land and borders; the same for everybody."""
    content, standing = _ground()
    is_packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(content if is_packed else gzip.decompress(content), content_type="image/svg+xml")
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = _A_YEAR if version == standing else "public, no-cache"
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


urlpatterns = [path("karte/<slug:version>.svg", ground, name="partnership_ground")]
