# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document comes in: stored, recognised if it was here before, read by the worker, taken apart into proposals."""

from dataclasses import astuple
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import files, meta
from bruecke.intake.actions.matches import propose_matches
from bruecke.intake.batches import each_batch
from bruecke.intake.errors import AlreadyImported, IntakeRefused
from bruecke.intake.models import ImportDraft, ImportState, Proposal
from bruecke.intake.proposed import Proposed, proposals
from bruecke.library.actions import keep_text
from bruecke.library.models import SourceText
from bruecke.reader.draft import Draft
from bruecke.reader.errors import UnreadableDocument
from bruecke.records import journal
from bruecke.records.actions import end_job, move_job, start_job
from bruecke.strategy.models import Strategy

_GONE = (ImportState.FAILED, ImportState.REJECTED)
_BATCH = 400
_MISSING = (
    "Die gespeicherte Datei fehlt. Bitte laden Sie das Dokument noch einmal hoch.",
    "The stored file is missing. Please upload the document again.",
)


def receive(*, data: bytes | Path, file_name: str, by: Principal, strategy: Strategy | None = None) -> ImportDraft:
    """Store an uploaded document and have the worker read it. Raises AlreadyImported with what became of the file."""
    draft = store_upload(data=data, file_name=file_name, by=by, strategy=strategy)
    _enqueue(draft, by)
    return draft


def store_upload(*, data: bytes | Path, file_name: str, by: Principal, strategy: Strategy | None = None) -> ImportDraft:
    """Store a document without reading it yet. Raises AlreadyImported."""
    stored, sha256 = files.keep(data, file_name)
    try:
        return _enter(stored, sha256, file_name, by, strategy)
    except IntegrityError:
        files.remove(stored)
        known = ImportDraft.objects.exclude(state__in=_GONE).get(sha256=sha256)
        raise AlreadyImported(known, gettext("Diese Datei wurde schon eingelesen.")) from None


@transaction.atomic
def _enter(stored: str, sha256: str, file_name: str, by: Principal, strategy: Strategy | None) -> ImportDraft:
    draft = ImportDraft.objects.create(
        file_name=Path(file_name).name[:255],
        stored_name=stored,
        sha256=sha256,
        strategy=strategy,
        created_by_id=by.user_id,
    )
    draft.job = start_job(kind="read", title=draft.file_name, by=by, subject=_address(draft))
    draft.save(update_fields=("job",))
    journal.record(draft, verb="received", by=by)
    return draft


def _address(draft: ImportDraft) -> str:
    return f"/einlesen/{draft.pk}/"


def _enqueue(draft: ImportDraft, by: Principal) -> None:
    # tasks.py imports these actions: the one import that has to wait.
    from bruecke.intake.tasks import read_import

    read_import.enqueue(draft.pk, by.user_id)


def retry(*, draft: ImportDraft, by: Principal) -> ImportDraft:
    """Read again what could not be read, or whose reading was interrupted. Raises IntakeRefused otherwise."""
    with transaction.atomic():
        current = ImportDraft.objects.select_for_update().get(pk=draft.pk)
        if current.state != ImportState.FAILED and not _was_interrupted(current):
            raise IntakeRefused(gettext("Das Dokument ist bereits gelesen oder wird gerade gelesen."))
        others = ImportDraft.objects.exclude(state__in=_GONE).exclude(pk=current.pk)
        if others.filter(sha256=current.sha256).exists():
            raise IntakeRefused(gettext("Diese Datei wurde inzwischen an anderer Stelle eingelesen."))
        current.state, current.message = ImportState.READING, ""
        current.job = start_job(kind="read", title=current.file_name, by=by, subject=_address(current))
        current.save()
    _enqueue(current, by)
    return current


def _was_interrupted(draft: ImportDraft) -> bool:
    return draft.state == ImportState.READING and draft.job is not None and draft.job.is_interrupted


def read_now(*, draft: ImportDraft, by: Principal) -> ImportDraft:
    """Read a stored document in a process of its own and take its draft; a document that cannot be read says why.

    Called again after an interruption it starts over: nothing is reviewed before all proposals are there.
    """
    # The worker's: the web process never loads what starts the reader.
    from bruecke.reader.sandbox import read_file

    if draft.state != ImportState.READING:
        return draft
    move_job(draft.job_id or 0)
    try:
        found = read_file(files.path_of(draft.stored_name))
    except (UnreadableDocument, OSError) as error:
        return _fail(draft, error)
    return take_draft(draft=found, import_draft=draft, by=by)


@transaction.atomic
def _fail(draft: ImportDraft, error: UnreadableDocument | OSError) -> ImportDraft:
    if not isinstance(error, UnreadableDocument):
        error = UnreadableDocument("missing", *_MISSING)
    draft.state, draft.message = ImportState.FAILED, error.german
    draft.meta = meta.Meta(notes=(meta.Note(error.code, error.german, error.english),)).as_json()
    draft.save(update_fields=("state", "message", "meta"))
    end_job(draft.job_id or 0, failed=True, message=error.german)
    return draft


def take_draft(*, draft: Draft, import_draft: ImportDraft, by: Principal) -> ImportDraft:
    """Keep the text and make the proposals of a reader's draft, in batches; then the draft waits for a person.

    A second reading that ends after the first (begun because the first seemed interrupted) changes nothing.
    """
    if not ImportDraft.objects.filter(pk=import_draft.pk, state=ImportState.READING).exists():
        return ImportDraft.objects.get(pk=import_draft.pk)
    text = _keep(draft, import_draft)
    Proposal.objects.filter(draft=import_draft).delete()
    parts = [_proposal(import_draft, position, part) for position, part in enumerate(proposals(draft), start=1)]
    for done in each_batch(parts, _BATCH, Proposal.objects.bulk_create):
        move_job(import_draft.job_id or 0, done=done, total=len(parts))
    propose_matches(import_draft)
    return _wait(import_draft, draft, text, by)


def _keep(draft: Draft, import_draft: ImportDraft) -> SourceText:
    return keep_text(
        sha256=import_draft.sha256,
        file_name=import_draft.file_name,
        format=draft.format,
        language=draft.language,
        raw="\n".join(draft.source_lines),
        repaired="\n".join(draft.text_lines),
        line_pages=draft.line_pages,
        page_count=draft.pages,
        repairs=[astuple(repair) for repair in draft.repairs],
    )


def _proposal(import_draft: ImportDraft, position: int, part: Proposed) -> Proposal:
    return Proposal(
        draft=import_draft,
        kind=part.kind,
        reference=part.reference[:120],
        parent=part.parent[:120],
        section=part.section[:120],
        position=position,
        first_line=part.lines[0],
        last_line=part.lines[1],
        payload=part.payload.as_json(),
        is_certain=part.is_certain,
        doubt=",".join(part.doubts)[:300],
    )


@transaction.atomic
def _wait(import_draft: ImportDraft, draft: Draft, text: SourceText, by: Principal) -> ImportDraft:
    import_draft.text = text
    import_draft.meta = meta.of_draft(draft).as_json()
    import_draft.state = ImportState.WAITING
    import_draft.save()
    end_job(import_draft.job_id or 0)
    journal.record(import_draft, verb="read", by=by)
    return import_draft


@transaction.atomic
def discard(*, draft: ImportDraft, by: Principal, why: str = "") -> ImportDraft:
    """Put a draft away; its proposals and steps stay, the file may come again. Raises IntakeRefused later on."""
    current = ImportDraft.objects.select_for_update().get(pk=draft.pk)
    if current.state not in {ImportState.WAITING, ImportState.FAILED}:
        raise IntakeRefused(gettext("Dieser Entwurf lässt sich nicht mehr verwerfen."))
    current.state = ImportState.REJECTED
    current.save(update_fields=("state",))
    journal.record(current, verb="rejected", by=by, why=why)
    return current
