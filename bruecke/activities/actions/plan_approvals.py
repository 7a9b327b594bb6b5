# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Approving the yearly plan of a house as a whole, as it stands on that day."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.models import PlanApproval
from bruecke.activities.permissions import can_approve_plan, can_publish
from bruecke.activities.queries.year_plan import planned_of
from bruecke.actors.models import Organisation
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility


def _problems(approval: PlanApproval, values: Values, by: Principal) -> dict[str, str]:
    problems = {}
    if values["decision_id"] is None and not values["approved_by"].strip():
        problems["approved_by"] = _("Es fehlt noch, wer genehmigt hat, oder der Beschluss.")
    if values["approved_on"] and values["approved_on"] > timezone.localdate().isoformat():
        problems["approved_on"] = _("Dieser Tag liegt in der Zukunft.")
    if not 1900 <= (values["year"] or 0) <= 2999:
        problems["year"] = _("Dieses Jahr ist nicht lesbar.")
    if approval.pk and (values["lead_id"], values["year"]) != (approval.lead_id, approval.year):
        problems["lead_id"] = _("Haus und Jahr stehen fest: Genehmigt ist der Plan, der an jenem Tag vorlag.")
    if values["visibility"] == Visibility.PUBLISHED != approval.visibility and not can_publish(by):
        problems["visibility"] = _("Veröffentlichungen gibt die Koordination frei.")
    return problems or _house_problem(values, by)


def _house_problem(values: Values, by: Principal) -> dict[str, str]:
    """A house records the approval of its own plan, the coordinator of any."""
    own = Organisation.objects.filter(pk=values["lead_id"], house__in=by.houses)
    if by.is_system or by.has(Role.COORDINATOR) or own.exists():
        return {}
    return {"lead_id": _("Sie halten die Genehmigung des Plans Ihres eigenen Hauses fest.")}


PLAN_APPROVAL: Fillable[PlanApproval] = Fillable(
    ("lead_id", "year", "approved_on", "decision_id", "approved_by", "note", *OF_EVERY_RECORD),
    can_approve_plan,
    _problems,
)


@transaction.atomic
def approve_plan(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> PlanApproval:
    """Approve the plan of a house and year as it stands now. fields: names of PLAN_APPROVAL.

    Raises NotAllowed; Refused where nothing is planned, too.
    """
    if not can_approve_plan(by, None):
        raise NotAllowed
    lead, year = fields.get("lead_id"), fields.get("year")
    contents = planned_of(lead, year) if lead and year else []
    if lead and year and not contents:
        raise Refused({"year": _("In diesem Plan steht noch nichts, was genehmigt werden könnte.")})
    record = PlanApproval(contents=contents)
    return enter(record=record, rules=PLAN_APPROVAL, fields=fields, by=by, why=why, draft=draft)
