# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies and what belongs to them, as pages and forms show them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Count, Exists, IntegerField, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import AgendaItem, Body, BodyMember, Decision, Session, SessionState, Task, TaskState
from bruecke.records.queries import seen
from bruecke.records.visibility import least_reader, visible

M = TypeVar("M", bound=Model)

SHOWN = 100
"""So many sessions, decisions and settled tasks a sheet names."""


def seen_body(pk: int, *, principal: Principal) -> Body:
    """A body with its organisation; one statement. Raises Body.DoesNotExist."""
    return Body.objects.visible_to(principal).select_related("organisation").get(pk=pk)


def seen_member(pk: int, *, principal: Principal) -> BodyMember:
    """A member, with its body; one statement. Raises BodyMember.DoesNotExist."""
    members = BodyMember.objects.select_related("body__organisation")
    return members.get(pk=pk, body__in=Body.objects.visible_to(principal))


def seen_session(pk: int, *, principal: Principal) -> Session:
    """A session; one statement. Raises Session.DoesNotExist."""
    return seen(Session, pk, principal=principal)


def seen_decision(pk: int, *, principal: Principal) -> Decision:
    """A decision; one statement. Raises Decision.DoesNotExist."""
    return seen(Decision, pk, principal=principal)


def seen_task(pk: int, *, principal: Principal) -> Task:
    """A task with who is responsible; one statement. Raises Task.DoesNotExist."""
    task: Task = Task.objects.visible_to(principal).select_related("responsible").get(pk=pk)
    return task


def bodies(*, principal: Principal) -> list[Body]:
    """All bodies by kind and name; one statement. Each has `next_on` (day of the next planned session, None), `open`
    and `overdue` (numbers of tasks)."""
    today = timezone.localdate()
    tasks = Task.objects.visible_to(principal).filter(state=TaskState.OPEN, body=OuterRef("pk"))
    planned = Session.objects.visible_to(principal).filter(state=SessionState.PLANNED, body=OuterRef("pk"))
    # A month that is not over ("2027-05") sorts before its days, so the present month and year count as coming.
    coming = planned.filter(Q(held_on__gte=today.isoformat()) | Q(held_on__in=(f"{today:%Y-%m}", f"{today:%Y}")))
    rows = Body.objects.visible_to(principal).select_related("organisation")
    found = rows.annotate(
        next_on=Subquery(coming.order_by("held_on", "pk").values("held_on")[:1]),
        open=_number(tasks),
        overdue=_number(tasks.filter(due_on__lt=today)),
    )
    return list(found.order_by("kind", "organisation__name_de", "pk"))


def _number(tasks: "QuerySet[Task]") -> Coalesce:
    counted = tasks.order_by().values("body").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def open_tasks(*, principal: Principal, body: int | None = None) -> list[Task]:
    """Open tasks that `principal` may know of, the longest overdue first, undated last; one statement."""
    tasks = _tasks(principal).filter(state=TaskState.OPEN)
    tasks = tasks if body is None else tasks.filter(body=body)
    return sorted(tasks, key=lambda task: (task.due_on is None, task.due_on or date.max, task.pk))


def _tasks(principal: Principal) -> "QuerySet[Task]":
    """Tasks with who is responsible; `knows_responsible` says whether that may be told."""
    responsible = Organisation.objects.visible_to(principal).filter(pk=OuterRef("responsible_id"))
    tasks: QuerySet[Task] = Task.objects.visible_to(principal).select_related("responsible")
    return tasks.annotate(knows_responsible=Exists(responsible))


@dataclass(frozen=True, slots=True)
class BodySheet:
    """A body with all that belongs to it, sessions and decisions newest first.

    members carry `knows_organisation` and `knows_person`: whether their names may be told.
    """

    body: Body
    members: tuple[BodyMember, ...]
    sessions: tuple[Session, ...]
    decisions: tuple[Decision, ...]
    open_tasks: tuple[Task, ...]
    settled_tasks: tuple[Task, ...]


def body_sheet(pk: int, *, principal: Principal) -> BodySheet:
    """Raises Body.DoesNotExist. Six statements."""
    body = seen_body(pk, principal=principal)
    settled = _tasks(principal).filter(body=pk).exclude(state=TaskState.OPEN)
    return BodySheet(
        body,
        tuple(_members(pk, principal)),
        tuple(Session.objects.visible_to(principal).filter(body=pk).order_by("-held_on", "-pk")[:SHOWN]),
        tuple(Decision.objects.visible_to(principal).filter(body=pk).order_by("-decided_on", "-pk")[:SHOWN]),
        tuple(open_tasks(principal=principal, body=pk)),
        tuple(settled.order_by("-updated_at", "-pk")[:SHOWN]),
    )


def _members(body: int, principal: Principal) -> "QuerySet[BodyMember]":
    known = Organisation.objects.visible_to(principal).filter(pk=OuterRef("organisation_id"))
    people = Person.objects.visible_to(principal).filter(pk=OuterRef("person_id"))
    members = BodyMember.objects.standing().filter(body=body).select_related("organisation", "person")
    named = members.annotate(knows_organisation=Exists(known), knows_person=Exists(people))
    return named.order_by("until", "organisation__name_de", "pk")


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A session with its agenda, decisions and tasks. body: None where the asker may not know of it."""

    session: Session
    body: Body | None
    agenda: tuple[AgendaItem, ...]
    decisions: tuple[Decision, ...]
    tasks: tuple[Task, ...]


def session_sheet(pk: int, *, principal: Principal) -> SessionSheet:
    """Raises Session.DoesNotExist. Five statements."""
    session = seen_session(pk, principal=principal)
    return SessionSheet(
        session,
        known_body(session.body_id, principal=principal),
        tuple(session.agenda.standing().order_by("position", "pk")),
        tuple(Decision.objects.visible_to(principal).filter(session=pk).order_by("number", "pk")),
        tuple(_tasks(principal).filter(session=pk).order_by("due_on", "pk")),
    )


def _known(model: type[M], key: int | None, principal: Principal) -> M | None:
    """The record of this key; None where there is none to be known of, without a statement where there is no key."""
    return model._default_manager.filter(visible(model, principal), pk=key).first() if key is not None else None


def known_body(pk: int, *, principal: Principal) -> Body | None:
    """The body, None where `principal` may not know of it; one statement."""
    return Body.objects.visible_to(principal).select_related("organisation").filter(pk=pk).first()


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """A decision and its follow-ups. body, session: None where there is none to be known of."""

    decision: Decision
    body: Body | None
    session: Session | None
    follow_ups: tuple[Task, ...]


def decision_sheet(pk: int, *, principal: Principal) -> DecisionSheet:
    """Raises Decision.DoesNotExist. At most four statements."""
    decision = seen_decision(pk, principal=principal)
    return DecisionSheet(
        decision,
        known_body(decision.body_id, principal=principal),
        _known(Session, decision.session_id, principal),
        tuple(_tasks(principal).filter(decision=pk).order_by("due_on", "pk")),
    )


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """A task and where it comes from; None where there is none to be known of."""

    task: Task
    body: Body | None
    session: Session | None
    decision: Decision | None
    responsible: Organisation | None


def task_sheet(pk: int, *, principal: Principal) -> TaskSheet:
    """Raises Task.DoesNotExist. At most five statements."""
    task = seen_task(pk, principal=principal)
    return TaskSheet(
        task,
        known_body(task.body_id, principal=principal),
        _known(Session, task.session_id, principal),
        _known(Decision, task.decision_id, principal),
        _known(Organisation, task.responsible_id, principal),
    )


def tasks_for_agenda(session: Session) -> list[Task]:
    """Open tasks of the session's body that all who read the session may know of; one statement."""
    return open_tasks(principal=least_reader(session.visibility), body=session.body_id)


@dataclass(frozen=True, slots=True)
class AgendaStart:
    """What an agenda is proposed from: open tasks not on it yet, and what it names already (type, key)."""

    session: Session
    body: Body
    tasks: tuple[Task, ...]
    named: frozenset[tuple[str, int | None]]


def agenda_start(pk: int, *, principal: Principal) -> AgendaStart:
    """Raises Session.DoesNotExist. Three statements."""
    sessions = Session.objects.visible_to(principal).select_related("body")
    session: Session = sessions.get(pk=pk)
    named = frozenset(session.agenda.standing().values_list("subject_type", "subject_id"))
    tasks = tuple(task for task in tasks_for_agenda(session) if ("task", task.pk) not in named)
    return AgendaStart(session, session.body, tasks, named)


def sessions_of(body: int, *, principal: Principal) -> list[Session]:
    """Sessions of a body, newest first; one statement."""
    return list(Session.objects.visible_to(principal).filter(body=body).order_by("-held_on", "-pk"))


def decisions(*, principal: Principal, body: int | None = None) -> list[Decision]:
    """Recorded decisions (of a body) with body and organisation, newest first; one statement.

    `knows_body`: whether the body's name may be told.
    """
    found = _recorded(principal)
    found = found if body is None else found.filter(body=body)
    return list(found.order_by("-decided_on", "-pk"))


def _recorded(principal: Principal) -> "QuerySet[Decision]":
    known = Body.objects.visible_to(principal).filter(pk=OuterRef("body_id"))
    found: QuerySet[Decision] = Decision.objects.visible_to(principal).select_related("body__organisation")
    return found.annotate(knows_body=Exists(known))


@dataclass(frozen=True, slots=True)
class Quoted:
    """How a recorded decision is referred to elsewhere: body and number, and its day."""

    reference: str
    decided_on: date


def quoted(pk: int | None, *, principal: Principal) -> Quoted | None:
    """Of a recorded decision; None where there is none to be known of; one statement."""
    decision = next(iter(_recorded(principal).filter(pk=pk)), None) if pk is not None else None
    return Quoted(reference_of(decision), decision.decided_on) if decision else None


def reference_of(decision: Decision) -> str:
    """Body and number of one of decisions(); the body is left out where it may not be known of."""
    body = str(decision.body) if decision.knows_body else ""  # type: ignore[attr-defined]
    return " ".join(filter(None, (body, decision.number)))


def known_decisions(keys: list[int], *, principal: Principal) -> set[int]:
    """Those of `keys` that are decisions `principal` may know of; one statement."""
    return set(Decision.objects.visible_to(principal).filter(pk__in=keys).values_list("pk", flat=True))


def known_tasks(keys: list[int], *, principal: Principal) -> set[int]:
    """Those of `keys` that are tasks `principal` may know of; one statement."""
    return set(Task.objects.visible_to(principal).filter(pk__in=keys).values_list("pk", flat=True))


def session_content(pk: int) -> dict[str, Any]:
    """All that the minutes of a session say, as JSON values: what a house co-signs; four statements.

    Organisations by key. Raises Session.DoesNotExist.
    """
    session = Session.objects.get(pk=pk)
    names = ("number", "held_on", "venue", "state", "minutes")
    decided = Decision.objects.filter(session=pk).order_by("pk")
    tasks = Task.objects.filter(session=pk).order_by("pk")
    return {
        "session": [session.pk, *(getattr(session, name) for name in names)],
        "agenda": _listed(session.agenda.standing().order_by("position", "pk"), "position", "title", "outcome"),
        "decisions": _listed(decided, "pk", "number", "decided_on", "title", "text"),
        "tasks": _listed(tasks, "pk", "title", "responsible_id", "due_on"),
    }


def _listed(rows: "QuerySet[Any]", *names: str) -> list[list[Any]]:
    """Rows as lists; days as ISO strings."""
    return [[cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in rows.values_list(*names)]
