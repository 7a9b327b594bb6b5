# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation that comes to us."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import without_role
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="delegation_in",
    slug="delegationsbesuch",
    label=_("Delegationsbesuch"),
    position=20,
    held_word=_("durchgeführt"),
    fields=(
        Field("guests_from", _("Wer kommt"), help=_("Einrichtung oder Region der Gäste")),
        Field("delegation_size", _("Zahl der Gäste"), FieldType.NUMBER),
        Field("protocol", _("Protokoll"), FieldType.LONG_TEXT, is_internal=True),
        Field("interpreting", _("Dolmetschen"), help=_("Sprachen und wer dolmetscht")),
        Field("gifts", _("Gastgeschenke"), is_internal=True),
        Field("gift_value", _("Wert der Gastgeschenke"), FieldType.MONEY, is_internal=True),
        Field("topics", _("Angesprochene Themen"), FieldType.LONG_TEXT, is_internal=True),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.HOST,
        InvolvementRole.CONTACT,
        InvolvementRole.INTERPRETER,
        InvolvementRole.INFORMED,
    ),
    gaps=(Gap("gastgeber", _("ohne Gastgeber"), lambda: without_role(InvolvementRole.HOST)),),
)
