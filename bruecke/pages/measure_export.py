# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of measures as a file: exactly what is shown, all pages of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.base.dates import day_in_words, fuzzy_in_words
from bruecke.pages import measure_rail
from bruecke.pages.measure_question import Question, question
from bruecke.pages.measure_words import Words, measure_words, modality_in_words
from bruecke.pages.table_files import TYPES, table_response
from bruecke.publish.tables import Cell, Column, Table
from bruecke.strategy.permissions import can_see_internal
from bruecke.strategy.queries.measure_export import Exported, ExportRow, exported


def export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The file; its rows are read while it is written."""
    asking = question(request)
    if asking is None:
        raise Http404
    table = measure_table(asking, request.build_absolute_uri(reverse("measures")))
    return table_response(table, "massnahmen", ending)


def measure_table(asking: Question, address: str) -> Table:
    """The table of what `asking` finds. address: of the list, absolute."""
    words, is_staff = measure_words(), can_see_internal(asking.principal)
    found = exported(asking.found, asking.asked, asking.entries, principal=asking.principal)
    return Table(
        title=_("Maßnahmen"),
        columns=_columns(is_staff=is_staff),
        rows=_rows(found, asking, words, address, is_staff=is_staff),
        note=_note(asking, words, address),
        note_title=_("Hinweise"),
        language=get_language() or "de",
    )


def _columns(*, is_staff: bool) -> tuple[Column, ...]:
    public = (
        Column(_("Fundstelle"), 14),
        Column(_("Maßnahme"), 44),
        Column(_("Wortlaut"), 60),
        Column(_("Verbindlichkeit"), 22),
        Column(_("Maßnahmenart"), 16),
        Column(_("Instrument"), 28),
        Column(_("Federführung"), 22),
        Column(_("Beteiligt"), 28),
        Column(_("Entscheidung"), 18),
        Column(_("Haushaltsvorbehalt"), 22),
        Column(_("Bedingung"), 24),
        Column(_("Ziele"), 12),
        Column(_("Termin"), 14),
        Column(_("Indikator"), 24),
        Column(_("Zeile im Dokument"), 10),
        Column(_("Adresse"), 40),
    )
    internal = (
        Column(_("Sichtbar für"), 18),
        Column(_("Aktenzeichen"), 18),
        Column(_("Kosten (Planwert)"), 16),
        Column(_("Mittelherkunft"), 22),
        Column(_("Interner Vermerk"), 40),
    )
    return public + internal if is_staff else public


def _rows(
    found: Exported, asking: Question, words: Words, address: str, *, is_staff: bool
) -> Iterator[tuple[Cell, ...]]:
    chapters = {entry.pk: entry.full_label for entry in asking.entries.entries["instrument"]}
    leads, language = asking.entries.labels("federfuehrung"), get_language() or "de"
    for row in found.rows:
        lead = leads.get(row.lead_id, _("nicht öffentlich")) if row.lead_id is not None else ""
        cells: tuple[Cell, ...] = (
            row.reference,
            row.title,
            row.wording or "",
            modality_in_words(row.modality),
            words["kind"][row.kind],
            chapters.get(row.chapter_id, ""),
            lead,
            ", ".join(found.participants.get(row.pk, ())),
            words["option_state"][row.option_state] if row.option_state != "none" else "",
            words["needs_state_money"][row.needs_state_money],
            row.precondition,
            ", ".join(found.goals.get(row.pk, ())),
            fuzzy_in_words(row.deadline, language) if row.deadline else "",
            row.indicator,
            row.first_line,
            f"{address}{row.pk}/",
        )
        yield cells + _internal(row, words) if is_staff else cells


def _internal(row: ExportRow, words: Words) -> tuple[Cell, ...]:
    cost = Decimal(row.cost_cents) / 100 if row.cost_cents is not None else None
    return (words["visibility"][row.visibility], row.file_reference, cost, row.source_of_funds, row.internal_note)


def _note(asking: Question, words: Words, address: str) -> tuple[str, ...]:
    filters = "; ".join(text for _name, _value, text in measure_rail.in_words(asking.asked, words, asking.entries))
    today: date = timezone.localdate()
    return (
        _("%(strategy)s: Maßnahmen, Stand %(day)s")
        % {"strategy": asking.edition.strategy_name, "day": day_in_words(today, get_language() or "de")},
        _("Auswahl: %(filters)s") % {"filters": filters or _("alle Maßnahmen")},
        _("Anzahl: %(found)s von %(total)s") % asking.exact_counts(),
        _(
            "Die Strategie bindet den Landeshaushalt nicht. Maßnahmen, die Landesmittel erfordern, stehen unter dem "
            "Vorbehalt des Haushaltsgesetzgebers."
        ),
        _(
            "Eine Option ist als Möglichkeit formuliert; sie ist weder beschlossen noch zugesagt, solange keine "
            "Entscheidung vermerkt ist."
        ),
        _("Quelle: %(address)s") % {"address": address + asking.asked.query()},
    )


urlpatterns = [
    path(f"massnahmen/export.{ending}", export, {"ending": ending}, f"measures_{ending}") for ending in TYPES
]
