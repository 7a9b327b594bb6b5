# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with bodies. Who may know of a record at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role


def can_edit_bodies(principal: Principal) -> bool:
    """The coordinator keeps bodies, their sessions, decisions and tasks."""
    return principal.has(Role.COORDINATOR)


def can_settle_task(principal: Principal, *, responsible_house: int | None) -> bool:
    """The coordinator settles every task; a house (focal point, reporter) those it is responsible for."""
    if can_edit_bodies(principal):
        return True
    is_worker = principal.has(Role.FOCAL_POINT, Role.REPORTER)
    return is_worker and responsible_house is not None and responsible_house in principal.houses
