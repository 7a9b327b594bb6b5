# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long printed lines are, and whether every one was made a paragraph of its own."""

from collections.abc import Sequence
from itertools import pairwise

from bruecke.reader.lines import Line, Role

_FULL = 0.75
_FEWEST_BROKEN = 8
_SENTENCE_ENDS = (".", ":", ";", "!", "?", ",")


def wrap_width(lines: Sequence[Line]) -> int:
    """Usual length of a full line (ninetieth percentile), 0 for an empty document."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.is_blank and line.role is Role.TEXT)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def typed_by_lines(lines: Sequence[Line], width: int) -> bool:
    """Whether every printed line was made a paragraph of its own, as when scanned text is pasted into Word: nearly
    full lines stop in the middle of a sentence, one after the other."""
    texts = [line for line in lines if line.role is Role.TEXT]
    pairs = [(one.text.rstrip(), other) for one, other in pairwise(texts) if not (one.is_blank or other.is_blank)]
    broken = sum(len(text) >= width * _FULL and not text.endswith(_SENTENCE_ENDS) for text, _ in pairs)
    return broken >= _FEWEST_BROKEN and broken * 2 > len(pairs)
