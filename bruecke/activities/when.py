# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""When something happens, as people say it: "Mai 2027", "2. Halbjahr 2026", "12.–14. Mai 2027", in English too. Pure.

What is said becomes a truncated ISO start and end, never more exact than it was said, and words again.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from bruecke.base.dates import fuzzy_in_words, is_fuzzy_date


class EndsBeforeItStarts(ValueError):
    """The end that was said lies before the start."""


@dataclass(frozen=True, slots=True)
class When:
    """starts, ends: truncated ISO dates; ends is "" where one date says it all."""

    starts: str
    ends: str = ""

    @property
    def first(self) -> date:
        """The first possible day."""
        return _day(self.starts, is_last=False)

    @property
    def last(self) -> date:
        """The last possible day."""
        return _day(self.ends or self.starts, is_last=True)


def _day(iso: str, *, is_last: bool) -> date:
    year, *rest = (int(part) for part in iso.split("-"))
    month = rest[0] if rest else (12 if is_last else 1)
    if len(rest) == 2:
        return date(year, month, rest[1])
    return date(year, month, monthrange(year, month)[1] if is_last else 1)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of what was said, with what it left out as None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """As a truncated ISO date. Raises ValueError where the year is missing or the calendar has no such day."""
        if self.year is None:
            raise ValueError("no year")
        given = [part for part in (self.month, self.day) if part is not None]
        iso = "-".join([f"{self.year:04}", *(f"{part:02}" for part in given)])
        if not is_fuzzy_date(iso) or (self.day is not None and self.month is None):
            raise ValueError(f"no such date: {iso}")
        return iso


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jänner jan",
            "februar february feber feb",
            "märz maerz march mär mrz mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("1 1. 1st erstes ersten first", "2 2. 2nd zweites zweiten second", "3 3. 3rd drittes dritten third",
         "4 4. 4th viertes vierten fourth"), start=1
    )
    for word in words.split()
}  # fmt: skip
_ORDINAL = "|".join(re.escape(word) for word in sorted(_ORDINALS, key=len, reverse=True))
_SEASONS = {
    word: months
    for months, words in (
        ((3, 5), "frühjahr frühling spring"),
        ((6, 8), "sommer summer"),
        ((9, 11), "herbst autumn fall"),
    )
    for word in words.split()
}
_SEASON = re.compile(rf"({'|'.join(_SEASONS)}) (\d{{4}})", re.ASCII)
_PART = re.compile(rf"({_ORDINAL}) ?(halbjahr|hälfte|half|quartal|quarter)(?: of| des jahres)? (\d{{4}})", re.ASCII)
_SHORT_PART = re.compile(r"([hq])([1-4]) ?/?(\d{4})", re.ASCII)
_SCHOOL_YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
_ENDS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
        r"(?:(?P<day>\d{1,2})\. ?)?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.?",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        rf"(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? ?)?(?P<name>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?",
        rf"(?P<name>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?",
    )
)
_BETWEEN = (
    re.compile(r" (?:bis(?: zum)?|to|until|till|through) "),
    re.compile(r" ?[–—] ?| - "),
    re.compile(r"(?<=\d{4}-\d\d-\d\d)/|(?<=^\d{4}-\d\d)/"),
    re.compile(r"-|(?<=^\d{4})/(?=\d{4}$)"),
)
_FILLER = re.compile(
    r"^(?:voraussichtlich |etwa |ca\. |circa )?(?:am |im |in |vom |von |on |from |the |zum )*(?:the )?"
)


def parse(text: str) -> When:
    """What was said. Raises EndsBeforeItStarts; ValueError where it cannot be read or names no year."""
    said = _FILLER.sub("", re.sub(r"\s+", " ", text).strip().lower().replace("‑", "-"))
    if span := _span_of_months(said):
        return span
    if is_fuzzy_date(said):
        return When(said)
    for between in _BETWEEN:
        halves = between.split(said)
        if len(halves) == 2:
            return _from_to(_end(halves[0]), _end(_FILLER.sub("", halves[1])))
    return When(_end(said).iso())


def _span_of_months(said: str) -> When | None:
    if found := _SEASON.fullmatch(said):
        return _months(int(found[2]), *_SEASONS[found[1]])
    if found := _SHORT_PART.fullmatch(said):
        return _part_of_year(int(found[2]), 6 if found[1] == "h" else 3, int(found[3]))
    if found := _PART.fullmatch(said):
        is_quarter = found[2].startswith("quart")
        return _part_of_year(_ORDINALS[found[1]], 3 if is_quarter else 6, int(found[3]))
    if (found := _SCHOOL_YEAR.fullmatch(said)) and (int(found[1]) + 1) % 100 == int(found[2]):
        return When(found[1], f"{int(found[1]) + 1:04}")
    return None


def _part_of_year(number: int, length: int, year: int) -> When:
    """The `number`-th part of a year that has `length` months. Raises ValueError where a year has not so many."""
    if number * length > 12:
        raise ValueError("a year has no such part")
    return _months(year, (number - 1) * length + 1, number * length)


def _months(year: int, first: int, last: int) -> When:
    return When(_End(year, first).iso(), _End(year, last).iso())


def _end(said: str) -> _End:
    for pattern in _ENDS:
        if found := pattern.fullmatch(said.strip()):
            parts = {name: value for name, value in found.groupdict().items() if value}
            if "name" in parts:
                parts["month"] = str(_MONTHS[parts.pop("name")])
            return _End(**{name: int(value) for name, value in parts.items()})
    raise ValueError(f"cannot be read: {said!r}")


def _from_to(start: _End, end: _End) -> When:
    """Each end takes from the other what it leaves out: "12.–14. Mai 2027", "May 12–14, 2027"."""
    if end.month is None and end.day is not None:
        end = replace(end, month=start.month)
    if start.month is None and start.day is not None:
        start = replace(start, month=end.month)
    if start.year is None and end.year is not None:
        # "30. Dezember bis 2. Januar 2027": the year that is said belongs to the end.
        crosses = (start.month or 0) > (end.month or 12)
        start = replace(start, year=end.year - crosses)
    when = When(start.iso(), end.iso())
    if when.first > when.last or when.last < _day(when.starts, is_last=True):
        raise EndsBeforeItStarts(f"{when.ends} lies before {when.starts}")
    return When(when.starts) if when.starts == when.ends else when


def in_words(when: When, language: str = "de") -> str:
    """As a person reads it; parse() understands it again. language: "de", or "en"."""
    if not when.ends:
        return fuzzy_in_words(when.starts, language)
    start, end = when.starts.split("-"), when.ends.split("-")
    if start[0] == end[0] and len(start) == len(end) == 2 and (part := _part_in_words(start, end, language)):
        return part
    return _from_to_in_words(when, start, end, language)


def _part_in_words(start: list[str], end: list[str], language: str) -> str:
    """Whole halves and quarters of a year, "" for other months."""
    first, length = int(start[1]), int(end[1]) - int(start[1]) + 1
    if length not in (3, 6) or (first - 1) % length:
        return ""
    number = (first - 1) // length + 1
    if language == "en":
        return (
            f"{('first', 'second', 'third', 'fourth')[number - 1]} {'half' if length == 6 else 'quarter'} of {end[0]}"
        )
    return f"{number}. {'Halbjahr' if length == 6 else 'Quartal'} {end[0]}"


def _from_to_in_words(when: When, start: list[str], end: list[str], language: str) -> str:
    dot, to = (".", "bis") if language != "en" else ("", "to")
    last = fuzzy_in_words(when.ends, language)
    if len(start) == len(end) == 3 and start[:2] == end[:2]:
        return f"{int(start[2])}{dot}–{last}"
    if len(start) == len(end) == 1:
        return f"{start[0]}–{last}"
    first = fuzzy_in_words(when.starts, language)
    if start[0] == end[0] and len(start) > 1:
        first = first.removesuffix(f" {start[0]}")
    return f"{first} {to} {last}"
