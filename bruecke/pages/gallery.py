# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery: every component with what it takes, for those who build pages and those who judge them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """One field of every shape."""

    title = forms.CharField(label=_("Titel"), help_text=_("So, wie er in der Liste stehen soll."))
    lead = forms.ChoiceField(label=_("Federführung"), choices=[("", _("noch niemand")), ("a", _("Staatskanzlei"))])
    reason = forms.CharField(label=_("Begründung"), widget=forms.Textarea({"rows": 4}), required=False)
    decision = forms.ChoiceField(
        label=_("Entscheidung"),
        widget=forms.RadioSelect,
        choices=[("up", _("aufgegriffen")), ("not", _("nicht aufgegriffen"))],
    )
    document = forms.FileField(label=_("Dokument"), help_text=_("Text, Word, ODT oder PDF, höchstens 50 MB."))
    is_public = forms.BooleanField(label=_("Sofort veröffentlichen"), required=False)


BARS = [
    {"label": _("I Nachbarschaft"), "href": "#bild", "counts": [7, 3, 2, 0]},
    {"label": _("II Partnerschaften"), "href": "#bild", "counts": [4, 2, 0, 1]},
    {"label": _("III Wirtschaft und Fachkräfte"), "href": "", "counts": [0, 0, 8, 7]},
]
STEPS = [
    {"label": _("aufgegriffen"), "detail": _("14. Januar 2026"), "state": "past"},
    {"label": _("wartet auf Bedingung"), "detail": _("seit Januar 2026"), "state": "now"},
    {"label": _("Ergebnis"), "detail": "", "state": "ahead"},
]
EVENTS = [
    {"when": _("1. März 2027"), "text": _("Die Prüfung läuft."), "href": "", "by": _("Koordination"), "is_now": True},
    {"when": _("14. Januar 2026"), "text": _("Option aufgegriffen"), "href": "#zeit", "by": "", "is_now": False},
]
CHOICES = [
    {"value": "option", "label": _("Option"), "count": 51, "is_on": True},
    {"value": "intention", "label": _("Absicht"), "count": 8, "is_on": False},
]
TABS = [
    {"href": "#reiter", "label": _("Vorschläge"), "count": 66, "is_current": True},
    {"href": "#fassung", "label": _("Text"), "count": None, "is_current": False},
]
WORDS_BEFORE = [("same", _("Die Zusammenarbeit")), ("removed", _("kann")), ("same", _("vertieft werden."))]
WORDS_AFTER = [("same", _("Die Zusammenarbeit")), ("added", _("soll")), ("same", _("vertieft werden."))]


def gallery(request: HttpRequest) -> HttpResponse:
    """All components on one page; nothing on it is data of the installation."""
    return render(request, "gallery.html", _samples())


def _samples() -> dict[str, Any]:
    return {
        "form": SampleForm(),
        "wrong_form": SampleForm({"title": ""}, prefix="wrong"),
        "bars_rows": BARS,
        "bars_legend": [_("Option, offen"), _("Option, aufgegriffen"), _("Absicht"), _("Feststellung")],
        "steps": STEPS,
        "events": EVENTS,
        "choices": CHOICES,
        "tabs": TABS,
        "chips": [("#filter", _("Lücke: ohne Federführung")), ("#filter", _("Verbindlichkeit: Option"))],
        "downloads": [("#filter", "XLSX"), ("#filter", "CSV")],
        "links": [("#weg", _("Plan")), ("#weg", _("II Partnerschaften"))],
        "menu_links": [("#knopf", _("Verlauf")), ("#knopf", _("Herunterladen"))],
        "quote": mark_safe("Prüfung der Zusammenarbeit, <mark>sobald es die Lage zulässt</mark>"),
        "words_before": WORDS_BEFORE,
        "words_after": WORDS_AFTER,
    }
