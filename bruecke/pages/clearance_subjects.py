# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may go round for co-signature: for each kind of record its content, its name and its page.

The room clearance knows no other room's records; here they meet. A new kind is a function and a line in SUBJECTS.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.bodies.queries import seen_session, session_content
from bruecke.clearance.actions import Subject
from bruecke.clearance.content import content_hash
from bruecke.clearance.models import Circulation
from bruecke.inquiries.queries.content import hash_of, standing_answer
from bruecke.inquiries.queries.known import seen_inquiry
from bruecke.pages.bodies_words import session_name
from bruecke.records.queries import circle_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What goes round as it stands now, and the address of the page it is read on."""

    subject: Subject
    href: str


Find = Callable[[int, Principal], Standing]
"""Raises ObjectDoesNotExist where the record may not be known of."""


def _session(pk: int, principal: Principal) -> Standing:
    session = seen_session(pk, principal=principal)
    title = _("Niederschrift: %(session)s") % {"session": session_name(session)}
    subject = Subject("session", pk, title, content_hash(session_content(pk)), houses=circle_of(session))
    return Standing(subject, reverse("session", args=[pk]))


def _inquiry(pk: int, principal: Principal) -> Standing:
    inquiry = seen_inquiry(pk, principal=principal)
    title = _("Antwort: %(inquiry)s") % {"inquiry": inquiry}
    subject = Subject("inquiry", pk, title, hash_of(standing_answer(inquiry)), houses=circle_of(inquiry))
    return Standing(subject, reverse("inquiry", args=[pk]))


SUBJECTS: dict[str, Find] = {"session": _session, "inquiry": _inquiry}


def standing_of(circulation: Circulation, principal: Principal) -> Standing | None:
    """What goes round as it stands now; None where there is none to be known of."""
    find = SUBJECTS.get(circulation.subject_type)
    try:
        return find(circulation.subject_id, principal) if find else None
    except ObjectDoesNotExist:
        return None
