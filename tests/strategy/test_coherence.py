# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix is what one would count by hand, and names nothing the asker may not know of."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC
from bruecke.strategy.models import Measure, MeasureGoal, MeasurePlace
from bruecke.strategy.queries.coherence import Axis, Coherence, coherence
from tests.factories.people import make_organisation
from tests.factories.plan import make_edition, make_goal, make_measure, make_place
from tests.strategy.plans import WHO, World, make_world, sees

pytestmark = pytest.mark.django_db


def all_columns(axis: Axis) -> Callable[[Measure], set[int]]:
    """Keys of the columns a measure stands in, of those nobody is told of, too."""
    return {
        Axis.GOAL: lambda m: set(MeasureGoal.objects.filter(measure=m).values_list("goal_id", flat=True)),
        Axis.MINISTRY: lambda m: {m.lead_id} - {None},
        Axis.PLACE: lambda m: set(MeasurePlace.objects.filter(measure=m).values_list("place_id", flat=True)),
    }[axis]


def known(world: World, axis: Axis, who: str) -> set[int]:
    """Keys of the columns that `who` may know of."""
    records = {Axis.GOAL: world.goals, Axis.MINISTRY: world.houses}.get(axis)
    return {row.pk for row in records if sees(who, row)} if records else {place.pk for place in world.places}


@pytest.mark.parametrize("axis", list(Axis))
@pytest.mark.parametrize("who", WHO)
def test_matrix_equals_a_count_by_hand(axis: Axis, who: str) -> None:
    world = make_world(36)
    table = coherence(world.edition, axis, principal=world.visitors[who])
    mine = [measure for measure in world.measures if sees(who, measure)]
    columns_of, seen = all_columns(axis), known(world, axis, who)
    used = {column for measure in mine for column in columns_of(measure)}
    assert {head.key for head in table.columns} == (seen if axis is Axis.GOAL else seen & used)
    for number, row in enumerate(table.rows):
        inside = [m for m in mine if m.chapter.reference.split(".")[0] == row.name]
        in_columns = [columns_of(m) for m in inside]
        assert table.totals[number] == len(inside) > 0
        assert table.counts[number] == tuple(sum(head.key in c for c in in_columns) for head in table.columns)
        assert table.unassigned[number] == sum(not c for c in in_columns)
        assert table.hidden[number] == sum(bool(c) and not c & seen for c in in_columns)
    assert sum(table.totals) == len(mine)


@pytest.mark.parametrize("who", WHO)
def test_every_measure_is_led_by_somebody_shown_by_somebody_hidden_or_by_nobody(who: str) -> None:
    world = make_world(36)
    table = coherence(world.edition, Axis.MINISTRY, principal=world.visitors[who])
    rows = zip(table.counts, table.hidden, table.unassigned, table.totals, strict=True)
    assert all(sum(counts) + hidden + nobody == total for counts, hidden, nobody, total in rows)


def test_lead_that_is_not_public_is_no_column_and_no_name_but_no_gap_either() -> None:
    edition = make_edition()
    house = make_organisation("Geheimes Haus", visibility="ministries")
    make_measure(edition, lead=house)
    table = coherence(edition, Axis.MINISTRY, principal=PUBLIC)
    assert (table.columns, table.unassigned, table.hidden, table.totals) == ((), (0,), (1,), (1,))
    assert "Geheimes Haus" not in repr(table)


def test_goal_that_is_not_public_is_no_column_and_its_measure_no_gap() -> None:
    edition = make_edition()
    goal = make_goal(edition, "Geheimes Ziel", visibility="unit")
    measure = make_measure(edition, goal_count=1)
    MeasureGoal.objects.create(measure=measure, goal=goal)
    table = coherence(edition, Axis.GOAL, principal=PUBLIC)
    assert (table.columns, table.unassigned, table.hidden) == ((), (0,), (1,))


def test_goal_served_only_by_an_internal_measure_is_an_orphan_to_the_public() -> None:
    world = make_world(0)
    goal = world.goals[0]
    internal = make_measure(world.edition, visibility="ministries", goal_count=1)
    make_measure(world.edition)
    MeasureGoal.objects.create(measure=internal, goal=goal)
    orphans = {
        who: {head.key for head in coherence(world.edition, Axis.GOAL, principal=world.visitors[who]).empty_columns}
        for who in ("public", "staff")
    }
    assert goal.pk in orphans["public"]
    assert goal.pk not in orphans["staff"]


def test_empty_cells_are_counted() -> None:
    edition = make_edition()
    goals = [make_goal(edition) for _ in range(3)]
    measure = make_measure(edition, goal_count=1)
    MeasureGoal.objects.create(measure=measure, goal=goals[1])
    table: Coherence = coherence(edition, Axis.GOAL, principal=PUBLIC)
    assert (table.counts, table.empty_cells) == (((0, 1, 0),), 2)
    assert [head.label for head in table.empty_columns] == ["Z1", "Z3"]


def test_measures_of_former_and_coming_editions_are_not_counted() -> None:
    former = make_edition(state="superseded")
    standing, draft = make_edition(strategy=former.strategy), make_edition(strategy=former.strategy, state="draft")
    place = make_place()
    for edition in (former, standing, standing, draft):
        MeasurePlace.objects.create(measure=make_measure(edition), place=place, source="person")
    table = coherence(standing, Axis.PLACE, principal=PUBLIC)
    assert (table.counts, table.totals) == (((2,),), (2,))


@pytest.mark.parametrize("axis", list(Axis))
@pytest.mark.parametrize("count", [6, 50])
def test_matrix_takes_three_statements_whatever_the_size(axis: Axis, count: int) -> None:
    world = make_world(count)
    coherence(world.edition, axis, principal=PUBLIC)
    with CaptureQueriesContext(connection) as statements:
        coherence(world.edition, axis, principal=PUBLIC)
    assert len(statements) == 3


def test_heads_carry_the_names_that_addresses_use() -> None:
    edition = make_edition()
    house, place = make_organisation(), make_place(code="PL")
    measure = make_measure(edition, lead=house)
    MeasurePlace.objects.create(measure=measure, place=place, source="person")
    make_goal(edition)
    names = {axis: coherence(edition, axis, principal=PUBLIC).columns[0].name for axis in Axis}
    assert names == {Axis.GOAL: "Z1", Axis.MINISTRY: house.key, Axis.PLACE: place.key}
    assert coherence(edition, Axis.PLACE, principal=PUBLIC).columns[0].label == "PL"
