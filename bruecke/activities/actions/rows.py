# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows below an activity: who takes part, the call for interest, the programme, what it costs."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.activities import ACTIVITY, OWN
from bruecke.activities.kind import kind_of
from bruecke.activities.models import Activity, CostItem, Involvement, InvolvementRole, ProgrammeItem
from bruecke.activities.permissions import can_edit_row
from bruecke.records.editing import Fillable, Values, enter, fill_in
from bruecke.records.errors import Refused

CALL = (InvolvementRole.INVITED, InvolvementRole.APPLIED, InvolvementRole.SELECTED, InvolvementRole.DECLINED)
"""Roles of a call for interest (R18); one actor has one of them."""
DECIDED = (InvolvementRole.SELECTED, InvolvementRole.DECLINED)


def _involvement_problems(row: Involvement, values: Values, by: Principal) -> dict[str, str]:
    if values["organisation_id"] is None and values["person_id"] is None:
        return {"organisation_id": _("Es fehlt noch, wer mitwirkt: eine Einrichtung, eine Person oder beides.")}
    if values["role"] not in kind_of(row.activity).roles:
        return {"role": _("Diese Rolle gibt es bei dieser Art von Vorhaben nicht.")}
    problems = {}
    if values["role"] in DECIDED and not values["reason"].strip():
        problems["reason"] = _("Es fehlt noch die Begründung: Eine Auswahl wird begründet, ein Nein auch.")
    if _stands_already(row, values):
        problems["role"] = _("Das ist schon eingetragen.")
    return problems


def _stands_already(row: Involvement, values: Values) -> bool:
    """The same actor in the same role, or twice in one call for interest."""
    roles = CALL if values["role"] in CALL else (values["role"],)
    same = row.activity.involvements.standing().exclude(pk=row.pk)
    who = {"organisation_id": values["organisation_id"], "person_id": values["person_id"]}
    return bool(same.filter(role__in=roles, **who).exists())


INVOLVEMENT: Fillable[Involvement] = Fillable(
    ("organisation_id", "person_id", "role", "payer", "reason"), can_edit_row, _involvement_problems
)


def _programme_problems(item: ProgrammeItem, values: Values, by: Principal) -> dict[str, str]:
    if not values["title"].strip():
        return {"title": _("Es fehlt noch, was vorgesehen ist.")}
    day = date.fromisoformat(values["day"])
    if not item.activity.starts_from <= day <= item.activity.ends_by:
        return {"day": _("Dieser Tag liegt außerhalb des Vorhabens.")}
    return {}


PROGRAMME_ITEM: Fillable[ProgrammeItem] = Fillable(
    ("day", "at", "title", "venue", "with_whom"), can_edit_row, _programme_problems
)


def _cost_problems(item: CostItem, values: Values, by: Principal) -> dict[str, str]:
    problems = {} if values["title"].strip() else {"title": _("Es fehlt noch, wofür.")}
    if values["planned_cents"] is None and values["actual_cents"] is None:
        problems["planned_cents"] = _("Es fehlt noch ein Betrag: geplant oder abgerechnet.")
    negative = [name for name in ("planned_cents", "actual_cents") if (values[name] or 0) < 0]
    return problems | {name: _("Ein Betrag ist nicht negativ.") for name in negative}


COST_ITEM: Fillable[CostItem] = Fillable(
    ("title", "payer", "budget_line_id", "planned_cents", "actual_cents"), can_edit_row, _cost_problems
)


@transaction.atomic
def invite(
    *, activity: Activity, expected: int, organisations: Iterable[int], until: date | None, by: Principal
) -> list[Involvement]:
    """Open (or go on with) a call for interest: these actors may say that they want to come along (R18).

    Who stands in the call already is left as it is. Raises NotAllowed, StaleRecord, Refused.
    """
    wanted = sorted(set(organisations))
    if not wanted:
        raise Refused({"organisations": _("Es fehlt noch, wer gefragt wird.")})
    if InvolvementRole.INVITED not in kind_of(activity).roles:
        raise Refused({"": _("Bei dieser Art von Vorhaben gibt es keine Interessenbekundung.")})
    if until is not None:
        fields = {f"{OWN}call_until": until.isoformat()}
        activity = fill_in(record=activity, rules=ACTIVITY, expected=expected, fields=fields, why="", by=by)
    asked = set(activity.involvements.standing().filter(role__in=CALL).values_list("organisation_id", flat=True))
    return [_invited(activity, key, by) for key in wanted if key not in asked]


def _invited(activity: Activity, organisation: int, by: Principal) -> Involvement:
    fields = {"organisation_id": organisation, "role": InvolvementRole.INVITED.value}
    return enter(record=Involvement(activity=activity), rules=INVOLVEMENT, fields=fields, by=by)
