# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may manage accounts."""

from bruecke.accounts.principal import Principal, Role


def can_manage_accounts(principal: Principal) -> bool:
    """Administrators manage accounts and see no content by that."""
    return principal.has(Role.ADMINISTRATOR)
