# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of cooperation with how many partnerships each has."""

from bruecke.accounts.principal import Principal
from bruecke.base.collation import sort_key
from bruecke.partnerships.life_cycle import PARTNERS
from bruecke.partnerships.models import Partnership, Sector


def seen_sector(pk: int, *, principal: Principal) -> Sector:
    """A field; everybody may know of all. Raises Sector.DoesNotExist."""
    return Sector.objects.get(pk=pk)


def sectors(*, principal: Principal) -> list[tuple[Sector, int]]:
    """Fields in the alphabet, with the partnerships that stand and may be known of; two statements.

    A field that has none yet may tell of plans: it is for the government only.
    """
    seen = Partnership.objects.visible_to(principal).filter(state__in=sorted(PARTNERS))
    counts: dict[int, int] = {}
    for key in seen.order_by().filter(sectors__isnull=False).values_list("sectors", flat=True):
        counts[key] = counts.get(key, 0) + 1
    rows = sorted(Sector.objects.all(), key=lambda row: sort_key(row.name))
    return [(row, n) for row in rows if (n := counts.get(row.pk, 0)) or principal.is_staff]
