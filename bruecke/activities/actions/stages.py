# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of an activity's life: planned, approved, held, cancelled; each is a version of its own."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.activities import OWN
from bruecke.activities.actions.planning import refusal
from bruecke.activities.kind import kind_of
from bruecke.activities.life import moves
from bruecke.activities.models import Activity
from bruecke.activities.permissions import can_edit_activity
from bruecke.records.actions import claim, save_changed
from bruecke.records.errors import NotAllowed, Refused


@transaction.atomic
def plan_activity(*, activity: Activity, expected: int, why: str, by: Principal) -> Activity:
    """An idea (or what was cancelled) is planned; its partnerships must admit it (R11).

    Raises NotAllowed, StaleRecord, Refused.
    """
    current = _claimed(activity, expected, "plan", by)
    if sentence := refusal(current.partnerships.values_list("pk", flat=True), on=current.starts_from):
        raise Refused({"": sentence})
    return _moved(current, "plan", "planned", {}, why, by)


@transaction.atomic
def approve_activity(*, activity: Activity, expected: int, approval: str, by: Principal) -> Activity:
    """Somebody with the say approved it. approval: who, when, under which reference; never a grant of money (R05).

    Raises NotAllowed, StaleRecord, Refused.
    """
    current = _claimed(activity, expected, "approve", by)
    if not approval.strip():
        raise Refused({"approval": _("Es fehlt noch, wer wann genehmigt hat.")})
    before = current.particulars.get("approval")
    current.particulars = current.particulars | {"approval": approval.strip()}
    return _moved(current, "approve", "approved", {f"{OWN}approval": [before, approval.strip()]}, "", by)


@transaction.atomic
def hold_activity(*, activity: Activity, expected: int, result: str, by: Principal) -> Activity:
    """It took place (a project: it is over). result: in plain words. Raises NotAllowed, StaleRecord, Refused."""
    current = _claimed(activity, expected, "hold", by)
    if not result.strip():
        raise Refused({"result": _("Es fehlt noch das Ergebnis, in ein, zwei Sätzen.")})
    if current.starts_from > timezone.localdate():
        raise Refused({"": _("Der Termin liegt in der Zukunft; durchgeführt ist erst, was begonnen hat.")})
    before, current.result = current.result, result.strip()
    return _moved(current, "hold", "held", {"result": [before, current.result]}, "", by)


@transaction.atomic
def cancel_activity(*, activity: Activity, expected: int, why: str, by: Principal) -> Activity:
    """It will not take place; it stays in the record with the reason. Raises NotAllowed, StaleRecord, Refused."""
    current = _claimed(activity, expected, "cancel", by)
    if not why.strip():
        raise Refused({"why": _("Es fehlt noch der Grund.")})
    return _moved(current, "cancel", "cancelled", {}, why, by)


def _claimed(activity: Activity, expected: int, step: str, by: Principal) -> Activity:
    if not can_edit_activity(by, activity):
        raise NotAllowed
    current = claim(activity, expected=expected)
    if step not in moves(current.state, is_approved=kind_of(current).is_approved):
        stands = current.get_state_display()
        raise Refused({"": _("Das geht nicht: Das Vorhaben ist %(state)s.") % {"state": stands}})
    return current


def _moved(current: Activity, step: str, verb: str, changes: dict[str, Any], why: str, by: Principal) -> Activity:
    """Save the next state; `changes` of other columns are made already and say before and after."""
    state = moves(current.state, is_approved=kind_of(current).is_approved)[step]
    version = [current.version, current.version + 1]
    changes = {"state": [current.state, state.value], **changes, "version": version}
    current.state = state
    return save_changed(current, by=by, why=why[:300], verb=verb, changes=changes)
