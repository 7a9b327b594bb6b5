# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index follows the journal: what an act touched is read again in its transaction, many records by the worker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db import models

from bruecke.records.journal import recorded
from bruecke.records.visibility import Visibility
from bruecke.search import actions, tasks
from bruecke.search.source import Source, sources

MOST_AT_ONCE = 200
"""Records of one kind that an act waits for."""

_TASK = 5000
_ENDS = {"deleted", "removed"}


def connect() -> None:
    """Subscribe; called once when the app is ready."""
    recorded.connect(follow, dispatch_uid="search-index")


def follow(*, records: Sequence[models.Model], verb: str, **_: object) -> None:
    """Subscriber of records.journal.recorded. An act journals after its last write, or the index misses that."""
    by_model: dict[str, list[models.Model]] = defaultdict(list)
    for record in records:
        by_model[record._meta.model_name or ""].append(record)
    for source in sources().values():
        if verb in _ENDS and (gone := by_model.get(source.kind)):
            actions.remove(source.kind, [record.pk for record in gone])
        elif ids := _touched(source, by_model):
            _read_again(source, ids, by_model)


def _touched(source: Source, by_model: Mapping[str, list[models.Model]]) -> list[int]:
    ids: set[int] = set()
    for name, touched in source.touched.items():
        if name in by_model:
            ids.update(touched([record.pk for record in by_model[name]]))
    return sorted(ids)


def _closed(records: list[models.Model]) -> list[models.Model]:
    """Those that may just have been closed to somebody."""
    return [row for row in records if getattr(row, "visibility", Visibility.PUBLISHED) != Visibility.PUBLISHED]


def _read_again(source: Source, ids: list[int], by_model: Mapping[str, list[models.Model]]) -> None:
    if len(ids) <= MOST_AT_ONCE and not source.is_long:
        actions.refresh(source.kind, ids)
        return
    actions.hide(source.kind, _touched(source, {name: _closed(rows) for name, rows in by_model.items()}))
    for at in range(0, len(ids), _TASK):
        tasks.refresh.enqueue(source.kind, ids[at : at + _TASK])
