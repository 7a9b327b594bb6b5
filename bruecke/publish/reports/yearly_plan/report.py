# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Yearly plan of trips, fairs and events, house by house."""

from collections.abc import Sequence
from itertools import groupby

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.activities.models import PlanApproval
from bruecke.base.collation import sort_key
from bruecke.base.dates import day_in_words
from bruecke.publish.activity_words import kind_in_words
from bruecke.publish.paper import Block, Column, Fact, Gap, Paragraph, Printed, Row, Section, Table
from bruecke.publish.report import NothingToPrint, Order, Report
from bruecke.publish.seen import Doing, doings
from bruecke.publish.subjects import years
from bruecke.publish.tables_of import as_of, title_of


def gather(order: Order) -> Printed:
    """Everything that begins in the year; three statements. Raises NothingToPrint where it is no year."""
    year = order.subject.key
    if order.subject.kind != "year" or not 1900 <= year <= 2200:
        raise NothingToPrint
    found = doings(Q(starts_from__year=year), order.reader, language=order.language)
    by_house = sorted(
        found, key=lambda doing: (not doing.lead, sort_key(doing.lead), doing.lead, doing.first, doing.key)
    )
    houses = [(lead, list(group)) for lead, group in groupby(by_house, key=lambda doing: doing.lead)]
    approved = _approved(year, order)
    said = ngettext("%(n)d Vorhaben", "%(n)d Vorhaben", len(found)) % {"n": len(found)}
    return Printed(
        kind=_("Jahresplan"),
        title=_("Reisen, Messen und Veranstaltungen %(year)d") % {"year": year},
        subtitle=said,
        language=order.language,
        marking=order.marking,
        file_reference=order.file_reference,
        printed_on="",
        facts=(Fact(_("Stand der Angaben"), day_in_words(order.today, order.language)),),
        sections=tuple(_house(lead, rows, order, approved.get(lead, "")) for lead, rows in houses) or (_empty(year),),
        reservation=_reservation(found),
    )


def _approved(year: int, order: Order) -> dict[str, str]:
    """By house: when and by whom its plan was approved last, as far as readers of the paper may know."""
    rows = PlanApproval.objects.visible_to(order.reader).filter(year=year).select_related("lead")
    said = _("Genehmigt am %(day)s.")
    found = {}
    for row in rows.order_by("approved_on", "pk"):
        sentence = said % {"day": day_in_words(row.approved_on, order.language)}
        found[row.lead.name] = " ".join(filter(None, (sentence, row.approved_by)))
    return found


def _house(lead: str, rows: Sequence[Doing], order: Order, approved: str) -> Section:
    """approved: a sentence, "" where nobody may know of an approval."""
    columns = (Column(_("Wann"), 5), Column(_("Vorhaben"), 11), Column(_("Art"), 5), Column(_("Stand"), 4))
    found = tuple(
        Row(
            f"activity:{doing.key}",
            (doing.when, title_of(doing), kind_in_words(doing.kind), doing.state_words),
        )
        for doing in rows
    )
    heading = lead or _("Noch ohne Federführung")
    blocks: list[Block] = [] if lead else [Gap(_("Für diese Vorhaben fehlt noch die Federführung."))]
    blocks += [Paragraph(approved)] if approved else []
    table = Table(heading, columns, found, as_of(order), named_by=1)
    return Section(f"house:{lead}", heading, (*blocks, table))


def _empty(year: int) -> Section:
    return Section("empty", _("Vorhaben"), (Paragraph(_("Für %(year)d ist nichts erfasst.") % {"year": year}),))


def _reservation(found: Sequence[Doing]) -> str:
    said = [_("Der Plan ist keine Bewilligung: Was Geld kostet, steht unter dem Vorbehalt des Haushalts.")]
    if any(doing.is_invented for doing in found):
        said.append(_("Er enthält Vorhaben, die für die Vorführung erfunden sind; sie sind so bezeichnet."))
    return "\n\n".join(said)


REPORT = Report(
    name="yearly_plan",
    label=gettext_lazy("Jahresplan"),
    about=gettext_lazy("Alle Reisen, Messen und Veranstaltungen eines Jahres, nach Häusern."),
    subjects=years,
    gather=gather,
)
