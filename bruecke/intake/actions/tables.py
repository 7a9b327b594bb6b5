# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table comes in: stored, read by the worker, its columns assigned by a person, checked row by row."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import files, table_mapping, table_meta
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import TableImport, TableMapping, TableRow, TableState
from bruecke.intake.permissions import can_import
from bruecke.intake.table_mapping import Assignment
from bruecke.intake.table_target import targets
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.tables.sheet import Sheet
from bruecke.records import journal
from bruecke.records.actions import end_job, move_job, start_job
from bruecke.records.errors import NotAllowed
from bruecke.records.models import JobState

_MISSING = (
    "Die gespeicherte Datei fehlt. Bitte laden Sie die Tabelle noch einmal hoch.",
    "The stored file is missing. Please upload the table again.",
)
_AT_WORK = (TableState.READING, TableState.CHECKING, TableState.WRITING)


def receive_table(*, data: bytes | Path, file_name: str, target: str, by: Principal) -> TableImport:
    """Store an uploaded table and have the worker read it. Raises NotAllowed, NotStored."""
    if not can_import(by):
        raise NotAllowed
    stored, sha256 = files.keep(data, file_name)
    with transaction.atomic():
        table = TableImport.objects.create(
            target=targets()[target].name,
            file_name=Path(file_name).name[:255],
            stored_name=stored,
            sha256=sha256,
            created_by_id=by.user_id,
        )
        _begin(table, TableState.READING, by)
        journal.record(table, verb="received", by=by)
    hand_over(table, by)
    return table


def _begin(table: TableImport, state: TableState, by: Principal) -> None:
    """A new job for the step that begins."""
    table.state, table.message = state, ""
    address = f"/einlesen/tabellen/{table.pk}/"
    table.job = start_job(kind=f"table_{state.value}", title=table.file_name, by=by, subject=address)
    table.save()


def hand_over(table: TableImport, by: Principal) -> None:
    """Have the worker do what the state of the table says; after the transaction that set it."""
    # tasks.py imports these actions: the one import that has to wait.
    from bruecke.intake.tasks import work_on_table

    work_on_table.enqueue(table.pk, by.user_id)


def claim_table(pk: int, *states: TableState) -> TableImport:
    """Lock a table that is in one of `states`. Raises IntakeRefused. Call inside a transaction."""
    table = TableImport.objects.select_for_update().get(pk=pk)
    if table.state not in states:
        raise IntakeRefused(gettext("Diese Tabelle ist inzwischen einen Schritt weiter. Hier sehen Sie, wo sie steht."))
    return table


def read_table_now(*, table: TableImport, by: Principal) -> TableImport:
    """Read a stored table in a process of its own; one that cannot be read says why. May be done again."""
    move_job(table.job_id or 0)
    try:
        meta = table_meta.of_sheet(sheet_of(table))
    except (UnreadableDocument, OSError) as error:
        return _fail(table, error)
    with transaction.atomic():
        current = claim_table(table.pk, TableState.READING)
        current.meta = meta.as_json()
        current.fingerprint = table_mapping.fingerprint(meta.header)
        current.state = TableState.MAPPING
        current.save()
        end_job(current.job_id or 0)
        journal.record(current, verb="read", by=by)
    return current


def sheet_of(table: TableImport) -> Sheet:
    """The table as it was read. Raises UnreadableDocument, OSError. For the worker only."""
    # The web process never loads what starts the reader.
    from bruecke.reader.sandbox import read_table_file

    return read_table_file(files.path_of(table.stored_name))


@transaction.atomic
def _fail(table: TableImport, error: UnreadableDocument | OSError) -> TableImport:
    if not isinstance(error, UnreadableDocument):
        error = UnreadableDocument("missing", *_MISSING)
    table.state, table.message = TableState.FAILED, error.german
    table.meta = table_meta.TableMeta(english=error.english).as_json()
    table.save()
    end_job(table.job_id or 0, failed=True, message=error.german)
    return table


def assign(*, table: TableImport, assignment: Assignment, by: Principal) -> TableImport:
    """Keep how columns are assigned, for this table and the next of its kind, and have the worker check the rows.

    Raises NotAllowed, IntakeRefused.
    """
    if not can_import(by):
        raise NotAllowed
    with transaction.atomic():
        current = claim_table(table.pk, TableState.MAPPING, TableState.PREVIEW)
        current.mapping = assignment.as_json()
        current.source = table_mapping.source_of(table_meta.read(current.meta).header, assignment)
        TableMapping.objects.update_or_create(
            target=current.target,
            fingerprint=current.fingerprint,
            defaults={"mapping": current.mapping, "updated_at": timezone.now()},
        )
        _begin(current, TableState.CHECKING, by)
        journal.record(current, verb="assigned", by=by)
    hand_over(current, by)
    return current


def choose(*, table: TableImport, rows: dict[int, bool] | bool, by: Principal) -> None:
    """Whether rows that differ from what was changed here take the file's values: by key of the row, or all.

    Raises NotAllowed, IntakeRefused.
    """
    if not can_import(by):
        raise NotAllowed
    with transaction.atomic():
        current = claim_table(table.pk, TableState.PREVIEW)
        differing = TableRow.objects.filter(table=current, state="conflict")
        if isinstance(rows, bool):
            differing.update(takes_file=rows)
            return
        for is_taken in (True, False):
            keys = [key for key, wanted in rows.items() if wanted is is_taken]
            differing.filter(pk__in=keys).update(takes_file=is_taken)


def take_over(*, table: TableImport, is_whole: bool, by: Principal) -> TableImport:
    """Have the worker write the rows: all or none, or the good ones. Raises NotAllowed, IntakeRefused."""
    if not can_import(by):
        raise NotAllowed
    with transaction.atomic():
        current = claim_table(table.pk, TableState.PREVIEW)
        if is_whole and current.counts.get("error"):
            raise IntakeRefused(gettext("Solange Zeilen fehlerhaft sind, lässt sich nicht alles übernehmen."))
        current.is_whole = is_whole
        _begin(current, TableState.WRITING, by)
        journal.record(current, verb="released", by=by)
    hand_over(current, by)
    return current


def go_on(*, table: TableImport, by: Principal) -> TableImport:
    """Take up work that was interrupted, or read again what could not be read. Raises NotAllowed, IntakeRefused."""
    if not can_import(by):
        raise NotAllowed
    with transaction.atomic():
        current = claim_table(table.pk, *_AT_WORK, TableState.FAILED)
        if current.state != TableState.FAILED and not is_stopped(current):
            raise IntakeRefused(gettext("Hieran wird gerade gearbeitet."))
        state = TableState.READING if current.state == TableState.FAILED else TableState(current.state)
        _begin(current, state, by)
    hand_over(current, by)
    return current


def is_stopped(table: TableImport) -> bool:
    """Whether the step at work was interrupted: it failed, or gave no sign of life for long."""
    return table.job is None or table.job.is_interrupted or table.job.state == JobState.FAILED


@transaction.atomic
def put_away(*, table: TableImport, by: Principal) -> TableImport:
    """Discard a table of which nothing was written. Raises NotAllowed, IntakeRefused."""
    if not can_import(by):
        raise NotAllowed
    current = claim_table(table.pk, TableState.MAPPING, TableState.PREVIEW, TableState.FAILED)
    current.state = TableState.REJECTED
    current.save(update_fields=("state",))
    journal.record(current, verb="rejected", by=by)
    return current
