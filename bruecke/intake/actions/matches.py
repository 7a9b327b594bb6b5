# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A later edition's measures are matched to the standing ones; a person confirms."""

from django.db import transaction
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import matching
from bruecke.intake.actions.steps import change_one, write_step
from bruecke.intake.batches import each_batch
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, Proposal, ProposalKind, ProposalState
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.editions import standing_wordings

_BATCH = 200


def propose_matches(draft: ImportDraft) -> None:
    """Take each proposed measure for the standing one that it is most like, unconfirmed; none where nothing is."""
    if draft.strategy is None:
        return
    standing = [
        matching.Text(row.measure_id, row.wording, row.chapter, row.place) for row in standing_wordings(draft.strategy)
    ]
    proposals = {row.pk: row for row in Proposal.objects.filter(draft=draft, kind=ProposalKind.MEASURE)}
    pairs = matching.match(_texts(draft, list(proposals.values())), standing)
    for pair in pairs:
        proposals[pair.new].match_id, proposals[pair.new].match_score = pair.standing, round(pair.score, 4)
    matched = [proposals[pair.new] for pair in pairs]
    for _ in each_batch(matched, _BATCH, lambda batch: Proposal.objects.bulk_update(batch, ("match", "match_score"))):
        pass


def _texts(draft: ImportDraft, measures: list[Proposal]) -> list[matching.Text]:
    chapters = dict(
        Proposal.objects.filter(draft=draft, kind=ProposalKind.CHAPTER).values_list("reference", "payload__text")
    )
    homes = dict(Proposal.objects.filter(draft=draft, kind=ProposalKind.LIST).values_list("reference", "parent"))
    count = max(1, len(measures) - 1)
    return [
        matching.Text(row.pk, row.payload.get("text", ""), chapters.get(homes.get(row.parent, ""), ""), n / count)
        for n, row in enumerate(measures)
    ]


@transaction.atomic
def confirm_match(*, proposal_id: int, expected: int, measure: Measure | None, by: Principal) -> Proposal:
    """Say which standing measure a proposal is the new wording of; None: it is a new one. Raises StaleProposal."""
    with change_one(proposal_id, expected, verb="matched", by=by) as proposal:
        if measure and (proposal.draft.strategy_id != measure.strategy_id or proposal.kind != ProposalKind.MEASURE):
            raise IntakeRefused(gettext("Diese Maßnahme gehört nicht zu der Strategie des Entwurfs."))
        if proposal.match_id != (measure.pk if measure else None):
            proposal.match_score = None
        proposal.match = measure
        proposal.match_confirmed = True
    return proposal


@transaction.atomic
def confirm_certain_matches(*, draft: ImportDraft, by: Principal, least: float = 0.9) -> int:
    """Confirm every proposed match of at least this score; returns how many."""
    rows = list(
        Proposal.objects.select_for_update()
        .filter(draft=draft, match__isnull=False, match_confirmed=False, match_score__gte=least)
        .exclude(state=ProposalState.REJECTED)
    )
    before = [{"id": row.pk, "match_confirmed": False} for row in rows]
    after = [{"id": row.pk, "match_confirmed": True} for row in rows]
    for row in rows:
        row.match_confirmed, row.version = True, row.version + 1
    Proposal.objects.bulk_update(rows, ("match_confirmed", "version"), batch_size=200)
    write_step(draft, verb="matched", before=before, after=after, by=by)
    return len(rows)
