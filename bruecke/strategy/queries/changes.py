# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition changed, compared with the one before."""

from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.records.visibility import visible
from bruecke.strategy.models import Edition, EditionState, Measure, Wording, WordingChange


@dataclass(frozen=True, slots=True)
class Change:
    """One measure before and after; old is None for an added one, new for a dropped one."""

    measure_id: int
    old: Wording | None
    new: Wording | None

    @property
    def is_moved(self) -> bool:
        """Whether it stands in another chapter now."""
        return bool(self.old and self.new and self.old.chapter.title != self.new.chapter.title)


@dataclass(frozen=True, slots=True)
class Changes:
    """former: None for a first edition, of which nothing can be said."""

    former: Edition | None
    added: list[Change]
    reworded: list[Change]
    moved: list[Change]
    dropped: list[Change]
    kept: int


def changes(edition: Edition, *, principal: Principal) -> Changes:
    """Added, reworded, moved, dropped and kept measures of an edition; three statements."""
    former = (
        Edition.objects.filter(strategy=edition.strategy_id, ordinal__lt=edition.ordinal)
        .exclude(state__in=(EditionState.DRAFT, EditionState.REVIEW))
        .order_by("-ordinal")
        .first()
    )
    if former is None:
        return Changes(None, [], [], [], [], 0)
    new, old = _wordings(edition, principal), _wordings(former, principal)
    found = [Change(key, old.get(key), row) for key, row in new.items()]
    by_change = {kind: [item for item in found if item.new and item.new.change == kind] for kind in WordingChange}
    return Changes(
        former,
        [item for item in found if item.old is None],
        [item for item in by_change[WordingChange.REWORDED] if item.old],
        [item for item in by_change[WordingChange.MOVED] if item.old],
        [Change(key, row, None) for key, row in old.items() if key not in new],
        len(by_change[WordingChange.KEPT]),
    )


def _wordings(edition: Edition, principal: Principal) -> dict[int, Wording]:
    rows = Wording.objects.filter(visible(Measure, principal, "measure__"), edition=edition)
    return {row.measure_id: row for row in rows.select_related("chapter", "measure").order_by("position")}
