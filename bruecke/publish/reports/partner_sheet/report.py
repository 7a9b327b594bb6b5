# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner sheet: what one must know of a partnership, on one page."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.base.dates import day_in_words
from bruecke.publish.paper import Block, Gap, Paragraph, Printed, Section, Table
from bruecke.publish.report import Order, Report
from bruecke.publish.reports.briefing.doings import owed, promised
from bruecke.publish.reports.briefing.people import people
from bruecke.publish.reports.briefing.relation import agreements, relation
from bruecke.publish.reports.briefing.scope import Scope, scope_of
from bruecke.publish.subjects import partnerships
from bruecke.publish.tables_of import as_of, doings_table

_ROWS = 4
_LETTERS = 420


def gather(order: Order) -> Printed:
    """The partnership in short; what does not fit is counted, never cut silently. Raises NothingToPrint."""
    scope = scope_of(replace(order, activity=None))
    return Printed(
        kind=_("Partnerblatt"),
        title=scope.title,
        subtitle=_("Stand der Angaben: %(day)s") % {"day": day_in_words(order.on, order.language)},
        language=order.language,
        marking=order.marking,
        file_reference=order.file_reference,
        printed_on="",
        sections=tuple(
            _short(section)
            for section in (
                relation(scope),
                agreements(scope),
                promised(scope, owed(scope)),
                _lately(scope),
                people(scope),
            )
        ),
        reservation=_("Das Blatt enthält erfundene Vorhaben der Vorführung; sie sind so bezeichnet.")
        if any(doing.is_invented for doing in scope.doings)
        else "",
        is_short=True,
    )


def _lately(scope: Scope) -> Section:
    """What comes next and what was last."""
    chosen = [*scope.coming[:1], *scope.past[: _ROWS - 1]]
    heading = _("Was zuletzt war und als Nächstes kommt")
    if not chosen:
        return Section(
            "doings", heading, (Gap(_("In den letzten fünf Jahren ist kein gemeinsames Vorhaben erfasst.")),)
        )
    table = doings_table(heading, chosen, as_of(scope.order.on, scope.order.language))
    rest = len(scope.doings) - len(chosen)
    return Section("doings", heading, (replace(table, note=_with_rest(table.note, rest)),))


def _short(section: Section) -> Section:
    """As much of a section as a page has room for; tables say how many rows they leave out, texts that they go on."""
    return replace(section, blocks=tuple(_cut(block) for block in section.blocks if not _is_history(block)))


def _is_history(block: Block) -> bool:
    return isinstance(block, Table) and any(row.key.startswith("statechange:") for row in block.rows)


def _cut(block: Block) -> Block:
    match block:
        case Table(rows=rows, note=note) if len(rows) > _ROWS:
            return replace(block, rows=rows[:_ROWS], note=_with_rest(note, len(rows) - _ROWS))
        case Paragraph(text=text) if len(text) > _LETTERS:
            whole = text[:_LETTERS].rpartition(" ")[0]
            return replace(block, text=_("%(text)s … (vollständig in der Briefingmappe)") % {"text": whole})
    return block


def _with_rest(note: str, rest: int) -> str:
    if rest <= 0:
        return note
    more = ngettext("und %(n)d weiterer Eintrag", "und %(n)d weitere Einträge", rest) % {"n": rest}
    return f"{more}. {note}"


REPORT = Report(
    name="partner_sheet",
    label=gettext_lazy("Partnerblatt"),
    about=gettext_lazy("Eine Partnerschaft auf einer Seite."),
    subjects=partnerships,
    gather=gather,
)
