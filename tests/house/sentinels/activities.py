# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities, promises and events of each level; and published ones that name what is not for everybody."""

from collections.abc import Callable
from typing import Any

from bruecke.activities.models import ActivitySeries
from bruecke.records.models import Record
from tests.factories.activities import (
    make_activity,
    make_cost_item,
    make_event,
    make_involvement,
    make_partnership,
    make_plan_approval,
    make_programme_item,
    make_promise,
)
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.house.sentinels import STAFF, Bed


# Words lie far apart: search forgives slips, and would take one for its neighbour.
def plant(bed: Bed) -> None:
    """An activity with every row and field, its promise, an event; an open activity with closed neighbours."""
    level, word, fields = bed.level, bed.word, bed.fields
    place = make_place(f"Ort {level}")
    activity = make_activity(
        word("activity"),
        places=(place,),
        purpose=word("purpose"),
        result=word("result"),
        when="2026",
        particulars={
            "selection_criteria": word("selectioncriteria"),
            "topics": word("topicsraised", STAFF),
            "gifts": word("giftsgiven", STAFF),
            "approval": word("approvalgiven", STAFF),
        },
        **fields("activity"),
    )
    promise = make_promise(
        word("promise"),
        activity=activity,
        counterpart=word("counterpart"),
        state="released",
        settled_on="2026-01-02",
        settled_note=word("settlement", STAFF),
        **fields("promise"),
    )
    event = make_event(place, title=word("event"), note=word("assessment"), **fields("event"))
    involvement = make_involvement(
        activity, "selected", payer=word("whopaysthis", STAFF), reason=word("becausechosen", STAFF)
    )
    make_involvement(
        activity,
        "declined",
        organisation=make_organisation(f"Hochschule {level}"),
        reason=word("becauserefused", STAFF),
    )
    make_programme_item(
        activity,
        title=word("programmepoint", STAFF),
        venue=word("meetingvenue", STAFF),
        with_whom=word("meetingwithwhom", STAFF),
    )
    make_cost_item(activity, title=word("costpurpose", STAFF), payer=word("costisborneby", STAFF))
    assert involvement.organisation is not None
    approval = make_plan_approval(
        make_organisation(f"Planendes Haus {level}"),
        year=2026,
        approved_by=word("approvedplanby"),
        **fields("approval"),
    )
    bed.close(activity, promise, event, approval, *_neighbours(level, word, fields))


def _neighbours(level: str, word: Callable[..., str], fields: Callable[[str], dict[str, Any]]) -> list[Record]:
    """An activity, a promise and an event that everybody sees, hung on records that not everybody may know of."""
    lead = make_organisation(word("actlead"), **fields("actlead"))
    guest = make_organisation(word("guest"), kind="university", **fields("guest"))
    place = make_place(f"Offener Ort {level}")
    partnership = make_partnership(word("partner"), place=place, **fields("partner"))
    series = ActivitySeries.objects.create(key=f"series-{level}", name=word("series"), **fields("series"))
    activity = make_activity(
        f"Offenes Vorhaben {level}", lead=lead, partnerships=(partnership,), series=series, places=(place,), when="2026"
    )
    make_involvement(activity, "participant", organisation=guest)
    make_promise(f"Offene Zusage {level}", activity=activity, partnership=partnership, responsible=lead)
    make_event(place, title=f"Offenes Ereignis {level}")
    return [lead, guest, partnership, series]
