# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts in a circulation: each house's standing answer, who is silent, what an edit voids. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

AGREE, CHANGES, OBJECT, NOT_CONCERNED, LEADERSHIP = ANSWERS = (
    "agree",
    "changes",
    "object",
    "not_concerned",
    "leadership",
)
NEEDS_TEXT = frozenset({CHANGES, OBJECT})
"""Answers that say what is to be changed, or why not."""
CLEARS = frozenset({AGREE, NOT_CONCERNED})
"""Answers that ask for nothing more. A wish for changes, an objection and a reservation stay until they are settled."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of a house. key: grows with time; house: key of the addressee; content: hash it was given on."""

    key: int
    house: int
    content: str
    answer: str
    is_voided: bool = False


def standing(given: Iterable[Given], content: str) -> dict[int, Given]:
    """By house the latest answer that was given on exactly this content and not voided."""
    valid = (each for each in given if each.content == content and not each.is_voided)
    return {each.house: each for each in sorted(valid, key=lambda each: each.key)}


def silent(houses: Collection[int], given: Iterable[Given], content: str) -> list[int]:
    """Houses without a standing answer, in the order given. They never count as consenting."""
    answered = standing(given, content)
    return [house for house in houses if house not in answered]


def consenting(given: Iterable[Given], content: str) -> set[int]:
    """Houses that agreed, and said so, to exactly this content."""
    return {house for house, each in standing(given, content).items() if each.answer == AGREE}


def is_cleared(houses: Collection[int], given: Iterable[Given], content: str) -> bool:
    """Whether every house asked gave an answer that asks for nothing more. Nobody asked is nothing cleared."""
    answers = standing(given, content)
    return bool(houses) and all(house in answers and answers[house].answer in CLEARS for house in houses)


def voided_by_edit(given: Iterable[Given], old: str) -> list[Given]:
    """What an edit of the content `old` voids: every answer on it that still counts, and no other."""
    return [each for each in given if each.content == old and not each.is_voided]


def may_proceed(today: date, deadline: date) -> bool:
    """Whether the coordinator may go on without all answers: the deadline is the last day for one."""
    return today > deadline
