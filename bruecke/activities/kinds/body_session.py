# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The session of a body as an activity: the session itself, with agenda and minutes, is a record of bodies."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="body_session",
    slug="sitzung",
    label=_("Sitzung eines Gremiums"),
    position=50,
    held_word=_("durchgeführt"),
    is_planned=False,
    fields=(
        Field("venue", _("Veranstaltungsort")),
        Field("interpreting", _("Dolmetschen"), help=_("Sprachen und wer dolmetscht")),
        Field("topics", _("Angesprochene Themen"), FieldType.LONG_TEXT, is_internal=True),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.HOST,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.CONTACT,
        InvolvementRole.INTERPRETER,
    ),
    gaps=(Gap("sitzung", _("keiner Sitzung eines Gremiums zugeordnet"), lambda: Q(session__isnull=True)),),
)
