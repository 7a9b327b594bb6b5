# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a preview become records: in batches, each with its rows' marks, or all at once; never twice.

A row is marked in the transaction that writes it. An interrupted run goes on with the rows that bear no mark.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake.actions.tables import claim_table
from bruecke.intake.batches import rest
from bruecke.intake.models import ImportedRecord, RowState, TableImport, TableRow, TableState
from bruecke.intake.table_mapping import key_hash
from bruecke.intake.table_problems import Problem
from bruecke.intake.table_target import Target, targets
from bruecke.records import journal
from bruecke.records.actions import end_job, move_job
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.statistics import renew_statistics

T = TypeVar("T")

_BATCH = 250
"""More than the search follows at once: it has the worker do it (search.subscription)."""
_WRITTEN = (RowState.NEW, RowState.CHANGED, RowState.CONFLICT, RowState.UNCHANGED)


class _Failed(Exception):
    """A row cannot be written any more, and all or none were wanted."""

    def __init__(self, row: TableRow) -> None:
        super().__init__(row.number)
        self.row = row


def write_now(*, table: TableImport, by: Principal) -> TableImport:
    """Write what is not written yet; a failure is told and may be resumed."""
    try:
        return _write_whole(table, by) if table.is_whole else _write_good(table, by)
    except BaseException:
        message = gettext("Die Übernahme wurde unterbrochen. Sie lässt sich fortsetzen; nichts wird doppelt angelegt.")
        end_job(table.job_id or 0, failed=True, message=message)
        raise


def _write_good(table: TableImport, by: Principal) -> TableImport:
    writer = Writer(table, by)
    total = TableRow.objects.filter(table=table, state__in=_WRITTEN).count()
    while left := TableRow.objects.filter(table=table, state__in=_WRITTEN, taken_at__isnull=True).count():
        move_job(table.job_id or 0, done=total - left, total=total)
        writer.batch(_BATCH)
        rest()
    return _finish(table, by)


def _write_whole(table: TableImport, by: Principal) -> TableImport:
    """All in one transaction: a kill leaves nothing of it."""
    move_job(table.job_id or 0)
    try:
        with transaction.atomic():
            Writer(table, by).batch(None)
    except _Failed as failure:
        return _refuse(table, failure.row)
    return _finish(table, by)


@transaction.atomic
def _refuse(table: TableImport, row: TableRow) -> TableImport:
    """Back to the preview; the row that stood in the way says why."""
    current = claim_table(table.pk, TableState.WRITING)
    TableRow.objects.filter(pk=row.pk).update(state=RowState.ERROR, problems=row.problems)
    current.counts = current.counts | _counts(current)
    current.state = TableState.PREVIEW
    current.message = gettext("Es wurde nichts übernommen: Eine Zeile ließ sich nicht mehr schreiben.")
    current.save()
    end_job(current.job_id or 0, failed=True, message=current.message)
    return current


def _counts(table: TableImport) -> dict[str, int]:
    states = TableRow.objects.filter(table=table).values_list("state", flat=True)
    counts = dict.fromkeys(RowState.values, 0)
    for state in states.iterator():
        counts[state] += 1
    return counts


def _finish(table: TableImport, by: Principal) -> TableImport:
    with transaction.atomic():
        current = claim_table(table.pk, TableState.WRITING)
        current.state, current.taken_at = TableState.TAKEN, timezone.now()
        current.counts = current.counts | _counts(current)
        current.save()
        end_job(current.job_id or 0)
        journal.record(current, verb="published", by=by)
    renew_statistics()
    return current


class Writer:
    """Writes rows of one table."""

    def __init__(self, table: TableImport, by: Principal) -> None:
        self.table = table
        self.by = by
        self.target: Target = targets()[table.target]
        self.why = gettext("Tabelle „%(file)s“ übernommen") % {"file": table.file_name[:60]}
        self.standing = {key_hash(key) for key in self.target.standing(by).by_key}

    @transaction.atomic
    def batch(self, size: int | None) -> None:
        """The next rows without a mark, all of them for None. Holds the table, so that no two workers write it."""
        claim_table(self.table.pk, TableState.WRITING)
        open_rows = TableRow.objects.filter(table=self.table, state__in=_WRITTEN, taken_at__isnull=True)
        rows = list(open_rows.order_by("number", "pk")[:size])
        new = self._still_new([row for row in rows if row.state == RowState.NEW])
        made = self.target.create([row.values for row in new], by=self.by, why=self.why) if new else []
        for row, pk in zip(new, made, strict=True):
            row.record_id = pk
        for row in rows:
            if row.state in {RowState.CHANGED, RowState.CONFLICT}:
                self._change(row)
        self._mark(rows)

    def _still_new(self, rows: list[TableRow]) -> list[TableRow]:
        """Without those that somebody entered, by hand or by another table, since the preview was made."""
        keys = [row.key for row in rows]
        imported: set[str] = set()
        for some in _slices(keys):
            entries = ImportedRecord.objects.filter(target=self.target.name, key__in=some)
            imported.update(entries.values_list("key", flat=True))
        for row in rows:
            if row.key in imported or row.key in self.standing:
                self._fail(row, Problem("known_by_now"))
        return [row for row in rows if row.state == RowState.NEW]

    def _change(self, row: TableRow) -> None:
        fields = {name: new for name, (_now, new, is_ours) in row.differences.items() if row.takes_file or not is_ours}
        if not fields:
            return
        try:
            with transaction.atomic():
                self._fill_in(row, fields)
        except StaleRecord:
            self._fail(row, Problem("stale"))
        except (Refused, NotAllowed) as error:
            self._fail(row, Problem("refused", other=str(error) or gettext("Das dürfen Sie nicht ändern.")))

    def _fill_in(self, row: TableRow, fields: dict[str, str]) -> None:
        record = self.target.record(row.record_id or 0)
        expected = row.record_version or 0
        fill_in(record=record, rules=self.target.rules, expected=expected, fields=fields, why=self.why, by=self.by)

    def _fail(self, row: TableRow, problem: Problem) -> None:
        row.state, row.problems = RowState.ERROR, [problem.as_json()]
        if self.table.is_whole:
            raise _Failed(row)

    def _mark(self, rows: Sequence[TableRow]) -> None:
        moment = timezone.now()
        written = [row for row in rows if row.state != RowState.ERROR]
        failed = [row for row in rows if row.state == RowState.ERROR]
        TableRow.objects.bulk_update(failed, ("state", "problems"), batch_size=200)
        for some in _slices([row.pk for row in written]):
            TableRow.objects.filter(pk__in=some).update(taken_at=moment)
        entries = [self._entry(row) for row in written]
        ImportedRecord.objects.bulk_create(
            entries,
            batch_size=200,
            update_conflicts=True,
            unique_fields=("target", "key"),
            update_fields=("label", "source", "record_id", "values", "table"),
        )

    def _entry(self, row: TableRow) -> ImportedRecord:
        values = {name: row.values[name] for name in self.target.updatable}
        return ImportedRecord(
            target=self.target.name,
            key=row.key,
            label=row.label,
            source=self.table.source,
            record_id=row.record_id or 0,
            values=values,
            table=self.table,
        )


def _slices(keys: list[T]) -> Iterator[list[T]]:
    return (keys[at : at + _BATCH] for at in range(0, len(keys), _BATCH))
