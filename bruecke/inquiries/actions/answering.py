# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer: refused in part, kept from the public in part, drawn anew, sent and frozen."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.clearance.models import Circulation, CirculationState
from bruecke.inquiries.actions.course import SUBJECT, claim_open
from bruecke.inquiries.actions.records import hold_open
from bruecke.inquiries.answer import Answer, as_json
from bruecke.inquiries.drawing import draw
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion
from bruecke.inquiries.permissions import can_edit_question
from bruecke.inquiries.queries.content import answer_of, hash_of
from bruecke.inquiries.queries.known import questions_of
from bruecke.records.actions import claim, save_changed
from bruecke.records.errors import NotAllowed, Refused


@transaction.atomic
def refuse(*, question: SubQuestion, expected: int, reason: str, by: Principal) -> SubQuestion:
    """Do not answer it, on a ground; "" answers it after all. Raises NotAllowed, StaleRecord, Refused."""
    return _say(question, expected, {"refused_because": reason.strip()}, "refused" if reason.strip() else "changed", by)


@transaction.atomic
def keep_secret(*, question: SubQuestion, expected: int, reason: str, by: Principal) -> SubQuestion:
    """Leave it out of the published version, on a ground; "" publishes it. Raises NotAllowed, StaleRecord, Refused."""
    verb = "marked_secret" if reason.strip() else "changed"
    return _say(question, expected, {"secret_because": reason.strip()}, verb, by)


@transaction.atomic
def draw_again(*, question: SubQuestion, expected: int, by: Principal) -> SubQuestion:
    """Draw its tables as the registers stand today. Raises NotAllowed, StaleRecord, Refused."""
    found = draw(question.shape, question.period_from, question.period_until, question.place_id)
    return _say(question, expected, {"drawn": {} if found is None else as_json(found)}, "drawn", by)


def _say(question: SubQuestion, expected: int, fields: dict[str, Any], verb: str, by: Principal) -> SubQuestion:
    if not can_edit_question(by, question):
        raise NotAllowed
    current = claim(question, expected=expected)
    hold_open(current.inquiry_id)
    # Tables are kept with the question; the journal says that they were drawn, not each of their cells.
    told = {name: [getattr(current, name), value] for name, value in fields.items() if name != "drawn"}
    for name, value in fields.items():
        setattr(current, name, value)
    changes: dict[str, Any] = {**told, "version": [current.version, current.version + 1]}
    why = str(next(iter(fields.values()))) if told else ""
    return save_changed(current, by=by, why=why, verb=verb, changes=changes)


@transaction.atomic
def send(*, inquiry: Inquiry, expected: int, by: Principal, on: date | None = None) -> Inquiry:
    """Freeze the answer as it was co-signed. on: the day it went out (today).

    Refused where a question has no answer, or where no circulation of exactly this content was cleared, or gone on with
    after its deadline. Raises NotAllowed, StaleRecord, Refused.
    """
    current = claim_open(inquiry, expected, by)
    answer = answer_of(current, questions_of(current))
    _check_whole(answer)
    current.cleared_by = _cleared(current, answer)
    current.frozen, current.state = as_json(answer), InquiryState.SENT
    current.sent_on = on or timezone.localdate()
    if current.sent_on < current.dispatched_on or current.sent_on > timezone.localdate():
        raise Refused({"on": _("Der Tag liegt vor der Zuleitung oder in der Zukunft.")})
    changes: dict[str, Any] = {
        "state": [InquiryState.OPEN.value, InquiryState.SENT.value],
        "version": [current.version, current.version + 1],
    }
    return save_changed(current, by=by, why="", verb="sent", changes=changes)


def _check_whole(answer: Answer) -> None:
    if not answer.parts:
        raise Refused({"": _("Es ist noch keine Frage erfasst.")})
    open_ones = ", ".join(str(part.position) for part in answer.parts if not part.is_answered)
    if open_ones:
        raise Refused({"": _("Noch ohne Antwort: Frage %(numbers)s.") % {"numbers": open_ones}})


def _cleared(inquiry: Inquiry, answer: Answer) -> Circulation:
    """The circulation this very content rests on, locked until it is frozen."""
    rows = Circulation.objects.select_for_update().filter(subject_type=SUBJECT, subject_id=inquiry.pk, part="")
    done = (CirculationState.CLEARED, CirculationState.PROCEEDED)
    found = rows.filter(state__in=done, content_hash=hash_of(answer)).order_by("-pk").first()
    if found is None:
        sentence = _(
            "Diese Fassung ist noch nicht mitgezeichnet. Nach Ablauf der Frist kann die Koordination die Mitzeichnung "
            "mit Grund fortsetzen."
        )
        raise Refused({"": sentence})
    return found
