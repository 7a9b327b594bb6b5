# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the places room: reference data is loaded, never edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pycountry
from anyascii import anyascii
from babel import Locale
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from bruecke.base.languages import CONTENT
from bruecke.places.models import Place, PlaceKind

_LOCALES = {language: Locale(language) for language in CONTENT}


@transaction.atomic
def ensure_countries(*, codes: Iterable[str]) -> dict[str, int]:
    """The key of the country of each ISO 3166-1 alpha-2 code, entered with its names where missing.

    Codes that are no country's are left out. Two or three statements, whatever the number.
    """
    wanted = {code for code in codes if len(code) == 2 and pycountry.countries.get(alpha_2=code)}
    present = set(Place.objects.filter(code__in=wanted).values_list("code", flat=True))
    Place.objects.bulk_create([_country(code) for code in sorted(wanted - present)], ignore_conflicts=True)
    return dict(Place.objects.filter(code__in=wanted).values_list("code", "pk"))


def ensure_country(code: str) -> int | None:
    """The key of one country, None where the code is no country's."""
    return ensure_countries(codes=(code,)).get(code)


def _country(code: str) -> Place:
    names = {f"name_{language}": locale.territories.get(code, "") for language, locale in _LOCALES.items()}
    return Place(key=f"country-{code.lower()}", kind=PlaceKind.COUNTRY, code=code, **names)


@dataclass(frozen=True, slots=True)
class City:
    """A city as a table names it. country: ISO 3166-1 alpha-2; latitude, longitude: degrees as text, "" for none."""

    name: str
    country: str
    latitude: str = ""
    longitude: str = ""

    @property
    def key(self) -> str:
        """The same for every spelling that differs by case and accents only."""
        return f"city-{self.country.lower()}-{slugify(anyascii(self.name))[:70]}"


@transaction.atomic
def ensure_cities(*, cities: Sequence[City]) -> dict[str, int]:
    """The key of the place of each city by City.key, entered below its country where missing.

    Known are those entered here before, and those that somebody named the same in any language in the same country.
    Four statements, whatever the number. Raises KeyError for a code that is no country's.
    """
    wanted = {city.key: city for city in cities}
    found = dict(Place.objects.filter(key__in=wanted).values_list("key", "pk")) | _named_alike(wanted.values())
    missing = {key: city for key, city in wanted.items() if key not in found}
    countries = ensure_countries(codes={city.country for city in missing.values()})
    made = Place.objects.bulk_create([_city(city, countries[city.country]) for city in missing.values()])
    return found | {place.key: place.pk for place in made}


def _named_alike(cities: Iterable[City]) -> dict[str, int]:
    names = {city.name for city in cities}
    called = [f"name_{language}" for language in CONTENT]
    condition = Q()
    for name in called:
        condition |= Q(**{f"{name}__in": names})
    found: dict[str, int] = {}
    rows = Place.objects.filter(condition, kind=PlaceKind.CITY).order_by("-pk")
    for pk, code, above, *texts in rows.values_list("pk", "parent__code", "parent__parent__code", *called):
        country = (code or above or "")[:2]
        found |= {City(text, country).key: pk for text in texts if text}
    return found


def _city(city: City, country: int) -> Place:
    is_located = bool(city.latitude and city.longitude)
    return Place(
        key=city.key,
        kind=PlaceKind.CITY,
        name_de=city.name,
        parent_id=country,
        latitude=float(city.latitude) if is_located else None,
        longitude=float(city.longitude) if is_located else None,
    )
