# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every act of a reviewer is a step that can be undone: the touched proposals before and after, field by field.

A step holds one entry a proposal: its key, "exists", and the fields the act changed (all of them where the act made
or removed the proposal). Undoing compares what stands with what the step left, so nobody's later work is lost.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake.errors import IntakeRefused, NothingToUndo, StaleProposal
from bruecke.intake.models import ImportDraft, ImportState, Proposal, ReviewStep

Entry = dict[str, Any]

_FIELDS = (
    "kind",
    "reference",
    "parent",
    "section",
    "position",
    "first_line",
    "last_line",
    "payload",
    "state",
    "is_certain",
    "is_edited",
    "doubt",
    "match_id",
    "match_score",
    "match_confirmed",
)


def claim_draft(draft_id: int) -> ImportDraft:
    """Lock a draft that is under review; every act on its proposals does so first. Raises IntakeRefused."""
    draft = ImportDraft.objects.select_for_update().get(pk=draft_id)
    if draft.state != ImportState.WAITING:
        raise IntakeRefused(gettext("Dieser Entwurf wird nicht mehr geprüft; er ist veröffentlicht oder verworfen."))
    return draft


def claim_proposal(proposal_id: int, expected: int) -> Proposal:
    """A proposal at the version that the reviewer saw, its draft locked. Raises StaleProposal."""
    row = Proposal.objects.filter(pk=proposal_id).values_list("draft_id", flat=True).first()
    if row is None:
        raise StaleProposal(
            None, gettext("Diesen Vorschlag gibt es nicht mehr; er wurde zusammengelegt oder entfernt.")
        )
    draft = claim_draft(row)
    current = Proposal.objects.filter(pk=proposal_id).first()
    if current is None or current.version != expected:
        name = current.changed_by if current else ""
        raise StaleProposal(
            current,
            gettext("Dieser Vorschlag wurde inzwischen geändert (%(name)s). Ihre Eingabe ist noch da.")
            % {"name": name or gettext("jemand anderes")},
        )
    current.draft = draft
    return current


def snapshot(proposal: Proposal) -> Entry:
    """All of a proposal, as a step keeps it."""
    return {"id": proposal.pk, "exists": True, "version": proposal.version} | {
        name: getattr(proposal, name) for name in _FIELDS
    }


def gone(proposal_id: int) -> Entry:
    """The entry of a proposal that is not there."""
    return {"id": proposal_id, "exists": False}


def difference(before: Entry, after: Entry) -> tuple[Entry, Entry]:
    """Both entries with only the fields in which they differ."""
    names = [name for name in _FIELDS if before[name] != after[name]]
    head = {"id": before["id"], "exists": True}
    return head | {name: before[name] for name in names}, head | {name: after[name] for name in names}


@contextmanager
def change_one(proposal_id: int, expected: int, *, verb: str, by: Principal) -> Iterator[Proposal]:
    """Claim one proposal, let the caller change it, save it as its next version and write the step.

    Nothing is written where nothing changed. Call inside an atomic block. Raises StaleProposal.
    """
    proposal = claim_proposal(proposal_id, expected)
    before = snapshot(proposal)
    yield proposal
    old, new = difference(before, snapshot(proposal))
    if old != new:
        save(proposal, by)
        write_step(proposal.draft, verb=verb, before=[old], after=[new], by=by)


def save(proposal: Proposal, by: Principal) -> None:
    """Save a proposal as its next version."""
    proposal.version += 1
    proposal.changed_by = by.label[:200]
    proposal.save()


def write_step(
    draft: ImportDraft, *, verb: str, before: Sequence[Entry], after: Sequence[Entry], by: Principal
) -> None:
    """Note an act, so that it can be undone; an act without effect leaves no step."""
    if before or after:
        ReviewStep.objects.create(
            draft=draft, by_id=by.user_id, by_label=by.label, verb=verb, before=list(before), after=list(after)
        )


@transaction.atomic
def undo(*, draft: ImportDraft, by: Principal) -> ReviewStep:
    """Take back the newest act of this reviewer that stands. Raises NothingToUndo, and IntakeRefused where another
    reviewer has gone on from there."""
    current = claim_draft(draft.pk)
    step = _own(current, by).filter(is_undone=False).first()
    if step is None:
        raise NothingToUndo(gettext("Es gibt nichts, was Sie rückgängig machen könnten."))
    _replace(current, step.after, step.before, by)
    step.is_undone = True
    step.save(update_fields=("is_undone",))
    return step


@transaction.atomic
def redo(*, draft: ImportDraft, by: Principal) -> ReviewStep:
    """Do again what this reviewer undid last, unless something new was done since. Raises as undo does."""
    current = claim_draft(draft.pk)
    own = _own(current, by)
    newest = own.filter(is_undone=False).values_list("pk", flat=True).first() or 0
    step = own.filter(is_undone=True, pk__gt=newest).order_by("pk").first()
    if step is None:
        raise NothingToUndo(gettext("Es gibt nichts, was Sie wiederherstellen könnten."))
    _replace(current, step.before, step.after, by)
    step.is_undone = False
    step.save(update_fields=("is_undone",))
    return step


def _own(draft: ImportDraft, by: Principal) -> QuerySet[ReviewStep]:
    return ReviewStep.objects.filter(draft=draft, by_id=by.user_id, by_label=by.label).order_by("-pk")


def _replace(draft: ImportDraft, expected: Sequence[Entry], wanted: Sequence[Entry], by: Principal) -> None:
    """Put `wanted` in place of `expected`; refuse before anything is written where something else stands there."""
    rows = {row.pk: row for row in Proposal.objects.filter(pk__in=[entry["id"] for entry in expected])}
    for entry in expected:
        if not _stands(rows.get(entry["id"]), entry):
            raise IntakeRefused(_changed_since(rows.get(entry["id"])))
    changed = [_put(draft, rows.get(entry["id"]), entry, by) for entry in wanted]
    Proposal.objects.bulk_update(
        [row for row in changed if row], (*(name.removesuffix("_id") for name in _FIELDS), "version", "changed_by"), 100
    )


def _stands(row: Proposal | None, entry: Entry) -> bool:
    if row is None or not entry["exists"]:
        return (row is None) == (not entry["exists"])
    return all(getattr(row, name) == entry[name] for name in _FIELDS if name in entry)


def _changed_since(row: Proposal | None) -> str:
    name = (row.changed_by if row else "") or gettext("jemand anderes")
    return gettext("Das lässt sich nicht mehr rückgängig machen: %(name)s hat seitdem daran weitergearbeitet.") % {
        "name": name
    }


def _put(draft: ImportDraft, row: Proposal | None, entry: Entry, by: Principal) -> Proposal | None:
    """Make, remove or change one proposal; returns it where it is still to be saved."""
    if not entry["exists"]:
        if row is not None:
            row.delete()
        return None
    fields = {name: entry[name] for name in _FIELDS if name in entry}
    if row is None:
        Proposal.objects.create(
            pk=entry["id"], draft=draft, version=entry["version"] + 1, changed_by=by.label[:200], **fields
        )
        return None
    for name, value in fields.items():
        setattr(row, name, value)
    row.version += 1
    row.changed_by = by.label[:200]
    return row
