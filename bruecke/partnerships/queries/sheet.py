# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One partnership with everything around it, as far as the asker may know of it."""

from dataclasses import dataclass

from django.db.models import Q

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import Body, Decision
from bruecke.library.models import Citation, Document, Passage
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, Sector, StateChange
from bruecke.places.models import Place
from bruecke.strategy.models import Edition, EditionState, Goal, Measure
from bruecke.strategy.queries.plan import readable_editions

SHOWN = 12
"""So many measures a sheet names itself; the list of measures shows the rest."""


@dataclass(frozen=True, slots=True)
class Source:
    """A passage a record rests on, with the edition it stands in. field: of the record, "" for all of it."""

    passage: Passage
    edition: Edition
    field: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """holder, working_group: None where there is none, or none to be known of. changes: newest first; decisions and
    documents by key, those that may be known of. measures: SHOWN + 1 at most, so that a page sees if there are more."""

    partnership: Partnership
    holder: Organisation | None
    partners: tuple[Organisation, ...]
    sectors: tuple[Sector, ...]
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
    """Raises Partnership.DoesNotExist. Thirteen statements at most, whatever hangs on it."""
    found = seen_partnership(pk, principal=principal)
    known = Organisation.objects.visible_to(principal)
    changes = tuple(found.changes.order_by("-effective_on", "-pk"))
    decided = [change.decision_id for change in changes if change.decision_id]
    decisions = Decision.objects.visible_to(principal).filter(pk__in=decided)
    agreements = tuple(Agreement.objects.visible_to(principal).filter(partnership=found).order_by("-signed_on", "-pk"))
    papers = [row.document_id for row in agreements if row.document_id]
    documents = Document.objects.visible_to(principal).filter(pk__in=papers)
    return Sheet(
        partnership=found,
        holder=known.filter(pk=found.holder_id).first() if found.holder_id else None,
        partners=tuple(known.filter(pk__in=found.partners.values("pk")).order_by("name_de")),
        sectors=tuple(found.sectors.order_by("name_de")),
        goals=tuple(_goals(found, principal)),
        working_group=_working_group(found, principal),
        contacts=tuple(
            Person.objects.visible_to(principal)
            .filter(pk__in=found.contacts.values("pk"), erased_on__isnull=True)
            .select_related("organisation")
            .order_by("name_key", "pk")
        ),
        agreements=agreements,
        documents={row.pk: row for row in documents} if papers else {},
        offices=tuple(_offices(found, principal)),
        changes=changes,
        decisions={decision.pk: decision for decision in decisions} if decided else {},
        sources=_sources(found, changes, principal),
        measures=tuple(_measures(found, principal)),
    )


def _goals(partnership: Partnership, principal: Principal) -> list[Goal]:
    linked = Goal.objects.visible_to(principal).filter(pk__in=partnership.goals.values("pk"))
    return list(linked.filter(edition__in=readable_editions(principal).values("pk")).order_by("position"))


def _working_group(partnership: Partnership, principal: Principal) -> Body | None:
    if not partnership.working_group_id:
        return None
    rows = Body.objects.visible_to(principal).filter(pk=partnership.working_group_id)
    known = Organisation.objects.visible_to(principal).values("pk")
    found: Body | None = rows.filter(organisation__in=known).select_related("organisation").first()
    return found


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


def _sources(partnership: Partnership, changes: tuple[StateChange, ...], principal: Principal) -> tuple[Source, ...]:
    """Where the partnership stands in documents one may read; two statements."""
    cited = Citation.objects.filter(
        record_type="partnership", record_id=partnership.pk, passage__isnull=False
    ).select_related("passage")
    editions = {
        edition.text_id: edition
        for edition in readable_editions(principal).filter(text__passages__citations__in=cited).distinct()
    }
    found = []
    for citation in cited.order_by("field", "passage__first_line"):
        passage = citation.passage
        if passage is not None and passage.text_id in editions:
            found.append(Source(passage, editions[passage.text_id], citation.field))
    return tuple(found)
