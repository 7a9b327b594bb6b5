# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of development cooperation: who gets the money, who does it there, how its use is proven (R31)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import unsaid
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import ActivityState, InvolvementRole


def _unproven() -> Q:
    # NOT (NULL = 'checked') is not true: what nobody filled in is asked for by itself.
    return Q(state=ActivityState.HELD) & (unsaid("proof_of_use") | ~Q(particulars__proof_of_use="checked"))


KIND = ActivityKind(
    name="development_project",
    slug="entwicklungsprojekt",
    label=_("Entwicklungsprojekt"),
    position=80,
    held_word=_("abgeschlossen"),
    is_planned=False,
    fields=(
        Field("grantee", _("Zuwendungsempfänger")),
        Field("local_partner", _("Partner vor Ort")),
        Field("sector", _("Bereich"), help=_("Zum Beispiel Wasser, Bildung, Gesundheit")),
        Field("budget", _("Gesamtkosten"), FieldType.MONEY),
        Field(
            "own_share", _("Eigenanteil des Landes"), FieldType.MONEY, help=_("Ein Planwert, keine Zusage von Mitteln")
        ),
        Field(
            "proof_of_use",
            _("Verwendungsnachweis"),
            FieldType.CHOICE,
            choices=(
                ("due", _("steht aus")),
                ("submitted", _("liegt vor")),
                ("checked", _("geprüft")),
            ),
        ),
        Field("proof_due", _("Verwendungsnachweis fällig am"), FieldType.DAY, is_internal=True),
    ),
    roles=(InvolvementRole.HEAD, InvolvementRole.PARTNER, InvolvementRole.FUNDER, InvolvementRole.CONTACT),
    gaps=(Gap("verwendungsnachweis", _("ohne geprüften Verwendungsnachweis"), _unproven),),
)
