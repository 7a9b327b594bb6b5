# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock of an inquiry."""

from datetime import date

import pytest

from bruecke.clearance.working_days import working_days_before
from bruecke.inquiries.clock import Clock

CAME, DUE = date(2026, 5, 4), date(2026, 6, 1)


def test_the_deadline_is_the_last_day() -> None:
    clock = Clock(CAME, DUE)
    assert (clock.deadline, clock.days_left(date(2026, 5, 30)), clock.is_overdue(DUE)) == (DUE, 2, False)
    assert clock.is_overdue(date(2026, 6, 2))


def test_an_extension_moves_the_deadline_and_keeps_the_first() -> None:
    clock = Clock(CAME, DUE, date(2026, 6, 15))
    assert (clock.deadline, clock.due_on, clock.is_extended) == (date(2026, 6, 15), DUE, True)
    assert not clock.is_overdue(date(2026, 6, 15))


def test_houses_supply_five_working_days_before_the_deadline() -> None:
    # Whit Monday, 25 May, is a holiday.
    assert Clock(CAME, DUE).internal_deadline(CAME, "DE-SN") == date(2026, 5, 22)


def test_the_internal_deadline_is_never_in_the_past() -> None:
    assert Clock(CAME, DUE).internal_deadline(date(2026, 5, 29), "DE-SN") == date(2026, 5, 29)


def test_working_days_before_needs_at_least_one() -> None:
    assert working_days_before(date(2026, 11, 19), 1, "DE-SN") == date(2026, 11, 17)
    with pytest.raises(ValueError, match="one working day"):
        working_days_before(DUE, 0, "")
