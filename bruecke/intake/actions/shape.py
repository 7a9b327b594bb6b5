# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reviewer changes what is one proposal: split, merge, add what the reader missed."""

from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import spans
from bruecke.intake.actions.steps import (
    claim_draft,
    claim_proposal,
    difference,
    gone,
    save,
    snapshot,
    write_step,
)
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, Proposal, ProposalKind, ProposalState
from bruecke.intake.payloads import Payload, read

DIVISIBLE = frozenset({"measure", "goal", "statement", "target_entry", "footnote"})
"""Kinds that may be split and merged."""
ADDABLE = frozenset({"measure", "goal", "statement", "target_entry", "footnote"})
"""Kinds a reviewer may add."""


@transaction.atomic
def split(*, proposal_id: int, expected: int, offset: int, by: Principal) -> tuple[Proposal, Proposal]:
    """Make two proposals of one, the second from character `offset` of its text on.

    Raises StaleProposal, IntakeRefused.
    """
    proposal = claim_proposal(proposal_id, expected)
    old = read(proposal.payload)
    head, tail = old.text[:offset].rstrip(" ,;"), old.text[offset:].strip()
    if proposal.kind not in DIVISIBLE or not head or not tail:
        raise IntakeRefused(gettext("An dieser Stelle lässt sich der Vorschlag nicht teilen."))
    before = snapshot(proposal)
    lines = _lines_of(proposal, old.text)
    second = _second(
        proposal, _piece(old, len(old.text) - len(old.text[offset:].lstrip()), len(old.text)), lines, offset
    )
    proposal.payload = _piece(old, 0, len(head)).as_json()
    proposal.last_line, proposal.is_edited = lines(max(0, len(head) - 1)), True
    second.first_line = max(second.first_line, proposal.first_line)
    save(proposal, by)
    second.changed_by = by.label[:200]
    second.save()
    old_entry, new_entry = difference(before, snapshot(proposal))
    write_step(
        proposal.draft, verb="split", before=[old_entry, gone(second.pk)], after=[new_entry, snapshot(second)], by=by
    )
    return proposal, second


def _lines_of(proposal: Proposal, text: str) -> Callable[[int], int]:
    """A function from an offset in the text to the source line it stands in."""
    source = proposal.draft.text
    lines = source.repaired.split("\n")[proposal.first_line - 1 : proposal.last_line] if source else []
    starts = spans.line_starts(text, lines)

    def line(offset: int) -> int:
        before = [number for number, start in enumerate(starts) if start <= offset]
        return proposal.first_line + (before[-1] if before else 0)

    return line


def _second(proposal: Proposal, payload: Payload, lines: Callable[[int], int], offset: int) -> Proposal:
    return Proposal(
        draft=proposal.draft,
        kind=proposal.kind,
        reference=_free_reference(proposal),
        parent=proposal.parent,
        section=proposal.section,
        position=_between(proposal),
        first_line=lines(offset),
        last_line=proposal.last_line,
        payload=payload.as_json(),
        state=ProposalState.OPEN,
        is_edited=True,
        doubt=proposal.doubt,
    )


def _piece(payload: Payload, start: int, end: int) -> Payload:
    text = payload.text[start:end]
    return replace(
        payload,
        text=text,
        mentions=spans.within(payload.mentions, start, end),
        spots=spans.within(payload.spots, start, end),
        examples=tuple(example for example in payload.examples if example in text),
    )


def _free_reference(proposal: Proposal) -> str:
    """A reference nobody has; measures are counted anew when the edition is made."""
    taken = set(Proposal.objects.filter(draft=proposal.draft, kind=proposal.kind).values_list("reference", flat=True))
    return free_reference(proposal.reference, taken)


def free_reference(near: str, taken: set[str]) -> str:
    """ "I.3+1", "I.3+2" ... behind "I.3"."""
    stem = near.partition("+")[0]
    number = 1
    while f"{stem}+{number}" in taken:
        number += 1
    return f"{stem}+{number}"


def _between(proposal: Proposal) -> float:
    """A position right behind a proposal."""
    following = (
        Proposal.objects.filter(draft=proposal.draft, position__gt=proposal.position)
        .order_by("position")
        .values_list("position", flat=True)
        .first()
    )
    return (proposal.position + following) / 2 if following is not None else proposal.position + 1


@transaction.atomic
def merge(*, proposal_id: int, expected: int, next_expected: int, by: Principal) -> Proposal:
    """Join a proposal with the next of its kind in the same list. Raises StaleProposal for either, IntakeRefused."""
    proposal = claim_proposal(proposal_id, expected)
    following = next_of(proposal)
    if proposal.kind not in DIVISIBLE or following is None:
        raise IntakeRefused(gettext("Danach steht nichts, womit sich der Vorschlag zusammenlegen ließe."))
    following = claim_proposal(following.pk, next_expected)
    before, before_next = snapshot(proposal), snapshot(following)
    proposal.payload = joined(read(proposal.payload), read(following.payload)).as_json()
    proposal.last_line = max(proposal.last_line, following.last_line)
    proposal.first_line = min(proposal.first_line, following.first_line)
    proposal.is_edited = True
    save(proposal, by)
    old_entry, new_entry = difference(before, snapshot(proposal))
    write_step(
        proposal.draft, verb="merged", before=[old_entry, before_next], after=[new_entry, gone(following.pk)], by=by
    )
    following.delete()
    return proposal


def next_of(proposal: Proposal) -> Proposal | None:
    """The proposal it could be merged with."""
    return (
        Proposal.objects.filter(
            draft=proposal.draft_id, kind=proposal.kind, parent=proposal.parent, position__gt=proposal.position
        )
        .order_by("position")
        .first()
    )


def joined(first: Payload, second: Payload) -> Payload:
    """Both texts, one blank between; offsets of the second moved on."""
    by = len(first.text) + 1
    return replace(
        first,
        text=f"{first.text} {second.text}",
        mentions=(*first.mentions, *(spans.move(item, by) for item in second.mentions)),
        spots=(*first.spots, *(spans.move(item, by) for item in second.spots)),
        examples=(*first.examples, *second.examples),
    )


@transaction.atomic
def add_missed(
    *, draft: ImportDraft, kind: str, lines: tuple[int, int], text: str, by: Principal, parent: str = ""
) -> Proposal:
    """Propose what the reader missed, accepted at once; `parent` is the list it belongs to. Raises IntakeRefused."""
    current = claim_draft(draft.pk)
    wording = " ".join(text.split())
    count = current.text.repaired.count("\n") + 1 if current.text else 0
    if kind not in ADDABLE or not wording or not 1 <= lines[0] <= lines[1] <= count:
        raise IntakeRefused(gettext("Bitte geben Sie Art, Text und die Zeilen an, in denen er steht."))
    home = _home(current, kind, parent, lines[0])
    proposal = _added(current, kind, lines, wording, home)
    proposal.changed_by = by.label[:200]
    proposal.save()
    write_step(current, verb="added", before=[gone(proposal.pk)], after=[snapshot(proposal)], by=by)
    return proposal


def _home(draft: ImportDraft, kind: str, parent: str, line: int) -> Proposal | None:
    """The list that a measure or an entry belongs to: the one named, else the last that begins before it."""
    wanted = {"measure": ProposalKind.LIST, "target_entry": ProposalKind.TARGET_LIST}.get(kind)
    if wanted is None:
        return None
    lists = Proposal.objects.filter(draft=draft, kind=wanted)
    home = lists.filter(reference=parent).first() if parent else None
    home = home or lists.filter(first_line__lte=line).order_by("-position").first() or lists.first()
    if home is None:
        raise IntakeRefused(gettext("In dem Dokument ist keine Liste, zu der das gehören könnte."))
    return home


def _added(draft: ImportDraft, kind: str, lines: tuple[int, int], text: str, home: Proposal | None) -> Proposal:
    rows = Proposal.objects.filter(draft=draft)
    before = rows.filter(first_line__lte=lines[0]).order_by("-position").first()
    position = (
        _between(before) if before else (rows.order_by("position").values_list("position", flat=True).first() or 1) - 1
    )
    inherited = read(home.payload) if home else Payload()
    payload = Payload(text=text, modality=inherited.modality, continuing=inherited.continuing)
    taken = set(rows.filter(kind=kind).values_list("reference", flat=True))
    return Proposal(
        draft=draft,
        kind=kind,
        reference=free_reference(f"{home.reference}.0" if home else f"{kind}", taken),
        parent=home.reference if home else "",
        section=home.section if home else (before.section if before else ""),
        position=position,
        first_line=lines[0],
        last_line=lines[1],
        payload=payload.as_json(),
        state=ProposalState.ACCEPTED,
        is_edited=True,
    )
