# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with the plan. Who may know of a record at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role


def can_see_internal(principal: Principal) -> bool:
    """Notes, file references, history, answers to checks, planning values: the government's own."""
    return principal.is_staff


def can_edit_measure(principal: Principal, *, lead_house: int | None) -> bool:
    """The coordinator edits every measure; a house (focal point, reporter) those it leads."""
    if principal.has(Role.COORDINATOR):
        return True
    is_worker = principal.has(Role.FOCAL_POINT, Role.REPORTER)
    return is_worker and lead_house is not None and lead_house in principal.houses


def can_edit_all_fields(principal: Principal) -> bool:
    """Lead, goals and visibility are the coordinator's to set; a house fills in its own work."""
    return principal.has(Role.COORDINATOR)


def can_decide_option(principal: Principal) -> bool:
    """Only the coordinator records that an option was taken up or not (R24)."""
    return principal.has(Role.COORDINATOR)


def can_edit_plan(principal: Principal) -> bool:
    """Only the coordinator fills in what goals, principles, strategies and editions leave open."""
    return principal.has(Role.COORDINATOR)


def can_set_visibility(principal: Principal) -> bool:
    """Publishing is a recorded release by the coordinator."""
    return principal.has(Role.COORDINATOR)
