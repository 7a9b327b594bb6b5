# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a briefing is about: the partnerships, the places, the activities and the trip it is made for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bruecke.activities.models import ActivityState
from bruecke.partnerships.models import Partnership, PartnershipKind
from bruecke.places.models import Place, PlaceKind
from bruecke.publish.report import NothingToPrint, Order
from bruecke.publish.seen import Doing, doings, places_within

YEARS = 5
OF_THE_STATE = frozenset(
    {PartnershipKind.REGIONAL, PartnershipKind.AUTHORITY, PartnershipKind.SECTORAL, PartnershipKind.NETWORK}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """partnerships: those of the government that it is about; places: keys of the place and all inside it; country:
    keys of the whole country; doings: activities of the last five years and those to come; trip: the one it is for."""

    order: Order
    title: str
    place: Place
    is_country: bool
    partnerships: tuple[Partnership, ...]
    places: frozenset[int]
    country: frozenset[int]
    doings: tuple[Doing, ...]
    trip: Doing | None

    @property
    def keys(self) -> list[int]:
        """Keys of the partnerships."""
        return [each.pk for each in self.partnerships]

    @property
    def past(self) -> list[Doing]:
        """What had begun before the day of the paper, or is over already on that day."""
        return [doing for doing in self.doings if self._has_begun(doing) and doing != self.trip]

    @property
    def coming(self) -> list[Doing]:
        """What had not, the next first, without the trip that the paper is for."""
        return [doing for doing in reversed(self.doings) if not self._has_begun(doing) and doing != self.trip]

    def _has_begun(self, doing: Doing) -> bool:
        return doing.first < self.order.on or doing.state == ActivityState.HELD


def scope_of(order: Order) -> Scope:
    """Reads it; eleven statements. Raises NothingToPrint."""
    partnership = _partnership(order)
    place = partnership.place if partnership else _country(order)
    inside, country = places_within([place.pk]), places_within([_country_of(place).pk])
    found = [partnership] if partnership else _of_country(order, country)
    which = Q(partnerships__in=[each.pk for each in found])
    if partnership is None:
        which |= Q(places__in=inside)
    since = _years_before(order.on)
    recent = doings(which & Q(ends_by__gte=since), order.reader, language=order.language)
    return Scope(
        order=order,
        title=partnership.name if partnership else place.name,
        place=place,
        is_country=partnership is None,
        partnerships=tuple(found),
        places=frozenset(inside),
        country=frozenset(country),
        doings=tuple(recent),
        trip=_trip(order),
    )


def _partnership(order: Order) -> Partnership | None:
    if order.subject.kind != "partnership":
        return None
    rows = Partnership.objects.visible_to(order.reader).select_related("place__parent__parent__parent")
    found: Partnership | None = rows.filter(pk=order.subject.key).first()
    if found is None:
        raise NothingToPrint
    return found


def _country(order: Order) -> Place:
    place = Place.objects.filter(pk=order.subject.key).select_related("parent__parent__parent").first()
    if place is None or order.subject.kind != "place":
        raise NothingToPrint
    return place


def _country_of(place: Place) -> Place:
    found = place
    while found.kind != PlaceKind.COUNTRY and found.parent is not None:
        found = found.parent
    return found


def _of_country(order: Order, places: Iterable[int]) -> list[Partnership]:
    rows = Partnership.objects.visible_to(order.reader).filter(place__in=places, kind__in=OF_THE_STATE)
    return list(rows.select_related("place").order_by("title_sort", "pk"))


def _trip(order: Order) -> Doing | None:
    if order.activity is None:
        return None
    found = doings(Q(pk=order.activity), order.reader, language=order.language)
    if not found:
        raise NothingToPrint
    return found[0]


def _years_before(day: date) -> date:
    """The same day five years earlier; 29 February becomes the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - YEARS, day=last)
