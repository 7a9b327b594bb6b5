# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answer to an inquiry, internal or for publication: questions, answers, tables, refusals, sources, sign-off log.

Readers of a published paper get the published version of what was sent; the government gets everything, and before the
answer is sent a draft that says so.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.base.dates import day_in_words
from bruecke.inquiries.answer import Part, holds_amounts, only_people, people_in
from bruecke.inquiries.models import Inquiry, InquiryState
from bruecke.inquiries.permissions import can_read_workings
from bruecke.inquiries.queries.content import standing_answer
from bruecke.inquiries.queries.known import seen_inquiry
from bruecke.inquiries.queries.published import published_answer
from bruecke.inquiries.queries.sheet import names
from bruecke.publish.inquiry_words import source_in_words
from bruecke.publish.paper import Block, Fact, Gap, Item, Items, Paragraph, Printed, Section
from bruecke.publish.report import NothingToPrint, Order, Report
from bruecke.publish.reports.inquiry_answer.tables import blocks
from bruecke.publish.reports.inquiry_answer.workings import clearing, earlier, supplies
from bruecke.publish.seen import full_names
from bruecke.publish.subjects import inquiries


def gather(order: Order) -> Printed:
    """At most ten statements, for a published paper seven. Raises NothingToPrint."""
    inquiry = _found(order)
    is_internal = can_read_workings(order.reader)
    whole = standing_answer(inquiry)
    answer = whole if is_internal else published_answer(whole)
    # Whoever may not be known of any more is not named, whatever was true when the answer was sent.
    answer = only_people(answer, set(names(people_in(answer), principal=order.reader)))
    questions = tuple(_question(part, order, is_internal=is_internal) for part in answer.parts)
    return Printed(
        kind=_("Antwort auf eine Anfrage"),
        title=inquiry.title,
        subtitle=f"{inquiry.get_kind_display()} {inquiry.number}",
        language=order.language,
        marking=order.marking,
        file_reference=order.file_reference or (inquiry.file_reference if is_internal else ""),
        printed_on="",
        facts=_facts(inquiry, order, is_internal=is_internal),
        sections=(
            *(questions or (Section("questions", _("Fragen"), (Gap(_("Es ist noch keine Frage erfasst.")),)),)),
            _sources(answer.parts, order),
            *(_workings(inquiry, answer.parts, order) if is_internal else ()),
        ),
        reservation=_reservation(inquiry, is_internal=is_internal),
    )


def _found(order: Order) -> Inquiry:
    if order.subject.kind != "inquiry":
        raise NothingToPrint
    try:
        return seen_inquiry(order.subject.key, principal=order.reader)
    except Inquiry.DoesNotExist:
        raise NothingToPrint from None


def _facts(inquiry: Inquiry, order: Order, *, is_internal: bool) -> tuple[Fact, ...]:
    lead = full_names([inquiry.lead_id], order.reader).get(inquiry.lead_id or 0, "")
    found = [
        Fact(_("Zugeleitet am"), day_in_words(inquiry.dispatched_on, order.language)),
        Fact(_("Frist"), day_in_words(inquiry.clock.deadline, order.language)),
    ]
    if inquiry.sent_on:
        found.append(Fact(_("Beantwortet am"), day_in_words(inquiry.sent_on, order.language)))
    if lead or is_internal:
        found.append(Fact(_("Federführung"), lead))
    if is_internal:
        found.append(Fact(_("Gestellt von"), inquiry.asked_by))
        if inquiry.extended_because:
            found.append(Fact(_("Verlängert, weil"), inquiry.extended_because))
    return tuple(found)


def _reservation(inquiry: Inquiry, *, is_internal: bool) -> str:
    said = {
        InquiryState.OPEN.value: _("Entwurf: Diese Antwort ist nicht abgesandt."),
        InquiryState.WITHDRAWN.value: _("Die Anfrage wurde zurückgezogen."),
    }.get(inquiry.state, _("Interne Fassung: Sie enthält, was nicht veröffentlicht wird.") if is_internal else "")
    invented = _("Diese Anfrage ist für die Vorführung erfunden.") if inquiry.is_invented else ""
    return " ".join(filter(None, (invented, said)))


def _question(part: Part, order: Order, *, is_internal: bool) -> Section:
    return Section(
        f"question:{part.key}", _("Frage %(n)s") % {"n": part.position}, tuple(_said(part, order, is_internal))
    )


def _said(part: Part, order: Order, is_internal: bool) -> Iterable[Block]:
    if part.is_withheld:
        yield Paragraph(_("Diese Frage und ihre Antwort sind nicht zur Veröffentlichung bestimmt."))
        return
    yield Paragraph(part.text, "lead", key=f"text:{part.key}")
    if part.secret_because:
        yield Paragraph(_("Nicht zur Veröffentlichung: %(ground)s") % {"ground": part.secret_because}, "note")
    if part.refused_because:
        ground = {"ground": part.refused_because}
        yield Paragraph(_("Die Frage wird nicht beantwortet. Grund: %(ground)s") % ground, key=f"refused:{part.key}")
    if part.answer:
        yield Paragraph(part.answer, key=f"answer:{part.key}")
    elif not part.is_answered:
        yield Gap(_("Es fehlt noch die Antwort."))
    if part.drawn is not None:
        yield from blocks(part.drawn, order, is_internal=is_internal)
        if is_internal and holds_amounts(part.drawn) and not part.amounts_are_public:
            yield Paragraph(_("Beträge werden nicht veröffentlicht."), "note")


def _sources(parts: Sequence[Part], order: Order) -> Section:
    """Which register each question was answered from, for what, and of which day."""
    items = tuple(Item(f"source:{part.key}", _source(part, order)) for part in parts if part.drawn is not None)
    none = Paragraph(_("Die Antwort beruht auf keiner Tabelle der Register."))
    return Section("sources", _("Quellen"), (Items(items) if items else none,))


def _source(part: Part, order: Order) -> str:
    said = source_in_words(part.drawn, order.language) if part.drawn else ""
    return _("Frage %(n)s: %(source)s") % {"n": part.position, "source": said}


def _workings(inquiry: Inquiry, parts: Sequence[Part], order: Order) -> Iterable[Section]:
    return supplies(inquiry, order), earlier(inquiry, parts, order), clearing(inquiry, order)


REPORT = Report(
    name="inquiry_answer",
    label=gettext_lazy("Antwort auf eine Anfrage"),
    about=gettext_lazy("Fragen mit Antworten und Tabellen; für die Öffentlichkeit ohne das, was nicht öffentlich ist."),
    subjects=inquiries,
    gather=gather,
)
