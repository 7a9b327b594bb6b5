# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One occurrence of a conference or dialogue format; those that come again have a series (R33)."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="conference",
    slug="konferenz",
    label=_("Konferenz"),
    position=40,
    held_word=_("durchgeführt"),
    fields=(
        Field("topic", _("Gegenstand")),
        Field("venue", _("Veranstaltungsort")),
        Field(
            "attendance",
            _("Form"),
            FieldType.CHOICE,
            choices=(
                ("on_site", _("vor Ort")),
                ("hybrid", _("vor Ort und im Netz")),
                ("online", _("im Netz")),
            ),
        ),
        Field("languages", _("Sprachen")),
        Field("participants", _("Zahl der Teilnehmenden"), FieldType.NUMBER),
        Field("website", _("Adresse im Netz")),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.HOST,
        InvolvementRole.PARTNER,
        InvolvementRole.FUNDER,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.INTERPRETER,
    ),
)
