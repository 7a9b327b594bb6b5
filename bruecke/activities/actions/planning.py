# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold before an activity stands as planned: its partnerships admit it (R11, R13)."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.base.dates import fuzzy_in_words
from bruecke.partnerships.models import Partnership, PartnershipState

ADMITTING = (PartnershipState.ACTIVE,)


def refusal(partnership_ids: Iterable[int]) -> str:
    """Why nothing may be planned with these partnerships, "" where it may; one statement.

    Locks their rows until the end of the transaction, so that none of them falls dormant meanwhile.
    """
    rows = Partnership.objects.select_for_update().filter(pk__in=sorted(set(partnership_ids))).order_by("pk")
    return " ".join(_sentence(row) for row in rows if row.state not in ADMITTING)


def _sentence(partnership: Partnership) -> str:
    words = {"name": partnership.name, "since": ""}
    if partnership.state_since:
        words["since"] = " " + _("seit %(when)s") % {
            "when": fuzzy_in_words(partnership.state_since, get_language() or "de")
        }
    match partnership.state:
        case PartnershipState.DORMANT | PartnershipState.REACTIVATION:
            return (
                _(
                    "Die Partnerschaft „%(name)s“ ruht%(since)s: Mit ihr wird nichts Neues geplant, solange ihre "
                    "Reaktivierung nicht beschlossen ist. Halten Sie das Vorhaben als Vorschlag fest, oder planen Sie "
                    "es ohne diese Partnerschaft."
                )
                % words
            )
        case PartnershipState.PROPOSED | PartnershipState.EXAMINED:
            return (
                _(
                    "„%(name)s“ ist noch keine Partnerschaft, sondern wird geprüft. Planen Sie das Vorhaben mit dem "
                    "Ort und ohne die Partnerschaft, oder halten Sie es als Vorschlag fest."
                )
                % words
            )
        case _:
            return (
                _("Die Partnerschaft „%(name)s“ besteht nicht mehr%(since)s. Planen Sie das Vorhaben ohne sie.") % words
            )
