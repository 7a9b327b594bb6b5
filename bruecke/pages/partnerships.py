# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of partnerships: list, map and numbers; and the liaison offices."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.accounts.principal import Principal
from bruecke.pages import partnership_export, partnership_map, partnership_moves, partnership_rail, partnership_sheet
from bruecke.pages.kept_main import KeptMain
from bruecke.pages.partnership_records import KINDS, OFFICE, PARTNERSHIP
from bruecke.pages.partnership_together import offered_gaps
from bruecke.pages.partnership_words import day, kind_in_words, since_in_words, standing_in_words
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_kind import new_href, working
from bruecke.partnerships.models import Basis, LiaisonOffice
from bruecke.partnerships.partnership_filter import VIEWS, PartnershipFilter, parse
from bruecke.partnerships.permissions import can_see_internal
from bruecke.partnerships.queries.offices import office_sheet, offices
from bruecke.partnerships.queries.register import Row, choices, register_page, spots, state_counts

Counts = Mapping[tuple[str, str], int]
"""By state and kind."""
VIEW_NAMES = {
    "partner": gettext_lazy("Partner"),
    "kandidaten": gettext_lazy("Kandidaten"),
    "frueher": gettext_lazy("Frühere"),
}


def partnerships(request: HttpRequest) -> HttpResponse:
    """The register: view, filters, sort and page are the address."""
    return render(request, "partnerships/list.html", {"register": _register(request)})


def _context(given: QueryDict, principal: Principal) -> dict[str, Any]:
    is_staff = can_see_internal(principal)
    asked = parse(given.lists(), is_staff=is_staff)
    entries = choices(principal=principal)
    gaps = offered_gaps()
    counts = state_counts(asked, principal=principal, gaps=gaps)
    page = register_page(asked, given.get("ab", ""), principal=principal, gaps=gaps)
    title = standing_in_words(counts, asked.states)
    return {
        "asked": asked,
        "rows": [_row(row) for row in page.rows],
        "previous": asked.query(ab=page.previous) if page.previous else "",
        "next": asked.query(ab=page.next) if page.next else "",
        "groups": partnership_rail.groups(asked, entries, is_staff=is_staff),
        "chips": _chips(asked, entries),
        "tabs": _tabs(asked, counts),
        "sentence": _sentence(asked, _sum(counts, asked.states)),
        "sorts": {name: (_address(replace(asked, sort=name)), name == asked.sort) for name in ("name", "aenderung")},
        "clear": _address(PartnershipFilter(view=asked.view, sort=asked.sort)),
        "downloads": partnership_export.downloads(asked),
        "map": partnership_map.picture(spots(asked, principal=principal, gaps=gaps), title),
        "map_title": title,
        "new_href": new_href(PARTNERSHIP, principal),
    }


_register = KeptMain("partnerships/register.html", _context)


def _address(asked: PartnershipFilter) -> str:
    return asked.query() or reverse("partnerships")


def _row(row: Row) -> dict[str, Any]:
    return {
        "href": reverse("partnership", args=[row.pk]),
        "name": row.name,
        "kind": kind_in_words(row.kind, is_neighbour=row.is_neighbour),
        "state": row.state,
        "words": since_in_words(row.state, row.state_since),
        "country": row.country,
        "basis": _basis(row),
    }


def _basis(row: Row) -> str:
    """ "Gemeinsame Erklärung, 1999"; "" where nobody knows."""
    if row.basis == Basis.UNKNOWN:
        return ""
    return ", ".join(filter(None, (str(Basis(row.basis).label), day(row.since))))


def _chips(asked: PartnershipFilter, entries: partnership_rail.Choices) -> list[tuple[str, str]]:
    found = partnership_rail.in_words(asked, entries)
    return [(_address(asked.without(name, value)), text) for name, value, text in found]


def _sum(counts: Counts, states: Collection[str]) -> int:
    return sum(n for (state, _kind), n in counts.items() if state in states)


def _tabs(asked: PartnershipFilter, counts: Counts) -> list[dict[str, object]]:
    return [
        {
            "href": _address(asked.seen_as(view)),
            "label": name,
            "count": _sum(counts, VIEWS[view]),
            "is_current": view == asked.view,
        }
        for view, name in VIEW_NAMES.items()
    ]


def _sentence(asked: PartnershipFilter, n: int) -> str:
    """How many the list holds; candidates are not called partnerships (R13)."""
    text = {
        "partner": ngettext("%(n)d Partnerschaft", "%(n)d Partnerschaften", n),
        "kandidaten": ngettext("%(n)d Kandidat", "%(n)d Kandidaten", n),
        "frueher": ngettext("%(n)d frühere oder nicht eingegangene", "%(n)d frühere oder nicht eingegangene", n),
    }[asked.view]
    return text % {"n": n}


def liaison_offices(request: HttpRequest) -> HttpResponse:
    """All offices, the two kinds of operators apart."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    rows = offices(principal=principal)
    by_kind = [
        (kind, [(office, day(office.since)) for office in group])
        for kind, group in groupby(rows, key=lambda office: office.get_operator_kind_display())
    ]
    return render(request, "partnerships/offices.html", {"by_kind": by_kind, "new_href": new_href(OFFICE, principal)})


def liaison_office(request: HttpRequest, pk: int) -> HttpResponse:
    """One office and the partnerships it serves."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = office_sheet(pk, principal=principal)
    except LiaisonOffice.DoesNotExist:
        raise Http404 from None
    context = {
        "sheet": sheet,
        "since": day(sheet.office.since),
        "crumbs": [(reverse("partnerships"), _("Partner")), (reverse("liaison_offices"), _("Verbindungsbüros"))],
        "is_staff": can_see_internal(principal),
    }
    return render(request, "partnerships/office.html", context | working(OFFICE, sheet.office, principal))


urlpatterns = [
    path("partner/", partnerships, name="partnerships"),
    path("verbindungsbueros/", liaison_offices, name="liaison_offices"),
    path("verbindungsbueros/<int:pk>/", liaison_office, name="liaison_office"),
    *partnership_export.urlpatterns,
    *partnership_map.urlpatterns,
    *partnership_sheet.urlpatterns,
    *partnership_moves.urlpatterns,
    *(pattern for kind in KINDS for pattern in addresses(kind)),
]
