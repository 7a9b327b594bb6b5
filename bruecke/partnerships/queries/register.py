# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of partnerships: one page by key, numbers above it, its map, and all of it for an export."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.partnerships.models import Agreement, Basis, Partnership, Sector
from bruecke.partnerships.partnership_filter import OFFERED_GAPS, PartnershipFilter
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember, PlaceKind
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Order, Page, page_of
from bruecke.strategy.models import EditionState, Goal

PAGE = 30
"""Rows of a page."""
MAPPED = 150
"""Marks a map carries at most; more could not be told apart."""
ON_THE_MAP = ("regional", "authority", "sectoral", "network")
"""Kinds the map shows; thousands of twinned towns are for the list."""
SOON_MONTHS = 12
"""An agreement that ends within so many months is about to expire."""

ORDERS = {
    "name": Order(("title_sort", "pk"), (str, int)),
    "aenderung": Order(("updated_at", "pk"), (str, int), is_descending=True),
}


class Row(NamedTuple):
    """One partnership of the list; country "" where the place lies in none or is one itself."""

    pk: int
    name: str
    kind: str
    is_neighbour: bool
    state: str
    state_since: str
    since: str
    basis: str
    place: str
    country: str
    key: tuple[int | str, ...]


class Spot(NamedTuple):
    """Where a partnership stands on the map; None where its place has no spot."""

    pk: int
    name: str
    state: str
    latitude: float | None
    longitude: float | None
    is_unnamed: bool


def seen_partnerships(principal: Principal) -> RecordQuerySet[Partnership]:
    """All that `principal` may know of."""
    return rows_of(Partnership).visible_to(principal)


Gaps = Mapping[str, Q]
"""Conditions that rooms above offer for gaps this room cannot know of ("no_activity"), by value of GAPS."""
_NONE: Gaps = {}


def narrowed(asked: PartnershipFilter, *, principal: Principal, gaps: Gaps = _NONE) -> RecordQuerySet[Partnership]:
    """What `asked` lets through, the states of its view included."""
    return _but_states(asked, principal, gaps).filter(state__in=asked.states)


def _but_states(asked: PartnershipFilter, principal: Principal, offered: Gaps) -> RecordQuerySet[Partnership]:
    found = seen_partnerships(principal)
    if kinds := asked.codes("art"):
        found = found.filter(kind__in=kinds)
    if countries := asked.of("land"):
        found = found.filter(_lies_in(Place.objects.filter(key__in=countries)))
    if groups := asked.of("laendergruppe"):
        members = PlaceGroupMember.objects.holding(timezone.localdate()).filter(group__key__in=groups)
        found = found.filter(_lies_in(Place.objects.filter(pk__in=members.values("place"))))
    if sectors := asked.of("feld"):
        found = found.filter(Exists(links_of("sectors").filter(sector__key__in=sectors)))
    if goals := asked.of("ziel"):
        named = rows_of(Goal).visible_to(principal).filter(reference__in=goals, edition__state=EditionState.ADOPTED)
        found = found.filter(Exists(links_of("goals").filter(goal__in=named.values("pk"))))
    gaps = asked.codes("luecke")
    return found.filter(_any_gap(gaps, principal, offered)) if gaps else found


def links_of(name: str) -> "QuerySet[Any]":
    """What the partnership of the query around it is linked to by `name`, as rows of the link."""
    return _through(name).filter(partnership=OuterRef("pk"))


def _through(name: str) -> "QuerySet[Any]":
    """The rows that link partnerships to many."""
    rows: QuerySet[Any] = getattr(Partnership, name).through._default_manager.all()
    return rows


def _lies_in(places: "QuerySet[Place]") -> Q:
    """In one of these places, or in a part of it, or in a part of that."""
    keys = places.values("pk")
    return Q(place__in=keys) | Q(place__parent__in=keys) | Q(place__parent__parent__in=keys)


def _any_gap(gaps: tuple[str, ...], principal: Principal, offered: Gaps) -> Q:
    found = Q(pk__in=[])
    for gap in gaps:
        found |= offered[gap] if gap in OFFERED_GAPS else gap_condition(gap, principal)
    return found


def gap_condition(gap: str, principal: Principal) -> Q:
    """Which partnerships lack something. gap: a value of partnership_filter.GAPS but those of OFFERED_GAPS."""
    if gap == "goal":
        return Q(~Exists(links_of("goals")))
    if gap == "contact":
        return Q(~Exists(links_of("contacts")))
    if gap == "basis":
        return Q(basis=Basis.UNKNOWN)
    if gap == "working_group":
        return Q(kind="regional", state__in=("active", "dormant", "reactivation"), working_group__isnull=True)
    if gap == "sectoral_answer":
        return Q(kind="regional", state__in=("proposed", "examined"), sectoral_answer="")
    ending = expiring(timezone.localdate(), principal=principal).filter(partnership=OuterRef("pk"))
    return Q(Exists(ending))


def expiring(today: date, *, principal: Principal) -> RecordQuerySet[Agreement]:
    """Agreements that end within SOON_MONTHS, or ended, and do not go on by themselves."""
    months = today.year * 12 + today.month - 1 + SOON_MONTHS
    limit = f"{months // 12}-{months % 12 + 1:02}-{today.day:02}"
    return (
        rows_of(Agreement)
        .visible_to(principal)
        .filter(is_renewed_by_itself=False, ends_on__lte=limit)
        .exclude(ends_on="")
    )


def register_page(asked: PartnershipFilter, after: str, *, principal: Principal, gaps: Gaps = _NONE) -> Page[Row]:
    """One page beside the cursor `after` ("" for the first); one statement."""
    order = ORDERS[asked.sort]
    cursor = order.cursor(after)
    is_back = cursor is not None and cursor.is_back
    rows = narrowed(asked, principal=principal, gaps=gaps).order_by(*order.ordering(is_back=is_back))
    if cursor is not None:
        rows = rows.filter(order.beyond(order.values(cursor), is_back=is_back))
    got = [_row(values) for values in rows.values_list(*_columns(order))[: PAGE + 1]]
    return page_of(got, PAGE, cursor, attrgetter("key"))


_PLACES = ("place", "place__parent", "place__parent__parent")


def _columns(order: Order) -> tuple[Any, ...]:
    places = [column for path in _PLACES for column in (label(f"{path}__name"), f"{path}__kind")]
    plain = ("pk", label("name"), "kind", "is_neighbour", "state", "state_since", "since", "basis")
    return (*plain, *places, *(F(column) for column in order.columns))


def _row(values: tuple[Any, ...]) -> Row:
    plain, (place, kind, *above), key = values[:8], values[8:14], values[14:]
    countries = [name for name, kind_above in zip(above[::2], above[1::2], strict=True) if kind_above == "country"]
    country = countries[0] if countries and kind != PlaceKind.COUNTRY else ""
    return Row._make((*plain, place, country, tuple(_plain(part) for part in key)))


def _plain(part: Any) -> int | str:
    shown: int | str = part.isoformat() if isinstance(part, datetime) else part
    return shown


def in_order(asked: PartnershipFilter, *, principal: Principal, gaps: Gaps = _NONE) -> Iterator[Row]:
    """All rows in the order of the list; one statement, read in batches."""
    order = ORDERS[asked.sort]
    rows = narrowed(asked, principal=principal, gaps=gaps).order_by(*order.ordering(is_back=False))
    return map(_row, rows.values_list(*_columns(order)).iterator(chunk_size=2000))


def state_counts(asked: PartnershipFilter, *, principal: Principal, gaps: Gaps = _NONE) -> dict[tuple[str, str], int]:
    """How many of each (state, kind) there are under all filters but those of state and view; one statement."""
    rows = _but_states(asked, principal, gaps).order_by().values_list("state", "kind").annotate(n=Count("pk"))
    return {(state, kind): n for state, kind, n in rows}


def spots(asked: PartnershipFilter, *, principal: Principal, gaps: Gaps = _NONE) -> list[Spot]:
    """What the map of the list shows, MAPPED at most; one statement."""
    rows = narrowed(asked, principal=principal, gaps=gaps).filter(kind__in=ON_THE_MAP).order_by("title_sort", "pk")
    columns = ("pk", label("name"), "state", "place__latitude", "place__longitude", "place__is_unnamed")
    return [Spot._make(values) for values in rows.values_list(*columns)[:MAPPED]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A choice of a filter: what stands in the address, and its name."""

    key: str
    label: str


def choices(*, principal: Principal) -> dict[str, list[Entry]]:
    """What the filters offer by parameter: only what some partnership has; four statements."""
    seen = seen_partnerships(principal).order_by()
    paths = Q(pk__in=seen.values("place"))
    for path in _PLACES[1:]:
        paths |= Q(pk__in=seen.filter(**{f"{path}__isnull": False}).values(path))
    countries = Place.objects.filter(paths, kind=PlaceKind.COUNTRY)
    linked = _through("sectors").filter(partnership__in=seen.values("pk"))
    sectors = Sector.objects.filter(pk__in=linked.values("sector"))
    goals = rows_of(Goal).visible_to(principal).filter(edition__state=EditionState.ADOPTED)
    return {
        "land": [Entry(row.key, row.name) for row in countries.order_by("name_de")],
        "laendergruppe": [Entry(row.key, row.name) for row in PlaceGroup.objects.order_by("name_de")],
        "feld": [Entry(row.key, row.name) for row in sectors.order_by("name_de")],
        "ziel": [
            Entry(reference, f"{reference} {title}")
            for reference, title in goals.order_by("position").values_list("reference", label("title"))
        ],
    }
