# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of play is what one would count by hand, of what one may see."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC
from bruecke.strategy.models import Measure, MeasureGoal, Modality
from bruecke.strategy.queries.overview import SEGMENTS, overview
from bruecke.strategy.queries.standing import standing_edition
from bruecke.strategy.tree import top_of
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure
from tests.strategy.plans import WHO, make_world, sees

pytestmark = pytest.mark.django_db


def segment(measure: Measure) -> str:
    """The segment of the bars a measure counts in."""
    return measure.option_state if measure.modality == "option" else measure.modality


@pytest.mark.parametrize("who", WHO)
def test_overview_equals_a_count_by_hand(who: str) -> None:
    world = make_world()
    state = overview(world.edition, principal=world.visitors[who])
    mine = [measure for measure in world.measures if sees(who, measure)]
    options = [measure for measure in mine if measure.modality == "option"]
    served = {link.goal_id for link in MeasureGoal.objects.all() if sees(who, link.measure)}
    goals = [goal for goal in world.goals if sees(who, goal)]
    assert state.measures == len(mine) > 0
    assert state.modalities == dict(Counter(measure.modality for measure in mine))
    assert state.kinds == dict(Counter(measure.kind for measure in mine))
    assert (state.options_open, state.options_taken_up, state.options_not_taken_up) == tuple(
        sum(option.option_state == each for option in options) for each in ("open", "taken_up", "not_taken_up")
    )
    assert state.continuing == sum(measure.is_continuing for measure in mine)
    assert state.without_lead == sum(measure.lead_id is None for measure in mine)
    assert state.without_goal == sum(measure.goal_count == 0 for measure in mine)
    assert state.without_deadline == sum(measure.deadline == "" for measure in mine)
    assert state.reservation_unknown == sum(measure.needs_state_money == "unknown" for measure in mine)
    assert (state.goals, state.goals_without_measure) == (
        len(goals),
        sum(goal.pk not in served for goal in goals),
    )


@pytest.mark.parametrize("who", WHO)
def test_sections_count_in_their_instrument(who: str) -> None:
    world = make_world()
    mine = [measure for measure in world.measures if sees(who, measure)]
    by_hand = {
        name: Counter(segment(m) for m in mine if m.chapter.reference.split(".")[0] == name)
        for name in ("I", "II", "III")
    }
    state = overview(world.edition, principal=world.visitors[who])
    assert {row.reference: dict(zip(SEGMENTS, row.counts, strict=True)) for row in state.instruments} == {
        name: {each: counts[each] for each in SEGMENTS} for name, counts in by_hand.items() if counts
    }
    assert sum(row.total for row in state.instruments) == state.measures


def test_goal_served_only_by_an_internal_measure_is_an_orphan_to_the_public() -> None:
    world = make_world(0)
    internal = make_measure(world.edition, visibility="ministries", goal_count=1)
    MeasureGoal.objects.create(measure=internal, goal=world.goals[0])
    assert overview(world.edition, principal=PUBLIC).goals_without_measure == 2
    assert overview(world.edition, principal=world.visitors["staff"]).goals_without_measure == 2
    assert overview(world.edition, principal=world.visitors["staff"]).goals == 3
    assert overview(world.edition, principal=PUBLIC).goals == 2


def test_measures_of_former_and_coming_editions_are_not_counted() -> None:
    edition = make_edition(state="superseded")
    standing = make_edition(strategy=edition.strategy)
    draft = make_edition(strategy=edition.strategy, state="draft")
    for each, number in ((edition, 3), (standing, 2), (draft, 4)):
        for _ in range(number):
            make_measure(each)
        make_goal(each)
    assert standing_edition(PUBLIC) == standing
    assert overview(standing, principal=PUBLIC).measures == 2
    assert overview(standing, principal=PUBLIC).goals == 1


def test_empty_edition_counts_nothing() -> None:
    state = overview(make_edition(), principal=PUBLIC)
    assert (state.measures, state.modalities, state.instruments, state.goals) == (0, {}, (), 0)


@pytest.mark.parametrize("count", [1, 50])
def test_overview_takes_three_statements_whatever_the_size(count: int) -> None:
    world = make_world(count)
    overview(world.edition, principal=PUBLIC)
    with CaptureQueriesContext(connection) as statements:
        overview(world.edition, principal=PUBLIC)
    assert len(statements) == 3


def test_measure_without_a_readable_modality_has_a_segment_of_its_own() -> None:
    edition = make_edition()
    make_measure(edition, modality=Modality.UNKNOWN)
    (row,) = overview(edition, principal=PUBLIC).instruments
    assert dict(zip(SEGMENTS, row.counts, strict=True))["unknown"] == row.total == 1


def test_standing_edition_of_an_internal_strategy_is_for_staff_only() -> None:
    world = make_world(0)
    strategy = world.edition.strategy
    strategy.visibility = "ministries"
    strategy.save()
    assert standing_edition(PUBLIC) is None
    assert standing_edition(world.visitors["staff"]) == world.edition


def test_standing_edition_is_asked_for_by_the_key_of_its_strategy() -> None:
    first, second = make_edition(), make_edition()
    assert standing_edition(PUBLIC) == first
    assert standing_edition(PUBLIC, second.strategy.key) == second
    assert standing_edition(PUBLIC, "unknown") is None


def test_draft_is_never_the_standing_edition() -> None:
    make_edition(state="draft")
    assert standing_edition(PUBLIC) is None


def test_instrument_of_a_chapter_is_its_topmost_ancestor() -> None:
    parents = {1: None, 2: 1, 3: 2, 4: None}
    assert [top_of(key, parents) for key in (1, 2, 3, 4, 5)] == [1, 1, 1, 4, 5]


def test_instruments_come_in_the_order_of_the_document() -> None:
    edition = make_edition()
    late, early = make_chapter(edition, "II"), make_chapter(edition, "III")
    late.position, early.position = 9, 5
    late.save()
    early.save()
    for chapter in (late, early, edition.chapters.get(reference="I")):
        make_measure(edition, chapter=chapter)
    assert [row.reference for row in overview(edition, principal=PUBLIC).instruments] == ["I", "III", "II"]
