# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows below an activity that `principal` may know of, with what permissions ask for; one statement each."""

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity, CostItem, Involvement, ProgrammeItem
from bruecke.records.visibility import visible


def seen_involvement(pk: int, *, principal: Principal) -> Involvement:
    """Raises Involvement.DoesNotExist."""
    rows = Involvement.objects.filter(visible(Activity, principal, "activity__"))
    return rows.select_related("activity__lead", "organisation", "person").get(pk=pk)


def seen_programme_item(pk: int, *, principal: Principal) -> ProgrammeItem:
    """Raises ProgrammeItem.DoesNotExist."""
    rows = ProgrammeItem.objects.filter(visible(Activity, principal, "activity__"))
    return rows.select_related("activity__lead").get(pk=pk)


def seen_cost_item(pk: int, *, principal: Principal) -> CostItem:
    """Raises CostItem.DoesNotExist."""
    rows = CostItem.objects.filter(visible(Activity, principal, "activity__"))
    return rows.select_related("activity__lead").get(pk=pk)
