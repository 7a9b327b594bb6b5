# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of activities papers gather under one heading, and what they are called there."""

from django.utils.translation import gettext as _

TRIPS = frozenset({"delegation_out", "delegation_in"})
PROJECTS = frozenset({"project", "development_project", "grant_programme"})
FAIRS = frozenset({"fair"})


def kind_in_words(kind: str) -> str:
    """What a kind is called in a paper; "Vorhaben" for one that papers do not know."""
    words = {
        "delegation_out": _("Delegationsreise"),
        "delegation_in": _("Delegationsbesuch"),
        "fair": _("Messe"),
        "conference": _("Konferenz"),
        "body_session": _("Sitzung"),
        "project": _("Projekt"),
        "grant_programme": _("Förderprogramm"),
        "development_project": _("Entwicklungsprojekt"),
        "exchange": _("Austausch"),
        "performance": _("Gastspiel oder Ausstellung"),
        "official_visit": _("offizieller Besuch"),
    }
    return words.get(kind, _("Vorhaben"))
