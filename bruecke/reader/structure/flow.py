# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running text: printed lines joined to one text that still knows where each character stood."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Span
from bruecke.reader.lines import Line

_SOFT = "\u00ad\ufffe\u0002"
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.?|sowie|and|or|to|bis)\b")


@dataclass(frozen=True, slots=True)
class Flow:
    """text: the joined text. starts: offset of each piece in it. numbers: source line of each piece."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    @property
    def span(self) -> Span:
        """First and last source line."""
        return self.numbers[0], self.numbers[-1]

    def lines_of(self, start: int, end: int) -> Span:
        """First and last source line of the characters start to end."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        return self.numbers[first], self.numbers[last]


def join(pieces: Iterable[tuple[int, str]]) -> Flow:
    """Join (line number, text) pieces; a word divided at a line's end becomes one again."""
    text, starts, numbers = "", [], []
    parts: list[str] = []
    length = 0
    for number, raw in pieces:
        piece = " ".join(raw.split())
        if not piece:
            continue
        if parts:
            kept, glue = _seam(parts[-1], piece)
            length += len(kept) - len(parts[-1]) + len(glue)
            parts[-1:] = [kept, glue]
        starts.append(length)
        numbers.append(number)
        parts.append(piece)
        length += len(piece)
    text = "".join(parts).rstrip(_SOFT)
    return Flow(text, tuple(starts), tuple(numbers))


def join_lines(lines: Sequence[Line]) -> Flow:
    """Join whole lines; lines that are all blank keep their place but give an empty text."""
    flow = join((line.number, line.text) for line in lines)
    if flow.numbers:
        return flow
    return Flow("", (0, 0), (lines[0].number, lines[-1].number))


def extend(flow: Flow, more: Flow) -> Flow:
    """The text of both, one after the other, as if printed on following lines."""
    if not flow.text or not more.text:
        return flow if flow.text else more
    kept, glue = _seam(flow.text, more.text)
    shift = len(kept) + len(glue)
    return Flow(
        kept + glue + more.text,
        flow.starts + tuple(start + shift for start in more.starts),
        flow.numbers + more.numbers,
    )


def cut(flow: Flow, start: int, end: int) -> Flow:
    """The characters start to end as a text of their own, blanks at both ends left out."""
    while start < end and flow.text[start].isspace():
        start += 1
    while end > start and flow.text[end - 1].isspace():
        end -= 1
    first = max(bisect_right(flow.starts, start) - 1, 0)
    last = max(bisect_right(flow.starts, max(end - 1, start)), first + 1)
    starts = tuple(max(offset - start, 0) for offset in flow.starts[first:last])
    return Flow(flow.text[start:end], starts, flow.numbers[first:last])


def _seam(before: str, after: str) -> tuple[str, str]:
    """What is kept of the text before a line break, and what stands between it and the text after."""
    if before[-1] in _SOFT:
        return before.rstrip(_SOFT), ""
    if before[-1] not in "-‐" or len(before) < 2 or before[-2].isspace():
        return before, " "
    if _SUSPENDED.match(after):
        return before, " "
    if before[-2].isalpha() and after[0].islower():
        return before[:-1], ""
    return before, ""
