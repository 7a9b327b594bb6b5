# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of editions: what stands, what an edition says, what it changed."""

from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import Edition, EditionState, Goal, Measure, Strategy, Wording


@dataclass(frozen=True, slots=True)
class StandingWording:
    """What the adopted edition says of a measure. place: 0..1, how far into the edition it stands."""

    measure_id: int
    reference: str
    wording: str
    chapter: str
    place: float


def standing_edition(strategy: Strategy, *, other_than: Edition | None = None) -> Edition | None:
    """The adopted edition of a strategy; where that is `other_than`, the one before it."""
    editions = Edition.objects.filter(strategy=strategy)
    if other_than is None or other_than.state == EditionState.DRAFT:
        return editions.filter(state=EditionState.ADOPTED).first()
    return (
        editions.filter(ordinal__lt=other_than.ordinal).exclude(state=EditionState.DRAFT).order_by("-ordinal").first()
    )


def standing_wordings(strategy: Strategy, *, other_than: Edition | None = None) -> list[StandingWording]:
    """Every measure of the standing edition with its wording, in the order of the text; two statements."""
    edition = standing_edition(strategy, other_than=other_than)
    rows = list(
        Wording.objects.filter(edition=edition)
        .order_by("position")
        .values_list("measure_id", "reference", "wording", "chapter__title")
    )
    count = max(1, len(rows) - 1)
    return [StandingWording(*row, place=n / count) for n, row in enumerate(rows)]


def standing_goals(strategy: Strategy, *, other_than: Edition | None = None) -> list[tuple[int, str]]:
    """(key, wording) of the goals of the standing edition; two statements."""
    edition = standing_edition(strategy, other_than=other_than)
    return list(Goal.objects.filter(edition=edition).values_list("pk", "wording"))


def standing_references(strategy: Strategy, *, principal: Principal) -> list[tuple[str, str]]:
    """(reference, title) of the measures of the standing edition, in the order of the text, as far as `principal` may
    know of them; two statements."""
    measures = Measure.objects.visible_to(principal).filter(edition=standing_edition(strategy))
    return [(row.reference, row.title) for row in measures.order_by("position")]


def measure_by_reference(strategy: Strategy, reference: str) -> Measure | None:
    """A measure of the standing edition; two statements."""
    return Measure.objects.filter(edition=standing_edition(strategy), reference=reference).first()
