# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters beside the list of activities, and the chips of those that are on."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.activities.activity_filter import CODED, PARAMETERS, STAFF_ONLY
from bruecke.activities.gaps import all_gaps
from bruecke.activities.kind import kinds
from bruecke.activities.models import ActivityState
from bruecke.base.dates import day_in_words
from bruecke.pages.activity_question import Question
from bruecke.records.visibility import Visibility

OPEN = frozenset({"art", "stand"})
"""Groups that stand open; the others are folded until one of their values is on."""


@dataclass(frozen=True, slots=True)
class Group:
    """One filter with its choices: mappings as components/filter_group.html takes them."""

    name: str
    legend: str
    choices: list[dict[str, Any]]
    is_open: bool


def _legends() -> dict[str, str]:
    return {
        "art": _("Art"),
        "stand": _("Stand"),
        "jahr": _("Jahr"),
        "ort": _("Ort"),
        "partnerschaft": _("Partnerschaft"),
        "massnahme": _("Maßnahme"),
        "thema": _("Thema"),
        "federfuehrung": _("Federführung"),
        "reihe": _("Reihe"),
        "luecke": _("Lücke"),
        "sichtbarkeit": _("Sichtbar für"),
    }


def _pairs(name: str, asking: Question) -> list[tuple[str, str]]:
    """Address values and labels of one filter."""
    match name:
        case "art":
            return [(kind.slug, str(kind.label)) for kind in kinds().values()]
        case "stand":
            return [(value, str(ActivityState(code).label)) for value, code in CODED[name].items()]
        case "sichtbarkeit":
            return [(value, str(Visibility(code).label)) for value, code in CODED[name].items()]
        case "luecke":
            return [(key, str(gap.label)) for key, gap in all_gaps().items()]
        case "jahr":
            return [(str(year), str(year)) for year in asking.words.years]
        case _:
            return [(entry.key, entry.label) for entry in asking.words.entries[name]]


def groups(asking: Question) -> list[Group]:
    """All filters that have choices and that the reader may use."""
    legends, asked = _legends(), asking.asked
    found = []
    for name in PARAMETERS:
        pairs = _pairs(name, asking) if asking.is_staff or name not in STAFF_ONLY else []
        on = asked.of(name)
        boxes = [{"value": value, "label": text, "count": None, "is_on": value in on} for value, text in pairs]
        if boxes:
            found.append(Group(name, legends[name], boxes, name in OPEN or bool(on)))
    return found


def in_words(asking: Question) -> list[tuple[str, str, str]]:
    """The filters that are on: parameter, value, and both in words."""
    asked, legends, language = asking.asked, _legends(), get_language() or "de"
    found = [("q", asked.text, _("Suche: %(text)s") % {"text": asked.text})] if asked.text else []
    days = (("von", asked.since, _("ab %(day)s")), ("bis", asked.until, _("bis %(day)s")))
    found += [(name, "", text % {"day": day_in_words(day, language)}) for name, day, text in days if day]
    for name in asked.values:
        labels = dict(_pairs(name, asking))
        found += [(name, value, f"{legends[name]}: {labels.get(value, value)}") for value in asked.of(name)]
    return found


def chips(asking: Question) -> list[tuple[str, str]]:
    """Address without the filter, and its words."""
    return [
        (asking.asked.without(name, value).query() or reverse("activities"), text)
        for name, value, text in in_words(asking)
    ]
