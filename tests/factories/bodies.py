# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies with their sessions, decisions and tasks, made row by row."""

from itertools import count

from bruecke.actors.models import OrganisationKind
from bruecke.bodies.models import AgendaItem, Body, BodyMember, Decision, Session, Task
from tests.factories.people import make_organisation

_number = count(1)


def make_body(name: str = "", **fields: object) -> Body:
    """A published working group of its own organisation, unless `fields` say otherwise."""
    n = next(_number)
    organisation = fields.pop("organisation", None) or make_organisation(
        name or f"Arbeitsgruppe {n}", kind=OrganisationKind.BODY
    )
    values = {"organisation": organisation, "kind": "working_group", "visibility": "published"}
    return Body.objects.create(**(values | fields))


def make_member(body: Body, name: str = "", **fields: object) -> BodyMember:
    """A published organisation sits in `body`."""
    values: dict[str, object] = {"body": body}
    if "organisation" not in fields:
        values["organisation"] = make_organisation(name)
    return BodyMember.objects.create(**(values | fields))


def make_session(body: Body | None = None, **fields: object) -> Session:
    """A published session planned for a day far ahead."""
    values: dict[str, object] = {"body": body or make_body(), "held_on": "2999-05-04", "visibility": "published"}
    return Session.objects.create(**(values | fields))


def make_agenda_item(session: Session, title: str = "Bericht", **fields: object) -> AgendaItem:
    """The next point."""
    values: dict[str, object] = {"session": session, "title": title, "position": session.agenda.count() + 1}
    return AgendaItem.objects.create(**(values | fields))


def make_decision(body: Body | None = None, **fields: object) -> Decision:
    """A published decision."""
    n = next(_number)
    values: dict[str, object] = {
        "body": body or make_body(),
        "number": f"{n}/2026",
        "decided_on": "2026-01-14",
        "title": f"Beschluss über Punkt {n}",
        "visibility": "published",
    }
    return Decision.objects.create(**(values | fields))


def make_task(body: Body | None = None, title: str = "", **fields: object) -> Task:
    """A published open task without a day."""
    n = next(_number)
    values: dict[str, object] = {
        "body": body or make_body(),
        "title": title or f"Aufgabe {n}",
        "visibility": "published",
    }
    return Task.objects.create(**(values | fields))
