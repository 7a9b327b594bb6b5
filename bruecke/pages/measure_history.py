# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the history of a measure says of its fields: their names and values in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from bruecke.base.dates import fuzzy_in_words, is_fuzzy_date
from bruecke.pages.measure_words import Words, euro_in_words
from bruecke.records.queries import houses
from bruecke.strategy.queries.vocabulary import Vocabulary

_ENTRIES = {"lead_id": "federfuehrung", "participants": "organisation", "goals": "ziel", "themes": "thema"}
_HOUSES = frozenset({"named_houses", "owner_id"})
_WORDS = {"needs_state_money": "needs_state_money", "visibility": "visibility", "option_state": "option_state"}


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
        "owner_id": _("Gehört dem Referat"),
        "named_houses": _("Benannte Ressorts"),
        "file_reference": _("Aktenzeichen"),
        "internal_note": _("Interner Vermerk"),
        "option_state": _("Entscheidung"),
        "parts": _("Teil"),
        "examples": _("Beispiel"),
    }


def field_name(name: str) -> str:
    """One field in words; a check has a name of its own."""
    return field_names().get(name, _("Prüfpunkt") if name.startswith("check:") else name)


def house_names() -> dict[int, str]:
    """Names of the houses a measure may be kept to; one statement."""
    return {house.pk: house.name for house in houses()}


def value_in_words(name: str, value: Any, known: Vocabulary, words: Words, house_names: Mapping[int, str]) -> str:
    """A stored value as a person reads it; "" where it is empty. house_names: by key."""
    if value in (None, "", [], {}):
        return ""
    if name in _WORDS:
        return words[_WORDS[name]].get(str(value), str(value))
    if name in _ENTRIES or name in _HOUSES:
        labels = known.labels(_ENTRIES[name]) if name in _ENTRIES else house_names
        keys = [value] if isinstance(value, int) else list(value)
        return ", ".join(labels.get(int(key), _("nicht mehr vorhanden oder nicht für Sie sichtbar")) for key in keys)
    if name == "cost_cents":
        return euro_in_words(value)
    if name == "deadline" and is_fuzzy_date(str(value)):
        return fuzzy_in_words(str(value))
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
