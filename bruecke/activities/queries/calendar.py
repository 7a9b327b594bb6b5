# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar: activities of a month, what meets in it, anniversaries, terms that run out, promises to be redeemed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.activities.collisions import Dated, anniversary, collisions
from bruecke.activities.life import PLANNING
from bruecke.activities.models import ActivityState, Promise, PromiseState, links_to
from bruecke.activities.queries.lines import Line, lines_of, visible_activities
from bruecke.partnerships.models import Agreement, Partnership, PartnershipState
from bruecke.places.models import Place
from bruecke.records.labels import label, rows_of
from bruecke.records.visibility import visible

MOST = 500
"""Activities of one month."""
AHEAD = timedelta(days=180)
"""How far opportunities are looked for."""
TERM = timedelta(days=365)
"""How long before its end a term is told of."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Activities with one partnership in one week."""

    monday: date
    partnership: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An agreement worth a look: its anniversary (years) or the end of its term (ends_on)."""

    agreement: Agreement
    partnership: str
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An activity in a country where promises are open that it does not deal with yet."""

    line: Line
    country: str
    promises: tuple[Promise, ...]


def month_lines(first: date, last: date, *, principal: Principal) -> list[Line]:
    """Activities that may lie between two days, cancelled ones left out, the earliest first; one statement."""
    rows = visible_activities(principal).filter(starts_from__lte=last, ends_by__gte=first)
    return lines_of(rows.exclude(state=ActivityState.CANCELLED).order_by("starts_from", "pk")[:MOST])


def found_collisions(lines: Iterable[Line], first: date, last: date, *, principal: Principal) -> list[Collision]:
    """Of activities with exact days, in the weeks between two days; one statement."""
    exact = {line.pk: line for line in lines if len(line.starts) == 10 and len(line.ends or line.starts) == 10}
    seen = visible(Partnership, principal, "partnership__")
    links = links_to("partnerships").filter(seen, activity_id__in=exact)
    partners, names = defaultdict(set), {}
    for activity, partnership, name in links.values_list("activity_id", "partnership_id", label("partnership__name")):
        partners[activity].add(partnership)
        names[partnership] = name
    rows = [
        Dated(
            pk,
            max(first, date.fromisoformat(line.starts_from)),
            min(last, date.fromisoformat(line.ends_by)),
            frozenset(partners[pk]),
        )
        for pk, line in exact.items()
    ]
    return [
        Collision(monday, names[partnership], tuple(exact[pk] for pk in pks))
        for monday, partnership, pks in collisions(rows)
    ]


def occasions(year: int, month: int, *, principal: Principal) -> tuple[list[Occasion], list[Occasion]]:
    """Anniversaries of agreements in a month (those signed in it, or in a year without a month: in January), and terms
    that end within a year from its first day; one statement."""
    soon = (date(year, month, 1) + TERM).isoformat()
    signed = Q(signed_on__regex=rf"^\d{{4}}-{month:02}")
    signed |= Q(signed_on__regex=r"^\d{4}$") if month == 1 else Q()
    ending = Q(ends_on__gte=f"{year}-{month:02}", ends_on__lte=soon)
    standing = visible(Partnership, principal, "partnership__") & Q(partnership__state=PartnershipState.ACTIVE)
    rows = Agreement.objects.visible_to(principal).filter(standing, signed | ending)
    found = list(rows.annotate(partner=label("partnership__name")).order_by("signed_on", "pk"))
    jubilees = [
        Occasion(row, row.partner, years)
        for row in found
        if _is_in(row.signed_on, month) and (years := anniversary(row.signed_on, year)) is not None
    ]
    terms = [Occasion(row, row.partner) for row in found if f"{year}-{month:02}" <= row.ends_on <= soon]
    return jubilees, sorted(terms, key=lambda occasion: occasion.agreement.ends_on)


def _is_in(signed_on: str, month: int) -> bool:
    return bool(signed_on) and (int(signed_on[5:7]) if len(signed_on) > 4 else 1) == month


def opportunities(*, principal: Principal) -> list[Opportunity]:
    """Planned activities of the next half year in countries where promises are open; four statements."""
    today = timezone.localdate()
    coming = visible_activities(principal).filter(
        state__in=PLANNING, starts_from__lte=today + AHEAD, ends_by__gte=today
    )
    lines = lines_of(coming.order_by("starts_from", "pk")[:MOST])
    countries = _countries(links_to("places").filter(activity_id__in=[line.pk for line in lines]))
    seen = visible(Partnership, principal, "partnership__")
    open_ones = Promise.objects.visible_to(principal).filter(seen, state=PromiseState.OPEN)
    open_ones = open_ones.select_related("partnership__place__parent__parent__parent")
    by_country = defaultdict(list)
    for row in open_ones.order_by("due_on", "pk")[:MOST]:
        if row.partnership is not None:
            by_country[_root(row.partnership.place)].append(row)
    keys = {key for found in countries.values() for key in found}
    names = dict(rows_of(Place).filter(pk__in=keys).values_list("pk", label("name")))
    pairs = [(line, country) for line in lines for country in sorted(countries[line.pk])]
    found = [Opportunity(line, names[country], _others(by_country[country], line)) for line, country in pairs]
    return [opportunity for opportunity in found if opportunity.promises]


def _others(promises: list[Promise], line: Line) -> tuple[Promise, ...]:
    """Those that do not come from the activity itself."""
    return tuple(row for row in promises if row.activity_id != line.pk)


def _countries(links: QuerySet[Any]) -> dict[int, set[int]]:
    """Keys of the countries of activities."""
    columns = [f"place{'__parent' * depth}__pk" for depth in range(4)]
    found: dict[int, set[int]] = defaultdict(set)
    for activity, *above in links.values_list("activity_id", *columns):
        found[activity].add([key for key in above if key is not None][-1])
    return found


def _root(place: Place) -> int:
    while place.parent is not None:
        place = place.parent
    return place.pk
