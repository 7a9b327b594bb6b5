# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix: instruments against goals, ministries or places; what is empty says as much as what is full."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, When

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.places.models import Place
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.models import Chapter, Edition, Goal, Measure, MeasureGoal, MeasurePlace
from bruecke.strategy.tree import top_of


class Axis(StrEnum):
    """What the columns are."""

    GOAL = "ziel"
    MINISTRY = "ressort"
    PLACE = "ort"


@dataclass(frozen=True, slots=True)
class Head:
    """A row's or column's key, short label and full title."""

    key: int
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Coherence:
    """counts[row][column]: measures of the instrument that serve, are led by, or concern the column.

    totals: measures of each row, whether counted in a column or not; unassigned: those in no column.
    """

    axis: Axis
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]
    unassigned: tuple[int, ...]

    @property
    def empty_columns(self) -> tuple[Head, ...]:
        """Columns that no measure falls into: orphan goals, ministries that lead nothing."""
        return tuple(head for number, head in enumerate(self.columns) if not any(row[number] for row in self.counts))

    @property
    def empty_cells(self) -> int:
        """Cells without a measure."""
        return sum(count == 0 for row in self.counts for count in row)


def coherence(edition: Edition, axis: Axis, *, principal: Principal) -> Coherence:
    """The matrix of `edition` for `principal`; four statements, whatever the size."""
    chapters = list(Chapter.objects.filter(edition=edition).order_by("position"))
    parents = {chapter.pk: chapter.parent_id for chapter in chapters}
    seen = Measure.objects.visible_to(principal).filter(edition=edition)
    cells: Counter[tuple[int, int]] = Counter()
    for chapter, column, n in _pairs(edition, axis, principal):
        cells[top_of(chapter, parents), column] += n
    totals, unassigned = Counter[int](), Counter[int]()
    for chapter, assigned, n in _totals(seen, axis):
        totals[top_of(chapter, parents)] += n
        unassigned[top_of(chapter, parents)] += 0 if assigned else n
    columns = _columns(edition, axis, principal, {column for _, column in cells})
    rows = [chapter for chapter in chapters if chapter.parent_id is None and totals[chapter.pk]]
    return Coherence(
        axis=axis,
        rows=tuple(Head(row.pk, f"{row.number} {row.title}".strip(), row.title) for row in rows),
        columns=columns,
        counts=tuple(tuple(cells[row.pk, column.key] for column in columns) for row in rows),
        totals=tuple(totals[row.pk] for row in rows),
        unassigned=tuple(unassigned[row.pk] for row in rows),
    )


def _pairs(edition: Edition, axis: Axis, principal: Principal) -> list[tuple[int, int, int]]:
    """(chapter, column, number of measures)."""
    seen = Measure.objects.visible_to(principal).filter(edition=edition)
    if axis is Axis.MINISTRY:
        led = seen.filter(lead__isnull=False).values_list("chapter_id", "lead_id")
        return [(chapter, lead, n) for chapter, lead, n in led.annotate(n=Count("pk")) if lead is not None]
    through = MeasureGoal if axis is Axis.GOAL else MeasurePlace
    column = "goal_id" if axis is Axis.GOAL else "place_id"
    links = through.objects.filter(measure__in=seen.values("pk"))
    return list(links.values_list("measure__chapter_id", column).annotate(n=Count("pk")))


def _totals(seen: RecordQuerySet[Measure], axis: Axis) -> list[tuple[int, bool, int]]:
    """(chapter, whether assigned, number of measures)."""
    if axis is Axis.MINISTRY:
        condition: Q | Exists = Q(lead__isnull=False)
    elif axis is Axis.GOAL:
        condition = Q(goal_count__gt=0)
    else:
        condition = Exists(MeasurePlace.objects.filter(measure=OuterRef("pk")))
    assigned = Case(When(condition, then=True), default=False, output_field=BooleanField())
    return list(seen.annotate(assigned=assigned).values_list("chapter_id", "assigned").annotate(n=Count("pk")))


def _columns(edition: Edition, axis: Axis, principal: Principal, used: set[int]) -> tuple[Head, ...]:
    """All goals; ministries and places that occur."""
    if axis is Axis.GOAL:
        goals = Goal.objects.visible_to(principal).filter(edition=edition).order_by("position")
        return tuple(Head(goal.pk, goal.reference, goal.title) for goal in goals)
    if axis is Axis.MINISTRY:
        houses = Organisation.objects.visible_to(principal).filter(pk__in=used).order_by("name")
        return tuple(Head(house.pk, house.short_name or house.name, house.name) for house in houses)
    places = Place.objects.filter(pk__in=used).order_by("name")
    return tuple(Head(place.pk, place.code or place.name, place.name) for place in places)
