# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the address of the list of measures asks, read once for the list, its numbers and its files."""

from dataclasses import dataclass

from django.http import HttpRequest

from bruecke.accounts.principal import Principal
from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Page
from bruecke.search.queries import measures_matching
from bruecke.strategy.measure_filter import STAFF_ONLY, MeasureFilter, parse
from bruecke.strategy.models import Measure
from bruecke.strategy.permissions import can_see_internal
from bruecke.strategy.queries.facets import FacetCounts, facet_counts
from bruecke.strategy.queries.matching import Matching
from bruecke.strategy.queries.measure_list import (
    Row,
    Sizes,
    StandingEdition,
    kept_page,
    measures_of,
    narrowed,
    sizes,
    standing_editions,
)
from bruecke.strategy.queries.vocabulary import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks of which edition, and who asks."""

    principal: Principal
    editions: list[StandingEdition]
    edition: StandingEdition
    asked: MeasureFilter
    entries: Vocabulary
    matching: Matching | None

    @property
    def found(self) -> RecordQuerySet[Measure]:
        """The measures asked for."""
        return narrowed(self.edition.pk, self.asked, self.entries, matching=self.matching, principal=self.principal)

    @property
    def every(self) -> RecordQuerySet[Measure]:
        """All measures of the edition that the visitor may know of."""
        return measures_of(self.edition.pk, principal=self.principal)

    def page(self, after: str) -> Page[Row]:
        """One page beside the cursor `after` ("" for the first); three statements at most."""
        return kept_page(
            self.edition.pk, self.asked, self.entries, after, matching=self.matching, principal=self.principal
        )

    def sizes(self) -> Sizes:
        """How many are found, of how many."""
        return sizes(self.edition.pk, self.asked, self.entries, matching=self.matching, principal=self.principal)

    def exact_counts(self) -> dict[str, int]:
        """Found and total, counted to the last row; two statements."""
        return {"found": self.found.count(), "total": self.every.count()}

    def counts(self) -> FacetCounts:
        """Numbers beside all filters."""
        return facet_counts(self.edition.pk, self.asked, self.entries, matching=self.matching, principal=self.principal)


def question(request: HttpRequest) -> Question | None:
    """Read the address; None where no strategy stands that the visitor may know of."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    asked = parse(request.GET.lists())
    if not can_see_internal(principal):
        for name in STAFF_ONLY:
            asked = asked.without(name)
    editions = standing_editions(principal=principal)
    edition = next((e for e in editions if e.strategy_key == asked.strategy), editions[0] if editions else None)
    if edition is None:
        return None
    entries = vocabulary(edition.pk, principal=principal)
    matching = measures_matching(asked.text, principal=principal) if asked.text else None
    return Question(principal, editions, edition, asked, entries, matching)
