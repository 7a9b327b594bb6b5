# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of files on records; those of documents stand in samples.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from bruecke.activities.models import Activity
from bruecke.library.models import Attachment
from tests.factories.activities import make_activity
from tests.journeys.rooms import Rows, forms_of

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _activity(plan: "Plan") -> Activity:
    """One that the house of the plan leads."""
    return make_activity("Reise nach Breslau", when="2027", lead=plan.organisation)


def _file(plan: "Plan", **fields: object) -> Attachment:
    """A file of it that everybody may know of, without its bytes."""
    values = {"title": "Programm", "file_name": "Programm.pdf", "media_type": "application/pdf", "is_public": True}
    key = _activity(plan).pk
    return Attachment.objects.create(record_type="activity", record_id=key, size=1, sha256="0" * 64, **values)


def _of_file(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_file(plan).pk, *more])


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    "attachments": lambda plan: reverse("attachments", args=["activity", _file(plan).record_id]),
    "attachment_add": lambda plan: reverse("attachment_add", args=["activity", _activity(plan).pk]),
    "attachment_file": _of_file("attachment_file"),
    "attachment_remove": _of_file("attachment_remove"),
    "attachment_edit": _of_file("attachment_edit"),
    "attachment_draft": _of_file("attachment_draft"),
    "attachment_restore": _of_file("attachment_restore", 1),
}
EXCLUDED = {
    "attachment_file": "a file",
    "attachment_add": "answers POST only and leads to the list",
    "attachment_draft": "answers POST only",
}
_LEADS = "S F F P P F F"
MATRIX: Rows = {
    "attachments": ("P P P P P P P", "P P P P P P P"),
    "attachment_add": ("S F F R R F F", "F F F A A F F"),
    "attachment_file": ("N N N N N N N", "N N N N N N N"),
    "attachment_remove": (_LEADS, "F F F A A F F"),
    **forms_of("attachment", _LEADS, is_new=False),
}
