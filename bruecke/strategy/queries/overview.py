# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of play of one edition: what it holds, how binding, what is decided, what is missing."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.records.kept import HOLES, KeptRecords, KeptRows
from bruecke.records.labels import rows_of
from bruecke.strategy.facet_bits import NOTHING, FacetBits, Value
from bruecke.strategy.models import BudgetNeed, Chapter, Edition, Goal, Modality, OptionState
from bruecke.strategy.queries.measure_index import measure_index
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


def overview(edition: Edition, *, principal: Principal) -> Overview:
    """State of play of `edition` for `principal`; three statements, on the index of measures."""
    index = measure_index(edition.pk)
    facets, seen = (index.facets, index.seen(principal)) if index else (NOTHING, 0)

    def count(name: str, *values: Value, under: int = seen) -> int:
        return (facets.any_of(name, values) & under).bit_count()

    options = facets.any_of("verbindlichkeit", (Modality.OPTION,)) & seen
    goals = [pk for (pk,) in _goal_statement(scope_of(principal)).run({HOLES[0]: edition.pk})]
    kinds = {str(kind): count("art", kind) for kind in facets.values("art")}
    modalities = {str(modality): count("verbindlichkeit", modality) for modality in facets.values("verbindlichkeit")}
    return Overview(
        measures=seen.bit_count(),
        modalities={modality: n for modality, n in modalities.items() if n},
        kinds={kind: n for kind, n in kinds.items() if n},
        options_open=count("entscheidung", OptionState.OPEN, under=options),
        options_taken_up=count("entscheidung", OptionState.TAKEN_UP, under=options),
        options_not_taken_up=count("entscheidung", OptionState.NOT_TAKEN_UP, under=options),
        continuing=count("fortgesetzt", "yes"),
        instruments=_instruments(edition, facets, seen),
        without_lead=count("luecke", "lead"),
        without_goal=count("luecke", "goal"),
        without_deadline=count("luecke", "deadline"),
        reservation_unknown=count("vorbehalt", BudgetNeed.UNKNOWN),
        goals=len(goals),
        goals_without_measure=sum(not count("ziel", goal) for goal in goals),
    )


def _segments(facets: FacetBits) -> list[int]:
    """The measures of each segment: options by their state, all others by their modality."""
    options = facets.any_of("verbindlichkeit", (Modality.OPTION,))
    states = (OptionState.OPEN, OptionState.TAKEN_UP, OptionState.NOT_TAKEN_UP)
    others = (Modality.INTENTION, Modality.STATEMENT, Modality.UNKNOWN)
    return [facets.any_of("entscheidung", (state,)) & options for state in states] + [
        facets.any_of("verbindlichkeit", (modality,)) for modality in others
    ]


def _instruments(edition: Edition, facets: FacetBits, seen: int) -> tuple[InstrumentState, ...]:
    """Instruments in the order of the document; closing chapters and chapters without measures are left out."""
    segments = _segments(facets)
    return tuple(
        InstrumentState(
            reference=chapter.reference,
            number=chapter.number,
            title=chapter.title,
            counts=tuple((segment & measures).bit_count() for segment in segments),
        )
        for chapter, sections in instruments(edition)
        if (measures := facets.any_of("instrument", sections) & seen)
    )


def instruments(edition: Edition) -> list[tuple[Chapter, list[int]]]:
    """Chapters without a parent in the order of the document, each with its own key and all below; one statement."""
    chapters = sorted(_chapter_statement().records({HOLES[0]: edition.pk}), key=attrgetter("position"))
    parents = {chapter.pk: chapter.parent_id for chapter in chapters}
    below: dict[int, list[int]] = defaultdict(list)
    for pk in parents:
        below[top_of(pk, parents)].append(pk)
    return [(chapter, below[chapter.pk]) for chapter in chapters if chapter.parent_id is None]


@cache
def _chapter_statement() -> KeptRecords[Chapter]:
    return KeptRecords(rows_of(Chapter).filter(edition=HOLES[0]).order_by())


@lru_cache(maxsize=64)
def _goal_statement(scope: Principal) -> KeptRows:
    return KeptRows(rows_of(Goal).visible_to(scope).filter(edition=HOLES[0]).order_by().values_list("pk"))
