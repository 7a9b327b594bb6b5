# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with organisations. Who may know of one at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Person


def can_edit_organisation(principal: Principal) -> bool:
    """The coordinator enters and edits organisations, those of the other houses included."""
    return principal.has(Role.COORDINATOR)


def can_see_people(principal: Principal) -> bool:
    """Who works for the government sees the people the office deals with, as far as their visibility admits."""
    return principal.is_staff


def can_edit_person(principal: Principal, person: Person | None = None) -> bool:
    """The coordinator; a liaison office those of its own unit. Nobody fills in again who was erased or merged."""
    if person and (person.erased_on or person.merged_into_id):
        return False
    if principal.has(Role.COORDINATOR):
        return True
    return principal.has(Role.LIAISON) and (person is None or person.pk is None or person.owner_id in principal.units)


def can_erase_person(principal: Principal) -> bool:
    """Erasure cannot be undone: the coordinator and administrators, who answer for personal data."""
    return principal.has(Role.COORDINATOR, Role.ADMINISTRATOR)


def can_invite(principal: Principal) -> bool:
    """The coordinator invites partner institutions and decides on what they propose."""
    return principal.has(Role.COORDINATOR)
