# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates as documents state them: a year, a month or a day, never more exact than the source."""

import re
from calendar import monthrange
from datetime import date

FUZZY = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
"""ISO 8601, truncated to what is known: "2018", "2018-09" or "2018-09-30"."""

_MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def is_fuzzy_date(value: str) -> bool:
    """Whether `value` is a truncated ISO date that exists in the calendar."""
    # Python's \d and $ take other scripts' digits and a line break at the end; the pattern stands in the database, too.
    if not (value.isascii() and FUZZY.fullmatch(value)) or value.startswith("0000"):
        return False
    if len(value) < 10:
        return True
    year, month, day = (int(part) for part in value.split("-"))
    return day <= monthrange(year, month)[1]


def fuzzy_in_words(value: str, language: str = "de") -> str:
    """ "2018-09" as "September 2018", "2022-02-24" as "24. Februar 2022" (English: "24 February 2022"), "2018" as is.

    Raises ValueError where `value` is no truncated ISO date.
    """
    if not is_fuzzy_date(value):
        raise ValueError(f"no truncated ISO date: {value!r}")
    year, *rest = value.split("-")
    if not rest:
        return year
    month = _MONTHS[language if language in _MONTHS else "de"][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    dot = "." if language != "en" else ""
    return f"{int(rest[1])}{dot} {month} {year}"


def day_in_words(day: date, language: str = "de") -> str:
    """A calendar day as fuzzy_in_words gives it."""
    return fuzzy_in_words(day.isoformat(), language)


def is_before(one: str, other: str) -> bool:
    """Whether `one` lies before `other` for certain: "2024" and "2024-05" may be the same day. Truncated ISO dates."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]
