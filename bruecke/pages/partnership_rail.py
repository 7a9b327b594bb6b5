# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters beside the register of partnerships, and the chips of those that are on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bruecke.partnerships.models import PartnershipKind, PartnershipState
from bruecke.partnerships.partnership_filter import CODED, PartnershipFilter, offered
from bruecke.partnerships.queries.register import Entry

OPEN = frozenset({"art", "stand", "luecke"})
ORDER = ("art", "stand", "luecke", "land", "laendergruppe", "feld", "ziel")
Choices = Mapping[str, list[Entry]]


@dataclass(frozen=True, slots=True)
class Group:
    """One filter. is_open: stands open, because it is used most or one of its values is on."""

    name: str
    legend: str
    choices: list[dict[str, object]]
    is_open: bool


def _legends() -> dict[str, str]:
    return {
        "art": _("Art"),
        "stand": _("Stand"),
        "luecke": _("Lücke"),
        "land": _("Land"),
        "laendergruppe": _("Ländergruppe"),
        "feld": _("Feld"),
        "ziel": _("Ziel"),
    }


def _gaps() -> dict[str, str]:
    return {
        "goal": _("kein Ziel"),
        "basis": _("keine Grundlage belegt"),
        "contact": _("keine Ansprechperson"),
        "expiring": _("Vertrag läuft aus"),
        "working_group": _("keine Arbeitsgruppe (Hinweis)"),
        "sectoral_answer": _("Vorrang nicht begründet"),
        "no_activity": _("seit 24 Monaten kein Vorhaben"),
    }


def _label(name: str, value: str) -> str:
    code = str(CODED[name][value])
    if name == "luecke":
        return _gaps()[code]
    return str(PartnershipKind(code).label if name == "art" else PartnershipState(code).label)


def _pairs(name: str, asked: PartnershipFilter, entries: Choices, *, is_staff: bool) -> list[tuple[str, str]]:
    if name in CODED:
        return [(value, _label(name, value)) for value in offered(name, asked.view, is_staff=is_staff)]
    return [(entry.key, entry.label) for entry in entries[name]]


def groups(asked: PartnershipFilter, entries: Choices, *, is_staff: bool) -> list[Group]:
    """All filters that have something to choose."""
    named, found = _legends(), []
    for name in ORDER:
        on = asked.of(name)
        choices: list[dict[str, object]] = [
            {"value": value, "label": label, "count": None, "is_on": value in on}
            for value, label in _pairs(name, asked, entries, is_staff=is_staff)
        ]
        if choices:
            found.append(Group(name, named[name], choices, name in OPEN or bool(on)))
    return found


def in_words(asked: PartnershipFilter, entries: Choices) -> Iterator[tuple[str, str, str]]:
    """The filters that are on: parameter, value, and both in words ("Land: Polen")."""
    named = _legends()
    for name in asked.values:
        labels = dict(_pairs(name, asked, entries, is_staff=True))
        for value in asked.of(name):
            yield name, value, f"{named[name]}: {labels.get(value, value)}"
