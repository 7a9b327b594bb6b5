# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room bodies."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from bruecke.bodies.models import Body
from tests.factories.bodies import make_agenda_item, make_body, make_decision, make_member, make_session, make_task
from tests.journeys.rooms import Rows, forms_of, posts_only

_ALL = "P P P P P P P"
_KEPT = "S F F F P F F"


def _body() -> Body:
    """A body with something of everything."""
    body = make_body("Arbeitsgruppe der Nachbarn", purpose="Sie berät die Vorhaben an der Grenze.")
    session = make_session(body, held_on="2026-01-14", state="held", minutes="Es wurde beraten.")
    decision = make_decision(body, session=session, text="Der Bericht wird angenommen.")
    make_session(body)
    make_member(body, since="2024-05")
    make_task(body, "Bericht schreiben", session=session, decision=decision, due_on="2026-02-01")
    make_task(body, "Einladung senden", state="done", result="Gesendet.")
    make_agenda_item(session, "Bericht der Geschäftsstelle", outcome="Zur Kenntnis genommen.")
    return body


_MAKE: dict[str, Callable[[], Any]] = {
    "body": _body,
    "body_member": lambda: make_member(make_body()),
    "session": lambda: _body().sessions.order_by("held_on").first(),
    "agenda_item": lambda: make_agenda_item(make_session()),
    "decision": lambda: _body().decisions.order_by("pk").first(),
    "task": lambda: _body().tasks.order_by("pk").first(),
}


def _of(name: str, kind: str, *more: int) -> Callable[[Any], str]:
    return lambda plan: reverse(name, args=[_MAKE[kind]().pk, *more])


def _planned() -> Any:
    session = make_session(make_body(), number="7")
    make_task(session.body, "Bericht schreiben")
    return session


_ABOVE = {"body_member": "body", "session": "body", "agenda_item": "session", "decision": "body", "task": "body"}

SAMPLES: dict[str, Callable[[Any], str]] = {
    **{name: _of(name, name) for name in ("body", "session", "decision", "task")},
    **{f"{kind}_edit": _of(f"{kind}_edit", kind) for kind in _MAKE},
    **{f"{kind}_draft": _of(f"{kind}_draft", kind) for kind in _MAKE},
    **{f"{kind}_restore": _of(f"{kind}_restore", kind, 1) for kind in _MAKE},
    **{f"{kind}_new": _of(f"{kind}_new", above) for kind, above in _ABOVE.items()},
    **{f"{kind}_new_draft": _of(f"{kind}_new_draft", above) for kind, above in _ABOVE.items()},
    **{f"{kind}_remove": _of(f"{kind}_remove", kind) for kind in ("body_member", "agenda_item")},
    "session_agenda": lambda plan: reverse("session_agenda", args=[_planned().pk]),
    "task_settle": lambda plan: reverse("task_settle", args=[_MAKE["task"]().pk]),
}
_ROWS = ("body_member", "agenda_item")
EXCLUDED = posts_only(*(set(_MAKE) - set(_ROWS))) | posts_only(*_ROWS, is_entry=True)
MATRIX: Rows = {
    **dict.fromkeys(("bodies", "body", "session", "decision", "task"), (_ALL, _ALL)),
    **forms_of("body", _KEPT),
    **forms_of("body_member", _KEPT, is_entry=True),
    **forms_of("session", _KEPT),
    **forms_of("agenda_item", _KEPT, is_entry=True),
    **forms_of("decision", _KEPT),
    **forms_of("task", _KEPT),
    "session_agenda": (_KEPT, _KEPT.replace("P", "A")),
    "task_settle": (_KEPT, _KEPT.replace("P", "A")),
}
