# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on organisations; the verbs are those of records.editing."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.actors.permissions import can_edit_organisation
from bruecke.records.editing import (
    OF_EVERY_RECORD,
    Fillable,
    Values,
    enter,
    free_key,
    in_languages,
    title_problem,
    whichever,
)


def _organisation_problems(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    since, until = values["valid_from"], values["valid_until"]
    if since and until and until < since:
        problems["valid_until"] = _("Das Ende liegt vor dem Anfang.")
    own_part = _("Eine Einrichtung gehört nicht zu sich selbst oder zu einem ihrer Teile.")
    own_heir = _("Eine Einrichtung folgt nicht sich selbst nach, auch nicht über andere.")
    problems |= _circle_problem(organisation, values, "parent_id", own_part)
    problems |= _circle_problem(organisation, values, "successor_id", own_heir)
    return problems or _namesake_problem(organisation, values, by)


def _circle_problem(organisation: Organisation, values: Values, column: str, sentence: str) -> dict[str, str]:
    """`sentence` where following `column` from what is newly named there leads back to the organisation."""
    at: int | None = values[column]
    if at is None or at == getattr(organisation, column):
        return {}
    passed: set[int] = set()
    while at is not None and at not in passed:
        passed.add(at)
        at = Organisation.objects.filter(pk=at).values_list(column, flat=True).first()
    return {column: sentence} if organisation.pk in passed else {}


def _namesake_problem(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    """The same one twice, for instance because the button was pressed twice; what is hidden is not told of."""
    name = values["name_de"]
    if not name or name == organisation.name_de:  # type: ignore[attr-defined]
        return {}
    others = Organisation.objects.visible_to(by).exclude(pk=organisation.pk)
    same = others.filter(name_de__iexact=name, parent=values["parent_id"], kind=values["kind"])
    return {"name_de": _("Eine Einrichtung dieses Namens gibt es schon.")} if same.exists() else {}


ORGANISATION: Fillable[Organisation] = Fillable(
    (
        *in_languages("name"),
        *in_languages("short_name"),
        "kind",
        "parent_id",
        "valid_from",
        "valid_until",
        "former_names",
        "successor_id",
        *OF_EVERY_RECORD,
    ),
    whichever(can_edit_organisation),
    _organisation_problems,
)


@transaction.atomic
def enter_organisation(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Organisation:
    """Enter an organisation. fields: names of ORGANISATION. Raises NotAllowed, Refused."""
    titles = (str(fields[name]) for name in in_languages("name") if fields.get(name))
    record = Organisation(key=free_key(Organisation, next(titles, "")))
    return enter(record=record, rules=ORGANISATION, fields=fields, by=by, why=why, draft=draft)
