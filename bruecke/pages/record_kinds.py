# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of records that share one way of being edited: form, rules, what the form offers, addresses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ORGANISATION as ORGANISATION_RULES
from bruecke.actors.actions import enter_organisation
from bruecke.actors.queries import seen_organisation, seen_organisations
from bruecke.library.actions import DOCUMENT as DOCUMENT_RULES
from bruecke.library.actions import enter_document
from bruecke.library.models import DocumentKind, DocumentStatus
from bruecke.library.queries import seen_document
from bruecke.pages.record_forms import (
    Choices,
    DocumentForm,
    EditionForm,
    GoalForm,
    OrganisationForm,
    PrincipleForm,
    RecordForm,
    StrategyForm,
)
from bruecke.pages.record_history import Version, versions
from bruecke.records.editing import HOUSES, Fillable, fields_of
from bruecke.records.queries import acts_on, houses
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


def _none(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    return {}


def _chapters(record: Any, principal: Principal) -> dict[str, Choices]:
    chapters = [(chapter.reference, str(chapter)) for chapter in chapters_of(record.edition_id)]
    return {"chapter_reference": [("", "–"), *chapters]}


def _parents(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    others = seen_organisations(principal=principal)
    own = record.pk if record else None
    return {"parent_id": [("", _("zu keiner anderen")), *((row.pk, row.name) for row in others if row.pk != own)]}


def _bodies(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    known = [(body.pk, body.name) for body in bodies(principal=principal)]
    return {"coordinating_body_id": [("", _("noch niemand")), *known]}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    name: of its addresses ("goal_edit"); page: name of the page it is read on; find: raises ObjectDoesNotExist;
    offers: choices of the fields that name other records; enter: None where nobody enters one by hand; blank: what
    stands in the form of a new one.
    """

    name: str
    page: str
    title: Promise
    form: type[RecordForm]
    rules: Fillable[Any]
    find: Callable[..., Any]
    offers: Callable[[Any, Principal], Mapping[str, Choices]] = _none
    enter: Callable[..., Any] | None = None
    new_title: Promise | str = ""
    blank: Mapping[str, Any] = field(default_factory=dict)

    def make_form(self, record: Any, principal: Principal, data: Any = None, **more: Any) -> RecordForm:
        """The form of a record (a new one where None), with everything it offers."""
        standing = fields_of(record, self.rules.names) if record is not None else {}
        circle = [(house.pk, house.name) for house in houses()] if HOUSES in self.rules.names else []
        choices = dict(self.offers(record, principal))
        if HOUSES in self.rules.names:
            choices |= {HOUSES: circle, "owner_id": [("", "–"), *circle]}
        form = self.form(data, choices=choices, standing=standing, **more)
        if record is not None:
            form.initial = {**form.start(standing, record.version), **form.initial}
        return form

    def read_on(self, record: models.Model) -> str:
        """Address of the page it is read on."""
        return reverse(self.page, args=[record.pk])


GOAL = Kind("goal", "goal", gettext_lazy("Ziel bearbeiten"), GoalForm, rules.GOAL, seen_goal)
PRINCIPLE = Kind(
    "principle",
    "principle",
    gettext_lazy("Grundsatz bearbeiten"),
    PrincipleForm,
    rules.PRINCIPLE,
    seen_principle,
    _chapters,
)
STRATEGY = Kind(
    "strategy", "strategy", gettext_lazy("Strategie bearbeiten"), StrategyForm, rules.STRATEGY, seen_strategy, _bodies
)
EDITION = Kind(
    "edition", "edition_document", gettext_lazy("Beschluss der Fassung"), EditionForm, rules.EDITION, seen_edition
)
ORGANISATION = Kind(
    "organisation",
    "organisation",
    gettext_lazy("Einrichtung bearbeiten"),
    OrganisationForm,
    ORGANISATION_RULES,
    seen_organisation,
    _parents,
    enter_organisation,
    gettext_lazy("Einrichtung anlegen"),
    {"visibility": Visibility.MINISTRIES},
)
DOCUMENT = Kind(
    "document",
    "document",
    gettext_lazy("Dokument bearbeiten"),
    DocumentForm,
    DOCUMENT_RULES,
    seen_document,
    enter=enter_document,
    new_title=gettext_lazy("Dokument anlegen"),
    blank={"visibility": Visibility.MINISTRIES, "status": DocumentStatus.EXISTING, "kind": DocumentKind.OTHER},
)


def working(kind: Kind, record: models.Model, principal: Principal) -> dict[str, Any]:
    """What the page of a record shows to those who work on it: the way to its form, and its history."""
    may = kind.rules.may(principal)
    return {
        "edit_href": reverse(f"{kind.name}_edit", args=[record.pk]) if may else "",
        "versions": _history(kind, record, principal, may) if principal.is_staff else [],
    }


def _history(kind: Kind, record: Any, principal: Principal, may: bool) -> list[Version]:
    entries = acts_on(record)
    if not entries:
        return []
    form = kind.make_form(record, principal)
    restore = (lambda number: reverse(f"{kind.name}_restore", args=[record.pk, number])) if may else None
    return versions(entries, record.version, label=form.label, in_words=form.in_words, restore=restore)
