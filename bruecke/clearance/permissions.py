# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with co-signatures. Who may know of a circulation at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role


def can_circulate(principal: Principal) -> bool:
    """The coordinator sends round, notes an edit, goes on after the deadline, withdraws."""
    return principal.has(Role.COORDINATOR)


def can_read_circulations(principal: Principal) -> bool:
    """Co-signature is the government's own."""
    return principal.is_staff
