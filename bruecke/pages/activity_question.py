# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the address of the list of activities asks, read once for the list and its files."""

from dataclasses import dataclass, replace

from django.db.models import Q
from django.http import HttpRequest, QueryDict

from bruecke.accounts.principal import Principal
from bruecke.activities.activity_filter import ActivityFilter, parse
from bruecke.activities.models import Activity
from bruecke.activities.permissions import can_see_internal
from bruecke.activities.queries.lines import Line, visible_activities
from bruecke.activities.queries.listing import Vocabulary, activity_page, narrowed, vocabulary
from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Page
from bruecke.search.queries import found_ids


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and who asks."""

    principal: Principal
    asked: ActivityFilter
    words: Vocabulary
    matching: Q | None

    @property
    def is_staff(self) -> bool:
        """Whether internal filters and columns are shown."""
        return can_see_internal(self.principal)

    @property
    def found(self) -> RecordQuerySet[Activity]:
        """The activities asked for."""
        return narrowed(self.asked, self.words, matching=self.matching, principal=self.principal)

    def page(self, after: str) -> Page[Line]:
        """One page beside the cursor; one statement."""
        return activity_page(self.found, self.asked.sort, after)

    def sizes(self) -> tuple[int, int]:
        """Found and total; two statements, one where nothing narrows."""
        total = visible_activities(self.principal).count()
        return (self.found.count(), total) if self.asked.is_narrow else (total, total)

    def sorted(self, sort: str) -> ActivityFilter:
        """The same in another order."""
        return replace(self.asked, sort=sort)


def question(request: HttpRequest) -> Question:
    """Read the address."""
    return question_of(request.GET, request.principal)  # type: ignore[attr-defined]


def question_of(given: QueryDict, principal: Principal) -> Question:
    """What is asked for, and by whom."""
    asked = parse(given.lists(), is_staff=can_see_internal(principal))
    matching = found_ids("activity", asked.text, principal=principal) if asked.text else None
    return Question(principal, asked, vocabulary(principal=principal), matching)
