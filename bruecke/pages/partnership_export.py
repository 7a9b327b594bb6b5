# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as a file: exactly what is shown, all pages of it."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words
from bruecke.pages import partnership_rail
from bruecke.pages.partnership_together import offered_gaps
from bruecke.pages.partnership_words import day, kind_in_words
from bruecke.pages.table_files import TYPES, table_response
from bruecke.partnerships.models import Basis, PartnershipState
from bruecke.partnerships.partnership_filter import PartnershipFilter, parse
from bruecke.partnerships.permissions import can_see_internal
from bruecke.partnerships.queries.register import Row, choices, in_order
from bruecke.publish.tables import Cell, Column, Table


def export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The file; its rows are read while it is written."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    asked = parse(request.GET.lists(), is_staff=can_see_internal(principal))
    address = request.build_absolute_uri(reverse("partnerships"))
    table = partnership_table(asked, address, principal)
    return table_response(table, "partnerschaften", ending)


def partnership_table(asked: PartnershipFilter, address: str, principal: Principal) -> Table:
    """The table of what `asked` finds. address: of the register, absolute."""
    filters = "; ".join(text for _n, _v, text in partnership_rail.in_words(asked, choices(principal=principal)))
    today = day_in_words(timezone.localdate(), get_language() or "de")
    candidates = _("Kandidaten in Prüfung sind keine Partner.") if asked.view == "kandidaten" else ""
    return Table(
        title=_("Kandidaten") if asked.view == "kandidaten" else _("Partnerschaften"),
        columns=(
            Column(_("Name"), 32),
            Column(_("Art"), 28),
            Column(_("Stand"), 18),
            Column(_("Stand seit"), 18),
            Column(_("Ort"), 28),
            Column(_("Land"), 24),
            Column(_("Grundlage"), 24),
            Column(_("Partnerschaft seit"), 18),
            Column(_("Adresse"), 40),
        ),
        rows=_rows(in_order(asked, principal=principal, gaps=offered_gaps()), address),
        note=tuple(
            filter(
                None,
                (
                    _("Partnerschaften, Stand %(day)s") % {"day": today},
                    _("Auswahl: %(filters)s") % {"filters": filters or _("alle")},
                    candidates,
                    _("Ein leeres Feld heißt: nicht belegt, nicht etwa: nicht vorhanden."),
                    _("Quelle: %(address)s") % {"address": address + asked.query()},
                ),
            )
        ),
        note_title=_("Hinweise"),
        language=get_language() or "de",
    )


def _rows(rows: Iterator[Row], address: str) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (
            row.name,
            kind_in_words(row.kind, is_neighbour=row.is_neighbour),
            str(PartnershipState(row.state).label),
            day(row.state_since),
            row.place,
            row.country,
            str(Basis(row.basis).label) if row.basis != Basis.UNKNOWN else "",
            day(row.since),
            f"{address}{row.pk}/",
        )


def downloads(asked: PartnershipFilter) -> list[tuple[str, str]]:
    """Addresses and names of the files of a list."""
    return [(reverse(f"partnerships_{end}") + asked.query(), end.upper()) for end in TYPES]


urlpatterns = [
    path(f"partner/export.{ending}", export, {"ending": ending}, f"partnerships_{ending}") for ending in TYPES
]
