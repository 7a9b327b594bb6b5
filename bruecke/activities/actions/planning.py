# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold before an activity stands as planned: its partnerships admit it (R11, R13)."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from bruecke.partnerships.actions.planning import lock_for_planning
from bruecke.partnerships.errors import PlanningBlocked


def refusal(partnership_ids: Iterable[int], *, on: date | None) -> str:
    """Why nothing may be planned with these partnerships on that day (today), "" where it may; they stay locked."""
    try:
        lock_for_planning(partnership_ids, on=on)
    except PlanningBlocked as blocked:
        until_then = _("Was Sie vorhaben, lässt sich bis dahin als Vorschlag festhalten.")
        return " ".join([*blocked.problems.values(), until_then])
    return ""
