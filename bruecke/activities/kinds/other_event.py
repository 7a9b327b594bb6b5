# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is none of the other kinds."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="other_event",
    slug="veranstaltung",
    label=_("Andere Veranstaltung"),
    position=120,
    held_word=_("durchgeführt"),
    fields=(
        Field("venue", _("Veranstaltungsort")),
        Field("languages", _("Sprachen")),
        Field("participants", _("Zahl der Teilnehmenden"), FieldType.NUMBER),
        Field("website", _("Adresse im Netz")),
    ),
    roles=tuple(InvolvementRole),
)
