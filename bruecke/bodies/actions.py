# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on bodies, their members, sessions, decisions and tasks (the verbs for that are those of
records.editing), and the verbs of this room: propose an agenda, settle a task."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import is_before, is_fuzzy_date
from bruecke.bodies.models import AgendaItem, Body, BodyMember, Decision, Session, SessionState, Task, TaskState
from bruecke.bodies.permissions import can_edit_bodies, can_settle_task
from bruecke.bodies.queries import tasks_for_agenda
from bruecke.records import journal
from bruecke.records.actions import change, claim, save_changed
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, no_problems, whichever
from bruecke.records.errors import NotAllowed, Refused


class Offer(NamedTuple):
    """Something a session may deal with: type and key of the record, and how the agenda calls it."""

    type: str
    key: int
    title: str


def _body_problems(body: Body, values: Values, by: Principal) -> dict[str, str]:
    same = Body.objects.filter(organisation=values["organisation_id"]).exclude(pk=body.pk)
    return {"organisation_id": _("Diese Einrichtung ist schon als Gremium erfasst.")} if same.exists() else {}


def _member_problems(member: BodyMember, values: Values, by: Principal) -> dict[str, str]:
    problems = fuzzy_problems(values, "since", "until")
    if not problems and values["since"] and values["until"] and is_before(values["until"], values["since"]):
        problems["until"] = _("Das Ende liegt vor dem Anfang.")
    return problems


def fuzzy_problems(values: Values, *names: str) -> dict[str, str]:
    """A sentence for each of `names` that is filled in with what is no date of the calendar."""
    wrong = [name for name in names if values[name] and not is_fuzzy_date(values[name])]
    return {name: _("Diesen Termin gibt es im Kalender nicht.") for name in wrong}


def _session_problems(session: Session, values: Values, by: Principal) -> dict[str, str]:
    problems = fuzzy_problems(values, "held_on")
    is_held = values["state"] == SessionState.HELD
    if not problems and is_held and values["held_on"] > timezone.localdate().isoformat():
        problems["state"] = _("Der Termin liegt in der Zukunft; die Sitzung kann noch nicht durchgeführt sein.")
    if session.state == SessionState.HELD and session.minutes:
        if not is_held:
            problems["state"] = _("Zu dieser Sitzung sind Ergebnisse festgehalten; sie bleibt durchgeführt.")
        if not values["minutes"].strip():
            problems["minutes"] = _("Die Ergebnisse einer durchgeführten Sitzung werden ergänzt, nicht gelöscht.")
    return problems


def _decision_problems(decision: Decision, values: Values, by: Principal) -> dict[str, str]:
    problems = _of_body(decision.body_id, values)
    if values["decided_on"] > timezone.localdate().isoformat():
        problems["decided_on"] = _("Der Beschluss kann nicht in der Zukunft liegen.")
    same = Decision.objects.filter(body=decision.body_id, number=values["number"]).exclude(pk=decision.pk)
    if same.exists():
        problems["number"] = _("Diese Nummer trägt schon ein anderer Beschluss des Gremiums.")
    return problems


def _task_problems(task: Task, values: Values, by: Principal) -> dict[str, str]:
    return _of_body(task.body_id, values) | _unsaid_result(values["state"], values["result"])


def _unsaid_result(state: str, result: str) -> dict[str, str]:
    if state == TaskState.OPEN or result.strip():
        return {}
    return {"result": _("Es fehlt noch das Ergebnis: Was wurde erreicht, oder warum entfällt die Aufgabe?")}


def _of_body(body: int, values: Values) -> dict[str, str]:
    """Session and decision that a record names belong to its own body."""
    problems = {}
    models: tuple[tuple[str, type[Session] | type[Decision]], ...] = (
        ("session_id", Session),
        ("decision_id", Decision),
    )
    for name, model in models:
        key = values.get(name)
        if key is not None and not model._default_manager.filter(pk=key, body=body).exists():
            problems[name] = _("Das gehört zu einem anderen Gremium.")
    return problems


BODY: Fillable[Body] = Fillable(
    ("organisation_id", "kind", "purpose", "is_members_open", *OF_EVERY_RECORD),
    whichever(can_edit_bodies),
    _body_problems,
)
BODY_MEMBER: Fillable[BodyMember] = Fillable(
    ("organisation_id", "person_id", "role", "since", "until"), whichever(can_edit_bodies), _member_problems
)
SESSION: Fillable[Session] = Fillable(
    ("number", "held_on", "venue", "state", "minutes", *OF_EVERY_RECORD), whichever(can_edit_bodies), _session_problems
)
AGENDA_ITEM: Fillable[AgendaItem] = Fillable(("position", "title", "outcome"), whichever(can_edit_bodies), no_problems)
DECISION: Fillable[Decision] = Fillable(
    ("number", "decided_on", "title", "text", "session_id", *OF_EVERY_RECORD),
    whichever(can_edit_bodies),
    _decision_problems,
)
TASK: Fillable[Task] = Fillable(
    ("title", "responsible_id", "due_on", "state", "result", "session_id", "decision_id", *OF_EVERY_RECORD),
    whichever(can_edit_bodies),
    _task_problems,
)


@transaction.atomic
def propose_agenda(
    *, session: Session, expected: int, tasks: Collection[int], offers: Sequence[Offer], by: Principal
) -> list[AgendaItem]:
    """Put open tasks of the body (by key) and what the rooms above offer on the agenda, behind what stands there.

    What the agenda names already is not named twice; a task that is not open, of another body, or not for all who read
    the session is left out. Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_edit_bodies(by):
        raise NotAllowed
    current = claim(session, expected=expected)
    if current.state != SessionState.PLANNED:
        raise Refused({"": _("Eine Tagesordnung wird nur für eine geplante Sitzung vorgeschlagen.")})
    open_tasks = [Offer("task", task.pk, task.title) for task in tasks_for_agenda(current) if task.pk in tasks]
    standing = current.agenda.standing()
    named = set(standing.values_list("subject_type", "subject_id"))
    wanted = [offer for offer in dict.fromkeys((*open_tasks, *offers)) if (offer.type, offer.key) not in named]
    last = standing.aggregate(last=Max("position"))["last"] or 0
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            session=current, position=last + n, title=offer.title[:300], subject_type=offer.type, subject_id=offer.key
        )
        for n, offer in enumerate(wanted, start=1)
    )
    if items:
        journal.record(*items, verb="created", by=by, changes={"version": [0, 1]})
        _next_version(current, verb="agenda_proposed", by=by)
    return items


def _next_version(session: Session, *, verb: str, by: Principal) -> None:
    changes: dict[str, Any] = {"version": [session.version, session.version + 1]}
    save_changed(session, by=by, why="", verb=verb, changes=changes)


@transaction.atomic
def settle_task(*, task: Task, expected: int, state: str, result: str, by: Principal) -> Task:
    """Say what became of a task. Raises NotAllowed, StaleRecord, Refused."""
    house = task.responsible.house_id if task.responsible else None
    if not can_settle_task(by, responsible_house=house):
        raise NotAllowed
    problems = _unsaid_result(state, result)
    if state not in {TaskState.DONE, TaskState.DROPPED}:
        problems["state"] = _("Bitte wählen Sie, was aus der Aufgabe geworden ist.")
    if problems:
        raise Refused(problems)
    return change(task, expected=expected, fields={"state": state, "result": result}, by=by, verb="settled")
