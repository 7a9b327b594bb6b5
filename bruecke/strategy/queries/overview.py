# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of play of one edition: what it holds, how binding, what is decided, what is missing."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import Chapter, Edition, Goal, Measure, Modality, OptionState
from bruecke.strategy.tree import top_of

SEGMENTS = ("open", "taken_up", "not_taken_up", "intention", "statement", "unknown")
"""How a measure stands in the overview's bars: the states of an option, then the modalities that are none."""


@dataclass(frozen=True, slots=True)
class InstrumentState:
    """One instrument (sections counted in): measures by segment, in the order of SEGMENTS."""

    reference: str
    number: str
    title: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All its measures."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over the measures that the asker may see."""

    measures: int
    modalities: dict[str, int]
    kinds: dict[str, int]
    options_open: int
    options_taken_up: int
    options_not_taken_up: int
    continuing: int
    instruments: tuple[InstrumentState, ...]
    without_lead: int
    without_goal: int
    without_deadline: int
    reservation_unknown: int
    goals: int
    goals_without_measure: int


def segment(modality: str, option_state: str) -> str:
    """The segment of SEGMENTS a measure counts in."""
    return option_state if modality == Modality.OPTION else modality


def overview(edition: Edition, *, principal: Principal) -> Overview:
    """State of play of `edition` for `principal`; three statements."""
    rows = list(
        Measure.objects.visible_to(principal)
        .filter(edition=edition)
        .values_list("chapter_id", "modality", "option_state", "kind", "is_continuing")
        .annotate(
            n=Count("pk"),
            no_lead=Count("pk", filter=Q(lead__isnull=True)),
            no_goal=Count("pk", filter=Q(goal_count=0)),
            no_deadline=Count("pk", filter=Q(deadline="")),
            unknown=Count("pk", filter=Q(needs_state_money="unknown")),
        )
    )
    modalities, kinds, options = Counter[str](), Counter[str](), Counter[str]()
    by_chapter: dict[int, Counter[str]] = {}
    for chapter, modality, state, kind, _continuing, n, *_gaps in rows:
        modalities[modality] += n
        kinds[kind] += n
        if modality == Modality.OPTION:
            options[state] += n
        by_chapter.setdefault(chapter, Counter())[segment(modality, state)] += n
    goals, orphans = _goals(edition, principal)
    return Overview(
        measures=sum(row[5] for row in rows),
        modalities=dict(modalities),
        kinds=dict(kinds),
        options_open=options[OptionState.OPEN],
        options_taken_up=options[OptionState.TAKEN_UP],
        options_not_taken_up=options[OptionState.NOT_TAKEN_UP],
        continuing=sum(row[5] for row in rows if row[4]),
        instruments=_instruments(edition, by_chapter),
        without_lead=sum(row[6] for row in rows),
        without_goal=sum(row[7] for row in rows),
        without_deadline=sum(row[8] for row in rows),
        reservation_unknown=sum(row[9] for row in rows),
        goals=goals,
        goals_without_measure=orphans,
    )


def _instruments(edition: Edition, by_chapter: dict[int, Counter[str]]) -> tuple[InstrumentState, ...]:
    """Instruments in the order of the document; closing chapters and chapters without measures are left out."""
    chapters = list(Chapter.objects.filter(edition=edition).order_by("position"))
    parents = {chapter.pk: chapter.parent_id for chapter in chapters}
    sums: dict[int, Counter[str]] = {}
    for key, counts in by_chapter.items():
        sums.setdefault(top_of(key, parents), Counter()).update(counts)
    return tuple(
        InstrumentState(
            reference=chapter.reference,
            number=chapter.number,
            title=chapter.title,
            counts=tuple(sums[chapter.pk][name] for name in SEGMENTS),
        )
        for chapter in chapters
        if chapter.pk in sums
    )


def _goals(edition: Edition, principal: Principal) -> tuple[int, int]:
    """Goals seen, and those that no seen measure serves."""
    seen = Measure.objects.visible_to(principal).filter(edition=edition)
    goals = Goal.objects.visible_to(principal).filter(edition=edition)
    counted = goals.aggregate(
        all=Count("pk", distinct=True),
        served=Count("pk", distinct=True, filter=Q(measure_links__measure__in=seen.values("pk"))),
    )
    return counted["all"], counted["all"] - counted["served"]
