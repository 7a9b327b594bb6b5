# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events in countries: what each affects, and who looked at it."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.events import SUBJECTS, review_subject
from bruecke.activities.models import CountryEvent
from bruecke.activities.permissions import can_edit_event, can_review, can_see_internal
from bruecke.activities.queries.events import affected, event_list, seen_event
from bruecke.pages.activity_records import EVENT
from bruecke.pages.activity_steps import done, stopped
from bruecke.pages.record_kind import working


class ReviewForm(forms.Form):
    """What follows for one record."""

    outcome = forms.CharField(
        label=gettext_lazy("Was daraus folgt"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Auch „nichts“ ist eine Antwort"),
        error_messages={"required": gettext_lazy("Es fehlt noch, was daraus folgt. Auch „nichts“ ist eine Antwort.")},
    )


def events(request: HttpRequest) -> HttpResponse:
    """All events."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    context = {"events": event_list(principal=principal), "can_enter": can_edit_event(principal)}
    return render(request, "activities/events.html", context)


def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event with everything it affects; what is affected shows to the government only."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found_or_404(pk, principal)
    rows = affected(found, principal=principal) if can_see_internal(principal) else []
    names = {"partnership": _("Partnerschaften"), "activity": _("Vorhaben"), "promise": _("Zusagen")}
    context = {
        "event": found,
        "groups": [(name, [row for row in rows if row.subject_type == what]) for what, name in names.items()],
        "count": len(rows),
        "reviewed": sum(bool(row.reviews) for row in rows),
        "can_review": can_review(principal),
        "is_staff": can_see_internal(principal),
        "crumbs": [(reverse("country_events"), _("Ereignisse"))],
    }
    return render(request, "activities/event.html", context | working(EVENT, found, principal))


def _found_or_404(pk: int, principal: Principal) -> CountryEvent:
    try:
        return seen_event(pk, principal=principal)
    except CountryEvent.DoesNotExist:
        raise Http404 from None


def review(request: HttpRequest, pk: int, what: str, subject: int) -> HttpResponse:
    """Say what follows for one affected record."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found_or_404(pk, principal)
    if (stop := stopped(request, can_review(principal))) is not None:
        return stop
    rows = affected(found, principal=principal)
    row = next((row for row in rows if (row.subject_type, row.pk) == (what, subject)), None)
    if what not in SUBJECTS or row is None:
        raise Http404
    act = lambda said: review_subject(event=found, subject_type=what, subject_id=subject, by=principal, **said)  # noqa: E731
    href = reverse("country_event", args=[pk])
    return done(
        request, ReviewForm(request.POST or None), act, _("Prüfen: %(what)s") % {"what": row.label}, str(found), href
    )


urlpatterns = [
    path("ereignisse/", events, name="country_events"),
    path("ereignisse/<int:pk>/", event, name="country_event"),
    path("ereignisse/<int:pk>/pruefen/<slug:what>/<int:subject>/", review, name="country_event_review"),
]
