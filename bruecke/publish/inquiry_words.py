# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cells, sources and contradictions of answers to inquiries in words, the same on paper and page."""

from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bruecke.base.dates import day_in_words
from bruecke.inquiries.answer import CENTS, NUMBER, Asked, Drawn, Figure
from bruecke.inquiries.contradictions import CELL, FIGURE, GONE
from bruecke.inquiries.queries.sheet import Contradiction


def value_in_words(value: object, kind: str) -> str:
    """A cell that is no person. A figure that nobody recorded says so."""
    if isinstance(value, int):
        return euro(value) if kind == CENTS else str(number_format(value, force_grouping=value >= 10_000))
    if value is None or value == "":
        return _("nicht bekannt") if kind in (NUMBER, CENTS) else "–"
    return str(value)


def euro(cents: int) -> str:
    """Cents as euro, as the reader's language writes them."""
    return f"{number_format(Decimal(cents) / 100, decimal_pos=2, use_l10n=True, force_grouping=True)}\u00a0€"


def unknown_in_words(figure: Figure) -> str:
    """How many rows say nothing of a figure; "" for none."""
    said = ngettext("%(n)d ohne Angabe", "%(n)d ohne Angabe", figure.unknown) % {"n": figure.unknown}
    return said if figure.unknown else ""


def iso_in_words(iso: str, language: str) -> str:
    """An ISO day."""
    return day_in_words(date.fromisoformat(iso), language)


def scope_in_words(asked: Asked, language: str) -> str:
    """What tables were drawn for: period and place."""
    first, last = (iso_in_words(iso, language) if iso else "" for iso in (asked.first, asked.last))
    if first and last:
        period = _("%(first)s bis %(last)s") % {"first": first, "last": last}
    elif first:
        period = _("ab %(first)s") % {"first": first}
    else:
        period = _("bis %(last)s") % {"last": last} if last else _("ohne zeitliche Grenze")
    return ", ".join(filter(None, (period, asked.place_name)))


def source_in_words(drawn: Drawn, language: str) -> str:
    """Where every figure comes from, for what, and of which day."""
    values = {
        "source": drawn.source,
        "scope": scope_in_words(drawn.asked, language),
        "day": iso_in_words(drawn.drawn_on, language),
    }
    return _("%(source)s; %(scope)s; Stand %(day)s") % values


def contradiction_in_words(found: Contradiction) -> str:
    """What is said otherwise now than in the earlier answer."""
    difference = found.difference
    values = {
        "what": difference.what,
        "column": difference.column,
        "then": value_in_words(difference.then, difference.unit),
        "now": value_in_words(difference.now, difference.unit),
    }
    if difference.sort == FIGURE:
        return _("%(what)s: damals %(then)s, jetzt %(now)s.") % values
    if difference.sort == CELL:
        return _("%(what)s, %(column)s: damals %(then)s, jetzt %(now)s.") % values
    if difference.sort == GONE:
        return _("„%(what)s“ stand damals in der Antwort und fehlt jetzt.") % values
    return _("„%(what)s“ fehlte damals in der Antwort.") % values
