# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What houses supply: given, sent back, taken over into the answer."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.inquiries.actions.records import hold_open
from bruecke.inquiries.models import SubQuestion, Supply, SupplyState
from bruecke.inquiries.permissions import can_return_supply, can_supply, can_work_on_inquiries
from bruecke.records.actions import claim, save_changed
from bruecke.records.errors import NotAllowed, Refused


@transaction.atomic
def give(*, supply: Supply, expected: int, state: str, by: Principal) -> Supply:
    """The house hands over what it wrote, or says that it has nothing to report.

    state: GIVEN or NOTHING. Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_supply(by, supply):
        raise NotAllowed
    current = claim(supply, expected=expected)
    hold_open(current.inquiry_id)
    if state not in {SupplyState.GIVEN, SupplyState.NOTHING}:
        raise Refused({"state": _("Bitte wählen Sie, was Sie abgeben.")})
    if state == SupplyState.GIVEN and not current.text.strip():
        raise Refused({"state": _("Der Text der Zulieferung ist leer. Haben Sie nichts, wählen Sie „Fehlanzeige“.")})
    current.given_by, current.given_at, current.returned_because = by.label, timezone.now(), ""
    return _moved(current, state, verb="given", by=by)


@transaction.atomic
def return_supply(*, supply: Supply, expected: int, reason: str, by: Principal) -> Supply:
    """Open it again for the house, with the reason. What went into the answer stays there.

    Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_return_supply(by, supply):
        raise NotAllowed
    current = claim(supply, expected=expected)
    hold_open(current.inquiry_id)
    if not reason.strip():
        raise Refused({"reason": _("Es fehlt noch der Grund.")})
    current.given_by, current.given_at, current.taken_over_at = "", None, None
    current.returned_because = reason.strip()[:300]
    return _moved(current, SupplyState.ASKED, verb="returned", by=by, why=reason.strip())


def _moved(supply: Supply, state: str, *, verb: str, by: Principal, why: str = "") -> Supply:
    changes: dict[str, Any] = {
        "state": [supply.state, str(state)],
        "version": [supply.version, supply.version + 1],
    }
    supply.state = state
    return save_changed(supply, by=by, why=why, verb=verb, changes=changes)


@transaction.atomic
def take_over(*, supply: Supply, expected: int, question: int, by: Principal) -> SubQuestion:
    """Put what a house supplied behind the answer to a question (by key) of the same inquiry.

    Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_work_on_inquiries(by):
        raise NotAllowed
    current = claim(supply, expected=expected)
    found = SubQuestion.objects.standing().select_for_update().filter(pk=question, inquiry=current.inquiry_id).first()
    hold_open(current.inquiry_id)
    if current.state != SupplyState.GIVEN or current.taken_over_at is not None:
        raise Refused({"": _("Hier gibt es nichts zu übernehmen.")})
    if found is None:
        raise Refused({"question": _("Bitte wählen Sie die Frage, deren Antwort ergänzt wird.")})
    current.taken_over_at = timezone.now()
    _moved(current, current.state, verb="taken_over", by=by)
    before = found.answer
    found.answer = f"{before.rstrip()}\n\n{current.text.strip()}".strip()
    changes: dict[str, Any] = {"answer": [before, found.answer], "version": [found.version, found.version + 1]}
    return save_changed(found, by=by, why="", verb="supply_taken_over", changes=changes)
