# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may bring documents in."""

from bruecke.accounts.principal import Principal, Role


def can_import(principal: Principal) -> bool:
    """The coordinator imports editions; nobody else sees a draft."""
    return principal.has(Role.COORDINATOR)
