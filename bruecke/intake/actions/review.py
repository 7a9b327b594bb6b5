# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer says to proposals: yes, no, corrected."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import payloads, spans
from bruecke.intake.actions.steps import change_one, claim_draft, write_step
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, Proposal, ProposalState

CORRECTABLE: Mapping[str, frozenset[str]] = {
    "title": frozenset({"text"}),
    "goal": frozenset({"text"}),
    "chapter": frozenset({"text", "number"}),
    "list": frozenset({"text", "modality", "cue", "open", "continuing"}),
    "measure": frozenset(
        {"text", "modality", "kind", "continuing", "lead", "participants", "deadline", "indicator", "cost"}
    ),
    "target_list": frozenset({"text"}),
    "target_entry": frozenset({"text"}),
    "footnote": frozenset({"text", "number", "anchor"}),
    "statement": frozenset({"text", "modality"}),
}
"""Fields a reviewer may correct, by kind of proposal."""


@transaction.atomic
def accept(*, proposal_id: int, expected: int, by: Principal) -> Proposal:
    """Take a proposal over as it stands. Raises StaleProposal."""
    return _decide(proposal_id, expected, ProposalState.ACCEPTED, by)


@transaction.atomic
def reject(*, proposal_id: int, expected: int, by: Principal) -> Proposal:
    """Leave a proposal out of the edition; its lines stay in the document. Raises StaleProposal."""
    return _decide(proposal_id, expected, ProposalState.REJECTED, by)


@transaction.atomic
def reopen(*, proposal_id: int, expected: int, by: Principal) -> Proposal:
    """Think again. Raises StaleProposal."""
    return _decide(proposal_id, expected, ProposalState.OPEN, by)


def _decide(proposal_id: int, expected: int, state: ProposalState, by: Principal) -> Proposal:
    with change_one(proposal_id, expected, verb=state.value, by=by) as proposal:
        proposal.state = state
    return proposal


def accept_certain(*, draft: ImportDraft, by: Principal) -> int:
    """Accept every open proposal that the reader has no doubt about; returns how many. One step, one undo."""
    return _decide_many(draft, {"state": ProposalState.OPEN, "is_certain": True}, ProposalState.ACCEPTED, by)


def accept_all(*, draft: ImportDraft, by: Principal) -> int:
    """Accept every open proposal, doubtful ones too; returns how many. One step, one undo."""
    return _decide_many(draft, {"state": ProposalState.OPEN}, ProposalState.ACCEPTED, by)


def reject_open(*, draft: ImportDraft, by: Principal) -> int:
    """Reject what is still open, once somebody has confirmed it; returns how many. One step, one undo."""
    return _decide_many(draft, {"state": ProposalState.OPEN}, ProposalState.REJECTED, by)


@transaction.atomic
def _decide_many(draft: ImportDraft, which: Mapping[str, Any], state: ProposalState, by: Principal) -> int:
    current = claim_draft(draft.pk)
    rows = Proposal.objects.filter(draft=current, **which)
    keys = list(rows.values_list("pk", "state"))
    before = [{"id": key, "exists": True, "state": old} for key, old in keys]
    after = [{"id": key, "exists": True, "state": state.value} for key, _ in keys]
    rows.update(state=state, version=F("version") + 1, changed_by=by.label[:200])
    write_step(current, verb=f"{state.value}_many", before=before, after=after, by=by)
    return len(keys)


@transaction.atomic
def correct(
    *, proposal_id: int, expected: int, fields: Mapping[str, Any], by: Principal, accepted: bool = False
) -> Proposal:
    """Put other words or values in; repairs and mentions stay where their words stay. Raises StaleProposal.

    fields: of CORRECTABLE for the kind, else IntakeRefused. accepted: and take it over at once.
    """
    with change_one(proposal_id, expected, verb="corrected", by=by) as proposal:
        unknown = set(fields) - CORRECTABLE[proposal.kind]
        if unknown:
            raise IntakeRefused(gettext("Dieses Feld lässt sich hier nicht ändern."))
        old = payloads.read(proposal.payload)
        new = corrected(old, fields)
        if not new.text.strip() and proposal.kind != "list":
            raise IntakeRefused(gettext("Der Text fehlt. Wenn der Vorschlag nicht gelten soll, lehnen Sie ihn ab."))
        if new != old:
            proposal.payload, proposal.is_edited = new.as_json(), True
        if accepted:
            proposal.state = ProposalState.ACCEPTED
    return proposal


def corrected(old: payloads.Payload, fields: Mapping[str, Any]) -> payloads.Payload:
    """The payload with these fields; spans are carried along where the text changed."""
    values: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }
    new = replace(old, **values)
    if new.text == old.text:
        return new
    return replace(
        new,
        mentions=spans.carry(old.mentions, old.text, new.text),
        spots=spans.carry(old.spots, old.text, new.text),
        examples=tuple(example for example in old.examples if example in new.text),
    )


@transaction.atomic
def toggle_repair(*, proposal_id: int, expected: int, index: int, by: Principal) -> Proposal:
    """Undo one repair in a proposal's text, or do it again. Raises StaleProposal, IntakeRefused for no such repair."""
    with change_one(proposal_id, expected, verb="repair", by=by) as proposal:
        old = payloads.read(proposal.payload)
        if not 0 <= index < len(old.spots):
            raise IntakeRefused(gettext("Diese Reparatur gibt es in dem Text nicht mehr."))
        spot = old.spots[index]
        text, shift, spots = spans.toggle(old.text, old.spots, index)
        kept = [mention for mention in old.mentions if mention.end <= spot.start or mention.start >= spot.end]
        mentions = tuple(spans.move(item, shift) if item.start >= spot.end else item for item in kept)
        proposal.payload = replace(old, text=text, spots=spots, mentions=mentions).as_json()
        proposal.is_edited = True
    return proposal
