# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the list of imports and the pages of one import show."""

from dataclasses import dataclass

from django.db.models import QuerySet

from bruecke.accounts.principal import Principal
from bruecke.intake.models import ImportDraft, ImportState, Proposal, ProposalState
from bruecke.intake.queries.publishing import problems_of
from bruecke.strategy.models import Strategy

_NEWEST = 50


def drafts() -> list[ImportDraft]:
    """The newest imports with who brought them; one statement."""
    return list(ImportDraft.objects.select_related("created_by", "edition", "job").defer("meta")[:_NEWEST])


def draft_of(pk: int) -> ImportDraft | None:
    """One import with all that its pages need; one statement."""
    return ImportDraft.objects.select_related("text", "job", "strategy", "edition").filter(pk=pk).first()


def strategies(*, principal: Principal) -> QuerySet[Strategy]:
    """Strategies that a document may be a later edition of and `principal` may know of; one statement."""
    known: QuerySet[Strategy] = Strategy.objects.visible_to(principal)
    return known.filter(editions__state="adopted").distinct().order_by("pk")


@dataclass(frozen=True, slots=True)
class Readiness:
    """What publishing would do. counts: accepted by kind. open: undecided proposals. matched: new
    wordings of standing measures."""

    counts: dict[str, int]
    rejected: int
    open: int
    unconfirmed: int
    matched: int
    problems: list[str]


def readiness(draft: ImportDraft) -> Readiness:
    """Summary before publishing; at most eight statements."""
    rows = list(Proposal.objects.filter(draft=draft).values_list("kind", "state", "match_id", "match_confirmed"))
    accepted = [row for row in rows if row[1] == ProposalState.ACCEPTED]
    counts: dict[str, int] = {}
    for kind, *_ in accepted:
        counts[kind] = counts.get(kind, 0) + 1
    return Readiness(
        counts=counts,
        rejected=sum(1 for row in rows if row[1] == ProposalState.REJECTED),
        open=sum(1 for row in rows if row[1] == ProposalState.OPEN),
        unconfirmed=sum(1 for _, _, match, confirmed in accepted if match and not confirmed),
        matched=sum(1 for _, _, match, _ in accepted if match),
        problems=problems_of(draft) if draft.state == ImportState.WAITING else [],
    )
