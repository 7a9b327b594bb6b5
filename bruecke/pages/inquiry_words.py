# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries as their pages say them: the clock, tables with their figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.inquiries.answer import CENTS, NUMBER, Cell, Drawn, Figure, Someone, Table, figures
from bruecke.inquiries.clock import Clock
from bruecke.publish.inquiry_words import iso_in_words, source_in_words, unknown_in_words, value_in_words

Names = Mapping[int, str]
"""Names of people by key, as far as the reader may know them."""


def in_words(iso: str) -> str:
    """An ISO day as the reader's language writes it."""
    return iso_in_words(iso, get_language() or "de")


def source(drawn: Drawn) -> str:
    """Where the tables of a question come from."""
    return _("Quelle: %(source)s") % {"source": source_in_words(drawn, get_language() or "de")}


def time_left(clock: Clock) -> str:
    """How much time is left, or since when there is none."""
    left = clock.days_left(timezone.localdate())
    if left > 0:
        return ngettext("noch %(n)d Tag", "noch %(n)d Tage", left) % {"n": left}
    if left == 0:
        return _("heute")
    return ngettext("seit %(n)d Tag überschritten", "seit %(n)d Tagen überschritten", -left) % {"n": -left}


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table for inquiries/table.html. columns: title and whether it is of numbers; rows: cells, each with the title
    of its column and whether it is a number, and whether the row is published; figures: label, value, what is unknown.
    """

    title: str
    columns: list[tuple[str, bool]]
    rows: list[tuple[list[tuple[str, str, bool]], bool]]
    figures: list[tuple[str, str, str]]


def table_shown(table: Table, people: Names) -> TableShown:
    """A table in words."""
    columns = [(column.title, column.kind in (NUMBER, CENTS)) for column in table.columns]
    kinds = [column.kind for column in table.columns]
    rows = [
        (
            [
                (_cell(cell, kind, people), title, is_number)
                for cell, kind, (title, is_number) in zip(row.cells, kinds, columns, strict=True)
            ],
            row.is_public,
        )
        for row in table.rows
    ]
    return TableShown(table.title, columns, rows, [_figure(figure) for figure in figures(table)])


def _cell(cell: Cell, kind: str, people: Names) -> str:
    if isinstance(cell, Someone):
        return people.get(cell.key, _("nicht für Sie sichtbar"))
    return value_in_words(cell, kind)


def _figure(figure: Figure) -> tuple[str, str, str]:
    return figure.label, value_in_words(figure.value, figure.kind), unknown_in_words(figure)
