# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a sentence ends, in German and English, abbreviations and ordinals notwithstanding."""

import re

from bruecke.reader.draft import Span
from bruecke.reader.structure.words import word_set

_END = re.compile(r"[.!?…]+[\"“”»«’')\]]*\s+(?=[\"„“«»‚(\[]*[A-ZÄÖÜ0-9])")
_LAST_WORD = re.compile(r"[\w/&-]+$")
_ABBREVIATIONS = word_set(
    """
    abs art anm aufl bd bsp bspw bzgl bzw ca co corp d dergl dgl dr ebd etc evtl ff fig ggf gez hl hrsg
    inc incl inkl insb insbes jan feb apr jun jul aug sept sep okt oct nov dez dec kap km lit ltd max
    mind mio mrd mr mrs ms nr no o prof rd s sog st std str tab tel u usw v vgl vol vs z zzgl ziff cf ed
    eds est al approx dept gov vom
    """
)
_MAY_END = word_set(
    """
    etc usw al co inc ltd ff dgl
    """
)
_STARTERS = word_set(
    """
    Der Die Das Den Dem Des Ein Eine Einer Es Er Sie Wir Ihr Dies Diese Dieser Dieses Dabei Dazu Dafür
    Daher Damit Darüber Zudem Auch Auf Aus Bei Bis Durch Für Hier Hierzu Im In Mit Nach Neben Seit Um
    Unter Zu Zum Zur The This These That Those A An It They We Our In On For As At By To With However
    Each All
    """
)
_MONTH = re.compile(r"(?:jan|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc])[a-zäöü]*\b", re.IGNORECASE)


def sentences(text: str) -> list[Span]:
    """Start and end of each sentence of a text, blanks between them left out. A colon ends none."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        mark = match.start()
        if text[mark] == "." and not _ends(text, mark, match.end()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return [_trimmed(text, span) for span in spans if text[span[0] : span[1]].strip()]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, mark: int, following: int) -> bool:
    """Whether the full stop at mark ends a sentence; following is where the next word begins."""
    found = _LAST_WORD.search(text, max(0, mark - 40), mark)
    word = found.group().rpartition("-")[2] if found else ""
    begins = text[following : following + 24].split()[0].strip('"„“(,.') if text[following:].strip() else ""
    if word.isdigit() and len(word) <= 2:
        return begins in _STARTERS and not _MONTH.match(begins)
    if len(word) == 1 and word.isalpha():
        return begins in _STARTERS and text[max(0, mark - 5) : mark].strip().lower() not in {"z. b", "u. a"}
    lowered = word.lower()
    if lowered in _ABBREVIATIONS:
        return lowered in _MAY_END and begins in _STARTERS
    return True
