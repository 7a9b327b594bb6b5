# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index of measures, brought up to date by the journal, says what one made anew says."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal
from bruecke.records import journal
from bruecke.strategy.actions.measures import change_measure
from bruecke.strategy.models import Edition, Measure, Modality, Wording
from bruecke.strategy.queries import measure_index
from bruecke.strategy.queries.measure_index import MeasureIndex
from tests.factories.plan import make_measure
from tests.strategy.plans import World, make_world

pytestmark = pytest.mark.django_db


def said(edition: Edition, *principals: Principal) -> dict[object, set[int]]:
    """Keys of measures by property and value, and by who sees them."""
    index = measure_index.measure_index(edition.pk)
    assert index is not None
    sets = {(name, value): bits for name, values in index.facets.bits.items() for value, bits in values.items()}
    seen = {principal: index.seen(principal) for principal in principals}
    return {key: found for key, bits in {**sets, **seen}.items() if (found := _keys(index, bits))}


def _keys(index: MeasureIndex, bits: int) -> set[int]:
    return {key for key, position in index.facets.positions.items() if bits >> position & 1}


def anew(edition: Edition, *principals: Principal) -> dict[object, set[int]]:
    """The same from an index made from nothing."""
    measure_index._kept.clear()
    return said(edition, *principals)


@pytest.fixture
def world() -> World:
    """A plan that the journal knows of and that is indexed."""
    world = make_world(24)
    journal.record(*world.measures, verb="created", by=SYSTEM)
    anew(world.edition, PUBLIC, SYSTEM)
    return world


def edit(measure: Measure, **fields: object) -> None:
    """What a coordinator's form does."""
    change_measure(measure=measure, expected=measure.version, fields=fields, why="Test", by=SYSTEM)


def test_changed_measure_moves_from_set_to_set(world: World) -> None:
    measure = world.measures[3]
    edit(measure, kind="evaluate", lead_id=None, goals={world.goals[0].pk: ""})
    after = said(world.edition, PUBLIC, SYSTEM)
    assert measure.pk in after["art", "evaluate"]
    assert measure.pk in after["luecke", "lead"]
    assert after == anew(world.edition, PUBLIC, SYSTEM)


def test_hidden_measure_is_no_longer_seen_by_the_public(world: World) -> None:
    public = next(measure for measure in world.measures if measure.visibility == "published")
    edit(public, visibility="ministries")
    after = said(world.edition, PUBLIC, SYSTEM)
    assert public.pk not in after[PUBLIC]
    assert public.pk in after[SYSTEM]
    assert after == anew(world.edition, PUBLIC, SYSTEM)


def test_new_and_removed_measures_are_noticed(world: World) -> None:
    gone = world.measures[5]
    new = make_measure(world.edition, visibility="published", modality=Modality.STATEMENT)
    journal.record(new, gone, verb="changed", by=SYSTEM)
    Wording.objects.filter(measure=gone).delete()
    gone.delete()
    after = said(world.edition, PUBLIC, SYSTEM)
    assert new.pk in after[PUBLIC]
    assert after == anew(world.edition, PUBLIC, SYSTEM)


def test_act_on_something_else_has_everything_read_again(world: World) -> None:
    Measure.objects.filter(pk=world.measures[0].pk).update(kind="evaluate")
    journal.record(world.goals[0], verb="changed", by=SYSTEM)
    assert world.measures[0].pk in said(world.edition)["art", "evaluate"]


def test_change_costs_five_statements_and_none_a_single_one(world: World) -> None:
    edit(world.measures[3], kind="evaluate")
    with CaptureQueriesContext(connection) as first:
        said(world.edition, PUBLIC)
    with CaptureQueriesContext(connection) as second:
        said(world.edition, PUBLIC)
    assert (len(first), len(second)) == (5, 1)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_measure_hidden_while_another_request_asks_what_is_seen_stays_hidden(world: World, is_known: bool) -> None:
    public = next(measure for measure in world.measures if measure.visibility == "published")
    edit(public, indicator="Besuche")
    public.refresh_from_db()
    index = measure_index.measure_index(world.edition.pk)
    assert index is not None
    if not is_known:
        index._seen.clear()
    asked: list[str] = []

    def hide_meanwhile(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if not asked and "visibility" in sql:
            asked.append(sql)
            edit(public, visibility="ministries")
            measure_index.measure_index(world.edition.pk)
        return answer

    with connection.execute_wrapper(hide_meanwhile):
        index.seen(PUBLIC)
    assert asked
    assert public.pk not in said(world.edition, PUBLIC)[PUBLIC]
