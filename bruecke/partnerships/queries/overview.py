# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the government's own partnerships stand, in one statement that is kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Exists
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.partnerships.life_cycle import CANDIDATES, PARTNERS
from bruecke.partnerships.models import Basis
from bruecke.partnerships.partnership_filter import OF_THE_GOVERNMENT
from bruecke.partnerships.queries.register import Spot, links_of, seen_partnerships
from bruecke.records.kept import KeptRows
from bruecke.records.labels import label


@dataclass(frozen=True, slots=True)
class PartnerOverview:
    """Partners and candidates that the asker may know of; gaps count partners only (R13)."""

    spots: tuple[Spot, ...]
    counts: Mapping[str, int]
    without_basis: int
    without_goal: int


def partner_overview(*, principal: Principal) -> PartnerOverview:
    """One statement, whatever there is."""
    rows = _statement(get_language() or "", scope_of(principal)).run()
    spots = tuple(Spot._make(row[:6]) for row in rows)
    partners = [row for row in rows if row[2] in PARTNERS]
    return PartnerOverview(
        spots=spots,
        counts=Counter(spot.state for spot in spots),
        without_basis=sum(row[6] == Basis.UNKNOWN for row in partners),
        without_goal=sum(not row[7] for row in partners),
    )


@lru_cache(maxsize=64)
def _statement(_language: str, scope: Principal) -> KeptRows:
    rows = seen_partnerships(scope).filter(kind__in=sorted(OF_THE_GOVERNMENT), state__in=sorted(PARTNERS | CANDIDATES))
    columns = ("pk", label("name"), "state", "place__latitude", "place__longitude", "place__is_unnamed", "basis")
    return KeptRows(rows.order_by("title_sort", "pk").values_list(*columns, Exists(links_of("goals"))))
