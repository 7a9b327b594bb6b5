# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with inquiries. Who may know of one at all is decided before, by queries.known."""

from bruecke.accounts.principal import Principal, Role
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply


def can_work_on_inquiries(principal: Principal) -> bool:
    """The coordinator registers inquiries, asks houses, writes answers, sends and releases them."""
    return principal.has(Role.COORDINATOR)


def can_edit_inquiry(principal: Principal, inquiry: Inquiry | None) -> bool:
    """As long as it was neither sent nor withdrawn. None: a new one."""
    return can_work_on_inquiries(principal) and (inquiry is None or inquiry.is_open)


def can_edit_question(principal: Principal, question: SubQuestion | None) -> bool:
    """Who edits its inquiry."""
    return question is not None and can_edit_inquiry(principal, question.inquiry)


def can_read_workings(principal: Principal) -> bool:
    """Supplies, contradictions, co-signature, grounds of secrecy, history: the government's own."""
    return principal.is_staff


def is_asked(principal: Principal, supply: Supply) -> bool:
    """Whether somebody belongs to the house that was asked and works for it. supply: with its organisation."""
    works = principal.has(Role.COORDINATOR, Role.FOCAL_POINT, Role.REPORTER) and not principal.is_system
    return works and supply.organisation.house_id in principal.houses


def can_supply(principal: Principal, supply: Supply | None) -> bool:
    """The house that was asked writes and gives its own supply, as long as it has not given it and nothing was sent."""
    return supply is not None and supply.is_asked and supply.inquiry.is_open and is_asked(principal, supply)


def can_read_supply_text(principal: Principal, supply: Supply) -> bool:
    """A draft is the house's own, the coordinator sees none of it; what was given is for all who see the inquiry."""
    return can_read_workings(principal) and (not supply.is_asked or is_asked(principal, supply))


def can_return_supply(principal: Principal, supply: Supply) -> bool:
    """The coordinator sends back what was given; the house takes it back until it went into the answer."""
    if supply.is_asked or not supply.inquiry.is_open:
        return False
    return can_work_on_inquiries(principal) or (supply.taken_over_at is None and is_asked(principal, supply))
