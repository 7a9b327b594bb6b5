# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about what every record has."""

from django.db import models

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal
from bruecke.records.models import FormDraft, JournalEntry

_ACTS = 50


def draft_of(*, principal: Principal, address: str) -> FormDraft | None:
    """What `principal` typed into the form at `address` and has not sent yet; one statement; None for the public."""
    if principal.user_id is None:
        return None
    return FormDraft.objects.filter(user_id=principal.user_id, address=address).first()


def acts_on(*records: models.Model) -> list[JournalEntry]:
    """The latest acts on records of one model, newest first; one statement. For the government only."""
    if not records:
        return []
    keys = [record.pk for record in records]
    acts = JournalEntry.objects.filter(record_type=records[0]._meta.model_name or "", record_id__in=keys)
    return list(acts.order_by("-at", "-pk")[: _ACTS * len(keys)])


def houses() -> list[House]:
    """All houses a record may be shown to; one statement."""
    return list(House.objects.filter(is_partner=False))
