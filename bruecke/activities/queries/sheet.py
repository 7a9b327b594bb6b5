# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One activity with everything around it; eight statements, whatever hangs on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import get_language

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.activities.gaps import gaps_of
from bruecke.activities.kind import FieldType, Gap, kind_of
from bruecke.activities.models import (
    Activity,
    ActivitySeries,
    ActivityState,
    CostItem,
    Involvement,
    InvolvementRole,
    ProgrammeItem,
    Promise,
    links_to,
)
from bruecke.activities.permissions import can_see_internal
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import Session
from bruecke.library.models import Document
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place
from bruecke.records.labels import label, rows_of
from bruecke.records.state import until_written
from bruecke.records.visibility import visible
from bruecke.strategy.models import BudgetLine, BudgetPeriod, EditionState, Measure, Theme

PUBLIC_ROLES = (
    InvolvementRole.HEAD,
    InvolvementRole.PARTICIPANT,
    InvolvementRole.SELECTED,
    InvolvementRole.HOST,
    InvolvementRole.PARTNER,
    InvolvementRole.FUNDER,
)
"""Roles that a published activity shows to everybody; who was asked and refused is the government's own."""
SHOWN = (EditionState.ADOPTED, EditionState.SUPERSEDED)


class Link(NamedTuple):
    """Something an activity names. what: name of the block; note: a reference number, "" for none."""

    what: str
    pk: int
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Who:
    """An involvement as the reader may know of it: organisation and person are None where they may not be known."""

    row: Involvement
    organisation: Link | None
    person: Link | None


@dataclass(frozen=True, slots=True)
class Costs:
    """Cost items with their sums, in cents; a sum is None where no item has such an amount.

    items carry `knows_line`: whether the reader may know of their budget line.
    """

    items: Sequence[CostItem]
    planned: int | None
    actual: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page of an activity shows. programme: days with their points; gaps, costs, programme and calls for
    interest are empty for who is not of the government."""

    activity: Activity
    links: dict[str, list[Link]]
    involvements: list[Who]
    promises: list[Promise]
    programme: list[tuple[date, list[ProgrammeItem]]] = field(default_factory=list)
    costs: Costs = field(default_factory=lambda: Costs((), None, None))
    gaps: list[Gap] = field(default_factory=list)

    def first(self, what: str) -> Link | None:
        """The one link of a block that has one."""
        return next(iter(self.links[what]), None)


def seen_activity(pk: int, *, principal: Principal) -> Activity:
    """An activity, with its lead as permissions ask for it; one statement. Raises Activity.DoesNotExist."""
    activity: Activity = Activity.objects.visible_to(principal).select_related("lead").get(pk=pk)
    return activity


def seen_series(pk: int, *, principal: Principal) -> ActivitySeries:
    """A series; one statement. Raises ActivitySeries.DoesNotExist."""
    series: ActivitySeries = ActivitySeries.objects.visible_to(principal).get(pk=pk)
    return series


def activity_sheet(activity: Activity, *, principal: Principal) -> Sheet:
    """What the page of `activity` shows to `principal`: kept until anything is written, never to be changed; else three
    statements more for the public, seven for the government."""
    return _sheet(activity, activity.version, scope_of(principal), get_language() or "", timezone.localdate())


@until_written(maxsize=128)
def _sheet(activity: Activity, _version: int, principal: Principal, _language: str, _day: date) -> Sheet:
    rows = list(activity.involvements.standing().order_by("pk"))
    if not can_see_internal(principal):
        rows = [row for row in rows if row.role in PUBLIC_ROLES]
    links = _links(activity, rows, principal)
    promises = Promise.objects.visible_to(principal).filter(activity=activity)
    sheet = Sheet(
        activity=activity,
        links=links,
        involvements=_who(rows, links),
        promises=list(promises.order_by("direction", "due_on", "pk")),
    )
    return _with_internal(sheet, principal) if can_see_internal(principal) else sheet


def _with_internal(sheet: Sheet, principal: Principal) -> Sheet:
    activity = sheet.activity
    items = activity.programme.standing().order_by("day", F("at").asc(nulls_first=True), "pk")
    known = BudgetLine.objects.visible_to(principal).filter(visible(BudgetPeriod, principal, prefix="period__"))
    rows = activity.costs.standing().select_related("budget_line__period").order_by("pk")
    costs = list(rows.annotate(knows_line=Exists(known.filter(pk=OuterRef("budget_line_id")))))
    return Sheet(
        activity=activity,
        links=sheet.links,
        involvements=sheet.involvements,
        promises=sheet.promises,
        programme=[(day, list(points)) for day, points in groupby(items, key=lambda item: item.day)],
        costs=Costs(costs, _sum(costs, "planned_cents"), _sum(costs, "actual_cents")),
        gaps=found_gaps(activity),
    )


def _sum(items: Sequence[CostItem], column: str) -> int | None:
    amounts = [amount for item in items if (amount := getattr(item, column)) is not None]
    return sum(amounts) if amounts else None


def found_gaps(activity: Activity) -> list[Gap]:
    """What is missing on it; one statement, none where it was cancelled."""
    if activity.state == ActivityState.CANCELLED:
        return []
    asked = gaps_of(kind_of(activity))
    cases = {
        f"gap_{n}": Case(When(gap.condition(), then=Value(1)), default=Value(0), output_field=IntegerField())
        for n, gap in enumerate(asked)
    }
    found = rows_of(Activity).filter(pk=activity.pk).annotate(**cases).values_list(*cases).get()
    return [gap for gap, is_there in zip(asked, found, strict=True) if is_there]


def _links(activity: Activity, rows: Sequence[Involvement], principal: Principal) -> dict[str, list[Link]]:
    """Everything named on the page that `principal` may know of; one statement."""
    organisations = {row.organisation_id for row in rows} | {activity.lead_id}
    people = {row.person_id for row in rows}
    documents = _documents(activity)
    measures = rows_of(Measure).visible_to(principal).filter(edition__state__in=SHOWN)
    seen: dict[str, QuerySet[Any]] = {
        "place": _block("place", _through(Place, "places", activity), "name"),
        "partnership": _block("partnership", _through(Partnership, "partnerships", activity, principal), "name"),
        "measure": _block("measure", measures.filter(pk__in=_keys("measures", activity)), "title", F("reference")),
        "theme": _block("theme", _through(Theme, "themes", activity), "title", F("key")),
        "organisation": _block(
            "organisation", _seen(Organisation, organisations, principal), "name", label("short_name")
        ),
        "person": _plain("person", _seen(Person, people, principal), F("name"), F("function")),
        "document": _block("document", _seen(Document, documents, principal), "title"),
        "series": _block("series", _seen(ActivitySeries, {activity.series_id}, principal), "name"),
        "session": _plain("session", _seen(Session, {activity.session_id}, principal), F("number"), F("held_on")),
    }
    if can_see_internal(principal):
        houses = _through(House, "named_houses", activity)
        seen["house"] = _plain("house", houses, F("name"), Value("", CharField()))
    first, *others = seen.values()
    found: dict[str, list[Link]] = defaultdict(list)
    for row in first.union(*others, all=True):
        found[row[0]].append(Link._make(row))
    return defaultdict(list, {what: sorted(links, key=lambda link: link.label) for what, links in found.items()})


def _documents(activity: Activity) -> set[int | None]:
    fields = kind_of(activity).fields
    return {activity.particulars.get(each.name) for each in fields if each.type is FieldType.DOCUMENT}


def _keys(name: str, activity: Activity) -> QuerySet[Any]:
    column = {
        "places": "place_id",
        "partnerships": "partnership_id",
        "measures": "measure_id",
        "themes": "theme_id",
        "named_houses": "house_id",
    }
    return links_to(name).filter(activity_id=activity.pk).values(column[name])


def _through(model: Any, name: str, activity: Activity, principal: Principal | None = None) -> Any:
    rows = rows_of(model) if principal is None else rows_of(model).visible_to(principal)
    return rows.filter(pk__in=_keys(name, activity))


def _seen(model: Any, keys: set[int | None], principal: Principal) -> Any:
    return rows_of(model).visible_to(principal).filter(pk__in=[key for key in keys if key is not None])


def _block(what: str, rows: Any, name: str, note: Any = None) -> QuerySet[Any]:
    return _plain(what, rows, label(name), Value("", CharField()) if note is None else note)


def _plain(what: str, rows: Any, text: Any, note: Any) -> QuerySet[Any]:
    named = {"what_": Value(what, CharField()), "label_": text, "note_": note}
    found: QuerySet[Any] = rows.order_by().annotate(**named).values_list("what_", "pk", "label_", "note_")
    return found


def _who(rows: Sequence[Involvement], links: dict[str, list[Link]]) -> list[Who]:
    """In the order of the roles; who may be known of by nothing is left out."""
    organisations = {link.pk: link for link in links["organisation"]}
    people = {link.pk: link for link in links["person"]}
    order = list(InvolvementRole.values)
    found = [Who(row, organisations.get(row.organisation_id or 0), people.get(row.person_id or 0)) for row in rows]
    shown = [who for who in found if who.organisation or who.person]
    return sorted(shown, key=lambda who: order.index(who.row.role))
