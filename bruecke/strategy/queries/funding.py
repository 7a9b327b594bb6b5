# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget periods with their lines."""

from collections import defaultdict

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import BudgetLine, BudgetPeriod


def seen_period(pk: int, *, principal: Principal) -> BudgetPeriod:
    """A period; one statement. Raises BudgetPeriod.DoesNotExist."""
    period: BudgetPeriod = BudgetPeriod.objects.visible_to(principal).get(pk=pk)
    return period


def seen_line(pk: int, *, principal: Principal) -> BudgetLine:
    """A line with its period; one statement. Raises BudgetLine.DoesNotExist."""
    line: BudgetLine = BudgetLine.objects.visible_to(principal).select_related("period").get(pk=pk)
    return line


def budget(*, principal: Principal) -> list[tuple[BudgetPeriod, list[BudgetLine]]]:
    """All periods, the newest first, with their lines; two statements."""
    lines = defaultdict(list)
    for line in BudgetLine.objects.visible_to(principal).order_by("section", "chapter", "title"):
        lines[line.period_id].append(line)
    periods = BudgetPeriod.objects.visible_to(principal).order_by("-first_year", "-pk")
    return [(period, lines[period.pk]) for period in periods]
