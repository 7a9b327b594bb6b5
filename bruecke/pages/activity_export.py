# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of activities as a file: exactly what is shown, all pages; of one kind, with its fields."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.activities.activity_filter import SORTS
from bruecke.activities.kind import ActivityKind, Field, FieldType, by_slug
from bruecke.activities.queries.export import Exported, exported
from bruecke.base.dates import day_in_words
from bruecke.pages import activity_rail
from bruecke.pages.activity_question import Question, question
from bruecke.pages.activity_words import line_when, state_in_words, value_in_words
from bruecke.pages.table_files import TYPES, table_response
from bruecke.publish.tables import Cell, Column, Table
from bruecke.records.visibility import Visibility


def export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The file."""
    asking = question(request)
    table = activity_table(asking, request.build_absolute_uri(reverse("activities")))
    return table_response(table, "vorhaben", ending)


def activity_table(asking: Question, address: str) -> Table:
    """The table of what `asking` finds. address: of the list, absolute."""
    kind = _one_kind(asking)
    descending = asking.asked.sort == SORTS[0]
    rows = exported(asking.found, is_descending=descending, principal=asking.principal)
    return Table(
        title=_("Vorhaben"),
        columns=_columns(kind, is_staff=asking.is_staff),
        rows=_rows(rows, kind, address, is_staff=asking.is_staff),
        note=_note(asking, address),
        note_title=_("Hinweise"),
        language=get_language() or "de",
    )


def _one_kind(asking: Question) -> ActivityKind | None:
    """The kind, where the list shows one only: then the table has its fields."""
    asked = asking.asked.of("art")
    return by_slug(asked[0]) if len(asked) == 1 else None


def _columns(kind: ActivityKind | None, *, is_staff: bool) -> tuple[Column, ...]:
    own = (Column(str(field.label), 22) for field in _fields(kind, is_staff=is_staff))
    internal = (
        Column(_("geplant (Euro)"), 16),
        Column(_("abgerechnet (Euro)"), 16),
        Column(_("Sichtbar für"), 18),
        Column(_("Aktenzeichen"), 18),
    )
    return (
        Column(_("Termin"), 24),
        Column(_("Beginn"), 12),
        Column(_("Titel"), 44),
        Column(_("Art"), 22),
        Column(_("Stand"), 16),
        Column(_("Orte"), 28),
        Column(_("Partnerschaften"), 28),
        Column(_("Federführung"), 22),
        Column(_("Zweck"), 40),
        Column(_("Ergebnis"), 40),
        *own,
        *(internal if is_staff else ()),
        Column(_("erfunden"), 10),
        Column(_("Adresse"), 40),
    )


def _fields(kind: ActivityKind | None, *, is_staff: bool) -> list[Field]:
    """Of the kind those that a cell can hold and the reader may read."""
    known = kind.fields if kind else ()
    told = (field for field in known if field.type not in (FieldType.DOCUMENT, FieldType.YEARS))
    return [field for field in told if is_staff or not field.is_internal]


def _rows(
    rows: Iterator[Exported], kind: ActivityKind | None, address: str, *, is_staff: bool
) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        line, values = row.line, kind.read(row.particulars) if kind else {}
        yield (
            line_when(line),
            date.fromisoformat(line.starts_from),
            line.title,
            line.kind_label,
            state_in_words(line.kind, line.state),
            ", ".join(row.places),
            ", ".join(row.partnerships),
            row.lead,
            row.purpose,
            row.result,
            *(_cell(field, values.get(field.name)) for field in _fields(kind, is_staff=is_staff)),
            *(_internal(row) if is_staff else ()),
            _("ja") if line.is_invented else "",
            f"{address}{line.pk}/",
        )


def _cell(field: Field, value: Any) -> Cell:
    if field.type is FieldType.MONEY:
        return _euro(value)
    return value if field.type is FieldType.NUMBER else value_in_words(field, value)


def _internal(row: Exported) -> tuple[Cell, ...]:
    visibility = str(Visibility(row.line.visibility).label)
    return (_euro(row.planned_cents), _euro(row.actual_cents), visibility, row.file_reference)


def _euro(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents) / 100


def _note(asking: Question, address: str) -> tuple[str, ...]:
    filters = "; ".join(text for _name, _value, text in activity_rail.in_words(asking))
    today = day_in_words(timezone.localdate(), get_language() or "de")
    found, total = asking.sizes()
    return (
        _("Vorhaben, Stand %(day)s") % {"day": today},
        _("Auswahl: %(filters)s") % {"filters": filters or _("alle Vorhaben")},
        _("Anzahl: %(found)s von %(total)s") % {"found": found, "total": total},
        _("Beträge sind Planwerte oder Abrechnungen; keiner bedeutet eine Bewilligung."),
        _("Quelle: %(address)s") % {"address": address + asking.asked.query()},
    )


urlpatterns = [
    path(f"vorhaben/export.{ending}", export, {"ending": ending}, f"activities_{ending}") for ending in TYPES
]
