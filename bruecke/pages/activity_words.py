# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities in the reader's words: dates, states, the fields of a kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.activities.kind import ActivityKind, Field, FieldType, Label, kinds
from bruecke.activities.models import Activity, ActivityState
from bruecke.activities.queries.lines import Line
from bruecke.activities.when import When, in_words
from bruecke.base.dates import day_in_words
from bruecke.pages.measure_words import euro_in_words


def when_in_words(activity: Activity) -> str:
    """The dates of an activity."""
    return in_words(When(activity.starts, activity.ends), get_language() or "de")


def line_when(line: Line) -> str:
    """The dates of a line."""
    return line.when(get_language() or "de")


def state_in_words(kind: str, state: str) -> str:
    """How an activity of this kind stands: a project is over, a trip was held."""
    word = kinds()[kind].held_word if state == ActivityState.HELD else ""
    return str(word or ActivityState(state).label)


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of the kind as the page shows it. table: rows of a field with years, head first."""

    label: Label
    value: str
    is_long: bool = False
    href: str = ""
    table: tuple[tuple[str, ...], ...] = ()


def own_fields(
    kind: ActivityKind, particulars: Mapping[str, Any], documents: Mapping[int, tuple[str, str]], *, is_staff: bool
) -> list[Shown]:
    """The filled-in fields of a kind that the reader may read. documents: address and title by key, of those that may
    be known of."""
    values = kind.read(particulars)
    shown = [each for each in kind.fields if each.name in values and (is_staff or not each.is_internal)]
    found = [_shown(each, values[each.name], documents) for each in shown]
    return [each for each in found if each.value or each.table]


def _shown(field: Field, value: Any, documents: Mapping[int, tuple[str, str]]) -> Shown:
    match field.type:
        case FieldType.DOCUMENT:
            href, title = documents.get(value, ("", ""))
            return Shown(field.label, title, href=href)
        case FieldType.YEARS:
            return Shown(field.label, "", table=_years(field, value))
        case FieldType.LONG_TEXT:
            return Shown(field.label, value, is_long=True)
        case _:
            return Shown(field.label, value_in_words(field, value))


def value_in_words(field: Field, value: Any) -> str:
    """A value as ActivityKind.read gives it; "" for None."""
    if value is None:
        return ""
    match field.type:
        case FieldType.YES_NO:
            return _("ja") if value else _("nein")
        case FieldType.MONEY:
            return euro_in_words(value)
        case FieldType.NUMBER:
            return str(number_format(value, force_grouping=value >= 10_000))
        case FieldType.CHOICE:
            return str(dict(field.choices)[value])
        case FieldType.DAY:
            return day_in_words(value, get_language() or "de") if isinstance(value, date) else str(value)
        case _:
            return str(value)


def _years(field: Field, rows: list[list[int | None]]) -> tuple[tuple[str, ...], ...]:
    head = (_("Jahr"), *(str(label) for label, _is_cents in field.columns))
    return (head, *((str(row[0]), *_cells(field, row)) for row in rows))


def _cells(field: Field, row: list[int | None]) -> list[str]:
    pairs = zip(row[1:], field.columns, strict=True)
    return ["" if cell is None else euro_in_words(cell) if is_cents else str(cell) for cell, (_l, is_cents) in pairs]
