# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs on what every record has: claim a version, keep a form's draft, follow a job."""

from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.records import journal
from bruecke.records.errors import StaleRecord
from bruecke.records.history import author
from bruecke.records.models import FormDraft, Job, JobState, Versioned

R = TypeVar("R", bound=Versioned)


def claim(record: R, *, expected: int) -> R:
    """Lock the row of `record` for this transaction and return it fresh.

    Raises StaleRecord where somebody saved since `expected`. Call inside an atomic block, before changing anything.
    """
    manager = type(record)._default_manager
    current: R = manager.select_for_update().get(pk=record.pk)
    if current.version != expected:
        raise StaleRecord(current, expected)
    return current


@transaction.atomic
def change(
    record: R, *, expected: int, fields: dict[str, Any], by: Principal, why: str = "", verb: str = "changed"
) -> R:
    """Set plain `fields` of one record, write history and journal, count its version up.

    Returns the record as saved; nothing is written where no field differs. Raises StaleRecord.
    """
    current = claim(record, expected=expected)
    changes = {
        name: [_plain(getattr(current, name)), _plain(value)]
        for name, value in fields.items()
        if getattr(current, name) != value
    }
    if not changes:
        return current
    for name, value in fields.items():
        setattr(current, name, value)
    return save_changed(current, by=by, why=why, verb=verb, changes=changes)


def save_changed(record: R, *, by: Principal, why: str, verb: str, changes: dict[str, Any]) -> R:
    """Save an already claimed record as its next version, with history and journal."""
    record.version += 1
    record.updated_at = timezone.now()
    record._change_reason = why[:100]  # type: ignore[attr-defined]
    record._history_user = author(by)  # type: ignore[attr-defined]
    record.save()
    journal.record(record, verb=verb, by=by, why=why, changes=changes)
    return record


def _plain(value: Any) -> Any:
    """A field's value as JSON can hold it; records by their key."""
    if hasattr(value, "pk"):
        return value.pk
    return value if isinstance(value, str | int | float | bool | None) else str(value)


@transaction.atomic
def keep_draft(*, by: Principal, address: str, fields: dict[str, Any]) -> None:
    """Keep what somebody typed into the form at `address`."""
    FormDraft.objects.update_or_create(
        user_id=_user(by), address=address, defaults={"fields": fields, "saved_at": timezone.now()}
    )


def drop_draft(*, by: Principal, address: str) -> None:
    """The form was sent: its draft is done with."""
    FormDraft.objects.filter(user_id=_user(by), address=address).delete()


def _user(by: Principal) -> int:
    """Only somebody signed in has drafts. Raises ValueError for anybody else."""
    if by.user_id is None:
        raise ValueError("only somebody signed in keeps the draft of a form")
    return by.user_id


def start_job(*, kind: str, title: str, by: Principal, subject: str = "", total: int = 0) -> Job:
    """Announce long work; the worker moves it on."""
    return Job.objects.create(kind=kind, title=title, by_id=by.user_id, subject=subject, total=total)


def move_job(job_id: int, *, done: int | None = None, total: int | None = None, message: str | None = None) -> None:
    """Report progress; a short write of its own, so that it is seen while the work goes on."""
    fields: dict[str, Any] = {"state": JobState.RUNNING, "moved_at": timezone.now()}
    for name, value in (("done", done), ("total", total), ("message", message)):
        if value is not None:
            fields[name] = value
    Job.objects.filter(pk=job_id).update(**fields)


def end_job(job_id: int, *, failed: bool = False, message: str = "") -> None:
    """The work is over, well or not; `message` says so in the user's words."""
    state = JobState.FAILED if failed else JobState.DONE
    Job.objects.filter(pk=job_id).update(state=state, message=message, ended_at=timezone.now())
