# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A programme that gives grants under a guideline, with what it did each year."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import unsaid
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="grant_programme",
    slug="foerderprogramm",
    label=_("Förderprogramm"),
    position=70,
    held_word=_("abgeschlossen"),
    is_planned=False,
    fields=(
        Field("guideline", _("Förderrichtlinie"), FieldType.DOCUMENT),
        Field("granting_authority", _("Bewilligungsstelle")),
        Field("purpose_of_grants", _("Was gefördert wird"), FieldType.LONG_TEXT),
        Field(
            "yearly",
            _("Anträge und Bewilligungen je Jahr"),
            FieldType.YEARS,
            columns=((_("Anträge"), False), (_("Bewilligungen"), False), (_("Betrag"), True)),
            help=_("Eine Zeile je Jahr: Jahr; Anträge; Bewilligungen; Betrag, zum Beispiel 2026; 12; 8; 45.000"),
        ),
        Field("website", _("Adresse im Netz")),
    ),
    roles=(InvolvementRole.HEAD, InvolvementRole.FUNDER, InvolvementRole.PARTNER, InvolvementRole.CONTACT),
    gaps=(
        Gap("richtlinie", _("ohne Förderrichtlinie"), lambda: unsaid("guideline")),
        Gap("bewilligungsstelle", _("ohne Bewilligungsstelle"), lambda: unsaid("granting_authority")),
    ),
)
