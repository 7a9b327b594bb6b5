# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moves of a partnership: recorded, demanded, taken back, taking effect, and never past a plan."""

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.partnerships.actions.moves import move, take_back, take_effect
from bruecke.partnerships.actions.planning import lock_for_planning
from bruecke.partnerships.errors import PlanningBlocked
from bruecke.partnerships.models import Partnership, StateChange
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.partnerships import make_decision, make_partnership
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.two_at_once import two_at_once

pytestmark = pytest.mark.django_db
WHILE, LONG = 0.5, 20.0
"""Seconds in which somebody who must wait does nothing; seconds after which a test gives up."""


def moved(partnership: Partnership, to: str, on: str = "2026-01-01", **more: object) -> Partnership:
    """The move by the system, with a reason unless told otherwise."""
    said: dict[str, object] = {"reason": "Weil es so ist.", "by": SYSTEM, "expected": partnership.version}
    return move(partnership=partnership, to=to, on=on, **(said | more))  # type: ignore[arg-type]


def problems(partnership: Partnership, to: str, on: str = "2026-01-01", **more: object) -> dict[str, str]:
    """What speaks against it."""
    with pytest.raises(Refused) as refusal:
        moved(partnership, to, on, **more)
    assert Partnership.objects.get(pk=partnership.pk).version == partnership.version
    return refusal.value.problems


def test_a_move_is_kept_with_day_reason_and_author_and_the_copy_follows() -> None:
    by, partnership = make_principal(Role.COORDINATOR), make_partnership()
    saved = moved(partnership, "dormant", "2022-02-24", by=by)
    change = StateChange.objects.latest("pk")
    assert (saved.state, saved.state_since, saved.version) == ("dormant", "2022-02-24", 2)
    assert (change.to_state, change.effective_on, change.reason) == ("dormant", "2022-02-24", "Weil es so ist.")
    assert change.recorded_by == by.label
    entry = JournalEntry.objects.get(record_type="partnership")
    assert (entry.verb, entry.why, entry.changes["state"]) == ("moved", "Weil es so ist.", ["active", "dormant"])
    assert saved.history.first().state == "dormant"  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_moves(role: Role) -> None:
    house = make_house()
    partnership = make_partnership(holder=make_organisation(house=house))
    by = make_principal(role, house=house)
    with pytest.raises(NotAllowed):
        moved(partnership, "dormant", by=by)
    with pytest.raises(NotAllowed):
        take_back(partnership=partnership, expected=1, change_id=partnership.changes.get().pk, why="x", by=by)


def test_the_second_of_two_editors_is_told() -> None:
    partnership = make_partnership()
    moved(partnership, "dormant", "2022-02-24")
    with pytest.raises(StaleRecord):
        moved(partnership, "ended", "2023")


def test_without_a_reason_nothing_moves() -> None:
    assert list(problems(make_partnership(), "dormant", reason="  ")) == ["reason"]


@pytest.mark.parametrize("to", ["proposed", "examined", "rejected", "reactivation", "active", "moonwalk"])
def test_what_is_no_move_is_refused_with_a_sentence(to: str) -> None:
    assert problems(make_partnership(), to)


def test_a_day_that_is_none_is_refused() -> None:
    assert problems(make_partnership(), "dormant", "2026-02-31") == {"on": "Diesen Tag gibt es im Kalender nicht."}


def test_a_formal_partnership_ends_by_decision_only() -> None:
    partnership, decision = make_partnership(), make_decision()
    assert list(problems(partnership, "ended")) == ["decision_id"]
    assert moved(partnership, "ended", decision_id=decision.pk).state == "ended"
    assert moved(make_partnership(kind="municipal"), "ended").state == "ended"


def test_a_decision_somebody_may_not_know_of_is_none() -> None:
    hidden = make_decision(visibility="unit", owner=make_house())
    by = make_principal(Role.COORDINATOR)
    assert list(problems(make_partnership(), "ended", decision_id=hidden.pk, by=by)) == ["decision_id"]


def test_a_formal_candidate_answers_the_sectoral_question_and_the_answer_is_kept() -> None:
    candidate = make_partnership(state="proposed", state_since="2025")
    assert list(problems(candidate, "examined")) == ["sectoral_answer"]
    examined = moved(candidate, "examined", sectoral_answer="Die Nachbarschaft braucht Breite.")
    assert examined.sectoral_answer == "Die Nachbarschaft braucht Breite."
    active = moved(examined, "active", "2026-06-01", decision_id=make_decision().pk)
    assert (active.state, active.sectoral_answer) == ("active", "Die Nachbarschaft braucht Breite.")


def test_reactivation_is_examined_only_once_its_condition_is_named_and_met() -> None:
    dormant = make_partnership(state="dormant", state_since="2022-02-24")
    assert set(problems(dormant, "reactivation")) == {"", "is_condition_met"}
    waiting = make_partnership(state="dormant", state_since="2022-02-24", precondition="Die Lage lässt es zu.")
    assert list(problems(waiting, "reactivation")) == ["is_condition_met"]
    examined = moved(waiting, "reactivation", is_condition_met=True)
    assert examined.state == "reactivation"
    assert problems(examined, "active", "2026-02-01")["decision_id"]


def test_a_backdated_move_does_not_change_what_stands_today() -> None:
    partnership = make_partnership(state="dormant", state_since="2022-02-24")
    StateChange.objects.create(partnership=partnership, to_state="active", effective_on="1999")
    decision = make_decision()
    assert list(problems(partnership, "ended", "2010", decision_id=decision.pk)) == ["on"]
    earlier = make_partnership(state="active", state_since="1999")
    saved = moved(earlier, "examined", "1998", sectoral_answer="Damals nicht gefragt.")
    assert (saved.state, saved.state_since) == ("active", "1999")


def test_a_planned_move_takes_effect_on_its_day_and_once() -> None:
    day = timezone.localdate() + timedelta(days=30)
    partnership = make_partnership()
    assert moved(partnership, "dormant", day.isoformat()).state == "active"
    assert take_effect(by=SYSTEM) == 0
    assert take_effect(by=SYSTEM, today=day) == 1
    saved = Partnership.objects.get()
    assert (saved.state, saved.state_since) == ("dormant", day.isoformat())
    assert take_effect(by=SYSTEM, today=day + timedelta(days=1)) == 0
    assert Partnership.objects.get().version == saved.version
    assert JournalEntry.objects.filter(verb="took_effect").count() == 1


def test_due_command_says_how_many_moved(capsys: pytest.CaptureFixture[str]) -> None:
    partnership = make_partnership()
    StateChange.objects.create(partnership=partnership, to_state="dormant", effective_on="2022-02-24")
    call_command("due")
    assert capsys.readouterr().out.splitlines()[0].endswith(": 1")
    assert Partnership.objects.get().state == "dormant"


def test_planned_move_that_is_taken_back_never_takes_effect() -> None:
    day = timezone.localdate() + timedelta(days=30)
    saved = moved(make_partnership(), "dormant", day.isoformat())
    change = StateChange.objects.latest("pk")
    with pytest.raises(Refused):
        take_back(partnership=saved, expected=2, change_id=change.pk, why=" ", by=SYSTEM)
    take_back(partnership=saved, expected=2, change_id=change.pk, why="Anders entschieden", by=SYSTEM)
    assert take_effect(by=SYSTEM, today=day) == 0
    change.refresh_from_db()
    assert (change.taken_back_why, change.taken_back_at is not None) == ("Anders entschieden", True)


def test_taking_back_a_mistake_brings_back_what_stood_before() -> None:
    saved = moved(make_partnership(), "dormant", "2022-02-24")
    change = StateChange.objects.latest("pk")
    back = take_back(partnership=saved, expected=2, change_id=change.pk, why="Irrtum", by=SYSTEM)
    assert (back.state, back.state_since) == ("active", "1999")
    with pytest.raises(Refused, match="schon zurückgenommen"):
        take_back(partnership=back, expected=3, change_id=change.pk, why="Irrtum", by=SYSTEM)


def test_the_only_known_state_stays() -> None:
    partnership = make_partnership()
    with pytest.raises(Refused, match="einzige bekannte Stand"):
        take_back(partnership=partnership, expected=1, change_id=partnership.changes.get().pk, why="x", by=SYSTEM)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("proposed", "ist nur vorgeschlagen"),
        ("examined", "wird noch geprüft"),
        ("dormant", "bis die Bedingung erfüllt"),
        ("reactivation", "erst nach dem Beschluss"),
        ("ended", "schlagen Sie sie neu vor"),
        ("rejected", "schlagen Sie sie neu vor"),
    ],
)
def test_nothing_is_planned_but_on_active_partnerships_and_the_way_on_is_said(state: str, said: str) -> None:
    good, bad = make_partnership(), make_partnership("Hinterland", state=state, state_since="2022")
    with transaction.atomic():
        lock_for_planning([good.pk])
        with pytest.raises(PlanningBlocked, match=f"Hinterland.*{said}") as refusal:
            lock_for_planning([good.pk, bad.pk])
    assert refusal.value.partnership_ids == (bad.pk,)
    assert list(refusal.value.problems) == ["partnerships"]


def test_nothing_is_planned_into_a_rest_that_is_decided_already() -> None:
    day = timezone.localdate() + timedelta(days=30)
    partnership = moved(make_partnership(), "dormant", day.isoformat())
    with transaction.atomic():
        lock_for_planning([partnership.pk], on=day - timedelta(days=1))
        with pytest.raises(PlanningBlocked):
            lock_for_planning([partnership.pk], on=day)


def test_state_of_the_day_counts_where_nobody_ran_the_due_command() -> None:
    partnership = make_partnership()
    StateChange.objects.create(partnership=partnership, to_state="dormant", effective_on="2022-02-24")
    with transaction.atomic(), pytest.raises(PlanningBlocked):
        lock_for_planning([partnership.pk], on=date(2020, 1, 1))


@pytest.mark.django_db(transaction=True)
def test_planning_outside_of_a_transaction_is_a_mistake() -> None:
    with pytest.raises(RuntimeError):
        lock_for_planning([make_partnership().pk])


@pytest.mark.django_db(transaction=True)
def test_who_suspends_waits_until_what_is_being_planned_is_saved(tmp_path: Path) -> None:
    partnership = make_partnership()
    locked, suspended = threading.Event(), threading.Event()

    def plan() -> None:
        with transaction.atomic():
            lock_for_planning([partnership.pk])
            locked.set()
            assert not suspended.wait(WHILE), "the other did not wait"

    def suspend() -> None:
        locked.wait(LONG)
        moved(partnership, "dormant", "2022-02-24")
        suspended.set()

    assert two_at_once(tmp_path, plan, suspend) == [None, None]
    assert suspended.is_set()


@pytest.mark.django_db(transaction=True)
def test_who_plans_waits_for_a_suspension_and_is_then_told(tmp_path: Path) -> None:
    partnership = make_partnership()
    resting, answered = threading.Event(), threading.Event()

    def suspend() -> None:
        with transaction.atomic():
            moved(partnership, "dormant", "2022-02-24")
            resting.set()
            assert not answered.wait(WHILE), "the other did not wait"

    def plan() -> None:
        resting.wait(LONG)
        try:
            with transaction.atomic():
                lock_for_planning([partnership.pk])
        finally:
            answered.set()

    first, second = two_at_once(tmp_path, suspend, plan)
    assert first is None
    assert isinstance(second, PlanningBlocked)


@pytest.mark.django_db(transaction=True)
def test_of_two_moves_at_the_same_moment_one_is_told(tmp_path: Path) -> None:
    partnership = make_partnership(kind="municipal")
    raised = two_at_once(
        tmp_path, lambda: moved(partnership, "dormant", "2022"), lambda: moved(partnership, "ended", "2022")
    )
    assert sorted(type(error) for error in raised if error) == [StaleRecord]
