# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with activities, promises and events. Who may know of a record at all is decided by visible_to."""

from typing import Any

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.models import Activity, PlanApproval, Promise
from bruecke.actors.models import Organisation

WORKERS = (Role.COORDINATOR, Role.FOCAL_POINT, Role.REPORTER, Role.LIAISON)


def can_see_internal(principal: Principal) -> bool:
    """Costs, programme, promises' notes, calls for interest, internal fields, gaps, history: the government's own."""
    return principal.is_staff


def can_enter_activity(principal: Principal) -> bool:
    """Whoever works on the plan or in a liaison office; what they may lead or own is asked when it is saved."""
    return principal.has(*WORKERS)


def can_edit_activity(principal: Principal, activity: Activity | None) -> bool:
    """The coordinator every one; a house (focal point, reporter) what it leads; a liaison office what it owns.

    A new one (None, or without a key) may be begun by all of them.
    """
    if activity is None or activity._state.adding:
        return can_enter_activity(principal)
    return (
        principal.has(Role.COORDINATOR)
        or (principal.has(Role.FOCAL_POINT, Role.REPORTER) and _is_of(activity.lead, principal))
        or (principal.has(Role.LIAISON) and activity.owner_id in principal.units)
    )


def _is_of(organisation: Organisation | None, principal: Principal) -> bool:
    return organisation is not None and organisation.house_id in principal.houses


def can_edit_row(principal: Principal, row: Any) -> bool:
    """A row below an activity: who edits the activity."""
    return row is not None and can_edit_activity(principal, row.activity)


def can_edit_promise(principal: Principal, promise: Promise | None) -> bool:
    """Who edits its activity, the house that is responsible, the liaison office that owns it, the coordinator."""
    if promise is None or (promise._state.adding and promise.activity is None):
        return can_enter_activity(principal)
    if promise.activity is not None and can_edit_activity(principal, promise.activity):
        return True
    return (
        principal.has(Role.COORDINATOR)
        or (principal.has(Role.FOCAL_POINT, Role.REPORTER) and _is_of(promise.responsible, principal))
        or (principal.has(Role.LIAISON) and promise.owner_id in principal.units)
    )


def can_publish(principal: Principal) -> bool:
    """Publishing is a recorded release by the coordinator."""
    return principal.has(Role.COORDINATOR)


def can_edit_event(principal: Principal) -> bool:
    """Only the coordinator marks that something happened in a country."""
    return principal.has(Role.COORDINATOR)


def can_review(principal: Principal) -> bool:
    """Whoever works on activities looks at what an event affects and says what follows."""
    return can_enter_activity(principal)


def can_edit_series(principal: Principal) -> bool:
    """Only the coordinator opens a series of fairs or conferences."""
    return principal.has(Role.COORDINATOR)


def can_approve_plan(principal: Principal, approval: PlanApproval | None) -> bool:
    """The coordinator records approvals of any plan, the focal point those of the own house's."""
    if principal.has(Role.COORDINATOR) or approval is None or approval._state.adding:
        return principal.has(Role.COORDINATOR, Role.FOCAL_POINT)
    return principal.has(Role.FOCAL_POINT) and _is_of(approval.lead, principal)
