# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the places room: what codes name is loaded; what people know of a place, and groups, they fill in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from gettext import translation
from typing import Any

import pycountry
from anyascii import anyascii
from babel import Locale
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.languages import CONTENT
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember, PlaceKind
from bruecke.places.permissions import can_edit_places
from bruecke.places.validity import ends_before_it_starts
from bruecke.records import journal
from bruecke.records.editing import Fillable, Values, enter, free_key, in_languages, title_problem, whichever
from bruecke.records.errors import NotAllowed, Refused

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


@transaction.atomic
def load_subdivisions(*, country: Place, by: Principal) -> int:
    """Enter the regions of a country that ISO 3166-2 names and that are missing; returns how many.

    Only those of the first level: provinces, not their districts. Names come from pycountry's catalogues where they
    have one. Raises NotAllowed, Refused where it is no country with a code.
    """
    if not can_edit_places(by):
        raise NotAllowed
    if country.kind != PlaceKind.COUNTRY or not country.code:
        raise Refused({"": _("Untergliederungen gibt es nur für einen Staat mit Code.")})
    known: Any = pycountry.subdivisions
    listed = known.get(country_code=country.code) or ()
    regions = {row.code: row.name for row in listed if row.parent_code is None}
    present = set(Place.objects.filter(code__in=regions).values_list("code", flat=True))
    rows = [_region(code, name, country) for code, name in sorted(regions.items()) if code not in present]
    Place.objects.bulk_create(rows)
    if rows:
        journal.record(*rows, verb="created", by=by, why=_("ISO 3166-2"), changes={"version": [0, 1]})
    return len(rows)


def _region(code: str, name: str, country: Place) -> Place:
    names = {f"name_{language}": _translated(name, language) for language in CONTENT}
    return Place(key=f"region-{code.lower()}", kind=PlaceKind.REGION, code=code, parent=country, **names)


def _translated(name: str, language: str) -> str:
    """ "" where the catalogue has no word of its own, so that the original name shows; German shows it anyhow."""
    catalogue = translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)
    found = catalogue.gettext(name)
    return found if found != name or language == CONTENT[0] else ""


def _place_problems(place: Place, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    latitude, longitude = values["latitude"], values["longitude"]
    if (latitude is None) != (longitude is None):
        problems["longitude"] = _("Breite und Länge gehören zusammen.")
    elif latitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        problems["latitude"] = _("Diesen Punkt gibt es auf der Erde nicht.")
    if values["is_unnamed"] and (place.code or latitude is not None):
        problems["is_unnamed"] = _("Was die Quelle nicht nennt, hat keinen Code und wird nicht verortet.")
    if bool(values["nuts"]) != (values["nuts_version"] is not None):
        problems["nuts_version"] = _("Ein NUTS-Code gilt nur mit dem Jahr seiner Fassung.")
    if place.pk in values["neighbours"]:
        problems["neighbours"] = _("Ein Ort ist nicht sein eigener Nachbar.")
    return problems | _parent_problem(place, values["parent_id"])


def _parent_problem(place: Place, parent: int | None) -> dict[str, str]:
    passed: set[int] = set()
    at = parent
    while at is not None and at not in passed:
        passed.add(at)
        at = Place.objects.filter(pk=at).values_list("parent_id", flat=True).first()
    return {"parent_id": _("Ein Ort liegt nicht in sich selbst.")} if place.pk in passed else {}


def _member_problems(member: PlaceGroupMember, values: Values, by: Principal) -> dict[str, str]:
    problems = {} if values["source"].strip() else {"source": _("Es fehlt noch, wer das sagt.")}
    if ends_before_it_starts(values["since"], values["until"]):
        problems["until"] = _("Das Ende liegt vor dem Anfang.")
    others = PlaceGroupMember.objects.filter(group=member.group_id, place=values["place_id"], since=values["since"])
    if others.exclude(pk=member.pk).exists():
        problems["place_id"] = _("Dieser Ort steht ab diesem Tag schon in der Gruppe.")
    return problems


PLACE: Fillable[Place] = Fillable(
    (
        *in_languages("name"),
        "kind",
        "parent_id",
        "nuts",
        "nuts_version",
        "latitude",
        "longitude",
        "is_unnamed",
        "neighbours",
    ),
    whichever(can_edit_places),
    _place_problems,
)
"""A code is no matter of opinion: it is loaded, not typed."""
PLACE_GROUP: Fillable[PlaceGroup] = Fillable(
    (*in_languages("name"), "is_open"),
    whichever(can_edit_places),
    lambda group, values, by: title_problem(values, "name", _("Es fehlt noch der Name.")),
)
PLACE_GROUP_MEMBER: Fillable[PlaceGroupMember] = Fillable(
    ("place_id", "since", "until", "source"), whichever(can_edit_places), _member_problems
)


@transaction.atomic
def enter_place(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Place:
    """Enter a place that has no code. fields: names of PLACE. Raises NotAllowed, Refused."""
    record = Place(key=free_key(Place, _first_name(fields)))
    return enter(record=record, rules=PLACE, fields=fields, by=by, why=why, draft=draft)


@transaction.atomic
def enter_group(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> PlaceGroup:
    """Enter a group. fields: names of PLACE_GROUP. Raises NotAllowed, Refused."""
    record = PlaceGroup(key=free_key(PlaceGroup, _first_name(fields)))
    return enter(record=record, rules=PLACE_GROUP, fields=fields, by=by, why=why, draft=draft)


def _first_name(fields: Mapping[str, Any]) -> str:
    return next((str(fields[name]) for name in in_languages("name") if fields.get(name)), "")


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
