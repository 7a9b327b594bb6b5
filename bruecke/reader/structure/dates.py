# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates a text names, as ISO 8601 truncated to what is said: "Februar 2024" is 2024-02, "Q3 2026" stays 2026."""

import re
from collections.abc import Iterator

from bruecke.reader.draft import Mention, MentionType

_BY_MONTH = """
januar jänner january jan
februar february feb
märz march mar mrz
april apr
mai may
juni june jun
juli july jul
august aug
september sept sep
oktober october okt oct
november nov
dezember december dez dec
""".strip()
_MONTHS = {name: month for month, line in enumerate(_BY_MONTH.splitlines(), 1) for name in line.split()}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<year>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?\b",
        rf"\b(?P<day>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<year>{_YEAR})\b",
        rf"\b(?P<day>[0-3]?\d)(?:\.|st|nd|rd|th)?\s+(?P<month>{_NAMES})\.?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_NAMES})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_NAMES})\.?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?:Q[1-4]|[1-4]\.\s?(?:Quartal|Halbjahr)|H[12])[\s/]*(?P<year>{_YEAR})\b",
        rf"(?<![\d.,/-])(?P<year>{_YEAR})(?:/\d\d(?:\d\d)?)?(?![\d%]|[.,]\d|\s?(?:%|Euro|EUR|€))\b",
    )
)


def dates(text: str) -> Iterator[Mention]:
    """Every date named, in order; the most exact reading where several overlap."""
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if (code := _iso(match)) is not None:
                taken.append(match.span())
                found.append(Mention(MentionType.DATE, match.group(), *match.span(), code))
    yield from sorted(found, key=lambda mention: mention.start)


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.get((parts.get("month") or "").lower(), 0)
    day = int(parts.get("day") or 0)
    if month > 12 or day > 31:
        return None
    return parts["year"] + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
