# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other rooms ask of activities and promises, each with a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Sum, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.activities.life import PLANNING
from bruecke.activities.models import (
    ActivityState,
    CostItem,
    Involvement,
    InvolvementRole,
    Promise,
    PromiseState,
    links_to,
)
from bruecke.activities.queries.lines import Line, in_place, lines_of, place_names, visible_activities
from bruecke.actors.models import Organisation, Person
from bruecke.records.labels import label, rows_of
from bruecke.records.state import until_written
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import BudgetLine

NEWEST_FIRST = ("-starts_from", "-pk")


_OVER = (ActivityState.HELD, ActivityState.CANCELLED)
YEARS_BACK = 5
"""So many years the page of a partner looks back."""


@dataclass(frozen=True, slots=True)
class Together:
    """What is done with a partner. coming: not over, held or cancelled, the earliest first; past: of the last
    YEARS_BACK years, newest first. Each holds one more than was asked for where there are more."""

    coming: list[Line]
    past: list[Line]


def done_together(partnership_id: int, *, principal: Principal, most: int = 10) -> Together:
    """Activities with a partnership that `principal` may know of; one statement."""
    today = timezone.localdate()
    since = date(today.year - YEARS_BACK, today.month, min(today.day, 28))
    linked = links_to("partnerships").filter(partnership_id=partnership_id)
    ahead = Q(ends_by__gte=today) & ~Q(state__in=_OVER)
    rows: Any = visible_activities(principal).filter(pk__in=linked.values("activity_id"), ends_by__gte=since)
    ranked = rows.annotate(
        is_ahead=Case(When(ahead, then=Value(1)), default=Value(0), output_field=IntegerField()),
        # What is past has no day ahead: the second order decides there.
        next_on=Case(When(ahead, then=F("starts_from"))),
        rank=Window(
            RowNumber(),
            partition_by=F("is_ahead"),
            order_by=[F("next_on").asc(), F("starts_from").desc(), F("pk").desc()],
        ),
    ).filter(rank__lte=most + 1)
    found = lines_of(ranked.order_by("-is_ahead", "rank"))
    coming = [line for line in found if line.ends_by >= today.isoformat() and line.state not in _OVER]
    return Together(coming=coming, past=found[len(coming) :])


def activities_in_place(
    place_id: int, *, principal: Principal, since: date | None = None, limit: int = 200
) -> list[Line]:
    """Activities in a place or a part of it, newest first; one statement."""
    rows = visible_activities(principal).filter(in_place(place_id))
    rows = rows if since is None else rows.filter(ends_by__gte=since)
    return lines_of(rows.order_by(*NEWEST_FIRST)[:limit])


def open_promises_of_partnership(partnership_id: int, *, principal: Principal) -> list[Promise]:
    """Open promises of a partnership or of an activity with it, the earliest due first; one statement.

    An activity that `principal` may not know of lends no partnership to its promise.
    """
    rows = Promise.objects.visible_to(principal).filter(
        promised_with(partnership_id, principal=principal), state=PromiseState.OPEN
    )
    return list(rows.select_related("activity").order_by(F("due_on").asc(nulls_last=True), "pk"))


def promised_with(partnership_id: int, *, principal: Principal) -> Q:
    """Condition on Promise: it is one of this partnership, or of an activity with it."""
    linked = links_to("partnerships").filter(partnership_id=partnership_id)
    seen = visible_activities(principal).filter(pk__in=linked.values("activity_id"))
    return Q(partnership=partnership_id) | Q(partnership__isnull=True, activity__in=seen.values("pk"))


def partnerships_with_activity(since: date) -> QuerySet[Any]:
    """Keys of partnerships with which something was held, or is planned, that ends on `since` or later: a subquery.

    Counted whoever asks; the asking room shows the resulting gap to the government only.
    """
    counted = (ActivityState.HELD, *PLANNING)
    links = links_to("partnerships").filter(activity__state__in=counted, activity__ends_by__gte=since)
    found: QuerySet[Any] = links.values("partnership_id")
    return found


def partnerships_without_activity(since: date) -> Q:
    """Condition on Partnership: nothing was held or is planned with it since that day. For the government only."""
    return ~Q(pk__in=partnerships_with_activity(since))


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A trip whose call for interest is open. until: the last day; role: how the institution asked about stands in it
    (a value of InvolvementRole), "" where it does not yet."""

    line: Line
    until: date
    role: str


_IN_A_CALL = (InvolvementRole.INVITED, InvolvementRole.APPLIED, InvolvementRole.SELECTED, InvolvementRole.DECLINED)


def open_calls(organisation_id: int, *, principal: Principal) -> list[OpenCall]:
    """Trips to come whose call is still open, as an institution sees them, the first to end first; two statements."""
    today = timezone.localdate()
    rows = visible_activities(principal).filter(
        state__in=PLANNING, ends_by__gte=today, particulars__call_until__gte=today.isoformat()
    )
    untils = dict(rows.values_list("pk", "particulars__call_until"))
    mine = Involvement.objects.standing().filter(organisation=organisation_id, role__in=_IN_A_CALL)
    roles = dict(mine.filter(activity__in=untils).order_by("pk").values_list("activity_id", "role"))
    calls = [
        OpenCall(line, date.fromisoformat(untils[line.pk]), roles.get(line.pk, ""))
        for line in lines_of(rows.order_by("starts_from", "pk"))
    ]
    return sorted(calls, key=lambda call: call.until)


def next_activities(*, principal: Principal, days: int = 90, limit: int = 10) -> list[Line]:
    """What is planned and not over within the next `days`: what begins, the earliest first, then what goes on already.

    Kept until anything is written; else one statement more.
    """
    return _next(scope_of(principal), get_language() or "", timezone.localdate(), days, limit)


@until_written(maxsize=32)
def _next(principal: Principal, _language: str, today: date, days: int, limit: int) -> list[Line]:
    rows = visible_activities(principal).filter(
        state__in=PLANNING, ends_by__gte=today, starts_from__lte=today + timedelta(days=days)
    )
    goes_on = Case(When(starts_from__lt=today, then=Value(1)), default=Value(0), output_field=IntegerField())
    return lines_of(rows.order_by(goes_on, "starts_from", "pk")[:limit])


@dataclass(frozen=True, slots=True)
class Told:
    """An activity as an answer to an inquiry tells it. planned_cents, actual_cents: sums, None where nothing is known;
    by_line: actual cents by budget line ("" for none). takers: role, organisation ("" for none) and key of the person
    (None for none), for what must hold people by key."""

    line: Line
    places: tuple[str, ...]
    involved: tuple[tuple[str, str, str], ...]
    """Role, organisation ("" for none), person ("" for none)."""
    purpose: str
    result: str
    planned_cents: int | None
    actual_cents: int | None
    by_line: Mapping[str, int]
    takers: tuple[tuple[str, str, int | None], ...] = ()


def activities_between(
    first: date, last: date, *, principal: Principal, kinds: tuple[str, ...] = (), narrowed: Q | None = None
) -> list[Told]:
    """What began within a period, with costs and who took part, the earliest first; for inquiries of the government.

    kinds: () for all; narrowed: a further condition on Activity (in_place). Seven statements at most.
    """
    rows = visible_activities(principal).filter(starts_from__range=(first, last))
    rows = rows.filter(kind__in=kinds) if kinds else rows
    rows = rows if narrowed is None else rows.filter(narrowed)
    lines = lines_of(rows.order_by("starts_from", "pk"))
    keys = [line.pk for line in lines]
    texts = {pk: (purpose, result) for pk, purpose, result in rows.values_list("pk", "purpose", "result")}
    places, involved, costs = place_names(keys), _involved(keys, principal), _costs(keys)
    return [
        Told(
            line=line,
            places=places.get(line.pk, ()),
            involved=tuple((role, house, name) for role, house, name, _key in involved.get(line.pk, ())),
            purpose=texts[line.pk][0],
            result=texts[line.pk][1],
            planned_cents=_sum(costs.get(line.pk, []), 0),
            actual_cents=_sum(costs.get(line.pk, []), 1),
            by_line=_by_line(costs.get(line.pk, [])),
            takers=tuple((role, house, key) for role, house, _name, key in involved.get(line.pk, ())),
        )
        for line in lines
    ]


Taker = tuple[str, str, str, int | None]
"""Role, organisation, person, key of the person."""


def _involved(keys: list[int], principal: Principal) -> dict[int, tuple[Taker, ...]]:
    """By activity; three statements."""
    rows = list(
        Involvement.objects.standing()
        .filter(activity_id__in=keys)
        .order_by("pk")
        .values_list("activity_id", "role", "organisation_id", "person_id")
    )
    organisations = dict(
        rows_of(Organisation)
        .visible_to(principal)
        .filter(pk__in={row[2] for row in rows})
        .values_list("pk", label("name"))
    )
    people = dict(
        rows_of(Person).visible_to(principal).filter(pk__in={row[3] for row in rows}).values_list("pk", "name")
    )
    found: dict[int, list[Taker]] = defaultdict(list)
    for activity, role, organisation, person in rows:
        names = (organisations.get(organisation, ""), people.get(person, ""))
        if any(names):
            found[activity].append((role, *names, person if person in people else None))
    return {activity: tuple(named) for activity, named in found.items()}


Amounts = list[tuple[int | None, int | None, str]]


def _costs(keys: list[int]) -> dict[int, Amounts]:
    """Planned and actual cents and the budget line of every cost item, by activity; one statement."""
    rows = CostItem.objects.standing().filter(activity_id__in=keys).select_related("budget_line").order_by("pk")
    found: dict[int, Amounts] = defaultdict(list)
    for row in rows:
        found[row.activity_id].append((row.planned_cents, row.actual_cents, str(row.budget_line or "")))
    return found


@dataclass(frozen=True, slots=True)
class LineAmount:
    """One cost item. line: key of its budget line, None for none; name: "" where there is none to be known of; is_open:
    whether everybody may know of that line."""

    activity: int
    line: int | None
    name: str
    is_open: bool
    planned_cents: int | None
    actual_cents: int | None


def amounts_by_line(keys: Iterable[int], *, principal: Principal) -> list[LineAmount]:
    """Every cost item of these activities with its budget line; two statements. For the government only."""
    rows = list(CostItem.objects.standing().filter(activity_id__in=list(keys)).order_by("pk"))
    lines = BudgetLine.objects.visible_to(principal).filter(
        pk__in=[row.budget_line_id for row in rows if row.budget_line_id]
    )
    known = {line.pk: (str(line), line.visibility == Visibility.PUBLISHED) for line in lines}
    return [
        LineAmount(
            row.activity_id,
            row.budget_line_id,
            *known.get(row.budget_line_id or 0, ("", row.budget_line_id is None)),
            row.planned_cents,
            row.actual_cents,
        )
        for row in rows
    ]


def costs_of(keys: list[int]) -> dict[int, tuple[int | None, int | None]]:
    """Sums of planned and actual cents, by activity; None where nothing is known; one statement."""
    return {key: (_sum(amounts, 0), _sum(amounts, 1)) for key, amounts in _costs(keys).items()}


def costs_by_line(*, principal: Principal) -> dict[int, tuple[int | None, int | None]]:
    """Sums of planned and actual cents of the activities `principal` may know of, by budget line; one statement.

    For the government only; what was cancelled is not counted.
    """
    seen = visible_activities(principal).exclude(state=ActivityState.CANCELLED)
    items = CostItem.objects.standing().filter(budget_line__isnull=False, activity__in=seen.values("pk"))
    sums = items.order_by().values_list("budget_line_id").annotate(Sum("planned_cents"), Sum("actual_cents"))
    return {line: (planned, actual) for line, planned, actual in sums}


def _sum(amounts: Amounts, which: int) -> int | None:
    known = [amount for row in amounts if isinstance(amount := row[which], int)]
    return sum(known) if known else None


def _by_line(amounts: Amounts) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for _planned, actual, line in amounts:
        found[line] += actual or 0
    return dict(found)
