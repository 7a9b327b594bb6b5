# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix: instruments against goals, ministries or places; what is empty says as much as what is full."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, Value, When

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
    """A row's or column's key, short label and full title. name: what an address calls it (reference, key)."""

    key: int
    name: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Coherence:
    """counts[row][column]: measures of the instrument that serve, are led by, or concern the column.

    totals: measures of each row, whether counted in a column or not; unassigned: those that fall into no column at all;
    hidden: those that fall only into columns the asker may not know of (a lead or goal that is not published).
    """

    axis: Axis
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]
    unassigned: tuple[int, ...]
    hidden: tuple[int, ...]

    @property
    def empty_columns(self) -> tuple[Head, ...]:
        """Columns that no measure falls into: orphan goals, ministries that lead nothing."""
        return tuple(head for number, head in enumerate(self.columns) if not any(row[number] for row in self.counts))

    @property
    def empty_cells(self) -> int:
        """Cells without a measure."""
        return sum(count == 0 for row in self.counts for count in row)


SHOWN, HIDDEN, NONE = "shown", "hidden", "none"


def coherence(edition: Edition, axis: Axis, *, principal: Principal) -> Coherence:
    """The matrix of `edition` for `principal`; four statements, whatever the size."""
    chapters = list(Chapter.objects.filter(edition=edition).order_by("position"))
    parents = {chapter.pk: chapter.parent_id for chapter in chapters}
    seen = Measure.objects.visible_to(principal).filter(edition=edition)
    cells: Counter[tuple[int, int]] = Counter()
    for chapter, column, n in _pairs(seen, axis):
        cells[top_of(chapter, parents), column] += n
    sums: dict[str, Counter[int]] = {SHOWN: Counter(), HIDDEN: Counter(), NONE: Counter()}
    for chapter, fate, n in _fates(edition, seen, axis, principal):
        sums[fate][top_of(chapter, parents)] += n
    totals = sums[SHOWN] + sums[HIDDEN] + sums[NONE]
    columns = _columns(edition, axis, principal, {column for _, column in cells})
    rows = [chapter for chapter in chapters if chapter.parent_id is None and totals[chapter.pk]]
    return Coherence(
        axis=axis,
        rows=tuple(Head(row.pk, row.reference, f"{row.number} {row.title}".strip(), row.title) for row in rows),
        columns=columns,
        counts=tuple(tuple(cells[row.pk, column.key] for column in columns) for row in rows),
        totals=tuple(totals[row.pk] for row in rows),
        unassigned=tuple(sums[NONE][row.pk] for row in rows),
        hidden=tuple(sums[HIDDEN][row.pk] for row in rows),
    )


def _pairs(seen: RecordQuerySet[Measure], axis: Axis) -> list[tuple[int, int, int]]:
    """(chapter, column, number of measures)."""
    if axis is Axis.MINISTRY:
        led = seen.filter(lead__isnull=False).values_list("chapter_id", "lead_id")
        return [(chapter, lead, n) for chapter, lead, n in led.annotate(n=Count("pk")) if lead is not None]
    through = MeasureGoal if axis is Axis.GOAL else MeasurePlace
    column = "goal_id" if axis is Axis.GOAL else "place_id"
    links = through.objects.filter(measure__in=seen.values("pk"))
    return list(links.values_list("measure__chapter_id", column).annotate(n=Count("pk")))


def _fates(
    edition: Edition, seen: RecordQuerySet[Measure], axis: Axis, principal: Principal
) -> list[tuple[int, str, int]]:
    """(chapter, whether in a column shown, only in columns hidden, or in none, number of measures)."""
    shown, anywhere = _assigned(edition, axis, principal)
    fate = Case(
        When(shown, then=Value(SHOWN)),
        When(anywhere, then=Value(HIDDEN)),
        default=Value(NONE),
        output_field=CharField(),
    )
    return list(seen.annotate(fate=fate).values_list("chapter_id", "fate").annotate(n=Count("pk")))


def _assigned(edition: Edition, axis: Axis, principal: Principal) -> tuple[Q | Exists, Q | Exists]:
    """Conditions of a measure: in a column that `principal` may know of; in any column."""
    if axis is Axis.MINISTRY:
        return Q(lead__in=Organisation.objects.visible_to(principal).values("pk")), Q(lead__isnull=False)
    if axis is Axis.PLACE:
        placed = Exists(MeasurePlace.objects.filter(measure=OuterRef("pk")))
        return placed, placed
    goals = Goal.objects.visible_to(principal).filter(edition=edition)
    return Exists(MeasureGoal.objects.filter(measure=OuterRef("pk"), goal__in=goals.values("pk"))), Q(goal_count__gt=0)


def _columns(edition: Edition, axis: Axis, principal: Principal, used: set[int]) -> tuple[Head, ...]:
    """All goals; ministries and places that occur."""
    if axis is Axis.GOAL:
        goals = Goal.objects.visible_to(principal).filter(edition=edition).order_by("position")
        return tuple(Head(goal.pk, goal.reference, goal.reference, goal.title) for goal in goals)
    if axis is Axis.MINISTRY:
        houses = Organisation.objects.visible_to(principal).filter(pk__in=used).order_by("name")
        return tuple(Head(house.pk, house.key, house.short_name or house.name, house.name) for house in houses)
    places = Place.objects.filter(pk__in=used).order_by("name")
    return tuple(Head(place.pk, place.key, place.code or place.name, place.name) for place in places)
