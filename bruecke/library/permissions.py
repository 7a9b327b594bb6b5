# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with documents. Who may know of one at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role


def can_edit_document(principal: Principal) -> bool:
    """The coordinator enters and edits the documents that the plan refers to."""
    return principal.has(Role.COORDINATOR)


def can_publish_file(principal: Principal) -> bool:
    """Publishing is a recorded release by the coordinator."""
    return principal.has(Role.COORDINATOR)
