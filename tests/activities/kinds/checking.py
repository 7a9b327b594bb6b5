# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every kind's test asks in the same way."""

from typing import Any

from bruecke.accounts.principal import SYSTEM
from bruecke.activities.actions.activities import OWN, enter_activity
from bruecke.activities.kind import kind_of, kinds
from bruecke.activities.models import Activity
from bruecke.activities.queries.sheet import found_gaps
from tests.factories.people import make_organisation
from tests.factories.plan import make_measure


def entered(kind: str, state: str = "planned", **own: Any) -> Activity:
    """An activity of this kind with these fields of its own, and a lead and a measure, so that nothing else lacks."""
    fields = {
        "title_de": "Vorhaben",
        "when_in_words": "2020" if state == "held" else "2999",
        "result": "Gut." if state == "held" else "",
        "state": state,
        "lead_id": make_organisation().pk,
        "measures": [make_measure().pk],
    }
    return enter_activity(kind=kind, fields=fields | {OWN + name: value for name, value in own.items()}, by=SYSTEM)


def read_back(kind: str, **own: Any) -> dict[str, Any]:
    """What a typed reader gives of fields that were entered; all of the kind's fields have to be among them."""
    assert set(own) == {field.name for field in kinds()[kind].fields}
    activity = Activity.objects.get(pk=entered(kind, **own).pk)
    return kind_of(activity).read(activity.particulars)


def gap_keys(activity: Activity) -> list[str]:
    """Gaps of an activity by key."""
    return [gap.key for gap in found_gaps(activity)]
