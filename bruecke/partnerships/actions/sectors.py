# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of sectoral cooperation: an open list (R09); the verbs to fill one in are those of records.editing."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.partnerships.models import Sector
from bruecke.partnerships.permissions import can_edit_sectors
from bruecke.records.editing import Fillable, Values, enter, free_key, in_languages, title_problem, whichever


def _problems(sector: Sector, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    name = values["name_de"]
    if name and Sector.objects.exclude(pk=sector.pk).filter(name_de__iexact=name).exists():
        problems["name_de"] = _("Dieses Feld gibt es schon.")
    return problems


SECTOR: Fillable[Sector] = Fillable(in_languages("name"), whichever(can_edit_sectors), _problems)


@transaction.atomic
def enter_sector(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Sector:
    """Enter a field. fields: names of SECTOR. Raises NotAllowed, Refused."""
    names = (str(fields[name]) for name in SECTOR.names if fields.get(name))
    record = Sector(key=free_key(Sector, next(names, "")))
    return enter(record=record, rules=SECTOR, fields=fields, by=by, why=why, draft=draft)
