# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation abroad: who travels why, who was asked to come along, who was told, what was raised (R18, R19)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bruecke.activities.gaps import ACTORS, FEDERAL, unsaid
from bruecke.activities.kind import ActivityKind, Field, FieldType, Gap
from bruecke.activities.models import ActivityState, InvolvementRole


def _nobody_told() -> Q:
    return unsaid("mission_informed") & Q(state__in=(ActivityState.APPROVED, ActivityState.HELD))


KIND = ActivityKind(
    name="delegation_out",
    slug="delegationsreise",
    label=_("Delegationsreise"),
    position=10,
    is_approved=True,
    held_word=_("durchgeführt"),
    fields=(
        Field("with_government", _("Mitglied der Staatsregierung reist"), FieldType.YES_NO),
        Field("approval", _("Genehmigung"), help=_("Wer genehmigt hat, wann, unter welchem Zeichen"), is_internal=True),
        Field(
            "selection_criteria",
            _("Auswahlkriterien"),
            FieldType.LONG_TEXT,
            help=_("Wonach aus den Bewerbungen ausgewählt wird"),
        ),
        Field("call_until", _("Interessenbekundung bis"), FieldType.DAY),
        Field(
            "mission_informed",
            _("Auswärtiges Amt oder Botschaft unterrichtet"),
            help=_("Wer wann unterrichtet wurde"),
            is_internal=True,
        ),
        Field(
            "federal_strategies",
            _("Strategien des Bundes berücksichtigt"),
            help=_("Welche, und wo sich das nachlesen lässt; oder warum keine berührt ist"),
        ),
        Field("protocol", _("Protokoll"), FieldType.LONG_TEXT, is_internal=True),
        Field("interpreting", _("Dolmetschen"), help=_("Sprachen und wer dolmetscht")),
        Field("gifts", _("Gastgeschenke"), is_internal=True),
        Field("gift_value", _("Wert der Gastgeschenke"), FieldType.MONEY, is_internal=True),
        Field("topics", _("Angesprochene Themen"), FieldType.LONG_TEXT, is_internal=True),
    ),
    roles=(
        InvolvementRole.HEAD,
        InvolvementRole.INVITED,
        InvolvementRole.APPLIED,
        InvolvementRole.SELECTED,
        InvolvementRole.DECLINED,
        InvolvementRole.PARTICIPANT,
        InvolvementRole.HOST,
        InvolvementRole.CONTACT,
        InvolvementRole.INTERPRETER,
        InvolvementRole.INFORMED,
    ),
    gaps=(
        ACTORS,
        FEDERAL,
        Gap(
            "auslandsvertretung", _("nicht vermerkt, ob Auswärtiges Amt oder Botschaft unterrichtet ist"), _nobody_told
        ),
    ),
)
