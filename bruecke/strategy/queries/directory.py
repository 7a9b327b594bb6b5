# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, places and documents as the plan knows them: what each has to do with which measures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.base.collation import sort_key
from bruecke.library.models import Document
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember, PlaceKind
from bruecke.strategy.models import (
    Edition,
    EditionState,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasurePlace,
    TargetEntry,
)
from bruecke.strategy.queries.plan import readable_editions

_Named = TypeVar("_Named", Organisation, Place)
SHOWN = 200
"""So many measures a sheet names itself; the list of measures shows the rest."""


def _standing(principal: Principal) -> QuerySet[Measure]:
    """Measures of the standing editions that `principal` may know of."""
    editions = readable_editions(principal).filter(state=EditionState.ADOPTED)
    measures: QuerySet[Measure] = Measure.objects.visible_to(principal).filter(edition__in=editions.values("pk"))
    return measures


def _number(
    rows: "QuerySet[Measure] | QuerySet[MeasureActor] | QuerySet[MeasurePlace] | QuerySet[MeasureDocument]", key: str
) -> Coalesce:
    """Rows per key as a subquery: one statement, no join that multiplies."""
    counted = rows.order_by().filter(**{key: OuterRef("pk")}).values(key).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def organisations(*, principal: Principal) -> list[Organisation]:
    """All organisations, kinds as they are declared, then by name; with `leads` and `named`; one statement."""
    seen = _standing(principal)
    links = MeasureActor.objects.filter(measure__in=seen.values("pk"))
    rows = Organisation.objects.visible_to(principal).annotate(
        leads=_number(seen, "lead"), named=_number(links, "organisation")
    )
    return _in_order(rows, OrganisationKind.values)


def _in_order(rows: Iterable[_Named], kinds: Sequence[str]) -> list[_Named]:
    """By kind, then by the name that is shown, as DIN 5007 sorts: "Ägypten" before "Belgien"."""
    return sorted(rows, key=lambda row: (kinds.index(row.kind), sort_key(row.name), row.pk))


def _targets(principal: Principal) -> QuerySet[TargetEntry]:
    editions = readable_editions(principal).filter(state=EditionState.ADOPTED)
    return TargetEntry.objects.filter(target_list__edition__in=editions.values("pk"))


def places(*, principal: Principal) -> list[Place]:
    """Places that a group names, or a measure or target list the asker may know of, with parents; one statement."""
    named = MeasurePlace.objects.filter(measure__in=_standing(principal).values("pk")).values("place")
    grouped = PlaceGroupMember.objects.holding(timezone.localdate()).values("place")
    targeted = _targets(principal).values("places")
    rows = Place.objects.filter(Q(pk__in=named) | Q(pk__in=grouped) | Q(pk__in=targeted)).select_related("parent")
    return _in_order(rows, PlaceKind.values)


def place_counts(*, principal: Principal) -> dict[int, int]:
    """Measures per place; one statement."""
    links = MeasurePlace.objects.filter(measure__in=_standing(principal).values("pk"))
    return dict(links.order_by().values_list("place_id").annotate(n=Count("pk")))


def place_groups() -> list[PlaceGroup]:
    """All groups with their members of today and their places; two statements."""
    members = PlaceGroupMember.objects.holding(timezone.localdate()).select_related("place")
    groups = PlaceGroup.objects.prefetch_related(Prefetch("members", members))
    return sorted(groups, key=lambda group: (sort_key(group.name), group.pk))


def documents(*, principal: Principal) -> list[Document]:
    """All documents, newest first, undated last, with `named` (number of measures); one statement."""
    links = MeasureDocument.objects.filter(measure__in=_standing(principal).values("pk"))
    rows = Document.objects.visible_to(principal).annotate(named=_number(links, "document"))
    return list(rows.order_by("status", F("issued").desc(), "title_de", "pk"))


@dataclass(frozen=True, slots=True)
class OrganisationSheet:
    """An organisation, its parts, and the measures it leads, takes part in, or is named by.

    parent, successor: None where there is none to be known of; predecessors: those it took over from.
    """

    organisation: Organisation
    parent: Organisation | None
    successor: Organisation | None
    predecessors: tuple[Organisation, ...]
    parts: tuple[Organisation, ...]
    led: tuple[Measure, ...]
    joined: tuple[Measure, ...]
    named: tuple[Measure, ...]


def organisation_sheet(pk: int, *, principal: Principal) -> OrganisationSheet:
    """Raises Organisation.DoesNotExist where there is none to be known of. Five statements."""
    seen = _standing(principal).order_by("edition_id", "position")
    known = Organisation.objects.visible_to(principal)
    organisation = known.get(pk=pk)
    beside = Q(pk__in=[organisation.parent_id, organisation.successor_id]) | Q(successor=pk) | Q(parent=pk)
    around = {row.pk: row for row in known.filter(beside)}
    return OrganisationSheet(
        organisation,
        around.get(organisation.parent_id),
        around.get(organisation.successor_id),
        tuple(sorted((row for row in around.values() if row.successor_id == pk), key=lambda row: sort_key(row.name))),
        tuple(_in_order((row for row in around.values() if row.parent_id == pk), OrganisationKind.values)),
        tuple(seen.filter(lead=pk)[:SHOWN]),
        tuple(seen.filter(participants=pk)[:SHOWN]),
        tuple(seen.filter(actor_links__organisation=pk)[:SHOWN]),
    )


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """A place, what lies in it, its groups and the measures that concern it."""

    place: Place
    parts: tuple[Place, ...]
    neighbours: tuple[Place, ...]
    memberships: tuple[PlaceGroupMember, ...]
    targets: tuple[TargetEntry, ...]
    measures: tuple[Measure, ...]


def place_sheet(pk: int, *, principal: Principal) -> PlaceSheet:
    """Raises Place.DoesNotExist. Six statements."""
    place = Place.objects.select_related("parent").get(pk=pk)
    targets = _targets(principal).filter(places=pk)
    return PlaceSheet(
        place,
        tuple(_in_order(Place.objects.filter(parent=pk), PlaceKind.values)),
        tuple(sorted(place.neighbours.all(), key=lambda row: sort_key(row.name))),
        tuple(PlaceGroupMember.objects.holding(timezone.localdate()).filter(place=pk).select_related("group")),
        tuple(targets.select_related("target_list__chapter")),
        tuple(_standing(principal).filter(place_links__place=pk).order_by("edition_id", "position")[:SHOWN]),
    )


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """A document, the measures it is to be considered with, and the editions it is the text of."""

    document: Document
    links: tuple[MeasureDocument, ...]
    editions: tuple[Edition, ...]


def document_sheet(pk: int, *, principal: Principal) -> DocumentSheet:
    """Raises Document.DoesNotExist. Three statements."""
    document = Document.objects.visible_to(principal).get(pk=pk)
    links = MeasureDocument.objects.filter(document=pk, measure__in=_standing(principal).values("pk"))
    editions = readable_editions(principal).filter(text__document=pk).order_by("strategy_id", "ordinal")
    return DocumentSheet(
        document,
        tuple(links.select_related("measure").order_by("measure__position")[:SHOWN]),
        tuple(editions),
    )
