# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""People the office deals with: list, one person, what is held about somebody, merging, erasure. Staff only."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import erase_person, merge_people
from bruecke.actors.models import Person
from bruecke.actors.permissions import can_edit_person, can_erase_person, can_see_people
from bruecke.actors.queries import held_about, listed_people, seen_among, similar_people
from bruecke.pages.people_records import PERSON
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_kind import new_href, working
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import RestoreForm, VersionedForm, rebase, show_problems
from bruecke.records.errors import Refused, StaleRecord
from bruecke.records.queries import seen

ON_PAGE = 50


class MergeForm(VersionedForm):
    """Which person stays."""

    into = forms.TypedChoiceField(label=gettext_lazy("Bleiben soll"), coerce=int, widget=forms.RadioSelect)
    why = forms.CharField(label=gettext_lazy("Grund"), max_length=300, required=False)


@signed_in
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, by name; found by a part of the name in any spelling; those to be reviewed."""
    principal, text = _principal(request), request.GET.get("q", "")[:200]
    is_due = "faellig" in request.GET
    rows = listed_people(text, is_due=is_due, principal=principal)
    page = Paginator(rows, ON_PAGE).get_page(request.GET.get("seite"))
    context = {
        "page": page,
        "shown": seen_among([row.organisation_id for row in page], principal=principal),
        "previous": _page_href(request, page.previous_page_number()) if page.has_previous() else "",
        "next": _page_href(request, page.next_page_number()) if page.has_next() else "",
        "shown_text": f"{page.start_index()}–{page.end_index()}" if page.has_other_pages() else "",
        "crumbs": [(reverse("directory"), _("Wer und wo"))],
        "text": text,
        "is_due": is_due,
        "due": listed_people("", is_due=True, principal=principal).count(),
        "new_href": new_href(PERSON, principal),
    }
    return render(request, "people/list.html", context)


def _page_href(request: HttpRequest, number: int) -> str:
    asked = request.GET.copy()
    asked["seite"] = str(number)
    return f"?{asked.urlencode()}"


@signed_in
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person, with basis and review date."""
    principal = _principal(request)
    found = _found(pk, principal)
    may_edit = can_edit_person(principal, found) and not found.erased_on and not found.merged_into_id
    context = {
        "person": found,
        "organisation": found.organisation if seen_among([found.organisation_id], principal=principal) else None,
        "alike": similar_people(found.name, principal=principal, but=found.pk) if may_edit else [],
        "may_edit": may_edit,
        "may_erase": can_erase_person(principal) and not found.erased_on,
        "is_due": found.review_on <= timezone.localdate(),
        "crumbs": [(reverse("people"), _("Personen"))],
    }
    return render(request, "people/person.html", context | working(PERSON, found, principal))


@signed_in
def held(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is held about somebody, as a file for the answer the person is owed."""
    principal = _principal(request)
    found = _found(pk, principal)
    if not can_erase_person(principal):
        raise PermissionDenied
    fields = {str(f.verbose_name): str(f.value_from_object(found)) for f in found._meta.concrete_fields}
    rows = [{"what": row.what, "text": row.text} for row in held_about(found)]
    response = JsonResponse(
        {"person": fields, "named_in": rows}, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response.headers["Content-Disposition"] = f'attachment; filename="person-{found.pk}.json"'
    return response


@signed_in
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase somebody; says beforehand that nothing brings the data back."""
    principal = _principal(request)
    found = _found(pk, principal)
    if not can_erase_person(principal):
        raise PermissionDenied
    form = RestoreForm(request.POST if request.method == "POST" else None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(
                person=found, expected=form.cleaned_data["version"], why=form.cleaned_data["why"], by=principal
            )
        except Refused as refusal:
            show_problems(form, refusal)
        except StaleRecord as stale:
            rebase(form, version=stale.record.version)
            form.add_error(None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie die Angaben noch einmal."))
        else:
            messages.success(request, _("Die Angaben zur Person sind gelöscht."))
            return redirect("people")
    return render(request, "people/erase.html", {"person": found, "form": form, "held": held_about(found)})


@signed_in
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """The same person twice: choose which stays."""
    principal = _principal(request)
    found = _found(pk, principal)
    if not can_edit_person(principal, found):
        raise PermissionDenied
    alike = similar_people(found.name, principal=principal, but=found.pk)
    form = MergeForm(request.POST if request.method == "POST" else None, initial={"version": found.version})
    form.fields["into"].choices = [(row.pk, f"{row} ({row.function})") for row in alike]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        into = next(row for row in alike if row.pk == form.cleaned_data["into"])
        version, why = form.cleaned_data["version"], form.cleaned_data["why"]
        try:
            kept = merge_people(person=found, into=into, expected=version, why=why, by=principal)
        except Refused as refusal:
            show_problems(form, refusal)
        except StaleRecord as stale:
            rebase(form, version=stale.record.version)
            form.add_error(None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie die Angaben noch einmal."))
        else:
            messages.success(request, _("Zusammengeführt."))
            return redirect("person", kept.pk)
    return render(request, "people/merge.html", {"person": found, "form": form, "alike": alike})


def _principal(request: HttpRequest) -> Principal:
    """Who asks. Raises PermissionDenied for those who see no people at all."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_see_people(principal):
        raise PermissionDenied
    return principal


def _found(pk: int, principal: Principal) -> Person:
    try:
        return seen(Person, pk, principal=principal)
    except Person.DoesNotExist:
        raise Http404 from None


urlpatterns = [
    path("personen/", people, name="people"),
    path("personen/<int:pk>/", person, name="person"),
    path("personen/<int:pk>/auskunft/", held, name="person_held"),
    path("personen/<int:pk>/loeschen/", erase, name="person_erase"),
    path("personen/<int:pk>/zusammenfuehren/", merge, name="person_merge"),
    *addresses(PERSON),
]
