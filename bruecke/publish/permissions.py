# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who prints papers and who keeps their texts. Who may know of a paper at all is decided before, by visible_to."""

from bruecke.accounts.principal import Principal, Role
from bruecke.publish.models import Paper, SectionText
from bruecke.records.visibility import Visibility


def can_print(principal: Principal) -> bool:
    """Everybody of the government who works with it; auditors and administrators only read."""
    return principal.has(
        Role.COORDINATOR, Role.FOCAL_POINT, Role.REPORTER, Role.SIGNATORY, Role.LIAISON, Role.LEADERSHIP
    )


def can_publish_paper(principal: Principal) -> bool:
    """Publishing is a recorded release by the coordinator, of papers too."""
    return principal.has(Role.COORDINATOR)


def can_read_paper(principal: Principal, paper: Paper) -> bool:
    """A paper that is not public is the government's own, whatever house a partner institution belongs to."""
    return paper.visibility == Visibility.PUBLISHED or principal.is_staff


def can_release_text(principal: Principal) -> bool:
    """The coordinator releases kept texts, and asks houses for them."""
    return principal.has(Role.COORDINATOR)


def can_edit_text(principal: Principal, text: SectionText | None) -> bool:
    """The coordinator, and the house or office that was asked for it."""
    if principal.has(Role.COORDINATOR):
        return True
    if text is None or not principal.has(Role.FOCAL_POINT, Role.REPORTER, Role.LIAISON):
        return False
    return text.asked_of is not None and text.asked_of.house_id in principal.houses
