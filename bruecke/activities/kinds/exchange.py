# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An exchange or scholarship: places offered, stays taken."""

from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Field, FieldType
from bruecke.activities.models import InvolvementRole

KIND = ActivityKind(
    name="exchange",
    slug="austausch",
    label=_("Austausch oder Stipendium"),
    position=90,
    held_word=_("abgeschlossen"),
    is_planned=False,
    fields=(
        Field(
            "level",
            _("Für wen"),
            FieldType.CHOICE,
            choices=(
                ("pupils", _("Schülerinnen und Schüler")),
                ("trainees", _("Auszubildende")),
                ("students", _("Studierende")),
                ("researchers", _("Forschende")),
                ("staff", _("Beschäftigte der Verwaltung")),
                ("artists", _("Künstlerinnen und Künstler")),
                ("others", _("andere")),
            ),
        ),
        Field("places_offered", _("Plätze"), FieldType.NUMBER),
        Field("stays", _("Aufenthalte"), FieldType.NUMBER, help=_("Wie viele tatsächlich stattfanden")),
        Field("rate", _("Satz je Person"), FieldType.MONEY),
        Field("website", _("Adresse im Netz")),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.HOST,
        InvolvementRole.PARTNER,
        InvolvementRole.FUNDER,
        InvolvementRole.CONTACT,
    ),
)
