# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A visit of somebody in office to the region: ambassador, consul, minister."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import without_role
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="official_visit",
    slug="besuch",
    label=_("Offizieller Besuch"),
    position=110,
    held_word=_("durchgeführt"),
    fields=(
        Field("guest_function", _("Funktion des Gastes"), help=_("Amt und Land; Personen stehen unter Mitwirkung")),
        Field(
            "occasion",
            _("Anlass"),
            FieldType.CHOICE,
            choices=(
                ("inaugural", _("Antrittsbesuch")),
                ("working", _("Arbeitsbesuch")),
                ("official", _("offizieller Besuch")),
                ("farewell", _("Abschiedsbesuch")),
                ("other", _("anderer Anlass")),
            ),
        ),
        Field("protocol", _("Protokoll"), FieldType.LONG_TEXT, is_internal=True),
        Field("interpreting", _("Dolmetschen"), help=_("Sprachen und wer dolmetscht")),
        Field("gifts", _("Gastgeschenke"), is_internal=True),
        Field("gift_value", _("Wert der Gastgeschenke"), FieldType.MONEY, is_internal=True),
        Field("topics", _("Angesprochene Themen"), FieldType.LONG_TEXT, is_internal=True),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.HOST,
        InvolvementRole.CONTACT,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.INTERPRETER,
        InvolvementRole.INFORMED,
    ),
    gaps=(Gap("gastgeber", _("ohne Gastgeber"), lambda: without_role(InvolvementRole.HOST)),),
)
