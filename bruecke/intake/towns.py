# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The places of a region, as tables name them: in any language, with or without diacritics, with coordinates or not."""

import re
from dataclasses import dataclass, field
from math import cos, hypot, radians

from bruecke.base.languages import CONTENT
from bruecke.base.text import fold
from bruecke.places.models import Place, PlaceKind

_KM_PER_DEGREE = 111.2
_NEAR_KM = 25.0
"""Two places of one name are further apart; two measurements of one place are not."""
_ADDITION = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Town:
    """One place. country: ISO 3166-1 alpha-2 of the region's country, "" where none is known."""

    pk: int
    name: str
    country: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True)
class Towns:
    """Places by folded name."""

    by_name: dict[str, list[Town]] = field(default_factory=dict)

    def find(self, name: str, country: str = "", latitude: str = "", longitude: str = "") -> Town | None:
        """The place that is meant; None where none is, or where the coordinates say that it is another of that name."""
        known = self.by_name.get(fold(name)) or self.by_name.get(fold(_ADDITION.sub("", name))) or ()
        for town in known:
            if country in {"", town.country} and _is_near(town, latitude, longitude):
                return town
        return None


def _is_near(town: Town, latitude: str, longitude: str) -> bool:
    if not latitude or not longitude or town.latitude is None or town.longitude is None:
        return True
    north = (float(latitude) - town.latitude) * _KM_PER_DEGREE
    east = (float(longitude) - town.longitude) * _KM_PER_DEGREE * cos(radians(town.latitude))
    return hypot(north, east) <= _NEAR_KM


def towns_of(region: int | None) -> Towns:
    """Cities that lie in a region, also in a part of it; none without a region. Two statements."""
    towns = Towns()
    if region is None:
        return towns
    within = Place.objects.filter(pk=region) | Place.objects.filter(parent=region)
    country = next(
        (place.parent.code for place in Place.objects.filter(pk=region).select_related("parent") if place.parent), ""
    )
    cities = Place.objects.filter(kind=PlaceKind.CITY, parent__in=within.values("pk"))
    for place in cities:
        names = {fold(text) for language in CONTENT if (text := getattr(place, f"name_{language}"))}
        town = Town(place.pk, place.name, country[:2], place.latitude, place.longitude)
        for name in names:
            towns.by_name.setdefault(name, []).append(town)
    return towns


def regions() -> list[Place]:
    """Regions with known cities in them, by name; one statement."""
    cities = Place.objects.filter(kind=PlaceKind.CITY, parent__kind=PlaceKind.REGION)
    return list(Place.objects.filter(pk__in=cities.values("parent")).order_by("name_de", "pk"))
