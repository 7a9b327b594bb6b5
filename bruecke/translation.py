# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which fields are in several languages, and whose versions are kept; histories after translations (stack.md)."""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register

from bruecke.activities.models import Activity, ActivitySeries, CountryEvent, PlanApproval, Promise
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import Body, Decision, Session, Task
from bruecke.inquiries.models import Inquiry
from bruecke.library.models import Document
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, Sector
from bruecke.places.models import Place, PlaceGroup
from bruecke.publish.models import SectionText
from bruecke.strategy.models import (
    BudgetLine,
    BudgetPeriod,
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
    Activity: ("title",),
    ActivitySeries: ("name",),
    Chapter: ("title",),
    Check: ("question",),
    Document: ("title",),
    Example: ("title",),
    Goal: ("title",),
    LiaisonOffice: ("name",),
    Measure: ("title",),
    Organisation: ("name", "short_name"),
    Part: ("title",),
    Partnership: ("name",),
    Place: ("name",),
    PlaceGroup: ("name",),
    Principle: ("title",),
    Sector: ("name",),
    Strategy: ("name",),
    Theme: ("title",),
}
VERSIONED = (
    Activity,
    ActivitySeries,
    Agreement,
    Body,
    BudgetLine,
    BudgetPeriod,
    CountryEvent,
    Decision,
    Document,
    Goal,
    Inquiry,
    LiaisonOffice,
    Measure,
    OptionDecision,
    Organisation,
    Part,
    Partnership,
    Person,
    PlanApproval,
    Principle,
    Promise,
    SectionText,
    Session,
    Strategy,
    Task,
)

for model, names in TRANSLATED.items():
    options = type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": names, "required_languages": ()})
    translator.register(model, options)

for model in VERSIONED:
    register(model, app="bruecke", table_name=f"bruecke_historical{model._meta.model_name}")  # type: ignore[no-untyped-call]
