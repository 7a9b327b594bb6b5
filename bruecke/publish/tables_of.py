# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables that several papers share: activities, promises. Pure, but for the language of their words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bruecke.base.dates import day_in_words
from bruecke.publish.activity_words import kind_in_words
from bruecke.publish.paper import Column, Row, Table
from bruecke.publish.report import Order
from bruecke.publish.seen import Doing, Owed


def title_of(doing: Doing) -> str:
    """The title, marked where the activity was invented for the demonstration."""
    return _("%(title)s (für die Vorführung erfunden)") % {"title": doing.title} if doing.is_invented else doing.title


def as_of(order: Order) -> str:
    """The note below a table: where its entries are kept, and of which day they are."""
    return _("Quelle: Register in Brücke, Stand %(day)s") % {"day": day_in_words(order.today, order.language)}


def doings_table(title: str, rows: Iterable[Doing], note: str) -> Table:
    """When, what, kind and state, who leads, what came of it."""
    columns = (
        Column(_("Wann"), 5),
        Column(_("Vorhaben"), 9),
        Column(_("Art und Stand"), 5),
        Column(_("Federführung"), 6),
        Column(_("Ergebnis"), 9),
    )
    found = (
        Row(
            f"activity:{doing.key}",
            (
                doing.when,
                title_of(doing),
                f"{kind_in_words(doing.kind)},\n{doing.state_words}",
                doing.lead or _("nicht bekannt"),
                doing.result or "–",
            ),
        )
        for doing in rows
    )
    return Table(title, columns, tuple(found), note, named_by=1)


def promises_table(title: str, rows: Iterable[Owed], order: Order) -> Table:
    """What, from what, who, until when; overdue says so in words."""
    columns = (Column(_("Zusage"), 10), Column(_("Aus"), 7), Column(_("Wer"), 6), Column(_("Fällig"), 5))
    found = (
        Row(
            f"promise:{owed.key}",
            (owed.text, owed.since or "–", owed.whom or _("nicht bekannt"), _due(owed, order)),
        )
        for owed in rows
    )
    return Table(title, columns, tuple(found), as_of(order))


def _due(owed: Owed, order: Order) -> str:
    if owed.due is None:
        return _("ohne Frist")
    day = day_in_words(owed.due, order.language)
    return _("%(day)s: überfällig") % {"day": day} if owed.due < order.late_before else day
