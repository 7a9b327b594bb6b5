# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the places room: reference data is loaded, never edited."""

from collections.abc import Iterable

import pycountry
from babel import Locale
from django.db import transaction

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
