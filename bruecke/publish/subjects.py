# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What papers can be printed of, as somebody may know of it: found by a part of its name, at most MOST of a sort."""

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity
from bruecke.base.collation import sort_key
from bruecke.bodies.models import Session
from bruecke.inquiries.queries.known import known as known_inquiries
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place, PlaceKind
from bruecke.publish.activity_words import TRIPS
from bruecke.publish.report import Subject, Subjects
from bruecke.publish.seen import body_names, places_within, when_in_words

MOST = 50


def partnerships(principal: Principal, asked: str) -> Subjects:
    """Partnerships by name; one statement."""
    rows = Partnership.objects.visible_to(principal)
    if key := sort_key(asked):
        rows = rows.filter(title_sort__contains=key)
    found = rows.order_by("title_sort", "pk")[:MOST]
    return [(_("Partnerschaften"), [(Subject("partnership", row.pk), row.name) for row in found])]


def partnerships_and_countries(principal: Principal, asked: str) -> Subjects:
    """Partnerships, then countries; two statements."""
    key = sort_key(asked)
    named = [(sort_key(row.name), row) for row in Place.objects.filter(kind=PlaceKind.COUNTRY)]
    found = [row for name, row in sorted(named, key=lambda pair: (pair[0], pair[1].pk)) if key in name]
    return [
        *partnerships(principal, asked),
        (_("Staaten"), [(Subject("place", row.pk), row.name) for row in found[:MOST]]),
    ]


def sessions(principal: Principal, asked: str) -> Subjects:
    """Sessions of the bodies that may be known of, newest first; three statements."""
    rows = list(Session.objects.visible_to(principal).order_by("-held_on", "-pk"))
    bodies = body_names((row.body_id for row in rows), principal)
    named = [(Subject("session", row.pk), f"{bodies[row.body_id]}: {row}") for row in rows if row.body_id in bodies]
    key = sort_key(asked)
    return [(_("Sitzungen"), [(subject, name) for subject, name in named if key in sort_key(name)][:MOST])]


def inquiries(principal: Principal, asked: str) -> Subjects:
    """Inquiries by a part of number or title, open ones first; one statement."""
    key = sort_key(asked)
    rows = known_inquiries(principal).defer("frozen").order_by(F("sent_on").desc(nulls_first=True), "due_on", "pk")
    found = [(Subject("inquiry", row.pk), str(row)) for row in rows if key in sort_key(str(row))]
    return [(_("Anfragen"), found[:MOST])]


def years(principal: Principal, asked: str) -> Subjects:
    """Years in which something is planned or was done; one statement."""
    found = Activity.objects.visible_to(principal).dates("starts_from", "year", order="DESC")
    named = [(Subject("year", day.year), str(day.year)) for day in found]
    return [(_("Jahre"), [(subject, name) for subject, name in named if asked.strip() in name][:MOST])]


def trips(subject: Subject, principal: Principal) -> list[tuple[int, str]]:
    """Delegations with a partnership or to a country, the latest first; at most four statements."""
    rows = Activity.objects.visible_to(principal).filter(kind__in=TRIPS)
    if subject.kind == "partnership":
        rows = rows.filter(partnerships=subject.key)
    else:
        rows = rows.filter(places__in=places_within([subject.key]))
    found = rows.distinct().order_by("-starts_from", "-pk")[:MOST]
    language = get_language() or "de"
    return [(row.pk, f"{row.title} ({when_in_words(row, language)})") for row in found]
