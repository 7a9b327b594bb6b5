# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that a format adds to a paper, in the paper's language."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words_of(language: str) -> dict[str, str]:
    """Key → word: what stands in heads and feet, before sources, and where nothing is known."""
    with translation.override(language):
        return {
            "author": "Brücke",
            "contents": _("Inhalt"),
            "page": _("Seite"),
            "of": pgettext("page 2 of 7", "von"),
            "file_reference": _("Aktenzeichen"),
            "none": _("ohne Aktenzeichen"),
            "printed_on": _("gedruckt am"),
            "source": _("Quelle"),
            "as_of": pgettext("age of a figure", "Stand"),
            "unknown": _("nicht bekannt"),
            "replaced": _(
                "Einzelne Zeichen hat die Schrift dieser Fassung nicht; sie stehen als ▯. "
                "In der Word- und der ODF-Fassung sind sie vollständig."
            ),
        }
