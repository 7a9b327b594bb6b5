# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which fields are in several languages, and whose versions are kept; histories after translations (stack.md)."""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register

from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.places.models import Place, PlaceGroup
from bruecke.strategy.models import (
    Chapter,
    Check,
    Example,
    Goal,
    Measure,
    OptionDecision,
    Part,
    Principle,
    Strategy,
    Theme,
)

TRANSLATED = {
    Chapter: ("title",),
    Check: ("question",),
    Document: ("title",),
    Example: ("title",),
    Goal: ("title",),
    Measure: ("title",),
    Organisation: ("name", "short_name"),
    Part: ("title",),
    Place: ("name",),
    PlaceGroup: ("name",),
    Principle: ("title",),
    Strategy: ("name",),
    Theme: ("title",),
}
VERSIONED = (Document, Goal, Measure, OptionDecision, Organisation, Part, Principle, Strategy)

for model, names in TRANSLATED.items():
    options = type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": names, "required_languages": ()})
    translator.register(model, options)

for model in VERSIONED:
    register(model, app="bruecke", table_name=f"bruecke_historical{model._meta.model_name}")  # type: ignore[no-untyped-call]
