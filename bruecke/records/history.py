# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many records at once with their history (django-simple-history; plain bulk_create and update() would write none)."""

from collections.abc import Sequence
from typing import Any, TypeVar

from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal
from bruecke.records.models import Record

R = TypeVar("R", bound=Record)


def create_rows(rows: Sequence[R], *, by: Principal, why: str = "") -> list[R]:
    """Insert records of one model with their first versions; returns them with their keys."""
    if not rows:
        return []
    made: list[R] = bulk_create_with_history(  # type: ignore[no-untyped-call]
        list(rows), type(rows[0]), default_user=author(by), default_change_reason=why[:100]
    )
    return made


def update_rows(rows: Sequence[Record], *, fields: Sequence[str], by: Principal, why: str = "") -> None:
    """Save `fields` of records of one model, each with a version in its history."""
    if rows:
        bulk_update_with_history(  # type: ignore[no-untyped-call]
            list(rows), type(rows[0]), list(fields), default_user=author(by), default_change_reason=why[:100]
        )


def note(rows: Sequence[Record], *, by: Principal, why: str = "") -> None:
    """Keep the present state of records of one model that were changed by a statement of their own."""
    if rows:
        _of(rows[0]).bulk_history_create(rows, update=True, default_user=author(by), default_change_reason=why[:100])


def versions(rows: Sequence[Record]) -> set[tuple[int, int]]:
    """(key, version) of every version that is kept of these records of one model."""
    if not rows:
        return set()
    return set(_of(rows[0]).filter(id__in=[row.pk for row in rows]).values_list("id", "version"))


def _of(row: Record) -> Any:
    return type(row).history  # type: ignore[attr-defined]


def author(by: Principal) -> User | None:
    """The author as the history tables want one; no statement."""
    return User(pk=by.user_id) if by.user_id else None
