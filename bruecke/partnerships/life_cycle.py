# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a partnership as a state machine: which moves there are, what each demands, what stands on a day, what a
state blocks (domain.md; R07, R11, R12, R13). Pure: no Django, no database, no words.

Days are truncated ISO dates as the sources give them ("1999", "2022-02-24"); "" is a day that no source names. A
truncated date counts from its first day on; as text, "" < "1999" < "1999-05" < "1999-05-01", which is their order here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

REGIONAL = "regional"
"""The kind that is formal: it asks the sectoral question (R07) and takes a decision to begin and to end."""


class State(StrEnum):
    """States; models.PartnershipState gives them words, and a test holds both together."""

    PROPOSED = "proposed"
    EXAMINED = "examined"
    ACTIVE = "active"
    DORMANT = "dormant"
    REACTIVATION = "reactivation"
    ENDED = "ended"
    REJECTED = "rejected"


MOVES: dict[State, tuple[State, ...]] = {
    State.PROPOSED: (State.EXAMINED, State.REJECTED),
    State.EXAMINED: (State.ACTIVE, State.REJECTED),
    State.ACTIVE: (State.DORMANT, State.ENDED),
    State.DORMANT: (State.REACTIVATION, State.ENDED),
    State.REACTIVATION: (State.ACTIVE, State.DORMANT, State.ENDED),
    State.ENDED: (State.PROPOSED,),
    State.REJECTED: (State.PROPOSED,),
}
"""From each state where to. There is no way from dormant to active but through the examination (R12), and what was
ended or turned down begins anew as a proposal."""

CANDIDATES = frozenset({State.PROPOSED, State.EXAMINED})
"""Never count or show as partners (R13)."""
PARTNERS = frozenset({State.ACTIVE, State.DORMANT, State.REACTIVATION})
"""Standing relations; only active ones are counted as active (R11)."""
FORMER = frozenset({State.ENDED, State.REJECTED})


class Demand(StrEnum):
    """What a move asks for."""

    REASON = "reason"
    DECISION = "decision"
    SECTORAL_ANSWER = "sectoral_answer"
    CONDITION_NAMED = "condition_named"
    CONDITION_MET = "condition_met"


def demands(before: State, after: State, kind: str) -> frozenset[Demand]:
    """What a partnership of `kind` must bring to move from `before` to `after`. Raises ValueError where no move is."""
    if after not in MOVES[before]:
        raise ValueError(f"no move from {before} to {after}")
    found = {Demand.REASON}
    if kind == REGIONAL and after in {State.ACTIVE, State.ENDED}:
        found.add(Demand.DECISION)
    if kind == REGIONAL and after in {State.EXAMINED, State.ACTIVE} and before is not State.REACTIVATION:
        found.add(Demand.SECTORAL_ANSWER)
    if after is State.REACTIVATION:
        found |= {Demand.CONDITION_NAMED, Demand.CONDITION_MET}
    return frozenset(found)


def first_demands(state: State, kind: str) -> frozenset[Demand]:
    """What a partnership entered in `state` must bring: a candidate for a formal one the answer to R07."""
    found = {Demand.REASON} if state not in {State.PROPOSED, State.ACTIVE} else set()
    if kind == REGIONAL and state is State.EXAMINED:
        found.add(Demand.SECTORAL_ANSWER)
    return frozenset(found)


def admits_planning(state: State) -> bool:
    """Whether new activities may be planned on it: only on an active one (R11, R13)."""
    return state is State.ACTIVE


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a life. number: in the order they were recorded; is_taken_back: it does not count any more."""

    to: State
    on: str
    number: int
    is_taken_back: bool = False


def first_day(on: str) -> str:
    """The first day of a truncated date as an ISO date; "" stays ""."""
    return on + "-01-01"[len(on) - 4 :] if on else ""


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Those that count, as they follow each other: by day, on one day as they were recorded."""
    return sorted((each for each in changes if not each.is_taken_back), key=lambda each: (each.on, each.number))


def standing_on(changes: Iterable[Change], day: date) -> Change | None:
    """The change whose state stands on `day`; None before the first."""
    begun = [each for each in in_order(changes) if first_day(each.on) <= day.isoformat()]
    return begun[-1] if begun else None


def is_planned(on: str, today: date) -> bool:
    """Whether a change of this day is still to come."""
    return first_day(on) > today.isoformat()


class Fault(StrEnum):
    """Why a change does not fit into a life."""

    DAY_MISSING = "day_missing"
    DAY_NOT_EXACT = "day_not_exact"
    SAME_STATE = "same_state"
    NO_MOVE = "no_move"
    NO_MOVE_AFTER = "no_move_after"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong, and the neighbour it is wrong with (None where there is none)."""

    fault: Fault
    neighbour: Change | None = None


def predecessor(changes: Iterable[Change], on: str) -> Change | None:
    """The change that a new one of day `on` would follow."""
    before = [each for each in in_order(changes) if each.on <= on]
    return before[-1] if before else None


def misfit(changes: Sequence[Change], to: State, on: str, today: date) -> Misfit | None:
    """Why a change to `to` from day `on` cannot be entered beside `changes`; None where it can.

    Only the first known state may lack a day; what is still to come names it to the day.
    """
    line = in_order(changes)
    if line and not on:
        return Misfit(Fault.DAY_MISSING)
    if is_planned(on, today) and len(on) < 10:
        return Misfit(Fault.DAY_NOT_EXACT)
    before = predecessor(changes, on)
    after = next((each for each in line if each.on > on), None)
    if before is not None and to not in MOVES[before.to]:
        return Misfit(Fault.SAME_STATE if before.to is to else Fault.NO_MOVE, before)
    if after is not None and after.to not in MOVES[to]:
        return Misfit(Fault.NO_MOVE_AFTER, after)
    return None


def misfit_without(changes: Sequence[Change], number: int) -> Misfit | None:
    """Why the change `number` cannot be taken back; None where it can."""
    line = in_order(changes)
    left = [each for each in line if each.number != number]
    if not left:
        return Misfit(Fault.NOTHING_LEFT)
    return next(
        (
            Misfit(Fault.SAME_STATE if one.to is two.to else Fault.NO_MOVE_AFTER, two)
            for one, two in pairwise(left)
            if two.to not in MOVES[one.to]
        ),
        None,
    )


def ways_on(state: State) -> tuple[State, ...]:
    """Where a partnership in `state` may go."""
    return MOVES[state]
