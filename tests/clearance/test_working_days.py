# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working days: holidays differ from region to region, and no deadline ends on a day off."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.clearance.working_days import add_working_days, check_region, is_working_day

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast an example runs is no finding on a busy machine."""
REGIONS = ("DE-SN", "DE-BE", "DE", "PL", "")


@pytest.mark.parametrize(
    ("day", "region", "expected"),
    [
        (date(2026, 11, 18), "DE-SN", False),  # Buß- und Bettag: a holiday in Saxony only
        (date(2026, 11, 18), "DE-BE", True),
        (date(2026, 11, 18), "DE", True),
        (date(2026, 10, 3), "DE", False),
        (date(2026, 10, 31), "DE-SN", False),
        (date(2026, 11, 21), "", False),
        (date(2026, 12, 25), "", True),
    ],
)
def test_a_day_is_off_where_it_is_a_holiday(day: date, region: str, expected: bool) -> None:
    assert is_working_day(day, region) is expected


def test_a_deadline_skips_weekends_and_the_holidays_of_its_region() -> None:
    assert add_working_days(date(2026, 11, 16), 2, "DE-SN") == date(2026, 11, 19)
    assert add_working_days(date(2026, 11, 16), 2, "DE-BE") == date(2026, 11, 18)
    assert add_working_days(date(2026, 12, 23), 2, "DE-SN") == date(2026, 12, 28)


def test_what_is_no_deadline_or_no_region_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        add_working_days(date(2026, 1, 1), 0, "DE")
    for region in ("DE-XX", "QQ"):
        with pytest.raises(ValueError, match="no holidays known"):
            check_region(region)


@calm
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(min_value=1, max_value=60), st.sampled_from(REGIONS))
def test_between_start_and_deadline_lie_as_many_working_days_as_asked_for(start: date, days: int, region: str) -> None:
    end = add_working_days(start, days, region)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert is_working_day(end, region)
    assert sum(is_working_day(day, region) for day in between) == days
