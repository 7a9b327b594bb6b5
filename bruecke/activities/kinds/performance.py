# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guest performance or an exhibition, ours abroad or theirs here."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="performance",
    slug="gastspiel",
    label=_("Gastspiel oder Ausstellung"),
    position=100,
    held_word=_("durchgeführt"),
    fields=(
        Field("work", _("Werk oder Ausstellung")),
        Field("ensemble", _("Ensemble, Haus oder Künstler")),
        Field("venue", _("Veranstaltungsort")),
        Field("performances", _("Zahl der Vorstellungen"), FieldType.NUMBER),
        Field("visitors", _("Zahl der Besucher"), FieldType.NUMBER),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.HOST,
        InvolvementRole.PARTNER,
        InvolvementRole.FUNDER,
        InvolvementRole.PARTICIPANT,
    ),
)
