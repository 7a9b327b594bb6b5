# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the index: read records again, drop them, build all anew. It holds copies only, so the journal is silent."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction

from bruecke.search import vocabulary
from bruecke.search.engine import engine
from bruecke.search.engine.statement import Keys
from bruecke.search.models import SearchEntry
from bruecke.search.reading import Tally, keys, tally
from bruecke.search.source import Found, Source, sources

BATCH = 200
"""Records (or blocks) written in one transaction: well below 200 ms."""

Progress = Callable[[str, int, int], None]
"""Called with kind, records done, records in all."""

_FIELDS = ("titles", "public", "internal", "place", "fragment", "facts", "visibility", "owner_id", "is_stale")


def refresh(kind: str, ids: Sequence[int], *, is_forced: bool = False) -> None:
    """Read these records again and write what changed; a record that is not found any more loses its entries.

    Inside a transaction all belongs to it; outside, every batch is one. is_forced: write unchanged keys too.
    """
    source = sources()[kind]
    for batch in _slices(list(ids), 1 if source.is_long else BATCH):
        with transaction.atomic():
            old = _entries(kind, batch)
            found = source.fetch(batch)
            if not source.is_long:
                _replace(source, old, found, is_forced=is_forced)
        if source.is_long:
            _replace_long(source, old, found, is_forced=is_forced)


def remove(kind: str, ids: Sequence[int]) -> None:
    """Drop the entries of records that are gone."""
    for batch in _slices(list(ids), BATCH):
        with transaction.atomic():
            _replace(sources()[kind], _entries(kind, batch), [], is_forced=False)


def hide(kind: str, ids: Sequence[int]) -> None:
    """Let nobody find these until they are read again: they may be closed to somebody now."""
    for batch in _slices(list(ids), 1000):
        SearchEntry.objects.filter(kind=kind, record_id__in=batch).update(is_stale=True)


def rebuild(progress: Progress) -> None:
    """Read every record again and count the vocabulary anew; the index stays usable and is never empty meanwhile."""
    for source in sources().values():
        total = source.rows().count()
        done = 0
        for ids in _all_ids(source.rows()):
            refresh(source.kind, ids, is_forced=True)
            done += len(ids)
            progress(source.kind, done, total)
        _remove_orphans(source)
    vocabulary.recount()
    engine().settle()


def _all_ids(rows: Any) -> Iterator[list[int]]:
    last = 0
    while ids := list(rows.order_by("pk").filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield ids
        last = ids[-1]


def _remove_orphans(source: Source) -> None:
    entries = SearchEntry.objects.filter(kind=source.kind).order_by("pk")
    last = 0
    while pairs := list(entries.filter(pk__gt=last).values_list("pk", "record_id")[:BATCH]):
        last = pairs[-1][0]
        ids = {record_id for _, record_id in pairs}
        standing = set(source.rows().filter(pk__in=ids).values_list("pk", flat=True))
        remove(source.kind, sorted(ids - standing))


def _entries(kind: str, ids: Sequence[int]) -> dict[tuple[int, int], SearchEntry]:
    """Entries by record and part, locked before their records are read: who comes second reads the newer record."""
    rows = SearchEntry.objects.filter(kind=kind, record_id__in=ids).order_by("pk").select_for_update()
    return {(row.record_id, row.part): row for row in rows.prefetch_related("named_houses")}


def _replace_long(
    source: Source, old: dict[tuple[int, int], SearchEntry], found: list[Found], *, is_forced: bool
) -> None:
    """The same in slices with a transaction each, for a record of many entries."""
    for part in _slices(found, BATCH):
        same = {key: old.pop(key) for row in part if (key := (row.record_id, row.part)) in old}
        with transaction.atomic():
            _replace(source, same, part, is_forced=is_forced)
    for rest in _slices(list(old.items()), BATCH):
        with transaction.atomic():
            _replace(source, dict(rest), [], is_forced=is_forced)


def _replace(source: Source, old: dict[tuple[int, int], SearchEntry], found: list[Found], *, is_forced: bool) -> None:
    """Make the entries `old` say `found`."""
    new = {(row.record_id, row.part): _entry(source.kind, row) for row in found}
    houses = {(row.record_id, row.part): row.houses for row in found}
    gone = [entry for key, entry in old.items() if key not in new]
    changed = [entry for key, entry in new.items() if key not in old or not _same(old[key], entry, houses[key])]
    before = [old[key] for entry in changed if (key := (entry.record_id, entry.part)) in old]
    tallies = [(-1, _tally(entry)) for entry in gone + before] + [(1, _tally(entry)) for entry in changed]
    _drop(gone)
    _save(changed)
    _name_houses(changed, old, houses)
    _write_keys([*changed, *(_kept(old, new, changed) if is_forced else [])])
    vocabulary.add(tallies)


def _entry(kind: str, found: Found) -> SearchEntry:
    return SearchEntry(
        kind=kind,
        record_id=found.record_id,
        part=found.part,
        titles=dict(found.titles),
        public=[list(text) for text in found.public],
        internal=[list(text) for text in found.internal],
        place=found.place,
        fragment=found.fragment,
        facts=dict(found.facts),
        visibility=found.visibility,
        owner_id=found.owner_id,
    )


def _same(old: SearchEntry, new: SearchEntry, houses: frozenset[int]) -> bool:
    return {house.pk for house in old.named_houses.all()} == houses and all(
        getattr(old, name) == getattr(new, name) for name in _FIELDS
    )


def _kept(
    old: dict[tuple[int, int], SearchEntry], new: dict[tuple[int, int], SearchEntry], changed: list[SearchEntry]
) -> list[SearchEntry]:
    written = {(entry.record_id, entry.part) for entry in changed}
    return [entry for key, entry in old.items() if key in new and key not in written]


def _tally(entry: SearchEntry) -> Tally:
    return tally(entry.titles, entry.public, entry.internal, entry.visibility)


def _drop(entries: list[SearchEntry]) -> None:
    ids = [entry.pk for entry in entries]
    if ids:
        engine().remove(ids)
        SearchEntry.objects.filter(pk__in=ids).delete()


def _save(entries: list[SearchEntry]) -> None:
    """Insert or update by kind, record and part; the keys of the rows come back on the instances."""
    if entries:
        SearchEntry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=("kind", "record_id", "part"), update_fields=_FIELDS
        )


def _name_houses(
    changed: list[SearchEntry],
    old: dict[tuple[int, int], SearchEntry],
    houses: dict[tuple[int, int], frozenset[int]],
) -> None:
    through = SearchEntry.named_houses.through
    named = [
        through(searchentry_id=entry.pk, house_id=house)
        for entry in changed
        for house in houses[entry.record_id, entry.part]
    ]
    if any(entry.named_houses.all() for entry in old.values()):
        through._default_manager.filter(searchentry_id__in=[entry.pk for entry in changed]).delete()
    if named:
        through._default_manager.bulk_create(named, ignore_conflicts=True)


def _write_keys(entries: list[SearchEntry]) -> None:
    rows = [
        Keys(
            entry_id=entry.pk,
            title=keys(entry.titles.items()),
            body=keys(entry.public),
            internal=keys(entry.internal),
        )
        for entry in entries
    ]
    if rows:
        engine().write(rows)


def _slices(values: list[Any], size: int) -> Iterator[list[Any]]:
    return (values[at : at + size] for at in range(0, len(values), size))
