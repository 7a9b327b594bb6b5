# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a record as its own page and the page of its files show them."""

from dataclasses import dataclass

from django.db import models
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words
from bruecke.library.file_types import TYPES
from bruecke.library.models import Attachment
from bruecke.library.queries import attachments_of
from bruecke.pages.record_kind import Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """A file in words. until: the day it is kept until, "" where it is kept without end."""

    attachment: Attachment
    details: str
    until: str


@dataclass(frozen=True, slots=True)
class Files:
    """rows: what the reader may know of; href: page of the files; can_add: whether the reader works on the record."""

    rows: list[Shown]
    href: str
    can_add: bool


def files_of(kind: Kind, record: models.Model, principal: Principal, language: str) -> Files:
    """The files of a record that `principal` was found to see; one statement."""
    rows = attachments_of(kind.name, record.pk, principal=principal)
    return Files(
        rows=[_shown(row, language) for row in rows],
        href=reverse("attachments", args=[kind.name, record.pk]),
        can_add=kind.rules.may(principal, record),
    )


def _shown(row: Attachment, language: str) -> Shown:
    until = day_in_words(row.retained_until, language) if row.retained_until and not row.removed_at else ""
    return Shown(row, f"{TYPES[row.media_type].name}, {filesizeformat(row.size)}", until)
