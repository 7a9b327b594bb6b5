# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Approvals of yearly plans, and what changed in a plan since."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from bruecke.accounts.principal import Principal
from bruecke.activities.models import ActivityState, PlanApproval
from bruecke.activities.queries.lines import Line, lines_of, visible_activities
from bruecke.actors.models import Organisation
from bruecke.bodies.models import Decision

_OUT = (ActivityState.IDEA, ActivityState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval and what the reader sees of the changes since: activities that came, moved in time, or went.

    decision: None where it may not be known of.
    """

    approval: PlanApproval
    decision: Decision | None
    added: list[Line]
    moved: list[Line]
    gone: list[Line]


def seen_plan_approval(pk: int, *, principal: Principal) -> PlanApproval:
    """One statement. Raises PlanApproval.DoesNotExist."""
    found: PlanApproval = PlanApproval.objects.visible_to(principal).select_related("lead").get(pk=pk)
    return found


def approvals_of(lead_id: int | None, year: int, lines: Sequence[Line], *, principal: Principal) -> list[Approved]:
    """Approvals of a year, newest first. lead_id None: of all houses; lines: the plan that `principal` sees.

    Two statements.
    """
    houses = Organisation.objects.visible_to(principal)
    decisions = Decision.objects.visible_to(principal).filter(pk=OuterRef("decision"))
    rows = PlanApproval.objects.visible_to(principal).filter(year=year, lead__in=houses.values("pk"))
    rows = rows if lead_id is None else rows.filter(lead=lead_id)
    found = list(
        rows.select_related("lead", "decision")
        .annotate(sees_decision=Exists(decisions))
        .order_by("-approved_on", "-pk")
    )
    keys = {key for row in found for key, _starts, _ends in row.contents}
    known = {line.pk: line for line in lines_of(visible_activities(principal).filter(pk__in=keys))}
    return [_compared(row, lines, known) for row in found]


def _compared(row: PlanApproval, lines: Sequence[Line], known: dict[int, Line]) -> Approved:
    before = {key: (starts, ends) for key, starts, ends in row.contents}
    now = {line.pk: line for line in lines if line.lead_id == row.lead_id and line.state not in _OUT}
    return Approved(
        approval=row,
        decision=row.decision if row.sees_decision else None,  # type: ignore[attr-defined]
        added=[line for key, line in now.items() if key not in before],
        moved=[line for key, line in now.items() if key in before and before[key] != (line.starts, line.ends)],
        gone=[known[key] for key in before if key in known and key not in now],
    )
