# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with partnerships. Who may know of one at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership

WORKERS = (Role.FOCAL_POINT, Role.REPORTER)
"""Those who fill in what their own house leads or holds."""


def can_edit_partnership(principal: Principal, partnership: Partnership | None) -> bool:
    """The coordinator enters and edits all; a house (focal point, reporter) those it holds."""
    if principal.has(Role.COORDINATOR):
        return True
    holder = partnership.holder if partnership is not None else None
    return holder is not None and principal.has(*WORKERS) and holder.house_id in principal.houses


def can_move_partnership(principal: Principal) -> bool:
    """Only the coordinator records that a partnership moves on, rests or ends."""
    return principal.has(Role.COORDINATOR)


def can_edit_agreement(principal: Principal, agreement: Agreement) -> bool:
    """Whoever edits its partnership."""
    return can_edit_partnership(principal, agreement.partnership)


def can_edit_office(principal: Principal, office: LiaisonOffice | None) -> bool:
    """The coordinator; a liaison office fills in its own record."""
    is_own = office is not None and office.owner_id is not None and office.owner_id in principal.units
    return principal.has(Role.COORDINATOR) or (is_own and principal.has(Role.LIAISON))


def can_edit_sectors(principal: Principal) -> bool:
    """The coordinator keeps the open list of fields."""
    return principal.has(Role.COORDINATOR)


def can_set_visibility(principal: Principal) -> bool:
    """Publishing is a recorded release by the coordinator."""
    return principal.has(Role.COORDINATOR)


def can_see_internal(principal: Principal) -> bool:
    """Sensitive points, reasons, notes, contacts asked for, history: the government's own."""
    return principal.is_staff
