# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One partnership: how it stands and since when, what it rests on, who is in it, what is missing, what happened."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.pages.paper_links import papers_of_partnership
from bruecke.pages.partnership_moves import moves_from
from bruecke.pages.partnership_records import AGREEMENT, PARTNERSHIP
from bruecke.pages.partnership_together import together
from bruecke.pages.partnership_words import day, kind_in_words, since_in_words
from bruecke.pages.record_kind import edit_href, new_href, working
from bruecke.partnerships.life_cycle import CANDIDATES, State, admits_planning, is_planned
from bruecke.partnerships.models import Agreement, Basis, Partnership, PartnershipKind, StateChange
from bruecke.partnerships.permissions import can_edit_partnership, can_move_partnership, can_see_internal
from bruecke.partnerships.queries.sheet import SHOWN, Sheet, Source, partnership_sheet
from bruecke.partnerships.refusals import blocked_in_words
from bruecke.places.models import Place, PlaceKind


def partnership(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a partnership."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = partnership_sheet(pk, principal=principal)
    except Partnership.DoesNotExist:
        raise Http404 from None
    return render(request, "partnerships/partnership.html", _context(sheet, principal))


def _context(sheet: Sheet, principal: Principal) -> dict[str, Any]:
    found, is_staff = sheet.partnership, can_see_internal(principal)
    state = State(found.state)
    can_edit = can_edit_partnership(principal, found)
    is_blocked = is_staff and not admits_planning(state)
    return {
        "sheet": sheet,
        "partnership": found,
        "is_staff": is_staff,
        "can_edit": can_edit,
        "state": since_in_words(found.state, found.state_since),
        "kind": kind_in_words(found.kind, is_neighbour=found.is_neighbour),
        "is_candidate": state in CANDIDATES,
        "is_formal": found.kind == PartnershipKind.REGIONAL,
        "blocked": blocked_in_words(str(found), state, found.state_since) if is_blocked else "",
        "basis": str(Basis(found.basis).label) if found.basis != Basis.UNKNOWN else "",
        "since": day(found.since),
        "crumbs": _crumbs(found),
        "agreements": [_agreement(row, sheet, principal) for row in sheet.agreements],
        "agreement_href": new_href(AGREEMENT, principal, found),
        "measures": sheet.measures[:SHOWN],
        "has_more_measures": len(sheet.measures) > SHOWN,
        "offices": [(office, day(office.since)) for office in sheet.offices],
        "sources": [_source(source) for source in sheet.sources],
        "changes": [_change(row, sheet, principal) for row in sheet.changes if is_staff or _has_come(row)],
        "moves": moves_from(found) if can_move_partnership(principal) else [],
        "papers": papers_of_partnership(found.pk, principal),
        "together": together(found, principal),
    } | working(PARTNERSHIP, found, principal)


def _crumbs(found: Partnership) -> list[tuple[str, str]]:
    country = _country(found.place)
    above = [(f"{reverse('partnerships')}?land={country.key}", country.name)] if country else []
    return [(reverse("partnerships"), _("Partner")), *above]


def _country(place: Place) -> Place | None:
    """The country a place lies in; no statement on what seen_partnership() gives."""
    at: Place | None = place
    for _step in range(3):
        if at is None or at.kind == PlaceKind.COUNTRY:
            return at
        at = at.parent
    return None


def _agreement(row: Agreement, sheet: Sheet, principal: Principal) -> dict[str, Any]:
    details = []
    if row.signed_on:
        details.append(_("unterzeichnet %(day)s") % {"day": day(row.signed_on)})
    if row.ends_on:
        details.append(_("läuft bis %(day)s") % {"day": day(row.ends_on)})
    if row.is_renewed_by_itself:
        details.append(_("verlängert sich von selbst"))
    document = sheet.documents.get(row.pk)
    return {
        "title": row.title,
        "details": " · ".join([*details, *filter(None, (row.signatories, row.languages))]),
        "document": document,
        "edit_href": edit_href(AGREEMENT, row, principal),
        "file_count": row.file_count,  # type: ignore[attr-defined]
        "files_href": reverse("attachments", args=["agreement", row.pk]),
    }


def _source(source: Source) -> dict[str, Any]:
    """A passage as the component wording takes it."""
    passage = source.passage
    lines = _("Zeile %(first)s") if passage.first_line == passage.last_line else _("Zeilen %(first)s–%(last)s")
    where = lines % {"first": passage.first_line, "last": passage.last_line}
    return {
        "text": passage.wording,
        "source": _("Fassung %(edition)s, %(where)s") % {"edition": source.ordinal, "where": where},
        "href": f"{reverse('edition_document', args=[source.edition_id])}#{passage.anchor}",
        "repairs": passage.repairs,
    }


def _has_come(row: StateChange) -> bool:
    """What is still planned, and why, is the government's own; so is what was taken back."""
    return not row.taken_back_at and not is_planned(row.effective_on, timezone.localdate())


def _change(row: StateChange, sheet: Sheet, principal: Principal) -> dict[str, Any]:
    is_staff = can_see_internal(principal)
    decision = sheet.decisions.get(row.pk)
    is_standing = row.to_state == sheet.partnership.state and row.effective_on == sheet.partnership.state_since
    args = [sheet.partnership.pk, row.pk]
    may_take_back = can_move_partnership(principal) and not row.taken_back_at
    return {
        "when": day(row.effective_on) or _("Tag nicht bekannt"),
        "state": row.get_to_state_display(),
        "reason": row.reason,
        "decision": str(decision) if decision else "",
        "is_now": is_standing and not row.taken_back_at,
        "is_planned": is_planned(row.effective_on, timezone.localdate()) and not row.taken_back_at,
        "taken_back": row.taken_back_why if row.taken_back_at else "",
        "by": row.recorded_by if is_staff else "",
        "take_back_href": reverse("partnership_take_back", args=args) if may_take_back else "",
    }


urlpatterns = [path("partner/<int:pk>/", partnership, name="partnership")]
