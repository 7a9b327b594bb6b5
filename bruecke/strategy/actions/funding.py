# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on budget periods and their lines. Nothing here implies an approval (R05)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter, whichever
from bruecke.strategy.models import BudgetLine, BudgetPeriod
from bruecke.strategy.permissions import can_edit_plan

YEARS = range(1990, 2200)


def _period_problems(period: BudgetPeriod, values: Values, by: Principal) -> dict[str, str]:
    problems = {} if values["name"].strip() else {"name": _("Es fehlt noch der Name.")}
    first, last = values["first_year"], values["last_year"]
    problems |= {
        name: _("Das ist kein Haushaltsjahr.")
        for name, year in (("first_year", first), ("last_year", last))
        if year not in YEARS
    }
    if not problems and last < first:
        problems["last_year"] = _("Das Ende liegt vor dem Anfang.")
    same = BudgetPeriod.objects.filter(name=values["name"]).exclude(pk=period.pk)
    if values["name"] != period.name and same.exists():
        problems["name"] = _("Einen Haushaltszeitraum dieses Namens gibt es schon.")
    return problems


def _line_problems(line: BudgetLine, values: Values, by: Principal) -> dict[str, str]:
    parts = ("section", "chapter", "title")
    problems = {name: _("Diese Angabe fehlt noch.") for name in parts if not values[name].strip()}
    same = BudgetLine.objects.filter(period=line.period_id, **{name: values[name] for name in parts})
    if not problems and same.exclude(pk=line.pk).exists():
        problems["title"] = _("Diese Haushaltsstelle gibt es in dem Zeitraum schon.")
    return problems


PERIOD: Fillable[BudgetPeriod] = Fillable(
    ("name", "first_year", "last_year", *OF_EVERY_RECORD), whichever(can_edit_plan), _period_problems
)
LINE: Fillable[BudgetLine] = Fillable(
    ("section", "chapter", "title", "purpose", *OF_EVERY_RECORD), whichever(can_edit_plan), _line_problems
)


@transaction.atomic
def enter_period(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> BudgetPeriod:
    """Enter a budget period. fields: names of PERIOD. Raises NotAllowed, Refused."""
    return enter(record=BudgetPeriod(), rules=PERIOD, fields=fields, by=by, why=why, draft=draft)
