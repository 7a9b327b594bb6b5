# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events in countries, what each affects, and how far that was looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import CharField, F, Q, Value

from bruecke.accounts.principal import Principal
from bruecke.activities.life import PLANNING
from bruecke.activities.models import (
    Activity,
    ActivityState,
    CountryEvent,
    EventReview,
    Promise,
    PromiseState,
    links_to,
)
from bruecke.activities.queries.lines import in_place, parts_of
from bruecke.partnerships.models import Partnership, PartnershipState
from bruecke.records.labels import label, rows_of

BEFORE = timedelta(days=30)
"""Activities that were over longer before the event are not affected."""
GONE = (PartnershipState.ENDED, PartnershipState.REJECTED)


def seen_event(pk: int, *, principal: Principal) -> CountryEvent:
    """An event with its place; one statement. Raises CountryEvent.DoesNotExist."""
    event: CountryEvent = CountryEvent.objects.visible_to(principal).select_related("place").get(pk=pk)
    return event


def event_list(*, principal: Principal) -> list[CountryEvent]:
    """All events, the newest first; one statement."""
    rows = CountryEvent.objects.visible_to(principal).select_related("place")
    return list(rows.order_by("-happened_on", "-pk")[:200])


@dataclass(frozen=True, slots=True)
class Affected:
    """A record that an event affects. subject_type: as a review keeps it; reviews: newest first."""

    subject_type: str
    pk: int
    label: str
    reviews: Sequence[EventReview]


def affected(event: CountryEvent, *, principal: Principal) -> list[Affected]:
    """Partnerships, activities (planned, or not long over) and open promises in the place or a part of it; two
    statements. What was reviewed and is not affected any more stays, as long as it may be known of."""
    reviewed = list(event.reviews.order_by("-pk"))
    kept = {(row.subject_type, row.subject_id) for row in reviewed}
    partnerships = _partnerships(event, principal)
    activities = rows_of(Activity).visible_to(principal).filter(_activity(event) | _of("activity", kept))
    promises = rows_of(Promise).visible_to(principal).filter(_promise(event, principal) | _of("promise", kept))
    every = (
        rows_of(Partnership)
        .visible_to(principal)
        .filter(Q(pk__in=partnerships.values("pk")) | _of("partnership", kept))
    )
    blocks = (
        _block("partnership", every, label("name")),
        _block("activity", activities, label("title")),
        _block("promise", promises, F("text")),
    )
    order = ("partnership", "activity", "promise")
    found = sorted(blocks[0].union(*blocks[1:], all=True), key=lambda row: (order.index(row[0]), row[2]))
    return [Affected(what, pk, text, _reviews(reviewed, what, pk)) for what, pk, text in found]


def _block(what: str, rows: Any, text: Any) -> Any:
    return rows.order_by().annotate(what_=Value(what, CharField()), label_=text).values_list("what_", "pk", "label_")


def _of(what: str, kept: set[tuple[str, int]]) -> Q:
    return Q(pk__in=[pk for subject, pk in kept if subject == what])


def _reviews(rows: Sequence[EventReview], what: str, pk: int) -> list[EventReview]:
    return [row for row in rows if (row.subject_type, row.subject_id) == (what, pk)]


def _partnerships(event: CountryEvent, principal: Principal) -> Any:
    rows = rows_of(Partnership).visible_to(principal).exclude(state__in=GONE)
    return rows.filter(place__in=parts_of(event.place_id).values("pk"))


def _activity(event: CountryEvent) -> Q:
    recent = Q(state__in=PLANNING) | Q(state=ActivityState.IDEA) | Q(ends_by__gte=event.happened_on - BEFORE)
    partners = Partnership.objects.filter(place__in=parts_of(event.place_id).values("pk")).values("pk")
    linked = Q(pk__in=links_to("partnerships").filter(partnership__in=partners).values("activity_id"))
    return (in_place(event.place_id) | linked) & recent & ~Q(state=ActivityState.CANCELLED)


def _promise(event: CountryEvent, principal: Principal) -> Q:
    """Open ones of an affected partnership, or of an activity in the place that `principal` may know of."""
    there = rows_of(Activity).visible_to(principal).filter(in_place(event.place_id)).values("pk")
    partners = _partnerships(event, principal).values("pk")
    return Q(state=PromiseState.OPEN) & (Q(partnership__in=partners) | Q(activity__in=there))
