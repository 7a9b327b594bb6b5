# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Something happened in a country: marked once, then what it affects is looked at, record by record."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity, CountryEvent, EventReview, Promise
from bruecke.activities.permissions import can_edit_event, can_review
from bruecke.partnerships.models import Partnership
from bruecke.records import journal
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter, whichever
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import visible

SUBJECTS = {model._meta.model_name or "": model for model in (Partnership, Activity, Promise)}
"""What an event may affect, by the name that a review keeps."""


def _problems(event: CountryEvent, values: Values, by: Principal) -> dict[str, str]:
    if not values["title"].strip():
        return {"title": _("Es fehlt noch, was geschehen ist.")}
    if values["happened_on"] and values["happened_on"] > timezone.localdate().isoformat():
        return {"happened_on": _("Dieser Tag liegt in der Zukunft.")}
    return {}


EVENT: Fillable[CountryEvent] = Fillable(
    ("kind", "title", "place_id", "happened_on", "note", *OF_EVERY_RECORD), whichever(can_edit_event), _problems
)


@transaction.atomic
def mark_event(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> CountryEvent:
    """Mark an event. fields: names of EVENT. Raises NotAllowed, Refused."""
    return enter(record=CountryEvent(), rules=EVENT, fields=fields, by=by, why=why, draft=draft)


@transaction.atomic
def review_subject(
    *, event: CountryEvent, subject_type: str, subject_id: int, outcome: str, by: Principal
) -> EventReview:
    """Record that somebody looked at one record because of the event, and what follows. Raises NotAllowed, Refused."""
    if not can_review(by):
        raise NotAllowed
    model = SUBJECTS.get(subject_type)
    if model is None or not model._default_manager.filter(visible(model, by), pk=subject_id).exists():
        raise Refused({"": _("Diesen Eintrag gibt es nicht.")})
    if not outcome.strip():
        raise Refused({"outcome": _("Es fehlt noch, was daraus folgt. Auch „nichts“ ist eine Antwort.")})
    review = EventReview.objects.create(
        event=event,
        subject_type=subject_type,
        subject_id=subject_id,
        outcome=outcome.strip()[:500],
        by_label=by.label,
    )
    journal.record(
        event, verb="reviewed", by=by, why=review.outcome, changes={"subject": [None, f"{subject_type} {subject_id}"]}
    )
    return review
