# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of the plan rests on a recorded decision."""

from typing import NamedTuple

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import Edition, Measure, OptionDecision
from bruecke.strategy.queries.plan import PUBLIC_STATES, readable_editions


class Resting(NamedTuple):
    """Decisions on options (each with its measure) and editions."""

    options: list[OptionDecision]
    editions: list[Edition]


def resting_on(decision: int, *, principal: Principal) -> Resting:
    """What rests on a decision, as far as `principal` may know of it; two statements."""
    measures = Measure.objects.visible_to(principal).filter(edition__state__in=PUBLIC_STATES)
    options = OptionDecision.objects.visible_to(principal).filter(decision=decision, measure__in=measures)
    editions = readable_editions(principal).filter(decision=decision).select_related("strategy")
    return Resting(
        list(options.select_related("measure").order_by("measure__position", "pk")),
        list(editions.order_by("strategy_id", "ordinal")),
    )
