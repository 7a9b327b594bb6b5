# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the list of measures as HTML, joined here: in a template they took half the time of the page."""

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bruecke.pages.context import address
from bruecke.pages.measure_words import Words
from bruecke.strategy.models import BudgetNeed, MeasureKind, Modality, OptionState
from bruecke.strategy.queries.measure_list import Row
from bruecke.strategy.queries.vocabulary import Vocabulary

_ROW = (
    '<tr><td class="ref" data-label="{l_reference}">{reference}</td>'
    '<td><a class="name" href="{href}">{title}</a><br><span class="small">{below}</span></td>'
    '<td data-label="{l_wording}"><span class="tag {modality}">{word}</span></td>'
    '<td data-label="{l_lead}">{lead}</td><td data-label="{l_state}">{state}</td></tr>\n'
)


def rows_as_html(rows: tuple[Row, ...], words: Words, entries: Vocabulary) -> SafeString:
    """Table rows; everything that comes from a record is escaped."""
    leads, base = entries.labels("federfuehrung"), address("measures")
    labels = {
        "l_reference": escape(_("Fundstelle")),
        "l_wording": escape(_("Wortlaut")),
        "l_lead": escape(_("Federführung")),
        "l_state": escape(_("Entscheidung")),
    }
    nobody = f'<span class="gap">{escape(_("noch niemand"))}</span>'
    hidden, reserved = _("nicht öffentlich"), _("unter Haushaltsvorbehalt")
    parts = [
        _ROW.format(
            reference=escape(row.reference),
            href=f"{base}{row.pk}/",
            title=escape(row.title),
            below=escape(_below(row, words, reserved)),
            modality=row.modality,
            word=escape(words["modality"][row.modality]),
            lead=nobody if row.lead_id is None else escape(leads.get(row.lead_id, hidden)),
            state=_state(row, words),
            **labels,
        )
        for row in rows
    ]
    return mark_safe("".join(parts))  # noqa: S308 - every value is escaped above


def _below(row: Row, words: Words, reserved: str) -> str:
    kind = words["kind"][row.kind] if row.kind != MeasureKind.OTHER else ""
    return " · ".join(filter(None, (kind, reserved if row.needs_state_money == BudgetNeed.YES else "")))


def _state(row: Row, words: Words) -> str:
    if row.modality != Modality.OPTION:
        return '<span class="muted">–</span>'
    state = words["option_state"][row.option_state]
    if row.precondition and row.option_state != OptionState.NOT_TAKEN_UP:
        state = _("%(state)s, wartet auf Bedingung") % {"state": state}
    return escape(state)
