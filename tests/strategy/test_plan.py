# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, instruments and principles as each visitor may know of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC
from bruecke.strategy.models import (
    Chapter,
    Footnote,
    Goal,
    MeasureGoal,
    Principle,
    TargetEntry,
    TargetList,
)
from bruecke.strategy.queries.plan import SHOWN, chapter_sheet, goal_sheet, plan, principle_sheet
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure
from tests.strategy.plans import WHO, make_world, sees

pytestmark = pytest.mark.django_db


def make_principle(edition: object, **fields: object) -> Principle:
    """A published principle of an edition."""
    values: dict[str, object] = {
        "strategy": edition.strategy,  # type: ignore[attr-defined]
        "edition": edition,
        "position": 1,
        "title": "Grundsatz",
        "wording": "Es gilt.",
        "visibility": "published",
    }
    return Principle.objects.create(**(values | fields))


@pytest.mark.parametrize("who", WHO)
def test_plan_equals_a_count_by_hand(who: str) -> None:
    world = make_world()
    sheet = plan(world.edition, principal=world.visitors[who])
    links = [link for link in MeasureGoal.objects.all() if sees(who, link.measure)]
    assert {goal.pk: goal.served for goal in sheet.goals} == {  # type: ignore[attr-defined]
        goal.pk: sum(link.goal_id == goal.pk for link in links) for goal in world.goals if sees(who, goal)
    }
    mine = [measure.chapter.reference for measure in world.measures if sees(who, measure)]
    assert {node.chapter.reference: node.total for node in sheet.chapters} == {
        name: sum(reference.split(".")[0] == name for reference in mine) for name in ("I", "II", "III")
    }
    sections = sheet.chapters[2].sections
    assert {node.chapter.reference: node.own for node in sections} == {
        name: mine.count(name) for name in ("III.A", "III.B")
    }


@pytest.mark.parametrize("count", [1, 50])
def test_plan_takes_four_statements_whatever_the_size(count: int) -> None:
    world = make_world(count)
    with CaptureQueriesContext(connection) as statements:
        plan(world.edition, principal=PUBLIC)
    assert len(statements) == 4


@pytest.mark.parametrize("who", WHO)
def test_goal_names_only_the_measures_that_the_asker_may_see(who: str) -> None:
    world = make_world()
    goal = world.goals[0]
    sheet = goal_sheet(goal.pk, principal=world.visitors[who])
    links = MeasureGoal.objects.filter(goal=goal).order_by("measure__position")
    assert [link.pk for link in sheet.links] == [link.pk for link in links if sees(who, link.measure)]


@pytest.mark.parametrize("who", WHO)
def test_goal_and_principle_are_known_to_whom_they_are_visible(who: str) -> None:
    world = make_world(0)
    house = world.goals[2].named_houses.get()
    for goal in world.goals:
        principle = make_principle(world.edition, visibility=goal.visibility, owner=world.own)
        principle.named_houses.add(house)
        known = {Goal: goal_sheet, Principle: principle_sheet}
        for record, sheet in ((goal, known[Goal]), (principle, known[Principle])):
            if sees(who, record):
                assert sheet(record.pk, principal=world.visitors[who])
            else:
                with pytest.raises(type(record).DoesNotExist):
                    sheet(record.pk, principal=world.visitors[who])


@pytest.mark.parametrize("state", ["draft", "review"])
@pytest.mark.parametrize("who", WHO)
def test_nothing_of_an_edition_that_is_not_adopted_is_readable(state: str, who: str) -> None:
    world = make_world(0)
    draft = make_edition(strategy=world.edition.strategy, state=state)
    principal = world.visitors[who]
    with pytest.raises(Goal.DoesNotExist):
        goal_sheet(make_goal(draft).pk, principal=principal)
    with pytest.raises(Principle.DoesNotExist):
        principle_sheet(make_principle(draft).pk, principal=principal)
    with pytest.raises(Chapter.DoesNotExist):
        chapter_sheet(draft.chapters.get().pk, principal=principal)


def test_nothing_of_an_internal_strategy_is_public() -> None:
    world = make_world(1)
    strategy = world.edition.strategy
    strategy.visibility = "ministries"
    strategy.save()
    goal, principle, chapter = world.goals[0], make_principle(world.edition), world.chapters[0]
    staff = world.visitors["staff"]
    assert goal_sheet(goal.pk, principal=staff)
    assert principle_sheet(principle.pk, principal=staff)
    assert chapter_sheet(chapter.pk, principal=staff)
    with pytest.raises(Goal.DoesNotExist):
        goal_sheet(goal.pk, principal=PUBLIC)
    with pytest.raises(Principle.DoesNotExist):
        principle_sheet(principle.pk, principal=PUBLIC)
    with pytest.raises(Chapter.DoesNotExist):
        chapter_sheet(chapter.pk, principal=PUBLIC)


def test_chapter_of_a_former_edition_stays_readable_with_its_own_wordings() -> None:
    former = make_edition(state="superseded")
    measure = make_measure(former, "Alter Titel")
    sheet = chapter_sheet(former.chapters.get().pk, principal=PUBLIC)
    assert [[wording.measure_id for wording in wordings] for _list, wordings in sheet.lists] == [[measure.pk]]


@pytest.mark.parametrize("who", WHO)
def test_instrument_shows_its_lists_and_those_of_its_sections_in_the_order_of_the_document(who: str) -> None:
    world = make_world()
    sheet = chapter_sheet(world.chapters[2].pk, principal=world.visitors[who])
    by_hand = {
        name: [m.pk for m in world.measures if m.chapter.reference == name and sees(who, m)]
        for name in ("III", "III.A", "III.B")
    }
    assert {each.reference: [w.measure_id for w in wordings] for each, wordings in sheet.lists} == by_hand
    assert [section.reference for section in sheet.sections] == ["III.A", "III.B"]


@pytest.mark.parametrize("count", [1, 50])
def test_chapter_takes_nine_statements_whatever_the_size(count: int) -> None:
    edition = make_edition()
    chapter = edition.chapters.get()
    for number in range(count):
        make_measure(edition)
        target = TargetList.objects.create(edition=edition, chapter=chapter, reference=f"T{number}")
        TargetEntry.objects.create(target_list=target, position=1, wording="Polen")
        Footnote.objects.create(edition=edition, number=str(number), wording="x", anchor="I.1")
        make_principle(edition, scope="chapter", chapter_reference="I", position=number)
    with CaptureQueriesContext(connection) as statements:
        sheet = chapter_sheet(chapter.pk, principal=PUBLIC)
        assert [len(target.entries.all()) for target in sheet.targets] == [1] * count
        assert [wording.measure.title for _list, wordings in sheet.lists for wording in wordings]
    assert len(statements) == 9


def test_chapter_shows_the_principles_and_footnotes_of_itself_and_its_sections_only() -> None:
    world = make_world(0)
    for position, reference in enumerate(("I", "III", "III.A", "IIII"), start=1):
        make_principle(world.edition, scope="chapter", chapter_reference=reference, position=position)
        Footnote.objects.create(edition=world.edition, number=str(position), wording="x", anchor=f"{reference}.1")
    make_principle(world.edition, scope="chapter", chapter_reference="III", position=9, visibility="ministries")
    sheet = chapter_sheet(world.chapters[2].pk, principal=PUBLIC)
    assert [principle.chapter_reference for principle in sheet.principles] == ["III", "III.A"]
    assert [note.number for note in sheet.footnotes] == ["2", "3"]


def test_sheet_names_no_more_measures_than_it_says() -> None:
    edition = make_edition()
    goal = make_goal(edition)
    for _ in range(SHOWN + 1):
        MeasureGoal.objects.create(measure=make_measure(edition), goal=goal)
    assert len(goal_sheet(goal.pk, principal=PUBLIC).links) == SHOWN


def test_chapters_stand_under_their_parents_in_the_order_of_the_document() -> None:
    edition = make_edition()
    second = make_chapter(edition, "II")
    make_chapter(edition, "II.A", parent=second, level=2)
    make_chapter(edition, "III")
    found = plan(edition, principal=PUBLIC).chapters
    assert [(n.chapter.reference, [s.chapter.reference for s in n.sections]) for n in found] == [
        ("I", []),
        ("II", ["II.A"]),
        ("III", []),
    ]
