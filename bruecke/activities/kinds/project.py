# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project with partners and money of a programme (Interreg and others)."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import unsaid, without_role
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="project",
    slug="projekt",
    label=_("Projekt"),
    position=60,
    held_word=_("abgeschlossen"),
    is_planned=False,
    fields=(
        Field("programme", _("Förderprogramm"), help=_("Zum Beispiel Interreg, mit Raum und Zeitraum")),
        Field("call", _("Aufruf")),
        Field("project_number", _("Projektnummer")),
        Field("budget", _("Gesamtkosten"), FieldType.MONEY),
        Field("eu_share", _("Anteil der Europäischen Union"), FieldType.MONEY),
        Field(
            "own_share", _("Eigenanteil des Landes"), FieldType.MONEY, help=_("Ein Planwert, keine Zusage von Mitteln")
        ),
        Field("outputs", _("Was entstehen soll"), FieldType.LONG_TEXT),
        Field("website", _("Adresse im Netz")),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.PARTNER,
        InvolvementRole.FUNDER,
        InvolvementRole.CONTACT,
        InvolvementRole.PARTICIPANT,
    ),
    gaps=(
        Gap("programm", _("ohne Förderprogramm"), lambda: unsaid("programme")),
        Gap("leadpartner", _("ohne Leadpartner"), lambda: without_role(InvolvementRole.HEAD)),
    ),
)
