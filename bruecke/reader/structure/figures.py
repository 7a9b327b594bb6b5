# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures a text names: shares, amounts of money, and numbers large enough to be a fact rather than a reference."""

import re
from collections.abc import Iterator, Sequence

from bruecke.reader.draft import Mention, MentionType, Span

_NUMBER = r"\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_SCALE = r"(?:Tausend|Mio\.?|Mrd\.?|Millionen|Milliarden|thousand|million|billion|bn|m)"
_UNIT = (
    r"(?:%|‰|Prozent|percent|per cent|Prozentpunkte|Euro|EUR|€|US-Dollar|Dollar|USD|GW|MW|kWh|GWh|TWh"
    r"|MWh|Tonnen|t|km²|km|ha|Hektar)"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?:(?:EUR|USD|€|$|£)\s?(?:{_NUMBER})(?:\s{_SCALE}(?!\w))?"
    rf"|(?:{_NUMBER})(?:\s?{_SCALE}(?!\w))?(?:\s?{_UNIT}(?!\w))?)(?![\d])"
)
_REFERENCE = re.compile(
    r"(?:§|Art\.|Artikel|Nr\.|No\.|S\.|Seite|Zeile|Kapitel|Chapter|Abs\.|Ziff\.|Section|page|Annex"
    r"|Action|Milestone)\s*$"
)
_PLAIN = re.compile(r"\d+$")
_SMALLEST = 100
_AFTER_WORD = re.compile(r"[A-Za-zÄÖÜäöü]\s$")


def figures(text: str, taken: Sequence[Span]) -> Iterator[Mention]:
    """Every figure named outside the given stretches (dates, names of programmes)."""
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if any(one < end and start < other for one, other in taken) or _REFERENCE.search(
            text, max(0, start - 12), start
        ):
            continue
        if _PLAIN.match(match.group()) and int(match.group()) < _SMALLEST:
            continue
        yield Mention(MentionType.FIGURE, match.group(), start, end)
