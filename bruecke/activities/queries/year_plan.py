# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly plan: trips, fairs and events of a year, of one house or of all."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bruecke.accounts.principal import Principal
from bruecke.activities.kind import kinds
from bruecke.activities.models import Activity, ActivityState
from bruecke.activities.queries.lines import Line, lines_of, place_names, visible_activities
from bruecke.activities.queries.offers import costs_of
from bruecke.records.labels import rows_of
from bruecke.records.models import RecordQuerySet


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the plan. planned_cents: sum of its cost items, None where nothing is known."""

    line: Line
    places: tuple[str, ...]
    planned_cents: int | None


def _planned_kinds() -> list[str]:
    return [kind.name for kind in kinds().values() if kind.is_planned]


def _in_year(rows: RecordQuerySet[Activity], lead_id: int | None, year: int) -> RecordQuerySet[Activity]:
    """What begins in the year; lead_id None: of all houses."""
    found = rows.filter(kind__in=_planned_kinds(), starts_from__range=(date(year, 1, 1), date(year, 12, 31)))
    return found if lead_id is None else found.filter(lead_id=lead_id)


def year_plan(lead_id: int | None, year: int, *, principal: Principal) -> list[Planned]:
    """In the order of the year; three statements."""
    lines = lines_of(_in_year(visible_activities(principal), lead_id, year).order_by("starts_from", "pk"))
    keys = [line.pk for line in lines]
    places, costs = place_names(keys), costs_of(keys)
    return [Planned(line, places.get(line.pk, ()), costs.get(line.pk, (None, None))[0]) for line in lines]


def of_year(lead_id: int, year: int, *, principal: Principal) -> list[Activity]:
    """The records of the plan of one house; one statement."""
    rows: RecordQuerySet[Activity] = Activity.objects.visible_to(principal)
    return list(_in_year(rows, lead_id, year).order_by("starts_from", "pk"))


def planned_of(lead_id: int, year: int) -> list[list[Any]]:
    """The plan of one house as it is approved: rows [key, starts, ends], whoever may see them; one statement."""
    rows = _in_year(rows_of(Activity), lead_id, year).exclude(state__in=(ActivityState.IDEA, ActivityState.CANCELLED))
    return [list(row) for row in rows.order_by("starts_from", "pk").values_list("pk", "starts", "ends")]
