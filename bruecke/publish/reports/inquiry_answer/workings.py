# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the internal version of an answer holds beside it: supplies, earlier answers, contradictions, sign-off log."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words
from bruecke.clearance.models import CirculationState
from bruecke.clearance.queries import HouseState, circulation_sheet, circulations_of
from bruecke.inquiries.answer import Part
from bruecke.inquiries.models import Inquiry
from bruecke.inquiries.queries.sheet import Contradiction, contradictions, earlier_answers, supplies_of
from bruecke.publish.inquiry_words import contradiction_in_words
from bruecke.publish.paper import Block, Column, Gap, Item, Items, Paragraph, Row, Section, Table
from bruecke.publish.report import Order


def supplies(inquiry: Inquiry, order: Order) -> Section:
    """Which house was asked for what, and whether it answered; one statement."""
    rows = supplies_of(inquiry, principal=order.reader)
    heading = _("Zulieferungen")
    if not rows:
        return Section("supplies", heading, (Paragraph(_("Es wurde kein Haus um Zulieferung gebeten.")),))
    columns = (Column(_("Haus"), 8), Column(_("Zu"), 4), Column(_("Interne Frist"), 5), Column(_("Stand"), 5))
    found = tuple(
        Row(
            f"supply:{row.pk}",
            (
                row.organisation.name if row.knows_organisation else _("nicht bekannt"),  # type: ignore[attr-defined]
                _("Frage %(n)s") % {"n": row.question.position} if row.question else _("der ganzen Anfrage"),
                day_in_words(row.due_on, order.language),
                row.get_state_display(),
            ),
        )
        for row in rows
    )
    return Section("supplies", heading, (Table(heading, columns, found),))


def earlier(inquiry: Inquiry, parts: Sequence[Part], order: Order) -> Section:
    """Earlier answers on the same matter, and what contradicts them; one statement."""
    rows = [row for row, _named in earlier_answers(inquiry, parts, principal=order.reader)]
    heading = _("Frühere Antworten zur Sache")
    if not rows:
        return Section("earlier", heading, (Paragraph(_("Keine gefunden.")),))
    items = tuple(Item(f"inquiry:{row.pk}", _answered(row, order)) for row in rows)
    against = contradictions(parts, rows)
    told = [
        Item(f"contradiction:{part.key}:{number}", _against(part, each))
        for part in parts
        for number, each in enumerate(against.get(part.key, ()))
    ]
    none: Block = Paragraph(_("Kein Widerspruch zwischen den Zahlen."))
    return Section("earlier", heading, (Items(items), Items(tuple(told)) if told else none))


def _answered(row: Inquiry, order: Order) -> str:
    day = day_in_words(row.sent_on, order.language) if row.sent_on else ""
    return _("%(inquiry)s, beantwortet am %(day)s") % {"inquiry": row, "day": day}


def _against(part: Part, found: Contradiction) -> str:
    """Which question says what otherwise than which answer."""
    values = {"n": part.position, "number": found.inquiry.number, "m": found.position}
    where = _("Frage %(n)s gegen %(number)s, Frage %(m)s") % values
    return f"{where}: {contradiction_in_words(found)}"


def clearing(inquiry: Inquiry, order: Order) -> Section:
    """Who co-signed what the answer rests on (before it is sent: the latest circulation); five statements."""
    heading, key = _("Mitzeichnung"), _circulation(inquiry, order.reader)
    if key is None:
        return Section("clearing", heading, (Gap(_("Die Antwort ist noch nicht zur Mitzeichnung gegeben.")),))
    sheet = circulation_sheet(key, principal=order.reader)
    blocks: list[Block] = [_log(sheet.houses, order)]
    if sheet.circulation.state == CirculationState.PROCEEDED:
        names = ", ".join(name or _("nicht bekannt") for name in sheet.silent)
        if names:
            blocks.append(Paragraph(_("Keine Antwort von %(names)s.") % {"names": names}, "lead"))
        reason = {"reason": sheet.circulation.proceed_reason}
        blocks.append(Paragraph(_("Ohne vollständige Mitzeichnung fortgesetzt: %(reason)s") % reason))
    else:
        blocks.append(Paragraph(_("Stand: %(state)s") % {"state": sheet.circulation.get_state_display()}))
    return Section("clearing", heading, tuple(blocks))


def _circulation(inquiry: Inquiry, reader: Principal) -> int | None:
    if inquiry.cleared_by_id is not None:
        return inquiry.cleared_by_id
    found = circulations_of("inquiry", inquiry.pk, principal=reader)
    return found[0].pk if found else None


def _log(houses: Sequence[HouseState], order: Order) -> Table:
    columns = (Column(_("Haus"), 7), Column(_("Antwort"), 6), Column(_("Wer und wann"), 8), Column(_("Bemerkung"), 8))
    rows = tuple(Row(f"organisation:{state.key}", _signed(state, order)) for state in houses)
    return Table(_("Mitzeichnung"), columns, rows)


def _signed(state: HouseState, order: Order) -> tuple[str, ...]:
    name, signature = state.name or _("nicht bekannt"), state.signature
    if signature is None:
        return name, _("keine Antwort"), "–", "–"
    day = day_in_words(timezone.localdate(signature.at), order.language)
    deputy = _("i. V.") if signature.is_deputy else ""
    who = " ".join(filter(None, (deputy, str(signature.by or _("nicht bekannt")))))
    return name, signature.get_answer_display(), f"{who}, {day}", signature.text or "–"
