# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The versions of a measure in words: who, when, why, and each field before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bruecke.base.dates import fuzzy_in_words, is_fuzzy_date
from bruecke.pages.measure_words import Words, euro_in_words
from bruecke.records.models import JournalEntry
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.vocabulary import Vocabulary

_ENTRIES = {"lead_id": "federfuehrung", "participants": "organisation", "goals": "ziel", "themes": "thema"}
_WORDS = {"needs_state_money": "needs_state_money", "visibility": "visibility", "option_state": "option_state"}


@dataclass(frozen=True, slots=True)
class Version:
    """One act on a measure. number: the version it made, None where it made none; is_current: the standing one."""

    number: int | None
    when: str
    by: str
    verb: str
    why: str
    changes: list[tuple[str, str, str]]
    is_current: bool


def field_names() -> dict[str, str]:
    """Fields of a measure in words."""
    return {
        "title_de": _("Kurztitel (deutsch)"),
        "title_en": _("Kurztitel (englisch)"),
        "title_pl": _("Kurztitel (polnisch)"),
        "title_cs": _("Kurztitel (tschechisch)"),
        "title_hsb": _("Kurztitel (obersorbisch)"),
        "lead_id": _("Federführung"),
        "participants": _("Beteiligt"),
        "goals": _("Ziele"),
        "themes": _("Themen"),
        "deadline": _("Termin"),
        "indicator": _("Indikator"),
        "cost_cents": _("Kosten (Planwert)"),
        "needs_state_money": _("Landesmittel"),
        "source_of_funds": _("Mittelherkunft"),
        "precondition": _("Bedingung"),
        "visibility": _("Sichtbar für"),
        "owner_id": _("Gehört"),
        "named_houses": _("Benannte Ressorts"),
        "file_reference": _("Aktenzeichen"),
        "internal_note": _("Interner Vermerk"),
        "option_state": _("Entscheidung"),
        "parts": _("Teil"),
        "examples": _("Beispiel"),
    }


def versions(entries: list[JournalEntry], measure: Measure, known: Vocabulary, words: Words) -> list[Version]:
    """Acts in words, newest first."""
    names = field_names()
    verbs = {
        "created": pgettext("journal", "angelegt"),
        "changed": pgettext("journal", "geändert"),
        "restored": pgettext("journal", "wiederhergestellt"),
        "decided": pgettext("journal", "entschieden"),
        "published": pgettext("journal", "veröffentlicht"),
    }
    return [
        Version(
            number=(number := entry.changes.get("version", (0, None))[1]),
            when=date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT"),
            by=entry.by_label or _("System"),
            verb=verbs.get(entry.verb, entry.verb),
            why=entry.why,
            changes=_changes(entry.changes, names, known, words),
            is_current=number == measure.version,
        )
        for entry in entries
    ]


def _changes(
    changes: Mapping[str, Any], names: Mapping[str, str], known: Vocabulary, words: Words
) -> list[tuple[str, str, str]]:
    return [
        (
            names.get(name, _("Prüfpunkt") if name.startswith("check:") else name),
            value_in_words(name, pair[0], known, words),
            value_in_words(name, pair[1], known, words),
        )
        for name, pair in changes.items()
        if name != "version" and isinstance(pair, list) and len(pair) == 2
    ]


def value_in_words(name: str, value: Any, known: Vocabulary, words: Words) -> str:
    """A stored value as a person reads it; "" where it is empty."""
    if value in (None, "", [], {}):
        return ""
    if name in _WORDS:
        return words[_WORDS[name]].get(str(value), str(value))
    if name in _ENTRIES:
        labels = known.labels(_ENTRIES[name])
        keys = [value] if isinstance(value, int) else list(value)
        return ", ".join(labels.get(int(key), _("nicht mehr vorhanden")) for key in keys)
    if name == "cost_cents":
        return euro_in_words(value)
    if name == "deadline" and is_fuzzy_date(str(value)):
        return fuzzy_in_words(str(value))
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
