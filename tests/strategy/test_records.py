# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, principles, strategies and editions: what people fill in, by whom, and what cannot stand."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.records.editing import fields_at, fields_of, fill_in, fill_in_again
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from bruecke.search.queries import search
from bruecke.strategy.actions.editions import StrategyName, begin_edition
from bruecke.strategy.actions.records import EDITION, GOAL, PRINCIPLE, STRATEGY
from bruecke.strategy.models import Strategy
from tests.factories.people import make_organisation, make_principal
from tests.factories.plan import make_chapter, make_edition, make_goal, make_text
from tests.strategy.test_plan import make_principle

pytestmark = pytest.mark.django_db


def save(record: Any, rules: Any, by: Principal = SYSTEM, **fields: object) -> Any:
    return fill_in(record=record, rules=rules, expected=record.version, fields=fields, why="weil", by=by)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_fills_in_the_plan(role: Role) -> None:
    edition, by = make_edition(), make_principal(role)
    rows = [
        (make_goal(edition), GOAL, "title_de"),
        (make_principle(edition), PRINCIPLE, "title_de"),
        (edition.strategy, STRATEGY, "name_de"),
        (edition, EDITION, "decision_reference"),
    ]
    for record, rules, name in rows:
        with pytest.raises(NotAllowed):
            save(record, rules, by, **{name: "Neu"})
    assert JournalEntry.objects.count() == 0


def test_a_goal_gets_titles_and_a_reservation_and_the_search_follows() -> None:
    goal = save(make_goal(make_edition(), "Nachbarn"), GOAL, title_en="Neighbours", needs_state_money="yes")
    assert (goal.title_en, goal.needs_state_money, goal.version) == ("Neighbours", "yes", 2)
    assert search("Neighbours", principal=PUBLIC, language="en").total == 1


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"title_de": ""}, "title_de"), ({"needs_state_money": "perhaps"}, "needs_state_money")],
)
def test_a_goal_that_cannot_stand_is_refused(fields: dict[str, str], name: str) -> None:
    with pytest.raises(Refused) as refusal:
        save(make_goal(make_edition()), GOAL, **fields)
    assert list(refusal.value.problems) == [name]


def test_a_principle_governs_a_chapter_of_its_own_edition_or_none() -> None:
    edition = make_edition()
    make_chapter(make_edition(), "IX")
    principle = make_principle(edition)
    for reference, sentence in (
        ("", "Es fehlt noch, für welches Instrument der Grundsatz gilt."),
        ("IX", "Dieses Instrument gibt es in der Fassung nicht."),
    ):
        with pytest.raises(Refused) as refusal:
            save(principle, PRINCIPLE, scope="chapter", chapter_reference=reference)
        assert refusal.value.problems == {"chapter_reference": sentence}
    bound = save(principle, PRINCIPLE, scope="chapter", chapter_reference="I")
    assert (bound.scope, bound.chapter_reference) == ("chapter", "I")
    freed = save(bound, PRINCIPLE, scope="measures")
    assert (freed.scope, freed.chapter_reference) == ("measures", "")
    again = fill_in_again(record=freed, rules=PRINCIPLE, expected=3, version=2, why="", by=SYSTEM)
    assert (again.scope, again.chapter_reference, again.version) == ("chapter", "I", 4)


@pytest.mark.parametrize("months", [0, 241, -12])
def test_an_interval_that_is_none_is_refused(months: int) -> None:
    with pytest.raises(Refused) as refusal:
        save(make_edition().strategy, STRATEGY, evaluation_interval_months=months)
    assert list(refusal.value.problems) == ["evaluation_interval_months"]


def test_a_strategy_is_coordinated_by_a_body_and_evaluated_when_somebody_says_so() -> None:
    strategy, ministry = make_edition().strategy, make_organisation()
    assert fields_of(strategy, ["evaluation_interval_months"]) == {"evaluation_interval_months": None}
    with pytest.raises(Refused) as refusal:
        save(strategy, STRATEGY, coordinating_body_id=ministry.pk)
    assert refusal.value.problems == {"coordinating_body_id": "Die Umsetzung koordiniert ein Gremium."}
    body = make_organisation("IMAG", kind="body")
    saved = save(strategy, STRATEGY, coordinating_body_id=body.pk, evaluation_interval_months=24)
    assert (saved.coordinating_body, saved.evaluation_interval_months) == (body, 24)


def test_the_decision_on_an_edition_is_recorded_locked_and_brought_back() -> None:
    edition, by = make_edition(), make_principal(Role.COORDINATOR)
    first = save(edition, EDITION, by, adopted_on="2024-06-25", decision_reference="Kabinett 12/2024")
    with pytest.raises(StaleRecord):
        fill_in(record=edition, rules=EDITION, expected=1, fields={"adopted_on": None}, why="", by=by)
    second = save(first, EDITION, by, adopted_on="2024-06-26")
    assert fields_at(second, 1, EDITION.names) == {"adopted_on": None, "decision_reference": "", "decision_id": None}
    back = fill_in_again(record=second, rules=EDITION, expected=3, version=2, why="verschrieben", by=by)
    back.refresh_from_db()
    assert (str(back.adopted_on), back.decision_reference, back.version) == ("2024-06-25", "Kabinett 12/2024", 4)
    told = JournalEntry.objects.filter(record_type="edition", record_id=edition.pk)
    assert [(entry.verb, entry.by_id) for entry in told] == [("restored", by.user_id)] + [("changed", by.user_id)] * 2


def test_a_decision_of_tomorrow_is_no_decision() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused) as refusal:
        save(make_edition(), EDITION, adopted_on=tomorrow.isoformat())
    assert list(refusal.value.problems) == ["adopted_on"]


def test_a_strategy_that_an_import_begins_knows_its_author() -> None:
    by = make_principal(Role.COORDINATOR)
    begin_edition(strategy=None, named=StrategyName("neu", "Neu", "de"), title="Neu", text=make_text(), by=by)
    assert Strategy.objects.get(key="neu").history.get().history_user_id == by.user_id  # type: ignore[attr-defined]
