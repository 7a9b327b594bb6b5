# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame needs. No statement is made here: the principal is asked for by the template only."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import PUBLIC

NAVIGATION = (
    ("start", _("Überblick")),
    ("plan", _("Plan")),
    ("measures", _("Maßnahmen")),
    ("partnerships", _("Partner")),
    ("activities", _("Vorhaben")),
    ("directory", _("Wer und wo")),
)
"""The top entries, at most six: name of the address, label."""

WORK = (
    ("promises", _("Zusagen")),
    ("inquiries", _("Anfragen")),
    ("clearance", _("Mitzeichnung")),
    ("papers", _("Berichte")),
    ("bodies", _("Gremien")),
    ("people", _("Personen")),
    ("documents", _("Dokumente")),
)
"""What the government works with beside the top entries: in the menu under its name."""

FOOTER = (
    ("about", _("Über Brücke")),
    ("accessibility", _("Barrierefreiheit")),
    ("privacy", _("Datenschutz")),
    ("gallery", _("Bausteine")),
)


BELOW = {
    "ziele": "plan",
    "instrumente": "plan",
    "grundsaetze": "plan",
    "strategien": "plan",
    "fassungen": "plan",
    "zusammenhang": "plan",
    "dokument": "plan",
    "dokumente": "plan",
    "einlesen": "plan",
    "haushalt": "plan",
    "verbindungsbueros": "partnerships",
    "zusagen": "activities",
    "ereignisse": "activities",
    "einrichtungen": "directory",
    "orte": "directory",
    "gremien": "directory",
    "sitzungen": "directory",
    "beschluesse": "directory",
    "aufgaben": "directory",
    "personen": "directory",
    "partnereinrichtungen": "directory",
}
"""First folders of addresses that belong to an entry without standing below its address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the frame. is_current: this very page; is_section: a page below it."""

    href: str
    label: str | Promise
    is_current: bool = False
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Addresses and links around the page's own content.

    here: all that the navigation depends on, so that the template may keep it: the address of the section, and whether
    this page is its first.
    """

    here: tuple[str, bool]
    home: str
    search: str
    language: str
    sign_in: str
    sign_out: str
    password: str
    mfa: str

    @property
    def entries(self) -> list[Entry]:
        """The navigation."""
        section, is_first = self.here
        return [
            Entry(href, label, is_current=href == section and is_first, is_section=href == section != self.home)
            for name, label in NAVIGATION
            for href in (address(name),)
        ]

    @property
    def work(self) -> list[Entry]:
        """Links of the menu of those who work for the government."""
        return [Entry(address(name), label) for name, label in WORK]

    @property
    def footer(self) -> list[Entry]:
        """Links at the foot."""
        return [Entry(address(name), label) for name, label in FOOTER]


@cache
def address(name: str) -> str:
    """The address of a page without arguments; kept, because the frame asks for a dozen of them every time."""
    return reverse(name)


def record_address(name: str, pk: int) -> str:
    """The address of a record's page, whose only argument is its key; `reverse` takes thirty times as long."""
    before, after = _around_key(name)
    return f"{before}{pk}{after}"


@cache
def _around_key(name: str) -> tuple[str, str]:
    before, _key, after = reverse(name, args=[_ANY_KEY]).rpartition(str(_ANY_KEY))
    return before, after


_ANY_KEY = 2**31


def page(request: HttpRequest) -> dict[str, Any]:
    """Principal, release, whether this is a demonstration, and the frame."""
    return {
        "principal": getattr(request, "principal", PUBLIC),
        "release": settings.RELEASE,
        "is_demonstration": settings.DEBUG,
        "frame": frame(request.path),
    }


@cache
def _sections() -> tuple[str, ...]:
    return tuple(address(name) for name, _label in NAVIGATION)


def frame(path: str) -> Frame:
    """The frame of the page at `path`."""
    home = address("start")
    section = next((href for href in _sections() if path == href or (href != home and path.startswith(href))), "")
    folder = path.removeprefix(home).partition("/")[0]
    if not section and folder in BELOW:
        section = address(BELOW[folder])
    return _frame(section, section == path)


@lru_cache(maxsize=32)
def _frame(section: str, is_first: bool) -> Frame:
    return Frame(
        here=(section, is_first),
        home=address("start"),
        search=address("search"),
        language=address("set_language"),
        sign_in=address("account_login"),
        sign_out=address("account_logout"),
        password=address("account_change_password"),
        mfa=address("mfa_index"),
    )
