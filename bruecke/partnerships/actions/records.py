# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on partnerships, agreements and liaison offices; the verbs for that are those of records.editing.

The state is not filled in: it moves (moves.py).
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.base.collation import sort_key
from bruecke.base.dates import is_fuzzy_date
from bruecke.partnerships.life_cycle import Demand, State, first_demands, is_planned
from bruecke.partnerships.models import (
    Agreement,
    LiaisonOffice,
    OfficeOperator,
    Partnership,
    PartnershipKind,
    StateChange,
)
from bruecke.partnerships.permissions import (
    can_edit_agreement,
    can_edit_office,
    can_edit_partnership,
    can_set_visibility,
)
from bruecke.partnerships.refusals import demand_in_words
from bruecke.records import journal
from bruecke.records.editing import (
    OF_EVERY_RECORD,
    Fillable,
    Values,
    enter,
    free_key,
    in_languages,
    title_problem,
)
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import Record
from bruecke.records.visibility import Visibility

BEGINS = ("begins_as", "begins_on", "begins_because")
"""How the life of a new partnership begins: state, truncated ISO date ("" where unknown), reason."""

UNIVERSITIES = frozenset({OrganisationKind.UNIVERSITY, OrganisationKind.RESEARCH})
"""They run the one kind of office, and only that; all others the other: the two are never mixed (R15)."""


def _partnership_problems(partnership: Partnership, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    problems |= _date_problems(values, "since") | visibility_problem(partnership, values, by)
    is_regional = values["kind"] == PartnershipKind.REGIONAL
    if values["place_id"] is None:
        problems["place_id"] = _("Es fehlt noch der Ort.")
    if values["is_neighbour"] and not is_regional:
        problems["is_neighbour"] = _("Nachbarregion ist nur eine Regionalpartnerschaft.")
    has_lost_answer = not values["sectoral_answer"] and (
        partnership.sectoral_answer or partnership.kind != PartnershipKind.REGIONAL
    )
    if partnership.pk and is_regional and partnership.state == State.EXAMINED and has_lost_answer:
        problems["sectoral_answer"] = demand_in_words(Demand.SECTORAL_ANSWER)
    return problems or _namesake_problem(partnership, values, by)


def _namesake_problem(partnership: Partnership, values: Values, by: Principal) -> dict[str, str]:
    """The same one twice, for instance because the button was pressed twice; what is hidden is not told of."""
    name = values["name_de"]
    if not name or name == partnership.name_de:  # type: ignore[attr-defined]
        return {}
    others = Partnership.objects.visible_to(by).exclude(pk=partnership.pk)
    same = others.filter(name_de__iexact=name, place=values["place_id"], kind=values["kind"])
    return {"name_de": _("Diese Partnerschaft gibt es schon.")} if same.exists() else {}


def _date_problems(values: Values, *names: str) -> dict[str, str]:
    return {
        name: _("Diesen Tag gibt es im Kalender nicht.")
        for name in names
        if values[name] and not is_fuzzy_date(values[name])
    }


def visibility_problem(record: Record, values: Values, by: Principal) -> dict[str, str]:
    """Who may fill in may not always open up or close: that is the coordinator's release."""
    is_kept = not record.pk and values["visibility"] != Visibility.PUBLISHED
    if is_kept or (record.pk and values["visibility"] == record.visibility) or can_set_visibility(by):
        return {}
    return {"visibility": _("Wer es sehen darf, legt die Koordination fest.")}


def _sorted(values: Values) -> Values:
    title = next((values[name] for name in in_languages("name") if values[name]), "")
    return {"title_sort": sort_key(title)}


PARTNERSHIP: Fillable[Partnership] = Fillable(
    (
        *in_languages("name"),
        "kind",
        "is_neighbour",
        "place_id",
        "holder_id",
        "partners",
        "basis",
        "since",
        "sectors",
        "goals",
        "working_group_id",
        "contacts",
        "summary",
        "sensitive",
        "precondition",
        "sectoral_answer",
        *OF_EVERY_RECORD,
    ),
    can_edit_partnership,
    _partnership_problems,
    derived=_sorted,
)


@transaction.atomic
def enter_partnership(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Partnership:
    """Enter a partnership with the first known state of its life. fields: names of PARTNERSHIP and BEGINS.

    Raises NotAllowed, Refused.
    """
    if not can_edit_partnership(by, None):
        raise NotAllowed
    plain = {name: value for name, value in fields.items() if name not in BEGINS}
    state, on, because = (str(fields.get(name) or "") for name in BEGINS)
    problems = _beginning_problems(state, on, because, plain)
    if problems:
        raise Refused(problems)
    titles = (str(plain[name]) for name in in_languages("name") if plain.get(name))
    record = Partnership(key=free_key(Partnership, next(titles, "")), state=state, state_since=on)
    made = enter(record=record, rules=PARTNERSHIP, fields=plain, by=by, why=why, draft=draft)
    _begin(made, on=on, reason=because, passage_id=None, by=by)
    return made


def _beginning_problems(state: str, on: str, because: str, values: Mapping[str, Any]) -> dict[str, str]:
    if state not in set(State):
        return {"begins_as": _("Es fehlt noch der Stand.")}
    if on and not is_fuzzy_date(on):
        return {"begins_on": _("Diesen Tag gibt es im Kalender nicht.")}
    if is_planned(on, timezone.localdate()):
        return {"begins_on": _("Der erste Stand gilt schon heute; was erst kommt, halten Sie danach fest.")}
    met = {Demand.REASON: because, Demand.SECTORAL_ANSWER: values.get("sectoral_answer")}
    names = {Demand.REASON: "begins_because", Demand.SECTORAL_ANSWER: "sectoral_answer"}
    asked = first_demands(State(state), str(values.get("kind", "")))
    return {names[demand]: demand_in_words(demand) for demand in sorted(asked) if not str(met[demand] or "").strip()}


def _begin(partnership: Partnership, *, on: str, reason: str, passage_id: int | None, by: Principal) -> None:
    StateChange.objects.create(
        partnership=partnership,
        to_state=partnership.state,
        effective_on=on,
        reason=reason,
        passage_id=passage_id,
        recorded_by=by.label,
    )


@transaction.atomic
def take_over_partnership(
    *, partnership: Partnership, on: str, reason: str, passage_id: int | None, by: Principal
) -> Partnership:
    """Save an unsaved partnership in the state a source gives it; nothing is asked that the source does not say."""
    partnership.title_sort = sort_key(str(partnership))
    partnership.state_since = on
    partnership.save(force_insert=True)
    _begin(partnership, on=on, reason=reason, passage_id=passage_id, by=by)
    journal.record(partnership, verb="created", by=by, changes={"version": [0, 1]})
    return partnership


def _agreement_problems(agreement: Agreement, values: Values, by: Principal) -> dict[str, str]:
    problems = _date_problems(values, "signed_on", "ends_on") | visibility_problem(agreement, values, by)
    if not values["title"]:
        problems["title"] = _("Es fehlt noch der Titel.")
    signed, ends = values["signed_on"], values["ends_on"]
    if signed and ends and ends < signed[: len(ends)]:
        problems.setdefault("ends_on", _("Das Ende liegt vor der Unterzeichnung."))
    return problems


AGREEMENT: Fillable[Agreement] = Fillable(
    (
        "title",
        "parties",
        "signatories",
        "signed_on",
        "ends_on",
        "is_renewed_by_itself",
        "languages",
        "document_id",
        *OF_EVERY_RECORD,
    ),
    can_edit_agreement,
    _agreement_problems,
)


def _office_problems(office: LiaisonOffice, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name.")) | _date_problems(values, "since")
    problems |= visibility_problem(office, values, by)
    operator = Organisation.objects.filter(pk=values["operator_id"]).first()
    is_academic = values["operator_kind"] == OfficeOperator.UNIVERSITIES
    if operator is not None and (operator.kind in UNIVERSITIES) != is_academic:
        problems["operator_id"] = _(
            "Diese Einrichtung betreibt kein Büro dieser Art; die beiden Arten bleiben getrennt."
        )
    if values["operator_kind"] != office.operator_kind and office.pk:
        problems["operator_kind"] = _("Ein Büro wechselt seine Art nicht. Legen Sie ein neues an.")
    return problems


LIAISON_OFFICE: Fillable[LiaisonOffice] = Fillable(
    (*in_languages("name"), "operator_kind", "operator_id", "place_id", "since", "partnerships", *OF_EVERY_RECORD),
    can_edit_office,
    _office_problems,
)


@transaction.atomic
def enter_office(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> LiaisonOffice:
    """Enter a liaison office. fields: names of LIAISON_OFFICE. Raises NotAllowed, Refused."""
    return enter(record=LiaisonOffice(), rules=LIAISON_OFFICE, fields=fields, by=by, why=why, draft=draft)
