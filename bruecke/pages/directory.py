# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who and where: organisations, places, groups of places; and the documents referred to."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.actors.models import Organisation
from bruecke.actors.permissions import can_edit_organisation
from bruecke.base.dates import fuzzy_in_words
from bruecke.intake.permissions import can_import
from bruecke.library.models import Document
from bruecke.library.permissions import can_edit_document
from bruecke.pages.places import PLACE_KIND
from bruecke.pages.record_kind import working
from bruecke.pages.record_kinds import DOCUMENT, ORGANISATION
from bruecke.places.models import Place
from bruecke.places.permissions import can_edit_places
from bruecke.strategy.queries.directory import (
    document_sheet,
    documents,
    organisation_sheet,
    organisations,
    place_counts,
    place_groups,
    place_sheet,
    places,
)


def directory(request: HttpRequest) -> HttpResponse:
    """All organisations by kind, all places and groups."""
    principal = request.principal  # type: ignore[attr-defined]
    rows = organisations(principal=principal)
    by_kind = [(kind, list(group)) for kind, group in groupby(rows, key=lambda row: row.get_kind_display())]
    counts = place_counts(principal=principal)
    places_by_kind = [
        (kind, [(place, counts.get(place.pk, 0)) for place in group])
        for kind, group in groupby(places(principal=principal), key=lambda place: place.get_kind_display())
    ]
    groups = [(group, reverse("place_group", args=[group.pk])) for group in place_groups()]
    context = {"organisations": by_kind, "places": places_by_kind, "groups": groups}
    context["can_enter"] = can_edit_organisation(principal)
    context["can_enter_places"] = can_edit_places(principal)
    return render(request, "directory/directory.html", context)


def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation and its measures."""
    try:
        sheet = organisation_sheet(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Organisation.DoesNotExist:
        raise Http404 from None
    work = working(ORGANISATION, sheet.organisation, request.principal)  # type: ignore[attr-defined]
    return render(request, "directory/organisation.html", {"sheet": sheet, "crumbs": _crumbs()} | work)


def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One place and what concerns it."""
    try:
        sheet = place_sheet(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Place.DoesNotExist:
        raise Http404 from None
    memberships = [(member, reverse("place_group", args=[member.group_id])) for member in sheet.memberships]
    work = working(PLACE_KIND, sheet.place, request.principal)  # type: ignore[attr-defined]
    context = {"sheet": sheet, "memberships": memberships, "crumbs": _crumbs()}
    return render(request, "directory/place.html", context | work)


def document_list(request: HttpRequest) -> HttpResponse:
    """All documents referred to, with their dates as far as stated."""
    principal = request.principal  # type: ignore[attr-defined]
    rows = documents(principal=principal)
    context = {"documents": [(row, _issued(row)) for row in rows], "can_import": can_import(principal)}
    context["can_enter"] = can_edit_document(principal)
    return render(request, "directory/documents.html", context)


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document and the measures it is to be considered with."""
    try:
        sheet = document_sheet(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Document.DoesNotExist:
        raise Http404 from None
    context = {
        "sheet": sheet,
        "issued": _issued(sheet.document),
        "crumbs": [(reverse("documents"), _("Dokumente"))],
    } | working(DOCUMENT, sheet.document, request.principal)  # type: ignore[attr-defined]
    return render(request, "directory/document.html", context)


def _issued(row: Document) -> str:
    return fuzzy_in_words(row.issued, get_language() or "de") if row.issued else ""


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("directory"), _("Wer und wo"))]


urlpatterns = [
    path("wer-und-wo/", directory, name="directory"),
    path("einrichtungen/<int:pk>/", organisation, name="organisation"),
    path("orte/<int:pk>/", place, name="place"),
    path("dokumente/", document_list, name="documents"),
    path("dokumente/<int:pk>/", document, name="document"),
]
