# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kind of record needs to be entered, edited, taken out and brought back by the pages that all share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise

from bruecke.accounts.principal import Principal
from bruecke.pages.record_form import Choices, RecordForm
from bruecke.pages.record_history import Version, versions
from bruecke.records.editing import HOUSES, Fillable, fields_of
from bruecke.records.models import Entry, JournalEntry
from bruecke.records.queries import acts_on, houses


def nothing_offered(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    """For a kind whose fields name no other records."""
    return {}


def own_page(name: str) -> Callable[[models.Model], str]:
    """The address of a record that has a page of its own."""
    return lambda record: reverse(name, args=[record.pk])


@dataclass(frozen=True, slots=True)
class Above:
    """The record on whose page another is entered. folder: of its addresses; find: raises ObjectDoesNotExist; model and
    column: what is entered, and where it names the record above."""

    folder: str
    find: Callable[..., Any]
    model: type[models.Model]
    column: str

    def make(self, record: models.Model) -> models.Model:
        """A new one, unsaved, that hangs on `record`."""
        return self.model(**{self.column: record})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    name: of its addresses ("goal_edit"); folder: their beginning; page: address of the page it is read on; find: raises
    ObjectDoesNotExist; offers: choices of the fields that name other records; enter: the verb for a new one, None where
    nobody enters one by hand or where it hangs on the record above; blank: what stands in the form of a new one; above:
    where it is entered on the page of another record; back: name of the page from which one comes to enter a new one
    where nothing is above.
    """

    name: str
    folder: str
    page: Callable[[Any], str]
    title: Promise
    form: Callable[..., RecordForm]
    rules: Fillable[Any]
    find: Callable[..., Any]
    offers: Callable[[Any, Principal], Mapping[str, Choices]] = nothing_offered
    enter: Callable[..., Any] | None = None
    new_title: Promise | str = ""
    blank: Mapping[str, Any] = field(default_factory=dict)
    above: Above | None = None
    back: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether it can be taken out of the record above it."""
        return self.above is not None and issubclass(self.above.model, Entry)

    def make_form(self, record: Any, principal: Principal, data: Any = None, **more: Any) -> RecordForm:
        """The form of a record (a new one where it has no key or is None), with everything it offers."""
        is_new = record is None or record.pk is None
        standing = {} if is_new else fields_of(record, self.rules.names)
        circle = [(house.pk, house.name) for house in houses()] if HOUSES in self.rules.names else []
        choices = dict(self.offers(record, principal))
        if HOUSES in self.rules.names:
            choices |= {HOUSES: circle, "owner_id": [("", "–"), *circle]}
        form = self.form(data, choices=choices, standing=standing, **more)
        if not is_new:
            form.initial = {**form.start(standing, record.version), **form.initial}
        return form


def working(kind: Kind, record: models.Model, principal: Principal) -> dict[str, Any]:
    """What the page of a record shows to those who work on it: the way to its form, and its history."""
    entries = acts_on(record) if principal.is_staff else []
    return {"edit_href": edit_href(kind, record, principal), "versions": history(kind, record, entries, principal)}


def edit_href(kind: Kind, record: models.Model, principal: Principal) -> str:
    """Address of the form; "" for those who may not."""
    return reverse(f"{kind.name}_edit", args=[record.pk]) if kind.rules.may(principal, record) else ""


def history(
    kind: Kind, record: Any, entries: Sequence[JournalEntry], principal: Principal, form: RecordForm | None = None
) -> list[Version]:
    """Acts on a record in words, with the way back to earlier versions for those who may.

    form: one of this kind that is made already, so that the words of many records are looked up once.
    """
    if not entries:
        return []
    form = form or kind.make_form(record, principal)
    restore = None
    if kind.rules.may(principal, record):
        restore = lambda number: reverse(f"{kind.name}_restore", args=[record.pk, number])  # noqa: E731
    return versions(entries, record.version, label=form.label, in_words=form.in_words, restore=restore)


def new_href(kind: Kind, principal: Principal, above: models.Model | None = None) -> str:
    """Address of the form of a new one (on the page of `above`); "" for those who may not."""
    record = kind.above.make(above) if kind.above and above else None
    if not kind.rules.may(principal, record):
        return ""
    return reverse(f"{kind.name}_new", args=[above.pk] if above else [])
