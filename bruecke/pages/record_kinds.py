# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of records that share one way of being edited: form, rules, what the form offers, addresses."""

from collections.abc import Callable, Mapping, Sequence
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
from bruecke.pages.record_form import Choices, RecordForm
from bruecke.pages.record_forms import (
    DocumentForm,
    EditionForm,
    GoalForm,
    OrganisationForm,
    PrincipleForm,
    StrategyForm,
)
from bruecke.pages.record_history import Version, versions
from bruecke.records.editing import HOUSES, Fillable, fields_of
from bruecke.records.models import JournalEntry
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


def _own_page(name: str) -> Callable[[models.Model], str]:
    return lambda record: reverse(name, args=[record.pk])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    name: of its addresses ("goal_edit"); page: address of the page it is read on; find: raises ObjectDoesNotExist;
    offers: choices of the fields that name other records; enter: None where nobody enters one by hand; blank: what
    stands in the form of a new one.
    """

    name: str
    page: Callable[[Any], str]
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


GOAL = Kind("goal", _own_page("goal"), gettext_lazy("Ziel bearbeiten"), GoalForm, rules.GOAL, seen_goal)
PRINCIPLE = Kind(
    "principle",
    _own_page("principle"),
    gettext_lazy("Grundsatz bearbeiten"),
    PrincipleForm,
    rules.PRINCIPLE,
    seen_principle,
    _chapters,
)
STRATEGY = Kind(
    "strategy",
    _own_page("strategy"),
    gettext_lazy("Strategie bearbeiten"),
    StrategyForm,
    rules.STRATEGY,
    seen_strategy,
    _bodies,
)
EDITION = Kind(
    "edition",
    lambda edition: reverse("strategy", args=[edition.strategy_id]),
    gettext_lazy("Beschluss der Fassung"),
    EditionForm,
    rules.EDITION,
    seen_edition,
)
ORGANISATION = Kind(
    "organisation",
    _own_page("organisation"),
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
    _own_page("document"),
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
    entries = acts_on(record) if principal.is_staff else []
    return {"edit_href": edit_href(kind, record, principal), "versions": history(kind, record, entries, principal)}


def edit_href(kind: Kind, record: models.Model, principal: Principal) -> str:
    """Address of the form; "" for those who may not."""
    return reverse(f"{kind.name}_edit", args=[record.pk]) if kind.rules.may(principal) else ""


def history(kind: Kind, record: Any, entries: Sequence[JournalEntry], principal: Principal) -> list[Version]:
    """Acts on a record in words, with the way back to earlier versions for those who may."""
    if not entries:
        return []
    form = kind.make_form(record, principal)
    restore = None
    if kind.rules.may(principal):
        restore = lambda number: reverse(f"{kind.name}_restore", args=[record.pk, number])  # noqa: E731
    return versions(entries, record.version, label=form.label, in_words=form.in_words, restore=restore)
