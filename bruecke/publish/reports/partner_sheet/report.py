# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner sheet: what one must know of a partnership, on one page."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.activities.models import ActivityState
from bruecke.publish.paper import Block, Facts, Gap, Paragraph, Printed, Section, Somebody, Table, Text
from bruecke.publish.report import Order, Report
from bruecke.publish.reports.briefing.doings import owed, promised
from bruecke.publish.reports.briefing.people import people
from bruecke.publish.reports.briefing.relation import agreements, relation
from bruecke.publish.reports.briefing.scope import Scope, scope_of
from bruecke.publish.subjects import partnerships
from bruecke.publish.tables_of import as_of, doings_table

_ROWS = 2
_LETTERS = 240
_CELL = 90
_COLUMNS: dict[str, Sequence[int]] = {"agreement": (0, 1, 2), "promise": (0, 2, 3), "activity": (0, 1, 2)}
"""Of the tables with rows of a kind, the columns that a sheet has room for."""


def gather(order: Order) -> Printed:
    """The partnership in short; what does not fit is counted, never cut silently. Raises NothingToPrint."""
    scope = scope_of(replace(order, activity=None))
    return Printed(
        kind=_("Partnerblatt"),
        title=scope.title,
        subtitle=as_of(order),
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
    coming = [doing for doing in scope.coming if doing.state != ActivityState.CANCELLED]
    chosen = [*coming[:1], *(doing for doing in scope.past if doing.state == ActivityState.HELD)]
    heading = _("Was als Nächstes kommt und zuletzt war")
    if not chosen:
        return Section(
            "doings", heading, (Gap(_("In den letzten fünf Jahren ist kein gemeinsames Vorhaben erfasst.")),)
        )
    return Section("doings", heading, (doings_table(heading, chosen, ""),))


def _short(section: Section) -> Section:
    """As much of a section as a page has room for; what is left out is counted, what is not whole says so."""
    return replace(section, blocks=tuple(_begin(block) for block in section.blocks if not _is_history(block)))


def _is_history(block: Block) -> bool:
    return isinstance(block, Table) and any(row.key.startswith("statechange:") for row in block.rows)


def _begin(block: Block) -> Block:
    match block:
        case Table():
            return _begun(block)
        case Paragraph(text=text):
            return replace(block, text=str(_beginning(text, _LETTERS)))
        case Facts(facts):
            return Facts(
                tuple(replace(fact, value=_beginning(fact.value, _CELL), source="", as_of="") for fact in facts)
            )
    return block


def _begun(table: Table) -> Table:
    """The first rows, with the columns that matter most; where all come from stands below the title, once."""
    shown = _COLUMNS.get(table.rows[0].key.partition(":")[0], range(len(table.columns)))
    rows = (replace(row, cells=tuple(_beginning(row.cells[n], _CELL) for n in shown)) for row in table.rows[:_ROWS])
    columns = tuple(table.columns[n] for n in shown)
    return replace(table, columns=columns, rows=tuple(rows), note=_rest(len(table.rows) - _ROWS))


def _beginning(text: Text, letters: int) -> Text:
    """A long text up to a whole word, with the mark that it goes on."""
    if isinstance(text, Somebody):
        return Somebody(text.key, str(_beginning(text.function, letters)))
    if len(text) <= letters:
        return text
    return f"{text[:letters].rpartition(' ')[0]} …"


def _rest(rest: int) -> str:
    """How many more there are, in words; "" where all are shown."""
    return ngettext("und %(n)d weiterer Eintrag", "und %(n)d weitere Einträge", rest) % {"n": rest} if rest > 0 else ""


REPORT = Report(
    name="partner_sheet",
    label=gettext_lazy("Partnerblatt"),
    about=gettext_lazy("Eine Partnerschaft auf einer Seite."),
    subjects=partnerships,
    gather=gather,
)
