# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix: instruments against goals, ministries or places; what is empty says as much as what is full."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.actors.models import Organisation
from bruecke.places.models import Place
from bruecke.records.kept import HOLES, KeptRecords
from bruecke.records.labels import rows_of
from bruecke.strategy.facet_bits import NOTHING, FacetBits, Value
from bruecke.strategy.models import Edition, Goal
from bruecke.strategy.queries.measure_index import measure_index
from bruecke.strategy.queries.overview import instruments


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


NAMES = {Axis.GOAL: "ziel", Axis.MINISTRY: "federfuehrung", Axis.PLACE: "ort"}
"""What the index of measures calls the columns."""


def coherence(edition: Edition, axis: Axis, *, principal: Principal) -> Coherence:
    """The matrix of `edition` for `principal`; three statements on the index of measures, whatever the size."""
    index = measure_index(edition.pk)
    facets, seen = (index.facets, index.seen(principal)) if index else (NOTHING, 0)
    name = NAMES[axis]
    rows = [
        (chapter, measures)
        for chapter, sections in instruments(edition)
        if (measures := facets.any_of("instrument", sections) & seen)
    ]
    used = {column for column in facets.values(name) if facets.any_of(name, (column,)) & seen}
    columns = _columns(edition, axis, principal, used)
    sets = [facets.any_of(name, (column.key,)) for column in columns]
    shown, anywhere = facets.any_of(name, (column.key for column in columns)), _anywhere(facets, axis, seen)
    return Coherence(
        axis=axis,
        rows=tuple(Head(row.pk, row.reference, f"{row.number} {row.title}".strip(), row.title) for row, _ in rows),
        columns=columns,
        counts=tuple(tuple((column & measures).bit_count() for column in sets) for _, measures in rows),
        totals=tuple(measures.bit_count() for _, measures in rows),
        unassigned=tuple((measures & ~shown & ~anywhere).bit_count() for _, measures in rows),
        hidden=tuple((measures & ~shown & anywhere).bit_count() for _, measures in rows),
    )


def _anywhere(facets: FacetBits, axis: Axis, seen: int) -> int:
    """The measures that fall into any column, shown or not."""
    if axis is Axis.PLACE:
        return facets.any_of("ort", facets.values("ort"))
    return seen & ~facets.any_of("luecke", ("goal" if axis is Axis.GOAL else "lead",))


def _columns(edition: Edition, axis: Axis, principal: Principal, used: set[Value]) -> tuple[Head, ...]:
    """All goals; ministries and places that occur."""
    if axis is Axis.GOAL:
        goals = _goal_statement(scope_of(principal)).records({HOLES[0]: edition.pk})
        return tuple(Head(goal.pk, goal.reference, goal.reference, goal.title) for goal in goals)
    if axis is Axis.MINISTRY:
        houses = Organisation.objects.visible_to(principal).filter(pk__in=used).order_by("name")
        return tuple(Head(house.pk, house.key, house.short_name or house.name, house.name) for house in houses)
    places = Place.objects.filter(pk__in=used).order_by("name")
    return tuple(Head(place.pk, place.key, place.code or place.name, place.name) for place in places)


@lru_cache(maxsize=64)
def _goal_statement(scope: Principal) -> KeptRecords[Goal]:
    goals = rows_of(Goal).visible_to(scope).filter(edition=HOLES[0]).order_by("position")
    return KeptRecords(goals, without=("wording",))
