# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a report says of itself: a folder of publish/reports holds one, as REPORT in its report.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bruecke.accounts.principal import Principal
from bruecke.publish.paper import Printed

_DIGITS = 18
"""Of a key; one more is larger than any that a database counts to."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paper is about: model name ("partnership") and key; for a year, "year" and its number."""

    kind: str
    key: int

    @property
    def token(self) -> str:
        """As an address carries it: "partnership-12"."""
        return f"{self.kind}-{self.key}"


def subject_of(token: str) -> Subject | None:
    """The subject that `token` names, None where it names none."""
    kind, _dash, key = token.rpartition("-")
    is_key = key.isascii() and key.isdigit() and len(key) <= _DIGITS
    return Subject(kind, int(key)) if kind.isidentifier() and is_key else None


Subjects = list[tuple[str, list[tuple[Subject, str]]]]
"""By heading: the subject and its name."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed. reader: sees what the paper may hold (marking.reader_of); marking: in words.

    on: the day it is made for; today: the day its entries are of; activity: key of the trip it is for.
    """

    subject: Subject
    on: date
    today: date
    language: str
    reader: Principal
    marking: str
    file_reference: str = ""
    activity: int | None = None

    @property
    def late_before(self) -> date:
        """What was due before this day is overdue: nothing is before its time, however far ahead the paper looks."""
        return min(self.on, self.today)


class NothingToPrint(Exception):
    """The subject is not there, or no reader of the paper may know of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One kind of paper.

    about: one sentence for the page that offers it; subjects: what somebody can print it of, found by a part of its
    name; gather: reads everything, with a number of statements that does not grow, and raises NothingToPrint; trips:
    those it can be made for, None where it is not made for one.
    """

    name: str
    label: Promise
    about: Promise
    subjects: Callable[[Principal, str], Subjects]
    gather: Callable[[Order], Printed]
    trips: Callable[[Subject, Principal], list[tuple[int, str]]] | None = None
