# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journal: every act is written here, in the transaction that does it."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F
from django.dispatch import Signal

from bruecke.accounts.principal import Principal
from bruecke.records.kept import KeptRows
from bruecke.records.models import JournalEntry, PublishedVersion

recorded = Signal()
"""Sent once an act, in its transaction: `records` (model instances), `verb`, `by`. The only signal of the house."""


def record(
    *records: models.Model, verb: str, by: Principal, why: str = "", changes: dict[str, Any] | None = None
) -> None:
    """Write one act on one or many records of any type and tell the subscribers (search, published version).

    verb: past participle as the glossary has it ("created", "changed", "published" ...). changes: field → [old, new],
    JSON values. Must run inside the act's transaction.
    """
    JournalEntry.objects.bulk_create(
        _entries(records, verb=verb, by=by, why=why, changes=changes or {}), batch_size=500
    )
    recorded.send(sender=None, records=list(records), verb=verb, by=by)


def _entries(
    records: Iterable[models.Model], *, verb: str, by: Principal, why: str, changes: dict[str, Any]
) -> list[JournalEntry]:
    return [
        JournalEntry(
            by_id=by.user_id,
            by_label=by.label,
            verb=verb,
            record_type=item._meta.model_name or "",
            record_id=item.pk,
            why=why,
            changes=changes,
        )
        for item in records
    ]


def published_version() -> int:
    """The number every public page's ETag holds; 0 before anything was recorded."""
    rows = _version_statement().run()
    return rows[0][0] if rows else 0


@cache
def _version_statement() -> KeptRows:
    return KeptRows(PublishedVersion.objects.order_by("pk").values_list("number")[:1])


def bump_published_version(**_: object) -> None:
    """Subscriber: whatever is recorded may change what the public sees; too often is safe, too seldom is not."""
    if not PublishedVersion.objects.update(number=F("number") + 1):
        PublishedVersion.objects.create()


recorded.connect(bump_published_version, dispatch_uid="published-version")
