# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every row of a table is compared with the records that stand; nothing but the rows themselves is written."""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import table_mapping
from bruecke.intake.actions.tables import claim_table, sheet_of
from bruecke.intake.batches import each_batch
from bruecke.intake.models import ImportedRecord, RowState, TableImport, TableRow, TableState
from bruecke.intake.table_cells import values_of
from bruecke.intake.table_mapping import Assignment, key_hash
from bruecke.intake.table_problems import Problem
from bruecke.intake.table_target import Known, Row, Standing, Target, targets
from bruecke.intake.towns import Towns, towns_of
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.tables.sheet import Line, Sheet
from bruecke.records.actions import end_job, move_job

_BATCH = 400
OUTSIDE = "outside"
"""Count of rows that the selection left out."""


def check_now(*, table: TableImport, by: Principal) -> TableImport:
    """Make the preview, from the beginning whenever it is called. A failure is told and may be resumed."""
    try:
        return _check(table, by)
    except BaseException as error:
        is_unreadable = isinstance(error, UnreadableDocument)
        message = str(error) if is_unreadable else gettext("Die Prüfung wurde unterbrochen. Sie lässt sich fortsetzen.")
        end_job(table.job_id or 0, failed=True, message=message)
        raise


def _check(table: TableImport, by: Principal) -> TableImport:
    move_job(table.job_id or 0)
    sheet = sheet_of(table)
    move_job(table.job_id or 0, total=len(sheet.lines))
    target, assignment = targets()[table.target], table_mapping.read(table.mapping)
    understood = Understanding(target, assignment, towns_of(assignment.region))
    rows = understood.rows(sheet)
    _compare(rows, target, by)
    TableRow.objects.filter(table=table).delete()
    for row in rows:
        row.table = table
    for done in each_batch(rows, _BATCH, TableRow.objects.bulk_create):
        move_job(table.job_id or 0, done=min(done, len(sheet.lines)))
    return _show(table, Counter(row.state for row in rows), understood.outside)


@transaction.atomic
def _show(table: TableImport, counts: Mapping[str, int], outside: int) -> TableImport:
    current = claim_table(table.pk, TableState.CHECKING)
    current.counts = dict(counts) | {OUTSIDE: outside}
    current.state = TableState.PREVIEW
    current.save()
    end_job(current.job_id or 0)
    return current


class Understanding:
    """Lines as rows of one target, before they are compared with anything that stands. No database."""

    def __init__(self, target: Target, assignment: Assignment, towns: Towns) -> None:
        self.target = target
        self.assignment = assignment
        self.towns = towns
        self.names = [column.name for column in target.columns]
        self.outside = 0

    def rows(self, sheet: Sheet) -> list[TableRow]:
        """Those that are wanted, each with its values or with what is wrong."""
        found = []
        for line in sheet.lines:
            row = self._row(line, len(sheet.header))
            if row is None:
                self.outside += 1
            else:
                found.append(row)
        good = [row for row in found if row.state != RowState.ERROR]
        self.target.complete([row.values for row in good])
        self._tell_doubles(good)
        return found

    def _row(self, line: Line, width: int) -> TableRow | None:
        if not self.assignment.admits(line.cells, self.towns.by_name):
            return None
        cells = self.assignment.cells(self.names, line.cells)
        values, problems = values_of(self.target.columns, cells)
        settled = self.target.settled(values, self.towns)
        if settled is None:
            return None
        if len(line.cells) > width:
            problems.append(Problem("surplus", "", " | ".join(line.cells[width:])))
        row = TableRow(number=line.number, cells=list(line.cells), values=settled, state=RowState.NEW)
        row.label = self.target.words(settled)[:300]
        row.key = key_hash(self.target.key(settled))
        if problems:
            row.state, row.problems = RowState.ERROR, [problem.as_json() for problem in problems]
        return row

    def _tell_doubles(self, rows: list[TableRow]) -> None:
        """The same twice is taken once; two rows that say different things of one record are for a person."""
        first: dict[str, TableRow] = {}
        for row in rows:
            one = first.setdefault(row.key, row)
            if one is row:
                continue
            names = self.target.updatable
            if all(row.values[name] in {"", one.values[name]} for name in names):
                row.state = RowState.DUPLICATE
                row.problems = [Problem("double", other=str(one.number)).as_json()]
            else:
                row.state = RowState.ERROR
                row.problems = [Problem("at_odds", other=str(one.number)).as_json()]


def _compare(rows: list[TableRow], target: Target, by: Principal) -> None:
    """New, changed, in conflict with what was changed here, or unchanged; statements of the target and one more."""
    standing = target.standing(by)
    imported = {entry.key: entry for entry in ImportedRecord.objects.filter(target=target.name)}
    hashed = {key_hash(key): known for key, known in standing.by_key.items()}
    for row in rows:
        if row.state == RowState.NEW:
            _place(row, target, standing, hashed.get(row.key), imported.get(row.key))


def _place(
    row: TableRow, target: Target, standing: Standing, alike: Known | None, entry: ImportedRecord | None
) -> None:
    known = standing.by_pk.get(entry.record_id) if entry is not None else alike
    if known is None:
        if entry is not None:
            row.state, row.problems = RowState.ERROR, [Problem("hidden").as_json()]
        return
    row.record_id, row.record_version = known.pk, known.version
    row.differences = differences(target, row.values, known.values, entry.values if entry is not None else {})
    in_conflict = any(is_ours for _now, _file, is_ours in row.differences.values())
    row.state = RowState.CONFLICT if in_conflict else RowState.CHANGED if row.differences else RowState.UNCHANGED


def differences(target: Target, row: Row, now: Mapping[str, str], before: Mapping[str, str]) -> dict[str, list[object]]:
    """What the file says otherwise: column → [as it stands, as the file says, whether somebody changed it here].

    before: what the last file said. An empty cell says nothing. What stands and came from no file was written by hand.
    """
    return {
        name: [now[name], row[name], bool(now[name]) and now[name] != before.get(name)]
        for name in target.updatable
        if row[name] and row[name] != now[name]
    }
