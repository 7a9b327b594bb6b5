# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of activities: a month and what meets in it; the same for calendar programs (iCalendar, RFC 5545)."""

import re
from calendar import Calendar, monthrange
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from icalendar import Calendar as ICalendar
from icalendar import Event

from bruecke.accounts.principal import PUBLIC, Principal
from bruecke.activities.actions.feeds import close_feeds, open_feed
from bruecke.activities.permissions import can_see_internal
from bruecke.activities.queries.calendar import found_collisions, month_lines, occasions, opportunities
from bruecke.activities.queries.feeds import feed_lines, has_feed, owner_of
from bruecke.activities.queries.lines import Line
from bruecke.actors.queries import principal_of
from bruecke.base.dates import fuzzy_in_words
from bruecke.pages.activity_steps import stopped
from bruecke.pages.activity_words import line_when, state_in_words

_MONTH = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$", re.ASCII)


def calendar(request: HttpRequest) -> HttpResponse:
    """One month ("monat"), as weeks and as a list."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    first = _asked(request.GET.get("monat", ""))
    last = first.replace(day=monthrange(first.year, first.month)[1])
    lines = month_lines(first, last, principal=principal)
    is_staff = can_see_internal(principal)
    context: dict[str, Any] = {
        "first": first,
        "previous": _address(first - timedelta(days=1)),
        "next": _address(last + timedelta(days=1)),
        "weeks": _weeks(first, lines),
        "weekdays": [date_format(date(2024, 1, day), "D") for day in range(1, 8)],
        "rows": [(line, line_when(line), state_in_words(line.kind, line.state)) for line in lines],
        "crumbs": [(reverse("activities"), _("Vorhaben"))],
        "is_staff": is_staff,
        "feed": request.build_absolute_uri(reverse("activities_ics")),
        "has_invented": any(line.is_invented for line in lines),
    }
    if is_staff:
        context["jubilees"], terms = occasions(first.year, first.month, principal=principal)
        language = get_language() or "de"
        context["terms"] = [(row, fuzzy_in_words(row.agreement.ends_on, language)) for row in terms]
        context["collisions"] = found_collisions(lines, first, last, principal=principal)
        context["opportunities"] = [(found, line_when(found.line)) for found in opportunities(principal=principal)]
    return render(request, "activities/calendar.html", context)


def _asked(month: str) -> date:
    """The first day of the month that the address names, else of this one."""
    found = _MONTH.match(month)
    if found and 1 < int(found[1]) < 9998:
        return date(int(found[1]), int(found[2]), 1)
    return timezone.localdate().replace(day=1)


def _address(day: date) -> str:
    return f"?monat={day:%Y-%m}" if day.year > 999 else ""


def _weeks(first: date, lines: list[Line]) -> list[list[tuple[date | None, list[Line]]]]:
    """Days of the month in weeks, each with the activities whose days are known; None for days of other months."""
    exact = [line for line in lines if len(line.starts) == 10 and len(line.ends or line.starts) == 10]
    days = Calendar().monthdatescalendar(first.year, first.month)
    return [[_day(day, first, exact) for day in week] for week in days]


def _day(day: date, first: date, exact: list[Line]) -> tuple[date | None, list[Line]]:
    if day.month != first.month:
        return None, []
    iso = day.isoformat()
    return day, [line for line in exact if line.starts_from <= iso <= line.ends_by]


def public_feed(request: HttpRequest) -> HttpResponse:
    """Published activities for calendar programs, whoever asks."""
    return _feed(request, PUBLIC, _("Vorhaben"))


def private_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What the owner of a secret address may know of; "not found" where it is none or was revoked."""
    owner = owner_of(secret)
    if owner is None:
        raise Http404
    response = _feed(request, principal_of(owner), _("Vorhaben (intern)"))
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _feed(request: HttpRequest, principal: Principal, title: str) -> HttpResponse:
    lines, places = feed_lines(principal=principal)
    host = request.get_host()
    found = ICalendar()
    found.add("prodid", "-//Brücke//DE")
    found.add("version", "2.0")
    found.add("x-wr-calname", title)
    for line in lines:
        found.add_component(_event(line, ", ".join(places.get(line.pk, ())), host, request))
    response = HttpResponse(found.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="vorhaben.ics"'
    return response


def _event(line: Line, places: str, host: str, request: HttpRequest) -> Event:
    """All-day; where only a month or a year is known, it spans that and says so."""
    found = Event()
    found.add("uid", f"vorhaben-{line.pk}@{host}")
    found.add("dtstamp", timezone.now())
    found.add("dtstart", date.fromisoformat(line.starts_from))
    last = date.fromisoformat(line.ends_by)
    # RFC 5545: the end of an all-day event is the day after its last; the calendar's own last day has none.
    if last < date.max:
        found.add("dtend", last + timedelta(days=1))
    found.add("summary", _("%(title)s (erfunden)") % {"title": line.title} if line.is_invented else line.title)
    when = "" if len(line.starts) == 10 else _("Termin: %(when)s") % {"when": line_when(line)}
    words = (line.kind_label, state_in_words(line.kind, line.state), when)
    found.add("description", "\n".join(word for word in words if word))
    found.add("url", request.build_absolute_uri(reverse("activity", args=[line.pk])))
    found.add("transp", "TRANSPARENT")
    if places:
        found.add("location", places)
    return found


def feed(request: HttpRequest) -> HttpResponse:
    """One's own secret address: whether there is one; a new one is told once, when it is made."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := stopped(request, may=True)) is not None:
        return stop
    context: dict[str, Any] = {"crumbs": [(reverse("calendar"), _("Kalender"))]}
    if request.method == "POST":
        secret = open_feed(by=principal)
        context["address"] = request.build_absolute_uri(reverse("calendar_private", args=[secret]))
    context["has_feed"] = has_feed(principal=principal)
    return render(request, "activities/feed.html", context)


@require_POST
def feed_revoke(request: HttpRequest) -> HttpResponse:
    """The secret address stops working."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := stopped(request, may=True)) is not None:
        return stop
    close_feeds(by=principal)
    messages.success(request, _("Die Adresse gilt nicht mehr."))
    return redirect("calendar_feed")


urlpatterns = [
    path("vorhaben/kalender/", calendar, name="calendar"),
    path("vorhaben/kalender.ics", public_feed, name="activities_ics"),
    path("vorhaben/kalender/abonnieren/", feed, name="calendar_feed"),
    path("vorhaben/kalender/abonnieren/beenden/", feed_revoke, name="calendar_feed_revoke"),
    path("vorhaben/kalender/<str:secret>.ics", private_feed, name="calendar_private"),
]
