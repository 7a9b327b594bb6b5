# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with organisations. Who may know of one at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role


def can_edit_organisation(principal: Principal) -> bool:
    """The coordinator enters and edits organisations, those of the other houses included."""
    return principal.has(Role.COORDINATOR)
