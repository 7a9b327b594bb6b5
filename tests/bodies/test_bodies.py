# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies: who fills in what, what cannot stand, agendas from what is open, tasks that settle."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.bodies.actions import (
    AGENDA_ITEM,
    BODY,
    BODY_MEMBER,
    DECISION,
    SESSION,
    TASK,
    Offer,
    propose_agenda,
    settle_task,
)
from bruecke.bodies.models import Body, BodyMember, Task
from bruecke.bodies.queries import bodies, body_sheet, decision_sheet, open_tasks, session_sheet, task_sheet
from bruecke.records.editing import enter, fill_in, fill_in_again, take_out
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.bodies import make_agenda_item, make_body, make_decision, make_member, make_session, make_task
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_measure

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def save(record: Any, rules: Any, by: Principal = SYSTEM, **fields: object) -> Any:
    return fill_in(record=record, rules=rules, expected=record.version, fields=fields, why="weil", by=by)


def refused(record: Any, rules: Any, **fields: object) -> list[str]:
    """Names of the fields that cannot stand like this."""
    with pytest.raises(Refused) as refusal:
        save(record, rules, **fields)
    return list(refusal.value.problems)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_fills_in_the_records_of_bodies(role: Role) -> None:
    body, by = make_body(), make_principal(role)
    session = make_session(body)
    rows: list[tuple[Any, Any, str]] = [
        (body, BODY, "purpose"), (make_member(body), BODY_MEMBER, "since"), (session, SESSION, "venue"),
        (make_agenda_item(session), AGENDA_ITEM, "title"), (make_decision(body), DECISION, "title"),
        (make_task(body), TASK, "title"),
    ]  # fmt: skip
    for record, rules, name in rows:
        with pytest.raises(NotAllowed):
            save(record, rules, by, **{name: "2026"})
    with pytest.raises(NotAllowed):
        propose_agenda(session=session, expected=1, tasks=[], offers=[], by=by)
    assert JournalEntry.objects.count() == 0


def test_an_organisation_is_one_body_only() -> None:
    organisation = make_body().organisation
    with pytest.raises(Refused) as refusal:
        enter(record=Body(), rules=BODY, fields={"organisation_id": organisation.pk, "kind": "other"}, by=SYSTEM)
    assert list(refusal.value.problems) == ["organisation_id"]


def test_a_member_does_not_leave_before_it_comes() -> None:
    member = make_member(make_body())
    assert refused(member, BODY_MEMBER, since="2024-05", until="2024-04-30") == ["until"]
    assert refused(member, BODY_MEMBER, since="2024-02-31") == ["since"]
    assert save(member, BODY_MEMBER, since="2024-05", until="2024").until == "2024"


def test_a_session_to_come_cannot_have_been_held() -> None:
    assert refused(make_session(), SESSION, state="held") == ["state"]


def test_a_held_session_keeps_its_minutes() -> None:
    session = save(make_session(held_on="2026-01-14"), SESSION, state="held", minutes="Es wurde beraten.")
    assert refused(session, SESSION, minutes=" ") == ["minutes"]
    assert refused(session, SESSION, state="planned") == ["state"]
    with pytest.raises(Refused):
        fill_in_again(record=session, rules=SESSION, expected=2, version=1, why="", by=SYSTEM)
    assert save(session, SESSION, minutes="Es wurde beraten und beschlossen.").version == 3


def test_a_decision_has_a_number_of_its_own_in_its_body() -> None:
    first, other = make_decision(number="3/2026"), make_decision(number="3/2026")
    second = make_decision(first.body)
    assert refused(second, DECISION, number="3/2026") == ["number"]
    assert refused(second, DECISION, session_id=make_session(other.body).pk) == ["session_id"]
    assert refused(second, DECISION, decided_on=(TODAY() + timedelta(days=1)).isoformat()) == ["decided_on"]
    with pytest.raises(IntegrityError), transaction.atomic():
        make_decision(first.body, number="3/2026")


def test_a_task_ends_with_a_result() -> None:
    task = make_task()
    assert refused(task, TASK, state="done") == ["result"]
    assert refused(task, TASK, decision_id=make_decision().pk) == ["decision_id"]
    with pytest.raises(Refused):
        settle_task(task=task, expected=1, state="done", result=" ", by=SYSTEM)
    with pytest.raises(Refused):
        settle_task(task=task, expected=1, state="open", result="Fertig.", by=SYSTEM)
    settled = settle_task(task=task, expected=1, state="dropped", result="Erübrigt sich.", by=SYSTEM)
    assert (settled.state, settled.result, settled.version) == ("dropped", "Erübrigt sich.", 2)


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.REPORTER])
def test_a_house_settles_the_tasks_it_is_responsible_for_and_no_others(role: Role) -> None:
    house = make_house()
    own = make_task(responsible=make_organisation(house=house))
    by = make_principal(role, house=house)
    assert settle_task(task=own, expected=1, state="done", result="Fertig.", by=by).is_settled
    for other in (make_task(), make_task(responsible=make_organisation(house=make_house()))):
        with pytest.raises(NotAllowed):
            settle_task(task=other, expected=1, state="done", result="Fertig.", by=by)


@pytest.mark.parametrize(
    ("due", "state", "days"),
    [(-3, "open", 3), (0, "open", 0), (1, "open", 0), (-3, "done", 0), (None, "open", 0)],
)
def test_a_task_is_overdue_from_the_day_after_it_was_due_until_it_is_settled(
    due: int | None, state: str, days: int
) -> None:
    today = date(2026, 3, 2)
    task = Task(state=state, due_on=None if due is None else today + timedelta(days=due))
    assert task.days_overdue(today) == days


def test_an_agenda_takes_the_open_tasks_of_its_body_and_what_is_offered_from_above() -> None:
    session, measure = make_session(), make_measure()
    make_agenda_item(session, "Begrüßung", position=4)
    task, done, foreign = make_task(session.body, "Bericht"), make_task(session.body, state="done"), make_task()
    offer = Offer("measure", measure.pk, "I.1 Messe")
    tasks = [task.pk, done.pk, foreign.pk]
    items = propose_agenda(session=session, expected=1, tasks=tasks, offers=[offer, offer], by=SYSTEM)
    assert [(item.position, item.title, item.subject_type, item.subject_id) for item in items] == [
        (5, "Bericht", "task", task.pk),
        (6, "I.1 Messe", "measure", measure.pk),
    ]
    session.refresh_from_db()
    assert session.version == 2
    assert propose_agenda(session=session, expected=2, tasks=tasks, offers=[offer], by=SYSTEM) == []


def test_what_was_taken_off_the_agenda_may_be_proposed_again() -> None:
    session = make_session()
    task = make_task(session.body)
    item = propose_agenda(session=session, expected=1, tasks=[task.pk], offers=[], by=SYSTEM)[0]
    take_out(entry=item, rules=AGENDA_ITEM, expected=1, by=SYSTEM)
    assert len(propose_agenda(session=session, expected=2, tasks=[task.pk], offers=[], by=SYSTEM)) == 1


def test_an_agenda_names_no_task_that_not_all_its_readers_may_know_of() -> None:
    body = make_body()
    levels = {level: make_task(body, visibility=level).pk for level in ("published", "ministries", "named", "unit")}
    for visibility, titles in (("published", 1), ("ministries", 2), ("named", 2)):
        session = make_session(body, visibility=visibility)
        items = propose_agenda(session=session, expected=1, tasks=levels.values(), offers=[], by=SYSTEM)
        assert len(items) == titles


def test_an_agenda_is_proposed_only_for_a_planned_session_and_only_on_what_was_seen() -> None:
    session = make_session()
    with pytest.raises(StaleRecord):
        propose_agenda(session=session, expected=7, tasks=[], offers=[], by=SYSTEM)
    for state in ("held", "cancelled"):
        with pytest.raises(Refused):
            propose_agenda(session=make_session(state=state), expected=1, tasks=[], offers=[], by=SYSTEM)


def test_a_body_is_known_only_with_the_organisation_it_is_called_after() -> None:
    hidden = make_body(organisation=make_organisation("Geheim", visibility="named"))
    known = make_body()
    assert bodies(principal=PUBLIC) == [known]
    with pytest.raises(Body.DoesNotExist):
        body_sheet(hidden.pk, principal=PUBLIC)
    session, decision = make_session(hidden), make_decision(hidden)
    assert session_sheet(session.pk, principal=PUBLIC).body is None
    assert decision_sheet(decision.pk, principal=PUBLIC).body is None
    assert task_sheet(make_task(hidden).pk, principal=PUBLIC).body is None


def test_the_list_of_bodies_counts_and_dates_only_what_its_reader_may_know_of() -> None:
    body = make_body()
    make_task(body, due_on=TODAY() - timedelta(days=1))
    make_task(body, due_on=TODAY())
    make_task(body, visibility="ministries")
    make_session(body, held_on="2999-01", visibility="ministries")
    make_session(body, held_on="2999-07")
    make_session(body, held_on="2001-01")
    seen = [(row.open, row.overdue, row.next_on) for who in (PUBLIC, SYSTEM) for row in bodies(principal=who)]  # type: ignore[attr-defined]
    assert seen == [(2, 1, "2999-07"), (3, 1, "2999-01")]


def test_open_tasks_come_with_the_longest_overdue_first_and_the_undated_last() -> None:
    body = make_body()
    undated, late, soon = (make_task(body, due_on=due) for due in (None, "2026-01-01", "2026-02-01"))
    make_task(body, state="done")
    assert open_tasks(principal=PUBLIC, body=body.pk) == [late, soon, undated]


def test_a_member_whose_names_are_not_for_everybody_is_named_to_nobody_else() -> None:
    body = make_body()
    make_member(body, organisation=make_organisation("Verborgen", visibility="ministries"))
    make_member(body)
    known = {
        who: [row.knows_organisation for row in body_sheet(body.pk, principal=who).members] for who in (PUBLIC, SYSTEM)
    }  # type: ignore[attr-defined]
    assert (sorted(known[PUBLIC]), sorted(known[SYSTEM])) == ([False, True], [True, True])
    assert BodyMember.objects.count() == 2
