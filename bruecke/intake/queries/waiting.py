# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Imports that wait for somebody who may import."""

from dataclasses import dataclass

from django.db.models import Count, Q

from bruecke.accounts.principal import Principal
from bruecke.intake.models import ImportDraft, ImportState, ProposalState
from bruecke.intake.permissions import can_import
from bruecke.records.models import JobState

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """An import, how many of its proposals are undecided, and whether its publication was interrupted."""

    pk: int
    file_name: str
    open: int
    is_interrupted: bool


def waiting_imports(*, principal: Principal) -> list[Waiting]:
    """The newest imports to be reviewed or gone on with, SHOWN at most; one statement, none for who may not import."""
    if not can_import(principal):
        return []
    rows = (
        ImportDraft.objects.filter(
            Q(state=ImportState.WAITING) | Q(state=ImportState.PUBLISHING, job__state=JobState.FAILED)
        )
        .annotate(open=Count("proposals", filter=Q(proposals__state=ProposalState.OPEN)))
        .order_by("-pk")
        .values_list("pk", "file_name", "open", "state")
    )
    return [Waiting(pk, name, n, state == ImportState.PUBLISHING) for pk, name, n, state in rows[:SHOWN]]
