# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One partnership with everything around it, as far as the asker may know of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import CharField, Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.actors.models import Organisation, Person
from bruecke.base.collation import sort_key
from bruecke.bodies.models import Body, Decision
from bruecke.library.models import Attachment, Citation, Document, Passage
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, Sector, StateChange
from bruecke.places.models import Place
from bruecke.records.labels import label, rows_of
from bruecke.records.state import until_written
from bruecke.strategy.models import EditionState, Goal, Measure
from bruecke.strategy.queries.plan import readable_editions

SHOWN = 12
"""So many measures a sheet names itself; the list of measures shows the rest."""


class Named(NamedTuple):
    """Something the sheet names. what: "partner" or "sector"."""

    what: str
    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """A passage a record rests on, with key and number of the edition it stands in. field: "" for all of the record."""

    passage: Passage
    edition_id: int
    ordinal: int
    field: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """holder, working_group: None where there is none, or none to be known of. changes: newest first. decisions,
    documents: those that may be known of, by key of the change and of the agreement. measures: SHOWN + 1 at most, so
    that a page sees if there are more."""

    partnership: Partnership
    holder: Organisation | None
    partners: tuple[Named, ...]
    sectors: tuple[Named, ...]
    goals: tuple[Goal, ...]
    working_group: Body | None
    contacts: tuple[Person, ...]
    agreements: tuple[Agreement, ...]
    documents: dict[int, Document]
    offices: tuple[LiaisonOffice, ...]
    changes: tuple[StateChange, ...]
    decisions: dict[int, Decision]
    sources: tuple[Source, ...]
    measures: tuple[Measure, ...]


def seen_partnership(pk: int, *, principal: Principal) -> Partnership:
    """A partnership with its holder and place; one statement. Raises Partnership.DoesNotExist."""
    rows = Partnership.objects.visible_to(principal).select_related("holder", "place__parent__parent")
    found: Partnership = rows.get(pk=pk)
    return found


def partnership_sheet(pk: int, *, principal: Principal) -> Sheet:
    """Kept until anything is written, never to be changed; else nine statements more, whatever hangs on it.

    Raises Partnership.DoesNotExist.
    """
    return _sheet(pk, scope_of(principal), get_language() or "")


@until_written(maxsize=128)
def _sheet(pk: int, principal: Principal, _language: str) -> Sheet:
    known = Organisation.objects.visible_to(principal)
    groups = Body.objects.visible_to(principal).filter(organisation__in=known.values("pk"))
    found: Any = (
        Partnership.objects.visible_to(principal)
        .select_related("holder", "place__parent__parent", "working_group__organisation")
        .annotate(
            sees_holder=Exists(known.filter(pk=OuterRef("holder"))),
            sees_group=Exists(groups.filter(pk=OuterRef("working_group"))),
        )
        .get(pk=pk)
    )
    agreements, documents = _agreements(found, principal)
    changes, decisions = _changes(found, principal)
    named = _named(found, principal)
    return Sheet(
        partnership=found,
        holder=found.holder if found.sees_holder else None,
        partners=tuple(each for each in named if each.what == "partner"),
        sectors=tuple(each for each in named if each.what == "sector"),
        goals=tuple(_goals(found, principal)),
        working_group=found.working_group if found.sees_group else None,
        contacts=tuple(
            Person.objects.visible_to(principal)
            .filter(pk__in=found.contacts.values("pk"), erased_on__isnull=True)
            .order_by("name_key", "pk")
        ),
        agreements=agreements,
        documents=documents,
        offices=tuple(_offices(found, principal)),
        changes=changes,
        decisions=decisions,
        sources=tuple(_sources(found, principal)),
        measures=tuple(_measures(found, principal)),
    )


def _named(partnership: Partnership, principal: Principal) -> list[Named]:
    """Its partner organisations and its sectors in the alphabet; one statement."""
    linked = {"partner": Partnership.partners.through, "sector": Partnership.sectors.through}
    keys = {
        what: through._default_manager.filter(partnership_id=partnership.pk).values(column)
        for (what, through), column in zip(linked.items(), ("organisation_id", "sector_id"), strict=True)
    }
    partners, sectors = (
        rows.filter(pk__in=keys[what])
        .order_by()
        .annotate(what_=Value(what, CharField()), name_=label("name"))
        .values_list("what_", "pk", "name_")
        for what, rows in (
            ("partner", rows_of(Organisation).visible_to(principal)),
            ("sector", rows_of(Sector)),
        )
    )
    return sorted(map(Named._make, partners.union(sectors, all=True)), key=lambda each: sort_key(each.name))


def _agreements(partnership: Partnership, principal: Principal) -> tuple[tuple[Agreement, ...], dict[int, Document]]:
    """Newest first, each with its `file_count`; and the documents that may be known of by key of the agreement. One
    statement."""
    known = Document.objects.visible_to(principal).filter(pk=OuterRef("document"))
    rows: Any = Agreement.objects.visible_to(principal).filter(partnership=partnership).select_related("document")
    files = Attachment.objects.filter(record_type="agreement", record_id=OuterRef("pk")).shown_to(principal).standing()
    counted = files.order_by().values("record_id").annotate(n=Count("pk")).values("n")
    found = tuple(
        rows.annotate(sees_document=Exists(known), file_count=Coalesce(Subquery(counted), 0)).order_by(
            "-signed_on", "-pk"
        )
    )
    for row in found:
        # Who may edit it depends on the partnership, which is here already.
        row.partnership = partnership
    return found, {row.pk: row.document for row in found if row.sees_document}


def _changes(partnership: Partnership, principal: Principal) -> tuple[tuple[StateChange, ...], dict[int, Decision]]:
    """Newest first, with the decisions that may be known of by key of the change; one statement."""
    known = Decision.objects.visible_to(principal).filter(pk=OuterRef("decision"))
    rows: Any = StateChange.objects.filter(partnership=partnership).select_related("decision")
    found = tuple(rows.annotate(sees_decision=Exists(known)).order_by("-effective_on", "-pk"))
    return found, {row.pk: row.decision for row in found if row.sees_decision}


def _goals(partnership: Partnership, principal: Principal) -> list[Goal]:
    linked = Goal.objects.visible_to(principal).filter(pk__in=partnership.goals.values("pk"))
    return list(linked.filter(edition__in=readable_editions(principal).values("pk")).order_by("position"))


def _offices(partnership: Partnership, principal: Principal) -> list[LiaisonOffice]:
    """Those that serve it, and those that stand in its place."""
    around = Place.objects.filter(Q(pk=partnership.place_id) | Q(parent=partnership.place_id))
    serving = Partnership.objects.filter(pk=partnership.pk)
    rows = LiaisonOffice.objects.visible_to(principal).filter(
        Q(partnerships__in=serving) | Q(place__in=around.values("pk"))
    )
    return list(rows.distinct().order_by("operator_kind", "name_de", "pk"))


def _measures(partnership: Partnership, principal: Principal) -> list[Measure]:
    """Measures of standing editions that name the place."""
    editions = readable_editions(principal).filter(state=EditionState.ADOPTED)
    rows = Measure.objects.visible_to(principal).filter(
        edition__in=editions.values("pk"), place_links__place=partnership.place_id
    )
    return list(rows.order_by("edition_id", "position")[: SHOWN + 1])


def _sources(partnership: Partnership, principal: Principal) -> Iterator[Source]:
    """Where the partnership stands in documents one may read; one statement."""
    editions = readable_editions(principal).filter(text=OuterRef("passage__text")).order_by("-ordinal")
    cited: Any = Citation.objects.filter(record_type="partnership", record_id=partnership.pk, passage__isnull=False)
    rows = cited.select_related("passage").annotate(
        edition=Subquery(editions.values("pk")[:1]), ordinal=Subquery(editions.values("ordinal")[:1])
    )
    for row in rows.filter(edition__isnull=False).order_by("field", "passage__first_line"):
        yield Source(row.passage, row.edition, row.ordinal, row.field)
