# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking part in a fair, as the yearly fair programme has it."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="fair",
    slug="messe",
    label=_("Messebeteiligung"),
    position=30,
    held_word=_("durchgeführt"),
    fields=(
        Field("fair_name", _("Messe")),
        Field("organiser", _("Veranstalter")),
        Field("programme_year", _("Messeprogramm des Jahres"), FieldType.NUMBER),
        Field("joint_stand", _("Gemeinschaftsstand"), FieldType.YES_NO),
        Field("stand_area", _("Standfläche (m²)"), FieldType.NUMBER),
        Field("exhibitors", _("Zahl der Aussteller aus dem Land"), FieldType.NUMBER),
        Field("visitors", _("Zahl der Besucher"), FieldType.NUMBER),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.INVITED,
        InvolvementRole.APPLIED,
        InvolvementRole.SELECTED,
        InvolvementRole.DECLINED,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.PARTNER,
        InvolvementRole.FUNDER,
        InvolvementRole.CONTACT,
    ),
)
