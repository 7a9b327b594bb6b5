# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a record's page to the papers that can be printed of it, and to the texts that houses write for them."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity
from bruecke.activities.queries.sheet import Link, Sheet
from bruecke.publish.activity_words import TRIPS
from bruecke.publish.permissions import can_print
from bruecke.publish.report import Subject

Links = list[tuple[str, str]]
"""Address and label."""


def papers_of_partnership(pk: int, principal: Principal) -> Links:
    """Folder and sheet for those who print, kept texts for the government; [] for everybody else."""
    subject = Subject("partnership", pk)
    printed = [
        (_print("briefing", subject), _("Briefingmappe drucken")),
        (_print("partner_sheet", subject), _("Partnerblatt drucken")),
    ]
    texts = [
        (reverse("section_texts", args=[pk]), _("Texte für Mappen")),
        (reverse("attachments", args=["partnership", pk]), _("Dateien")),
    ]
    return (printed if can_print(principal) else []) + (texts if principal.is_staff else [])


def papers_of_activity(sheet: Sheet, principal: Principal) -> Links:
    """A folder for each of its partnerships, or for its places where it has none, for its day and, of a trip, its
    programme; and the texts kept for these partnerships."""
    if not principal.is_staff:
        return []
    partnerships = sheet.links["partnership"]
    named = _subjects("partnership", partnerships) or _subjects("place", sheet.links["place"])
    folders = [
        (_print("briefing", subject, **_of_day(sheet.activity)), _("Briefingmappe drucken: %(name)s") % {"name": name})
        for subject, name in named
    ]
    texts = [
        (reverse("section_texts", args=[link.pk]), _("Texte für Mappen: %(name)s") % {"name": link.label})
        for link in partnerships
    ]
    return (folders if can_print(principal) else []) + texts


def papers_of_session(pk: int, principal: Principal) -> Links:
    """The minutes, for those who print."""
    minutes = _print("minutes", Subject("session", pk))
    return [(minutes, _("Niederschrift drucken"))] if can_print(principal) else []


def papers_of_year(year: int, principal: Principal) -> Links:
    """The yearly plan, for those who print."""
    plan = _print("yearly_plan", Subject("year", year))
    return [(plan, _("Jahresplan drucken"))] if can_print(principal) else []


def _subjects(kind: str, links: Iterable[Link]) -> list[tuple[Subject, str]]:
    return [(Subject(kind, link.pk), link.label) for link in links]


def _of_day(activity: Activity) -> dict[str, str]:
    """The form's first values: its first day, and itself where folders are made for it."""
    trip = {"reise": str(activity.pk)} if activity.kind in TRIPS else {}
    return {"am": date.isoformat(activity.starts_from)} | trip


def _print(report: str, subject: Subject, **more: str) -> str:
    return f"{reverse('paper_print', args=[report])}?{urlencode({'fuer': subject.token, **more})}"
