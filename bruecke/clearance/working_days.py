# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working days of a region: not Saturday, not Sunday, no public holiday. Pure."""

from collections.abc import Container
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

_WEEKEND = 5


@lru_cache(maxsize=8)
def _holidays(region: str) -> Container[date]:
    """The calendar fills itself year by year as it is asked."""
    country, _, subdivision = region.partition("-")
    return country_holidays(country, subdiv=subdivision or None)


def check_region(region: str) -> None:
    """Raises ValueError where `region` is no ISO 3166 code ("DE", "DE-SN") whose holidays are known."""
    try:
        _holidays(region)
    except NotImplementedError as error:
        raise ValueError(f"no holidays known for {region!r}") from error


def is_working_day(day: date, region: str) -> bool:
    """Whether offices work. region: ISO 3166 code; "" knows of no holidays, only of weekends."""
    return day.weekday() < _WEEKEND and not (region and day in _holidays(region))


def add_working_days(start: date, days: int, region: str) -> date:
    """The day that is `days` working days after `start`, which itself does not count.

    Raises ValueError where `days` is less than one.
    """
    if days < 1:
        raise ValueError(f"a deadline lies at least one working day ahead, not {days}")
    day = start
    for _ in range(days):
        day += timedelta(days=1)
        while not is_working_day(day, region):
            day += timedelta(days=1)
    return day


def working_days_before(end: date, days: int, region: str) -> date:
    """The day that is `days` working days before `end`, which itself does not count.

    Raises ValueError where `days` is less than one.
    """
    if days < 1:
        raise ValueError(f"a day before lies at least one working day back, not {days}")
    day = end
    for _ in range(days):
        day -= timedelta(days=1)
        while not is_working_day(day, region):
            day -= timedelta(days=1)
    return day
