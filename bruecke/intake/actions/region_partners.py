# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships, candidates, liaison offices and sectors of a region's files, each with its citation.

Years, bases and operators only where the files give them; what is there already stays as people left it.
"""

from django.db import transaction

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.intake.actions.region_sources import Sources
from bruecke.intake.region_files import RelationFiles, Row, in_languages
from bruecke.partnerships.actions.records import take_over_partnership
from bruecke.partnerships.models import (
    Basis,
    LiaisonOffice,
    Partnership,
    PartnershipKind,
    PartnershipState,
    Sector,
)
from bruecke.places.models import Place
from bruecke.records import journal
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import Edition

STATES = {
    "active": PartnershipState.ACTIVE,
    "dormant": PartnershipState.DORMANT,
    "under_examination": PartnershipState.EXAMINED,
}


@transaction.atomic
def complete_partnerships(edition: Edition, files: RelationFiles, *, by: Principal) -> None:
    """Add what is not there yet; three statements where all of it is. Raises UnfoundCitationError."""
    partnerships = _missing(Partnership, files.partnerships)
    sectors = _missing(Sector, files.sectors)
    names = {row["name"]["de"]: row for row in files.offices}
    present = LiaisonOffice.objects.filter(name_de__in=names).values_list("name_de", flat=True)
    offices = [row for name, row in names.items() if name not in set(present)]
    if not (partnerships or sectors or offices):
        return
    sources = Sources.of(edition)
    places = {place.key: place for place in Place.objects.all()}
    organisations = dict(Organisation.objects.values_list("key", "pk"))
    for row in sectors:
        sources.note(Sector.objects.create(key=row["id"], **in_languages("name", row["name"])), row)
    for row in partnerships:
        _partnership(row, places[row["place"]], organisations, sources, by)
    for row in offices:
        _office(row, places, organisations, sources, by)
    sources.write()


def _missing(model: type[Partnership] | type[Sector], rows: tuple[Row, ...]) -> list[Row]:
    keys = [row["id"] for row in rows]
    present = set(model._default_manager.filter(key__in=keys).values_list("key", flat=True))
    return [row for row in rows if row["id"] not in present]


def _partnership(row: Row, place: Place, organisations: dict[str, int], sources: Sources, by: Principal) -> None:
    kind = PartnershipKind(row["kind"])
    condition = row.get("precondition") or {}
    record = Partnership(
        key=row["id"],
        kind=kind,
        # An authority's neighbour is no neighbour of the government's own (R14).
        is_neighbour=kind == PartnershipKind.REGIONAL and bool(row.get("neighbour")),
        place=place,
        holder_id=organisations.get(row.get("holder", "")),
        basis=row.get("basis", Basis.UNKNOWN),
        since=row.get("since", ""),
        state=STATES[row["status"]],
        precondition=condition.get("title", {}).get("de", ""),
        visibility=Visibility.PUBLISHED,
    )
    for name in ("name_de", "name_en", "name_pl", "name_cs", "name_hsb"):
        setattr(record, name, getattr(place, name))
    made = take_over_partnership(
        partnership=record,
        on=row.get("status_since", row.get("since", "")),
        reason=row.get("reason", {}).get("de", ""),
        passage_id=sources.passage(row["cite"][0]),
        by=by,
    )
    sources.note(made, row)
    sources.note(made, condition, "precondition")


def _office(row: Row, places: dict[str, Place], organisations: dict[str, int], sources: Sources, by: Principal) -> None:
    office = LiaisonOffice(
        operator_kind=row["kind"],
        operator_id=organisations.get(row.get("operator", "")),
        place=places.get(row.get("place", "")),
        since=row.get("since", ""),
        visibility=Visibility.PUBLISHED,
        **in_languages("name", row["name"]),
    )
    office.save()
    journal.record(office, verb="created", by=by)
    sources.note(office, row)
