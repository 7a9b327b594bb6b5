# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps places and groups. Everybody may know of them."""

from bruecke.accounts.principal import Principal, Role


def can_edit_places(principal: Principal) -> bool:
    """The coordinator completes places, enters those without a code, and keeps the groups."""
    return principal.has(Role.COORDINATOR)
