# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees the same: the part of a Principal that visible_to looks at, as a key of what is kept in the process."""

from bruecke.accounts.principal import Principal


def scope_of(principal: Principal) -> Principal:
    """`principal` without name and user (hashable, also where the request holds a lazy one)."""
    return Principal(
        roles=principal.roles, houses=principal.houses, units=principal.units, is_system=principal.is_system
    )
