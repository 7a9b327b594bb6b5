# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Liaison offices: the two kinds apart (R15)."""

from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.partnerships.models import LiaisonOffice, Partnership


def offices(*, principal: Principal) -> list[LiaisonOffice]:
    """All that the asker may know of, by kind of operator and name, with their places; one statement."""
    rows = LiaisonOffice.objects.visible_to(principal).select_related("place")
    return list(rows.order_by("operator_kind", "name_de", "pk"))


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """An office, who runs it (None where nobody, or nobody to be known of) and the partnerships it serves."""

    office: LiaisonOffice
    operator: Organisation | None
    partnerships: tuple[Partnership, ...]


def seen_office(pk: int, *, principal: Principal) -> LiaisonOffice:
    """An office with its place; one statement. Raises LiaisonOffice.DoesNotExist."""
    found: LiaisonOffice = LiaisonOffice.objects.visible_to(principal).select_related("place").get(pk=pk)
    return found


def office_sheet(pk: int, *, principal: Principal) -> OfficeSheet:
    """Raises LiaisonOffice.DoesNotExist. Three statements."""
    office = seen_office(pk, principal=principal)
    operator = Organisation.objects.visible_to(principal).filter(pk=office.operator_id).first()
    served = Partnership.objects.visible_to(principal).filter(pk__in=office.partnerships.values("pk"))
    return OfficeSheet(office, operator, tuple(served.order_by("title_sort", "pk")))
