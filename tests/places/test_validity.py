# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Truncated dates hold from the first day they may mean to the last; pure and in the database alike."""

from datetime import date

import pytest

from bruecke.places.models import PlaceGroup, PlaceGroupMember
from bruecke.places.validity import ends_before_it_starts, holds
from tests.factories.plan import make_place

DAY = date(2026, 11, 25)
CASES = [
    ("", "", True),
    ("2026", "", True),
    ("2026-11", "2026-11", True),
    ("2026-11-25", "2026-11-25", True),
    ("", "2026", True),
    ("2027", "", False),
    ("2026-12", "", False),
    ("2026-11-26", "", False),
    ("", "2025", False),
    ("", "2026-10", False),
    ("", "2026-11-24", False),
]


@pytest.mark.parametrize(("since", "until", "expected"), CASES)
def test_a_span_holds_on_a_day(since: str, until: str, expected: bool) -> None:
    assert holds(since, until, DAY) is expected


@pytest.mark.django_db
@pytest.mark.parametrize(("since", "until", "expected"), CASES)
def test_the_database_says_the_same(since: str, until: str, expected: bool) -> None:
    group = PlaceGroup.objects.create(key="gruppe", name="Gruppe")
    PlaceGroupMember.objects.create(group=group, place=make_place(), since=since, until=until, source="X")
    assert PlaceGroupMember.objects.holding(DAY).exists() is expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [("2026", "2025", True), ("2026-05", "2026", False), ("2026-05", "2026-04-30", True), ("", "2026", False)],
)
def test_an_end_before_the_start_is_seen(since: str, until: str, expected: bool) -> None:
    assert ends_before_it_starts(since, until) is expected
