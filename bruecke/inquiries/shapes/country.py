# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links to a country: partnerships and agreements as they stand, and what was done there in the period."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.activities.models import ActivityState
from bruecke.activities.queries.lines import in_place
from bruecke.activities.queries.offers import Told, activities_between
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import Column, Row, Rule, Table
from bruecke.inquiries.shape import Found, Scope, Shape
from bruecke.inquiries.shapes.partnerships import agreements, gaps, partners, table, table_of_agreements
from bruecke.inquiries.shapes.trips import is_public, stage, titled

TOLD = (ActivityState.PLANNED, ActivityState.APPROVED, ActivityState.HELD)


def draw(scope: Scope) -> Found:
    """Nine statements."""
    rows = partners(scope)
    texts = agreements(rows, scope)
    which = Q(state__in=TOLD) if scope.place is None else Q(state__in=TOLD) & in_place(scope.place)
    told = activities_between(scope.first, scope.last, principal=scope.reader, narrowed=which)
    return Found((table(rows), table_of_agreements(rows, texts), _doings(told)), gaps(rows))


def _doings(told: Iterable[Told]) -> Table:
    columns = (
        Column("title", _("Vorhaben"), width=9),
        Column("kind", _("Art"), width=5),
        Column("when", _("Wann"), width=5),
        Column("where", _("Ort"), width=5),
        Column("state", _("Stand"), width=4),
        Column("result", _("Ergebnis"), width=8),
    )
    rules = (
        Rule("held", _("Durchgeführte Vorhaben"), group="held"),
        Rule("planned", _("Geplante Vorhaben"), group="planned"),
    )
    return Table("doings", _("Vorhaben"), columns, tuple(_doing(each) for each in told), rules)


def _doing(told: Told) -> Row:
    state, group = stage(told)
    cells = (
        titled(told),
        told.line.kind_label,
        told.line.when(VERBATIM_DEFAULT),
        ", ".join(told.places) or _("nicht erfasst"),
        state,
        told.result or "–",
    )
    return Row(f"activity:{told.line.pk}", cells, told.line.starts_from, group, is_public(told))


SHAPE = Shape(
    name="country",
    label=gettext_lazy("Beziehungen zu einem Land"),
    about=gettext_lazy("Partnerschaften und Vereinbarungen mit dem Land und seinen Teilen, und Vorhaben im Zeitraum."),
    source=gettext_lazy("Register der Partnerschaften und der Vorhaben in Brücke"),
    draw=draw,
    needs_place=True,
)
