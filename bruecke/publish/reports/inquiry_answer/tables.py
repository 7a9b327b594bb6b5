# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and figures of an answer, as papers set them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bruecke.inquiries.answer import CENTS, NUMBER, Cell, Drawn, Figure, Row, Someone, Table, figures
from bruecke.publish import paper
from bruecke.publish.inquiry_words import iso_in_words, source_in_words, unknown_in_words, value_in_words
from bruecke.publish.report import Order


def blocks(drawn: Drawn, order: Order, *, is_internal: bool) -> Iterable[paper.Block]:
    """Each table with its figures, then what the registers lack. Every figure names its source and its age."""
    for table in drawn.tables:
        yield _table(table, drawn, order, is_internal=is_internal)
        told = figures(table)
        if told:
            yield paper.Facts(tuple(_fact(figure, drawn, order) for figure in told))
    yield from (paper.Gap(sentence) for sentence in drawn.gaps)


def _table(table: Table, drawn: Drawn, order: Order, *, is_internal: bool) -> paper.Block:
    if not table.rows:
        return paper.Paragraph(_("%(table)s: Dazu ist nichts erfasst.") % {"table": table.title})
    columns = [
        paper.Column(column.title, column.width, is_number=column.kind in (NUMBER, CENTS)) for column in table.columns
    ]
    if is_internal:
        columns.append(paper.Column(_("Öffentlich"), 5))
    rows = tuple(_row(row, table, is_internal=is_internal) for row in table.rows)
    note = _("Quelle: %(source)s") % {"source": source_in_words(drawn, order.language)}
    return paper.Table(table.title, tuple(columns), rows, note)


def _row(row: Row, table: Table, *, is_internal: bool) -> paper.Row:
    cells = [_cell(each, column.kind) for each, column in zip(row.cells, table.columns, strict=True)]
    if is_internal:
        cells.append(_("ja") if row.is_public else _("nein"))
    return paper.Row(row.key, tuple(cells))


def _cell(value: Cell, kind: str) -> paper.Text:
    """People stand in a paper by key."""
    return paper.Somebody(value.key) if isinstance(value, Someone) else value_in_words(value, kind)


def _fact(figure: Figure, drawn: Drawn, order: Order) -> paper.Fact:
    value, unknown = value_in_words(figure.value, figure.kind), unknown_in_words(figure)
    said = f"{value} ({unknown})" if unknown else value
    return paper.Fact(figure.label, said, source=drawn.source, as_of=iso_in_words(drawn.drawn_on, order.language))
