# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which edition stands."""

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import Edition, EditionState, Strategy


def standing_edition(principal: Principal, key: str = "") -> Edition | None:
    """The adopted edition of the strategy `key` (the first strategy, where empty) with its strategy; one statement.

    None where there is no such strategy, it has no adopted edition yet, or `principal` may not know of it.
    """
    editions = Edition.objects.filter(
        state=EditionState.ADOPTED, strategy__in=Strategy.objects.visible_to(principal).values("pk")
    )
    if key:
        editions = editions.filter(strategy__key=key)
    return editions.select_related("strategy").order_by("strategy_id").first()
