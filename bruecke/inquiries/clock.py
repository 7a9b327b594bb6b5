# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock of an inquiry: its deadline with extension, what is overdue, when houses must have supplied. Pure."""

from dataclasses import dataclass
from datetime import date

from bruecke.clearance.working_days import working_days_before

DAYS_FOR_THE_COORDINATOR = 5
"""Working days between the supplies and the deadline, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Clock:
    """dispatched_on: when it came; due_on: the deadline as first set, its last day; extended_until: the later one."""

    dispatched_on: date
    due_on: date
    extended_until: date | None = None

    @property
    def deadline(self) -> date:
        """The last day that counts."""
        return self.extended_until or self.due_on

    @property
    def is_extended(self) -> bool:
        """Whether it was extended."""
        return self.extended_until is not None

    def days_left(self, today: date) -> int:
        """Calendar days until the deadline; 0 on its day, negative after it."""
        return (self.deadline - today).days

    def is_overdue(self, today: date) -> bool:
        """Whether the last day is over."""
        return today > self.deadline

    def internal_deadline(self, today: date, region: str) -> date:
        """When houses should have supplied: some working days before the deadline, never before today.

        region: whose holidays count, as working_days has it.
        """
        return max(today, working_days_before(self.deadline, DAYS_FOR_THE_COORDINATOR, region))
