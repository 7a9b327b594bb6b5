# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about what every record has."""

from typing import Any, TypeVar

from django.db import models

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal
from bruecke.records.models import Entry, FormDraft, JournalEntry, Record
from bruecke.records.visibility import Visibility, visible

M = TypeVar("M", bound=models.Model)
E = TypeVar("E", bound=Entry)

_ACTS = 50


def draft_of(*, principal: Principal, address: str) -> FormDraft | None:
    """What `principal` typed into the form at `address` and has not sent yet; one statement; None for the public."""
    if principal.user_id is None:
        return None
    return FormDraft.objects.filter(user_id=principal.user_id, address=address).first()


def seen(model: type[M], pk: int, *, principal: Principal) -> M:
    """A record of `model` (a Record); one statement. Raises model.DoesNotExist also where it may not be known of."""
    return model._default_manager.filter(visible(model, principal)).get(pk=pk)


def seen_entry(model: type[E], pk: int, *, principal: Principal) -> E:
    """A row below a record that `principal` may know of, with that record; one statement. Raises model.DoesNotExist."""
    column: Any = model._meta.get_field(model.ABOVE)
    allowed = visible(column.related_model, principal, prefix=f"{model.ABOVE}__")
    return model._default_manager.select_related(model.ABOVE).filter(allowed).get(pk=pk)


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


def circle_of(record: Record) -> frozenset[int] | None:
    """Keys of the houses that may know of a record; None where all ministries may; at most one statement."""
    if record.visibility in {Visibility.PUBLISHED, Visibility.MINISTRIES}:
        return None
    if record.visibility == Visibility.UNIT:
        return frozenset({record.owner_id} if record.owner_id else ())
    return frozenset(record.named_houses.values_list("pk", flat=True))
