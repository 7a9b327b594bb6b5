# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which characters a font can set: a PDF that is to last may hold no other. Pure.

Source: OpenType specification, table "cmap", formats 4 and 12.
"""

import struct
from functools import cache
from pathlib import Path

from bruecke.publish.paper import Printed, Somebody, Text, mapped
from bruecke.publish.tables.table import plain

INSTEAD = "▯"
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2009": "\u00a0"})
_INVISIBLE = frozenset("\n\t\u200b\u200c\u200d\u00ad")


@cache
def letters_of(font: Path) -> frozenset[int]:
    """Code points that the TrueType font has a shape for. Raises ValueError where it names none in a known format."""
    data = font.read_bytes()
    start = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">I", data, start + 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", data, start + offset)
        if form == 4:
            found |= _segments(data, start + offset)
        elif form == 12:
            found |= _groups(data, start + offset)
    if not found:
        raise ValueError(f"{font.name}: no characters in a format that is read here")
    return frozenset(found)


def _table(data: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError(f"no table {name.decode()}")


def _segments(data: bytes, start: int) -> set[int]:
    """Format 4: stretches of the basic plane; a shape number of 0 is none."""
    (twice,) = struct.unpack_from(">H", data, start + 6)
    n = twice // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{n}H", data, start + 14 + part) for part in (0, twice + 2, 2 * twice + 2, 3 * twice + 2)
    )
    ranges_at = start + 16 + 3 * twice
    found = set()
    for number in range(n):
        for code in range(firsts[number], ends[number] + 1):
            shape = code
            if offsets[number]:
                at = ranges_at + 2 * number + offsets[number] + 2 * (code - firsts[number])
                (shape,) = struct.unpack_from(">H", data, at)
            if (shape + deltas[number]) % 65536 and (shape or not offsets[number]):
                found.add(code)
    return found - {0xFFFF}


def _groups(data: bytes, start: int) -> set[int]:
    """Format 12: stretches of all planes."""
    (count,) = struct.unpack_from(">I", data, start + 12)
    groups = (struct.unpack_from(">II", data, start + 16 + 12 * number) for number in range(count))
    return {code for first, last in groups for code in range(first, last + 1)}


def settable(printed: Printed, letters: frozenset[int]) -> tuple[Printed, bool]:
    """The paper with ▯ for what the font lacks, and whether there was any such character."""
    missing = False

    def change(text: Text) -> Text:
        nonlocal missing
        if isinstance(text, Somebody):
            return text
        said = "".join(c if ord(c) in letters or c in _INVISIBLE else INSTEAD for c in plain(text).translate(_ALIKE))
        missing = missing or INSTEAD in said.replace(INSTEAD, "", text.count(INSTEAD))
        return said

    return mapped(printed, change), missing
