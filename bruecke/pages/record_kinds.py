# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of records of the plan, the actors and the library: form, rules, what the form offers, addresses."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ORGANISATION as ORGANISATION_RULES
from bruecke.actors.actions import enter_organisation
from bruecke.actors.queries import seen_organisation, seen_organisations
from bruecke.bodies.queries import decisions, reference_of
from bruecke.library.actions import DOCUMENT as DOCUMENT_RULES
from bruecke.library.actions import enter_document
from bruecke.library.models import DocumentKind, DocumentStatus
from bruecke.library.queries import seen_document
from bruecke.pages.record_form import Choices
from bruecke.pages.record_forms import (
    DocumentForm,
    EditionForm,
    GoalForm,
    OrganisationForm,
    PrincipleForm,
    StrategyForm,
)
from bruecke.pages.record_kind import Kind, own_page
from bruecke.records.visibility import Visibility
from bruecke.strategy.actions import records as rules
from bruecke.strategy.queries.records import (
    bodies,
    chapters_of,
    seen_edition,
    seen_goal,
    seen_principle,
    seen_strategy,
)


def _chapters(record: Any, principal: Principal) -> dict[str, Choices]:
    chapters = [(chapter.reference, str(chapter)) for chapter in chapters_of(record.edition_id)]
    return {"chapter_reference": [("", "–"), *chapters]}


def _parents(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    others = seen_organisations(principal=principal)
    own = record.pk if record else None
    known = [(row.pk, row.name) for row in others if row.pk != own]
    return {"parent_id": [("", _("zu keiner anderen")), *known], "successor_id": [("", _("keine")), *known]}


def _bodies(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    known = [(body.pk, body.name) for body in bodies(principal=principal)]
    return {"coordinating_body_id": [("", _("noch niemand")), *known]}


def recorded_decisions(principal: Principal) -> Choices:
    """The decisions of all bodies, newest first, to choose one or none."""
    known = [(row.pk, f"{reference_of(row)}: {row.title}") for row in decisions(principal=principal)]
    return [("", _("keiner")), *known]


GOAL = Kind("goal", "ziele", own_page("goal"), gettext_lazy("Ziel bearbeiten"), GoalForm, rules.GOAL, seen_goal)
PRINCIPLE = Kind(
    "principle",
    "grundsaetze",
    own_page("principle"),
    gettext_lazy("Grundsatz bearbeiten"),
    PrincipleForm,
    rules.PRINCIPLE,
    seen_principle,
    _chapters,
)
STRATEGY = Kind(
    "strategy",
    "strategien",
    own_page("strategy"),
    gettext_lazy("Strategie bearbeiten"),
    StrategyForm,
    rules.STRATEGY,
    seen_strategy,
    _bodies,
)
EDITION = Kind(
    "edition",
    "fassungen",
    lambda edition: reverse("strategy", args=[edition.strategy_id]),
    gettext_lazy("Beschluss der Fassung"),
    EditionForm,
    rules.EDITION,
    seen_edition,
    lambda record, principal: {"decision_id": recorded_decisions(principal)},
)
ORGANISATION = Kind(
    "organisation",
    "einrichtungen",
    own_page("organisation"),
    gettext_lazy("Einrichtung bearbeiten"),
    OrganisationForm,
    ORGANISATION_RULES,
    seen_organisation,
    _parents,
    enter_organisation,
    gettext_lazy("Einrichtung anlegen"),
    {"visibility": Visibility.MINISTRIES},
    back="directory",
)
DOCUMENT = Kind(
    "document",
    "dokumente",
    own_page("document"),
    gettext_lazy("Dokument bearbeiten"),
    DocumentForm,
    DOCUMENT_RULES,
    seen_document,
    enter=enter_document,
    new_title=gettext_lazy("Dokument anlegen"),
    blank={"visibility": Visibility.MINISTRIES, "status": DocumentStatus.EXISTING, "kind": DocumentKind.OTHER},
    back="documents",
)

KINDS = (GOAL, PRINCIPLE, STRATEGY, EDITION, ORGANISATION, DOCUMENT)
