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


_DEPUTIES = {Role.FOCAL_POINT: (Role.FOCAL_POINT, Role.REPORTER), Role.SIGNATORY: (Role.SIGNATORY,)}
"""Which posts of the own house somebody may fill for a time."""


def can_see_posts(principal: Principal) -> bool:
    """Who holds which role is for the government and for who administers accounts."""
    return principal.is_staff or principal.has(Role.ADMINISTRATOR)


def can_assign_post(principal: Principal, *, role: Role, house_id: int | None, is_deputy: bool) -> bool:
    """Administrators fill every post; focal points and signatories name deputies for their own house."""
    if principal.has(Role.ADMINISTRATOR):
        return True
    return is_deputy and house_id in principal.units and role in deputies(principal)


def deputies(principal: Principal) -> frozenset[Role]:
    """Roles somebody may name deputies for, in their own house."""
    return frozenset(role for held, roles in _DEPUTIES.items() if principal.has(held) for role in roles)


def can_assign_some_post(principal: Principal) -> bool:
    """Whether there is any post that somebody may fill."""
    return principal.has(Role.ADMINISTRATOR) or bool(deputies(principal))


def can_invite(principal: Principal) -> bool:
    """The coordinator invites partner institutions and decides on what they propose."""
    return principal.has(Role.COORDINATOR)
