# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events and what they cost, by budget line. An amount that nobody entered is unknown, never nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.activities.models import ActivityState
from bruecke.activities.queries.lines import in_place
from bruecke.activities.queries.offers import LineAmount, Told, activities_between, amounts_by_line
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import CENTS, NUMBER, Column, Row, Rule, Table
from bruecke.inquiries.shape import Found, Scope, Shape
from bruecke.inquiries.shapes.trips import is_public, stage, titled

TOLD = (ActivityState.PLANNED, ActivityState.APPROVED, ActivityState.HELD)


def draw(scope: Scope) -> Found:
    """Activities that began in the period; nine statements."""
    which = Q(state__in=TOLD) if scope.place is None else Q(state__in=TOLD) & in_place(scope.place)
    told = activities_between(scope.first, scope.last, principal=scope.reader, narrowed=which)
    amounts = amounts_by_line((each.line.pk for each in told), principal=scope.reader)
    return Found((_events(told), _lines(told, amounts)), _gaps(amounts))


def _events(told: Iterable[Told]) -> Table:
    columns = (
        Column("title", _("Veranstaltung"), width=9),
        Column("kind", _("Art"), width=5),
        Column("when", _("Wann"), width=5),
        Column("state", _("Stand"), width=4),
        Column("planned", _("geplant"), CENTS, is_internal=True, width=5),
        Column("actual", _("abgerechnet"), CENTS, is_internal=True, width=6),
    )
    rules = (
        Rule("held", _("Durchgeführte Veranstaltungen"), group="held"),
        Rule("actual", _("Abgerechnete Kosten"), "actual", "held"),
        Rule("foreseen", _("Geplante Kosten der noch nicht durchgeführten"), "planned", "planned"),
    )
    return Table("events", _("Veranstaltungen"), columns, tuple(_event(each) for each in told), rules)


def _event(told: Told) -> Row:
    state, group = stage(told)
    when = told.line.when(VERBATIM_DEFAULT)
    cells = (titled(told), told.line.kind_label, when, state, told.planned_cents, told.actual_cents)
    return Row(f"activity:{told.line.pk}", cells, told.line.starts_from, group, is_public(told))


def _lines(told: Iterable[Told], amounts: Iterable[LineAmount]) -> Table:
    """Sums by budget line; a line is never public by itself: its sum may hold what is not."""
    columns = (
        Column("line", _("Haushaltsstelle"), is_internal=True, width=8),
        Column("items", _("Posten"), NUMBER, is_internal=True),
        Column("planned", _("geplant"), CENTS, is_internal=True, width=5),
        Column("actual", _("abgerechnet"), CENTS, is_internal=True, width=6),
    )
    open_ones = {each.line.pk for each in told if is_public(each)}
    by_line: dict[tuple[bool, str, int], list[LineAmount]] = defaultdict(list)
    for amount in amounts:
        by_line[_line(amount)].append(amount)
    rows = tuple(
        Row(
            f"budgetline:{key}",
            (name, len(found), _sum(found, "planned"), _sum(found, "actual")),
            is_public=all(amount.is_open and amount.activity in open_ones for amount in found),
        )
        for (_is_nameless, name, key), found in sorted(by_line.items())
    )
    return Table("lines", _("Nach Haushaltsstelle"), columns, rows)


def _line(amount: LineAmount) -> tuple[bool, str, int]:
    """Whether it has no name, how it is called, and its key; lines that not all ministries know are told as one."""
    if amount.name:
        return False, amount.name, amount.line or 0
    return True, _("ohne Haushaltsstelle") if amount.line is None else _("andere Haushaltsstellen"), 0


def _sum(amounts: Sequence[LineAmount], which: str) -> int | None:
    known = [cents for each in amounts if (cents := getattr(each, f"{which}_cents")) is not None]
    return sum(known) if known else None


def _gaps(amounts: Sequence[LineAmount]) -> list[str]:
    unknown = sum(amount.actual_cents is None for amount in amounts)
    lineless = sum(amount.line is None for amount in amounts)
    counted = (
        (
            unknown,
            ngettext(
                "Bei %(n)d Kostenposten ist der abgerechnete Betrag nicht bekannt; er fehlt in den Summen.",
                "Bei %(n)d Kostenposten ist der abgerechnete Betrag nicht bekannt; er fehlt in den Summen.",
                unknown,
            ),
        ),
        (
            lineless,
            ngettext(
                "%(n)d Kostenposten hat keine Haushaltsstelle.",
                "%(n)d Kostenposten haben keine Haushaltsstelle.",
                lineless,
            ),
        ),
    )
    return [sentence % {"n": number} for number, sentence in counted if number]


SHAPE = Shape(
    name="costs",
    label=gettext_lazy("Veranstaltungen und Kosten nach Haushaltsstelle"),
    about=gettext_lazy("Alle Vorhaben, die im Zeitraum beginnen, mit Kosten; Planwerte sind keine Bewilligung."),
    source=gettext_lazy("Register der Vorhaben in Brücke"),
    draw=draw,
)
