# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dashes at the beginning of lines: one alone may be a dash of the sentence, several one below the other are a list."""

from collections.abc import Sequence
from itertools import pairwise

from bruecke.reader.lines import Line, Role
from bruecke.reader.structure.numbering import bullet

_NEAR = 6  # lines from one item to the next


def dashed(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that begin with a dash, like another line near by with the same indentation."""
    found = [(line.number, mark) for line in lines if line.role is Role.TEXT and (mark := _dash(line))]
    pairs = [(one, other) for (one, mark), (other, same) in pairwise(found) if mark == same and other - one <= _NEAR]
    return frozenset(number for pair in pairs for number in pair)


def _dash(line: Line) -> str:
    """Indentation and dash of a line, "" where it begins with none."""
    mark = bullet(line.text)
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    return f"{indent}{mark.mark}" if mark and mark.family == "dash" else ""
