# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities as lines of lists, calendars and other rooms' pages, without a model instance for each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q

from bruecke.accounts.principal import Principal
from bruecke.activities.kind import kinds
from bruecke.activities.models import Activity, links_to
from bruecke.activities.when import When, in_words
from bruecke.places.models import Place
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet


class Line(NamedTuple):
    """One activity. starts, ends: truncated ISO dates; starts_from, ends_by: ISO days."""

    pk: int
    kind: str
    title: str
    state: str
    starts: str
    ends: str
    starts_from: str
    ends_by: str
    lead_id: int | None
    visibility: str
    is_invented: bool

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return str(kinds()[self.kind].label)

    def when(self, language: str) -> str:
        """The dates in words."""
        return in_words(When(self.starts, self.ends), language)


def visible_activities(principal: Principal) -> RecordQuerySet[Activity]:
    """All activities that `principal` may know of."""
    return rows_of(Activity).visible_to(principal)


def lines_of(rows: RecordQuerySet[Activity]) -> list[Line]:
    """The rows in their order; one statement."""
    dates: Any = ("starts", "ends", "starts_from", "ends_by")
    values = rows.values_list("pk", "kind", label("title"), "state", *dates, "lead_id", "visibility", "is_invented")
    return [Line._make(part.isoformat() if isinstance(part, date) else part for part in row) for row in values]


def place_names(keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Names of the places of these activities, by activity; one statement."""
    links = links_to("places").filter(activity_id__in=list(keys))
    found: Mapping[int, list[str]] = defaultdict(list)
    # By key: in which order they were linked is chance.
    for activity, name in links.order_by("place__key").values_list("activity_id", label("place__name")):
        found[activity].append(name)
    return {activity: tuple(names) for activity, names in found.items()}


def parts_of(place_id: int) -> models.QuerySet[Place]:
    """A place and what lies in it: four steps, as an area may lie in a city of a region of a country."""
    above = ("pk", "parent", "parent__parent", "parent__parent__parent")
    condition = Q()
    for path in above:
        condition |= Q(**{path: place_id})
    return rows_of(Place).filter(condition)


def in_place(place_id: int) -> Q:
    """Activities in a place or in a part of it."""
    links = links_to("places").filter(place__in=parts_of(place_id).values("pk"))
    return Q(pk__in=links.values("activity_id"))
