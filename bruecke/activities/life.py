# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of an activity: which states follow which, by which verb. Pure.

idea → planned → (approved, where its kind is approved) → held; cancelled from each before; taken up again from there.
"""

from bruecke.activities.models import ActivityState as State

PLANNING = (State.PLANNED, State.APPROVED)
"""States that a dormant partnership does not admit (R11)."""
_MOVES: dict[str, dict[str, State]] = {
    State.IDEA: {"plan": State.PLANNED, "cancel": State.CANCELLED},
    State.PLANNED: {"approve": State.APPROVED, "hold": State.HELD, "cancel": State.CANCELLED},
    State.APPROVED: {"hold": State.HELD, "cancel": State.CANCELLED},
    State.CANCELLED: {"plan": State.PLANNED},
    State.HELD: {},
}


def moves(state: str, *, is_approved: bool) -> dict[str, State]:
    """Verbs and where they lead, the next step first. is_approved: whether somebody approves this kind of activity."""
    return {verb: to for verb, to in _MOVES[state].items() if verb != "approve" or is_approved}
