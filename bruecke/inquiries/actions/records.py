# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on inquiries, their questions and the supplies of houses."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.inquiries.answer import as_json
from bruecke.inquiries.drawing import draw
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion, Supply
from bruecke.inquiries.permissions import can_edit_inquiry, can_edit_question, can_supply
from bruecke.inquiries.shape import shapes
from bruecke.records.editing import HOUSES, OF_EVERY_RECORD, Fillable, Values, enter, no_problems
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility


def hold_open(inquiry: int) -> Inquiry:
    """Lock an inquiry that is still being worked on. Raises Refused where it was sent or withdrawn."""
    found: Inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry)
    if not found.is_open:
        raise Refused({"": _("Die Anfrage ist abgeschlossen; an ihr wird nichts mehr geändert.")})
    return found


def _inquiry_problems(inquiry: Inquiry, values: Values, by: Principal) -> dict[str, str]:
    problems = _clock_problems(inquiry, values)
    same = Inquiry.objects.filter(kind=values["kind"], number=values["number"]).exclude(pk=inquiry.pk)
    if same.exists():
        problems["number"] = _("Unter dieser Nummer ist schon eine Anfrage dieser Art erfasst.")
    if Inquiry.objects.filter(pk__in=values["earlier"]).exclude(state=InquiryState.SENT).exists():
        problems["earlier"] = _("Frühere Antworten sind nur solche, die abgesandt sind.")
    return problems | _circle_problems(inquiry, values)


def _clock_problems(inquiry: Inquiry, values: Values) -> dict[str, str]:
    if values["due_on"] < values["dispatched_on"]:
        return {"due_on": _("Die Frist endet vor der Zuleitung.")}
    if inquiry.extended_until and values["due_on"] >= inquiry.extended_until.isoformat():
        return {"due_on": _("Die Frist ist schon bis zu einem früheren Tag verlängert.")}
    return {}


def _circle_problems(inquiry: Inquiry, values: Values) -> dict[str, str]:
    """Whoever was asked goes on seeing the inquiry; the public sees it with its answer only."""
    if values["visibility"] == Visibility.PUBLISHED:
        return {"visibility": _("Veröffentlicht wird eine Anfrage erst mit ihrer Antwort, durch die Freigabe.")}
    asked = set(Supply.objects.filter(inquiry=inquiry.pk or 0).values_list("organisation__house", flat=True)) - {None}
    if values["visibility"] == Visibility.UNIT and asked:
        return {"visibility": _("Es sind schon Häuser um Zulieferung gebeten; sie müssen die Anfrage sehen.")}
    if values["visibility"] == Visibility.NAMED and asked - set(values[HOUSES]):
        return {HOUSES: _("Hier fehlt ein Haus, das um Zulieferung gebeten ist.")}
    return {}


def _hold_above(row: Any) -> None:
    hold_open(row.inquiry_id)


def _question_problems(question: SubQuestion, values: Values, by: Principal) -> dict[str, str]:
    first, last, shape = values["period_from"], values["period_until"], shapes().get(values["shape"])
    problems = {}
    if not values["text"].strip():
        problems["text"] = _("Es fehlt noch die Frage.")
    if first and last and last < first:
        problems["period_until"] = _("Der Zeitraum endet, bevor er beginnt.")
    if values["shape"] and shape is None:
        problems["shape"] = _("Diese Tabelle gibt es nicht.")
    if shape is not None and shape.needs_place and values["place_id"] is None:
        problems["place_id"] = _("Für diese Tabelle fehlt noch das Land oder der Ort.")
    return problems


def _drawn(values: Values) -> Values:
    """Tables are drawn anew whenever the question is saved, so that they are of what it asks."""
    first, last = (date.fromisoformat(day) if day else None for day in (values["period_from"], values["period_until"]))
    found = draw(values["shape"], first, last, values["place_id"])
    return {"drawn": {} if found is None else as_json(found)}


INQUIRY: Fillable[Inquiry] = Fillable(
    ("kind", "number", "title", "asked_by", "dispatched_on", "due_on", "lead_id", "earlier", *OF_EVERY_RECORD),
    can_edit_inquiry,
    _inquiry_problems,
)
QUESTION: Fillable[SubQuestion] = Fillable(
    ("position", "text", "shape", "period_from", "period_until", "place_id", "amounts_are_public", "answer"),
    can_edit_question,
    _question_problems,
    derived=_drawn,
    hold=_hold_above,
)
SUPPLY: Fillable[Supply] = Fillable(("text",), can_supply, no_problems, hold=_hold_above)


def register(*, is_invented: bool = False, by: Principal, **said: Any) -> Inquiry:
    """A new inquiry; said: fields, why, draft. is_invented: for the demonstration, the system alone may.

    Raises NotAllowed, Refused.
    """
    if is_invented and not by.is_system:
        raise NotAllowed
    return enter(record=Inquiry(is_invented=is_invented), rules=INQUIRY, by=by, **said)
