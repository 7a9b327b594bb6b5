# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we promised and what was promised to us: entered, settled, opened again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.models import Activity, Promise, PromiseState
from bruecke.activities.permissions import can_edit_promise, can_publish
from bruecke.actors.models import Organisation
from bruecke.records.actions import claim, save_changed
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility

SETTLED = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RELEASED)


def _problems(promise: Promise, values: Values, by: Principal) -> dict[str, str]:
    problems = {} if values["text"].strip() else {"text": _("Es fehlt noch, was zugesagt ist.")}
    if promise.activity_id is None and values["partnership_id"] is None:
        problems["partnership_id"] = _("Es fehlt noch, zu welcher Partnerschaft die Zusage gehört.")
    if values["visibility"] == Visibility.PUBLISHED != promise.visibility and not can_publish(by):
        problems["visibility"] = _("Veröffentlichungen gibt die Koordination frei.")
    return problems | _responsible_problem(promise, values, by)


def _responsible_problem(promise: Promise, values: Values, by: Principal) -> dict[str, str]:
    """A house burdens itself; other houses are burdened by the coordinator or by who leads the activity."""
    if (
        by.has(Role.COORDINATOR)
        or promise.activity_id is not None
        or values["responsible_id"] == promise.responsible_id
    ):
        return {}
    if by.has(Role.LIAISON) and values["owner_id"] in by.units:
        return {}
    if Organisation.objects.filter(pk=values["responsible_id"], house__in=by.houses).exists():
        return {}
    return {"responsible_id": _("Zuständig ist Ihr eigenes Haus; für andere Häuser trägt die Koordination ein.")}


PROMISE: Fillable[Promise] = Fillable(
    ("direction", "text", "partnership_id", "responsible_id", "counterpart", "due_on", *OF_EVERY_RECORD),
    can_edit_promise,
    _problems,
)


@transaction.atomic
def enter_promise(
    *, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "", activity: Activity | None = None
) -> Promise:
    """Enter a promise, made in `activity` where there was one. fields: names of PROMISE. Raises NotAllowed, Refused."""
    return enter(record=Promise(activity=activity), rules=PROMISE, fields=fields, by=by, why=why, draft=draft)


@transaction.atomic
def settle_promise(
    *, promise: Promise, expected: int, state: str, settled_on: date | None, note: str, by: Principal
) -> Promise:
    """Say what became of it: kept, broken or released; the last two with a note. Settling again corrects.

    Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_edit_promise(by, promise):
        raise NotAllowed
    problems = {}
    if state not in SETTLED:
        problems["state"] = _("Es fehlt noch, was daraus wurde.")
    if settled_on is None:
        problems["settled_on"] = _("Es fehlt noch der Tag.")
    elif settled_on > timezone.localdate():
        problems["settled_on"] = _("Dieser Tag liegt in der Zukunft.")
    if state in (PromiseState.BROKEN, PromiseState.RELEASED) and not note.strip():
        problems["note"] = _("Es fehlt noch, warum.")
    if problems:
        raise Refused(problems)
    return _settled(claim(promise, expected=expected), state, settled_on, note.strip(), "settled", by)


@transaction.atomic
def reopen_promise(*, promise: Promise, expected: int, note: str, by: Principal) -> Promise:
    """It was settled by mistake. Raises NotAllowed, StaleRecord, Refused."""
    if not can_edit_promise(by, promise):
        raise NotAllowed
    if not note.strip():
        raise Refused({"note": _("Es fehlt noch, warum.")})
    return _settled(claim(promise, expected=expected), PromiseState.OPEN, None, note.strip(), "reopened", by)


def _settled(promise: Promise, state: str, day: date | None, note: str, verb: str, by: Principal) -> Promise:
    changes: dict[str, Any] = {
        "state": [promise.state, str(state)],
        "settled_on": [_iso(promise.settled_on), _iso(day)],
        "version": [promise.version, promise.version + 1],
    }
    promise.state, promise.settled_on = state, day
    promise.settled_note = "" if state == PromiseState.OPEN else note
    return save_changed(promise, by=by, why=note[:300], verb=verb, changes=changes)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
