# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of activities, its files, and entering a new activity with its kind chosen first."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.activities.kind import ActivityKind, by_slug, kinds
from bruecke.activities.permissions import can_enter_activity
from bruecke.activities.queries.lines import place_names
from bruecke.activities.queries.listing import PAGE
from bruecke.pages import (
    activity_calendar,
    activity_export,
    activity_rail,
    activity_records,
    activity_sheet,
    activity_steps,
    record_edit,
)
from bruecke.pages.activity_question import Question, question_of
from bruecke.pages.activity_records import new_activity
from bruecke.pages.activity_steps import stopped
from bruecke.pages.activity_words import line_when, state_in_words
from bruecke.pages.kept_main import KeptMain
from bruecke.pages.table_files import TYPES
from bruecke.pages.versioned_forms import kept_or_dropped


def activities(request: HttpRequest) -> HttpResponse:
    """The list: filters, order and page are the address."""
    return render(request, "activities/list.html", {"found": _found(request)})


def _context(given: QueryDict, principal: Principal) -> dict[str, Any]:
    asking = question_of(given, principal)
    page = asking.page(given.get("ab", ""))
    places = place_names(line.pk for line in page.rows)
    leads = {entry.pk: entry.label for entry in asking.words.entries["federfuehrung"]}
    asked = asking.asked
    return {
        "asked": asked,
        "rows": [
            {
                "line": line,
                "when": line_when(line),
                "state": state_in_words(line.kind, line.state),
                "places": ", ".join(places.get(line.pk, ())),
                "lead": leads.get(line.lead_id or 0, ""),
            }
            for line in page.rows
        ],
        "previous": asked.query(ab=page.previous) if page.previous else "",
        "next": asked.query(ab=page.next) if page.next else "",
        "groups": activity_rail.groups(asking),
        "chips": activity_rail.chips(asking),
        "sentence": _sentence(asking),
        "clear": reverse("activities"),
        "other_order": _other_order(asking),
        "downloads": [(reverse(f"activities_{end}") + asked.query(), end.upper()) for end in TYPES],
        "can_enter": can_enter_activity(asking.principal),
        "page_size": PAGE,
    }


_found = KeptMain("activities/found.html", _context)


def _sentence(asking: Question) -> str:
    found, total = asking.sizes()
    if asking.asked.is_narrow:
        return _("%(found)s von %(total)s Vorhaben") % {"found": intcomma(found), "total": intcomma(total)}
    return ngettext("%(number)s Vorhaben", "%(number)s Vorhaben", total) % {"number": intcomma(total)}


def _other_order(asking: Question) -> tuple[str, str]:
    """Address and words of the order that is not on."""
    if asking.asked.sort == "neueste":
        return asking.sorted("naechste").query() or reverse("activities"), _("Früheste zuerst")
    return asking.sorted("neueste").query() or reverse("activities"), _("Neueste zuerst")


def choose(request: HttpRequest) -> HttpResponse:
    """What kind of activity is entered."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := stopped(request, can_enter_activity(principal))) is not None:
        return stop
    offered = [(kind, reverse("activity_new", args=[kind.slug])) for kind in kinds().values()]
    return render(request, "activities/choose.html", {"kinds": offered, "crumbs": crumbs()})


def crumbs() -> list[tuple[str, str]]:
    """The way to a page below the list."""
    return [(reverse("activities"), _("Vorhaben"))]


def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a new activity of one kind."""
    kind, principal = _kind_or_404(slug), _principal(request)
    if (stop := stopped(request, can_enter_activity(principal))) is not None:
        return stop
    return record_edit.new(request, new_activity(kind, principal))


@require_POST
def new_draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what was typed into the form of a new activity so far, or drop it."""
    kind = _kind_or_404(slug)
    stop = stopped(request, can_enter_activity(_principal(request)))
    return stop or kept_or_dropped(request, reverse("activity_new", args=[kind.slug]))


def _principal(request: HttpRequest) -> Principal:
    return request.principal  # type: ignore[attr-defined, no-any-return]


def _kind_or_404(slug: str) -> ActivityKind:
    kind = by_slug(slug)
    if kind is None:
        raise Http404
    return kind


urlpatterns: list[Any] = [
    path("vorhaben/", activities, name="activities"),
    path("vorhaben/neu/", choose, name="activity_choose"),
    path("vorhaben/neu/<slug:slug>/", new, name="activity_new"),
    path("vorhaben/neu/<slug:slug>/entwurf/", new_draft, name="activity_new_draft"),
    path("vorhaben/<int:pk>/", activity_sheet.activity, name="activity"),
    *activity_calendar.urlpatterns,
    *activity_export.urlpatterns,
    *activity_steps.urlpatterns,
    *activity_records.urlpatterns,
]
