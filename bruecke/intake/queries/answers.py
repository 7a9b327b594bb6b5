# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a partner institution sees as its own, and what the coordinator sees of all institutions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity, ActivityState, Involvement, InvolvementRole
from bruecke.actors.models import Organisation, Person
from bruecke.actors.queries import own_institutions, partner_institutions
from bruecke.intake.answerable import KINDS, TOLD, agreements_of, partnerships_of
from bruecke.intake.models import AnswerSheet, Confirmation, Correction, CorrectionState
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.records.models import Record
from bruecke.records.visibility import Visibility

A_YEAR = timedelta(days=365)
_TAKES_PART = (
    InvolvementRole.SELECTED,
    InvolvementRole.HEAD,
    InvolvementRole.PARTICIPANT,
    InvolvementRole.HOST,
    InvolvementRole.PARTNER,
)
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Own:
    """confirmed, proposed: (kind, key) → when confirmed this year, and the latest proposal."""

    institution: Organisation
    partnerships: list[Partnership]
    agreements: list[Agreement]
    contacts: list[Person]
    activities: list[Activity]
    confirmed: dict[tuple[str, int], datetime]
    proposed: dict[tuple[str, int], Correction]


def own_side(principal: Principal) -> Own | None:
    """What an institution answers for; None for who has no account of one; seven statements."""
    institution = own_institutions(principal).order_by("pk").first()
    if institution is None:
        return None
    said = Confirmation.objects.filter(organisation=institution, year=timezone.localdate().year)
    proposals = Correction.objects.filter(organisation=institution).order_by("pk")
    return Own(
        institution=institution,
        partnerships=list(partnerships_of([institution.pk]).select_related("place").order_by("title_sort", "pk")),
        agreements=list(
            agreements_of([institution.pk]).select_related("partnership").order_by("partnership__title_sort", "pk")
        ),
        contacts=_contacts(institution),
        activities=_activities(institution),
        confirmed={(row.record_type, row.record_id): row.confirmed_at for row in said},
        proposed={(row.record_type, row.record_id): row for row in proposals},
    )


def _contacts(institution: Organisation) -> list[Person]:
    """The institution's own people that are named as contacts of its partnerships."""
    own = partnerships_of([institution.pk]).values("pk")
    links: Any = Partnership.contacts.through._default_manager.filter(partnership__in=own)  # type: ignore[attr-defined]
    people = Person.objects.filter(organisation=institution, visibility__in=TOLD, erased_on__isnull=True)
    return list(people.filter(pk__in=links.values("person"), merged_into__isnull=True).order_by("name_key", "pk"))


def _activities(institution: Organisation) -> list[Activity]:
    """Published ones it takes part in, and others once they were held."""
    involved = Involvement.objects.standing().filter(organisation=institution, role__in=_TAKES_PART)
    known = Q(visibility=Visibility.PUBLISHED) | Q(visibility=Visibility.MINISTRIES, state=ActivityState.HELD)
    rows = Activity.objects.filter(known, pk__in=involved.values("activity"))
    return list(rows.exclude(state=ActivityState.IDEA).order_by("-starts_from", "-pk")[:_SHOWN])


@dataclass(frozen=True, slots=True)
class Standing:
    """An institution: when it last confirmed anything, how many proposals are open, whether it is to be reminded."""

    organisation: Organisation
    confirmed_at: datetime | None
    open: int
    is_due: bool


def institutions(*, principal: Principal) -> list[Standing]:
    """All invited institutions, those to be reminded first; three statements."""
    last = dict(Confirmation.objects.order_by().values_list("organisation").annotate(at=Max("confirmed_at")))
    waiting = Correction.objects.filter(state=CorrectionState.OPEN).order_by()
    counts = dict(waiting.values_list("organisation").annotate(n=Count("pk")))
    since = timezone.now() - A_YEAR
    found = [
        Standing(row, last.get(row.pk), counts.get(row.pk, 0), (at := last.get(row.pk)) is None or at < since)
        for row in partner_institutions(principal=principal)
    ]
    return sorted(found, key=lambda row: not row.is_due)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal beside the record as it stands."""

    correction: Correction
    record: Record


def open_proposals(*, principal: Principal) -> list[Proposal]:
    """Open proposals on records that `principal` may know of, oldest first; a statement for each kind and one more."""
    rows = list(
        Correction.objects.filter(state=CorrectionState.OPEN)
        .select_related("organisation", "proposed_by")
        .order_by("pk")
    )
    known = {
        kind: answerable.model._default_manager.visible_to(principal).in_bulk(  # type: ignore[attr-defined]
            [row.record_id for row in rows if row.record_type == kind]
        )
        for kind, answerable in KINDS.items()
    }
    return [
        Proposal(row, known[row.record_type][row.record_id]) for row in rows if row.record_id in known[row.record_type]
    ]


def proposal_of(pk: int, *, principal: Principal) -> Proposal | None:
    """One open proposal with its record; None where there is none, or none to be known of; two statements."""
    row = Correction.objects.filter(pk=pk, state=CorrectionState.OPEN).select_related("organisation").first()
    if row is None:
        return None
    rows = KINDS[row.record_type].model._default_manager.visible_to(principal)  # type: ignore[attr-defined]
    record = rows.filter(pk=row.record_id).first()
    return Proposal(row, record) if record is not None else None


def latest_sheet(institution: Organisation) -> AnswerSheet | None:
    """The last spreadsheet that an institution sent; one statement."""
    return AnswerSheet.objects.filter(organisation=institution).first()
