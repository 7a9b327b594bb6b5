# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts kept for briefings: written by the coordinator or by the house asked, released by the coordinator."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.publish.models import SectionText
from bruecke.publish.permissions import can_edit_text, can_release_text
from bruecke.records.editing import HOUSES, OF_EVERY_RECORD, Fillable, Values, enter


def _problems(text: SectionText, values: Values, by: Principal) -> dict[str, str]:
    found = {}
    if values["released_on"] and not values["text"].strip():
        found["released_on"] = _("Ein leerer Text lässt sich nicht freigeben.")
    if values["due_on"] and not values["asked_of_id"]:
        found["asked_of_id"] = _("Es fehlt noch, wer den Text bis dahin schreiben soll.")
    if text.pk and not can_release_text(by):
        found |= _not_theirs(text, values)
    return found


def _not_theirs(text: SectionText, values: Values) -> dict[str, str]:
    """A house that was asked writes the text; what is asked of whom, and its release, stay as they are."""
    standing: Mapping[str, Any] = {
        "asked_of_id": text.asked_of_id,
        "due_on": text.due_on.isoformat() if text.due_on else None,
        "heading": text.heading,
        "visibility": text.visibility,
        "owner_id": text.owner_id,
        HOUSES: sorted(text.named_houses.values_list("pk", flat=True)),
    }
    found = {name: _("Das ändert nur die Koordination.") for name, value in standing.items() if values[name] != value}
    if values["released_on"]:
        found["released_on"] = _("Freigegeben wird der Text von der Koordination.")
    return found


SECTION_TEXT: Fillable[SectionText] = Fillable(
    names=("heading", "text", "author", "asked_of_id", "due_on", "released_on", *OF_EVERY_RECORD),
    may=can_edit_text,
    problems=_problems,
)


def enter_text(*, text: SectionText, fields: Mapping[str, Any], by: Principal, why: str = "") -> SectionText:
    """Keep a new text of a partnership, or ask a house for it. Raises NotAllowed, Refused."""
    return enter(record=text, rules=SECTION_TEXT, fields=fields, by=by, why=why)
