# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moves in a partnership's life: recorded with day, reason, decision and passage; taken back; taking effect.

StateChange is the truth; Partnership.state is a copy for lists. What spans both rows is held by locking the
partnership first, here and in planning.lock_for_planning.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import is_fuzzy_date
from bruecke.bodies.models import Decision
from bruecke.library.models import Passage
from bruecke.partnerships.life_cycle import (
    Change,
    Demand,
    State,
    demands,
    misfit,
    misfit_without,
    predecessor,
    standing_on,
)
from bruecke.partnerships.models import Partnership, StateChange
from bruecke.partnerships.permissions import can_move_partnership
from bruecke.partnerships.refusals import misfit_in_words, unmet
from bruecke.records.actions import claim, save_changed
from bruecke.records.errors import NotAllowed, Refused


def life_of(changes: Iterable[StateChange]) -> list[Change]:
    """Rows as the state machine takes them."""
    return [
        Change(State(row.to_state), row.effective_on, row.pk, is_taken_back=row.taken_back_at is not None)
        for row in changes
    ]


def standing_of(partnership: Partnership) -> Change:
    """What stands now, from the row's own copy; no statement."""
    return Change(State(partnership.state), partnership.state_since, 0)


@transaction.atomic
def move(
    *,
    partnership: Partnership,
    expected: int,
    to: str,
    on: str,
    reason: str,
    by: Principal,
    decision_id: int | None = None,
    passage_id: int | None = None,
    sectoral_answer: str = "",
    is_condition_met: bool = False,
) -> Partnership:
    """Record that a partnership moves to state `to` from `on` (truncated ISO date; past, today or to come).

    sectoral_answer is kept where it is given (R07). is_condition_met: somebody found the condition of a reactivation
    to be met, and says so with this move (R12). Raises NotAllowed, StaleRecord, Refused (by field).
    """
    if not can_move_partnership(by):
        raise NotAllowed
    current = claim(partnership, expected=expected)
    current.sectoral_answer = sectoral_answer.strip() or current.sectoral_answer
    met = {
        Demand.REASON: bool(reason.strip()),
        Demand.DECISION: decision_id is not None,
        Demand.SECTORAL_ANSWER: bool(current.sectoral_answer.strip()),
        Demand.CONDITION_NAMED: bool(current.precondition.strip()),
        Demand.CONDITION_MET: is_condition_met,
    }
    problems = _unfitting(current, to, on, met) | _unknown(decision_id, passage_id, by)
    if problems:
        raise Refused(problems)
    StateChange.objects.create(
        partnership=current,
        to_state=to,
        effective_on=on,
        reason=reason.strip(),
        decision_id=decision_id,
        passage_id=passage_id,
        recorded_by=by.label,
    )
    return _stand(current, by=by, why=reason, verb="moved", said={"move": ["", f"{to} {on}".strip()]})


def _unfitting(partnership: Partnership, to: str, on: str, met: dict[Demand, bool]) -> dict[str, str]:
    """What speaks against the move, by field."""
    if to not in set(State):
        return {"": _("Diesen Schritt gibt es nicht.")}
    if on and not is_fuzzy_date(on):
        return {"on": _("Diesen Tag gibt es im Kalender nicht.")}
    life, state = life_of(partnership.changes.all()), State(to)
    found = misfit(life, state, on, timezone.localdate())
    if found is not None:
        return misfit_in_words(found, state)
    before = predecessor(life, on)
    asked = demands(before.to, state, partnership.kind) if before is not None else {Demand.REASON}
    return unmet(demand for demand in asked if not met[demand])


def _unknown(decision_id: int | None, passage_id: int | None, by: Principal) -> dict[str, str]:
    """A decision or passage that is not there, or not for who acts."""
    problems = {}
    if decision_id is not None and not Decision.objects.visible_to(by).filter(pk=decision_id).exists():
        problems["decision_id"] = _("Diesen Beschluss gibt es nicht mehr.")
    if passage_id is not None and not Passage.objects.filter(pk=passage_id).exists():
        problems[""] = _("Diese Fundstelle gibt es nicht mehr.")
    return problems


@transaction.atomic
def take_back(*, partnership: Partnership, expected: int, change_id: int, why: str, by: Principal) -> Partnership:
    """A planned change will not come, or an entry was a mistake; it stays in the history, crossed out.

    Raises NotAllowed, StaleRecord, Refused, StateChange.DoesNotExist.
    """
    if not can_move_partnership(by):
        raise NotAllowed
    current = claim(partnership, expected=expected)
    change = current.changes.get(pk=change_id)
    if change.taken_back_at is not None:
        raise Refused({"": _("Das ist schon zurückgenommen.")})
    if not why.strip():
        raise Refused({"why": _("Es fehlt noch der Grund.")})
    found = misfit_without(life_of(current.changes.all()), change.pk)
    if found is not None:
        sentences = misfit_in_words(found, State(change.to_state))
        raise Refused({"": " ".join(sentences.values())})
    change.taken_back_at, change.taken_back_why = timezone.now(), why.strip()
    change.save(update_fields=("taken_back_at", "taken_back_why"))
    said = {"move": [f"{change.to_state} {change.effective_on}".strip(), ""]}
    return _stand(current, by=by, why=why, verb="taken_back", said=said)


def _stand(
    partnership: Partnership, *, by: Principal, why: str, verb: str, said: Mapping[str, list[str]]
) -> Partnership:
    """Save what stands today on a claimed row, with history and journal."""
    standing = standing_on(life_of(partnership.changes.all()), timezone.localdate())
    if standing is None:
        raise Refused({"on": _("Für heute stünde dann kein Stand fest. Nehmen Sie zuerst den heutigen Stand auf.")})
    changes: dict[str, Any] = {**said, "version": [partnership.version, partnership.version + 1]}
    if partnership.state != standing.to:
        changes["state"] = [partnership.state, standing.to.value]
    partnership.state, partnership.state_since = standing.to.value, standing.on
    return save_changed(partnership, by=by, why=why, verb=verb, changes=changes)


def take_effect(*, by: Principal, today: date | None = None) -> int:
    """Let planned changes whose day has come take effect; returns how many partnerships moved.

    Idempotent: where nothing is due nothing is written. Each partnership in a transaction of its own.
    """
    day = today or timezone.localdate()
    due = StateChange.objects.filter(
        taken_back_at__isnull=True,
        effective_on__lte=day.isoformat(),
        effective_on__gt=F("partnership__state_since"),
    )
    keys = sorted(set(due.values_list("partnership_id", flat=True)))
    return sum(_take_effect(key, day, by) for key in keys)


@transaction.atomic
def _take_effect(key: int, day: date, by: Principal) -> bool:
    """One partnership; False where somebody else was first."""
    current = Partnership.objects.select_for_update().get(pk=key)
    rows = {row.pk: row for row in current.changes.all()}
    standing = standing_on(life_of(rows.values()), day)
    if standing is None or (standing.to.value, standing.on) == (current.state, current.state_since):
        return False
    changes = {
        "state": [current.state, standing.to.value],
        "version": [current.version, current.version + 1],
    }
    current.state, current.state_since = standing.to.value, standing.on
    save_changed(current, by=by, why=rows[standing.number].reason, verb="took_effect", changes=changes)
    return True
