# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning with a partnership while it is suspended, in two transactions: whoever comes first holds it, and the other
waits and is told."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from bruecke.accounts.principal import SYSTEM
from bruecke.activities.actions.activities import ACTIVITY, enter_activity
from bruecke.activities.actions.stages import plan_activity
from bruecke.activities.models import Activity
from bruecke.partnerships.actions.moves import move
from bruecke.partnerships.models import Partnership
from bruecke.records.editing import fill_in
from bruecke.records.errors import Refused
from bruecke.records.models import JournalEntry
from tests.factories.activities import make_activity
from tests.factories.partnerships import make_partnership
from tests.together import own_database

pytestmark = pytest.mark.django_db(transaction=True)
WHILE, LONG = 0.5, 20.0
"""Seconds: how long the one must not get on while the other holds the partnership, and the most it may take."""

Act = Callable[[], object]


def _enter(partnership: Partnership) -> Act:
    fields = {"title_de": "Reise", "when_in_words": "Mai 2999", "visibility": "ministries"}
    return lambda: enter_activity(kind="delegation_out", fields=fields | {"partnerships": [partnership.pk]}, by=SYSTEM)


def _plan(partnership: Partnership) -> Act:
    idea = make_activity(state="idea", partnerships=(partnership,))
    return lambda: plan_activity(activity=idea, expected=1, why="", by=SYSTEM)


def _add(partnership: Partnership) -> Act:
    planned = make_activity()
    fields = {"partnerships": [partnership.pk]}
    return lambda: fill_in(record=planned, rules=ACTIVITY, expected=1, fields=fields, why="", by=SYSTEM)


PLANNING = pytest.mark.parametrize("planning", [_enter, _plan, _add])


def _suspend(partnership: Partnership) -> object:
    return move(partnership=partnership, to="dormant", on="2022-02-24", reason="Krieg", by=SYSTEM, expected=1)


def _in_order(folder: Path, first: Act, second: Act) -> list[object]:
    """What both gave, or raised: the second begins when the first is done but not committed, and must wait for it."""
    held, got_on = threading.Event(), threading.Event()

    def hold() -> object:
        with transaction.atomic():
            done = first()
            held.set()
            assert not got_on.wait(WHILE), "the other did not wait"
        return done

    def follow() -> object:
        assert held.wait(LONG)
        try:
            return second()
        finally:
            got_on.set()

    with own_database(folder) as together:
        told = together(hold, follow)
        (counts,) = together(lambda: (_planned(), JournalEntry.objects.filter(record_type="activity").count()))
    return [*told, counts]


def _planned() -> int:
    """How many planned activities there are with the partnership."""
    return Activity.objects.filter(state="planned", partnerships__isnull=False).count()


@PLANNING
def test_a_suspension_waits_for_who_plans_and_both_stand(
    tmp_path: Path, planning: Callable[[Partnership], Act]
) -> None:
    partnership = make_partnership()
    planned, suspended, counts = _in_order(tmp_path, planning(partnership), lambda: _suspend(partnership))
    assert isinstance(planned, Activity)
    assert isinstance(suspended, Partnership)
    assert counts == (1, 1)


@PLANNING
def test_who_plans_waits_for_a_suspension_is_told_and_nothing_is_written(
    tmp_path: Path, planning: Callable[[Partnership], Act]
) -> None:
    partnership = make_partnership("Tatarstan")
    act = planning(partnership)
    suspended, refused, counts = _in_order(tmp_path, lambda: _suspend(partnership), act)
    assert isinstance(suspended, Partnership)
    assert isinstance(refused, Refused)
    assert "„Tatarstan“ ruht seit 24. Februar 2022" in " ".join(refused.problems.values())
    assert counts == (0, 0)
