# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which edition stands."""

from functools import lru_cache

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.records.kept import KeptRecords
from bruecke.records.labels import rows_of
from bruecke.strategy.models import Edition, EditionState, Strategy


def standing_edition(principal: Principal, key: str = "") -> Edition | None:
    """The adopted edition of the strategy `key` (the first strategy, where empty) with its strategy; one statement.

    None where there is no such strategy, it has no adopted edition yet, or `principal` may not know of it.
    """
    editions = _statement(scope_of(principal)).records()
    return next((edition for edition in editions if key in {"", edition.strategy.key}), None)


@lru_cache(maxsize=64)
def _statement(scope: Principal) -> KeptRecords[Edition]:
    strategies = rows_of(Strategy).visible_to(scope).values("pk")
    editions = rows_of(Edition).filter(state=EditionState.ADOPTED, strategy__in=strategies)
    return KeptRecords(editions.order_by("strategy_id"), related=("strategy",))
