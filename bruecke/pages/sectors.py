# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of sectoral cooperation: the open list, and the form of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import RecordForm
from bruecke.pages.record_kind import Kind, edit_href, new_href
from bruecke.partnerships.actions.sectors import SECTOR as RULES
from bruecke.partnerships.actions.sectors import enter_sector
from bruecke.partnerships.queries.sectors import sectors, seen_sector


class SectorForm(RecordForm):
    """What a field is called."""

    titles = (("name", gettext_lazy("Name"), 120),)
    groups = (("", ("name",)),)


SECTOR = Kind(
    "sector",
    "felder",
    lambda _sector: reverse("sectors"),
    gettext_lazy("Feld der Zusammenarbeit bearbeiten"),
    SectorForm,
    RULES,
    seen_sector,
    enter=enter_sector,
    new_title=gettext_lazy("Feld der Zusammenarbeit anlegen"),
    back="sectors",
)


def listing(request: HttpRequest) -> HttpResponse:
    """All fields, each with the list of its partnerships."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    register = reverse("partnerships")
    rows = [
        (sector, n, f"{register}?feld={sector.key}", edit_href(SECTOR, sector, principal))
        for sector, n in sectors(principal=principal)
    ]
    context = {"rows": rows, "new_href": new_href(SECTOR, principal), "crumbs": [(register, _("Partner"))]}
    return render(request, "partnerships/sectors.html", context)


urlpatterns = [path("felder/", listing, name="sectors"), *addresses(SECTOR)]
