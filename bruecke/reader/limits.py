# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of a document is read. Nobody's strategy comes near; what does is a mistake or an attack."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document.

    file_bytes: size of the file. pages: pages of a document that has pages. characters: of running text.
    unpacked_bytes: what the parts of a zipped format may unpack to; part_bytes: one of them.
    ratio: how many times its own size a zipped file may unpack to, looked at from ratio_from bytes on,
    because short repetitive documents pack well. seconds: wall clock of the reading process; ocr_seconds:
    the same where pages must be recognised. memory_bytes: address space of the reading process. table_bytes, cells: of
    a table.
    """

    file_bytes: int = 200 * MEGABYTE
    pages: int = 3000
    characters: int = 30_000_000
    unpacked_bytes: int = 400 * MEGABYTE
    part_bytes: int = 100 * MEGABYTE
    ratio: int = 150
    ratio_from: int = 24 * MEGABYTE
    seconds: int = 180
    ocr_seconds: int = 3600
    memory_bytes: int = 2048 * MEGABYTE
    table_bytes: int = 30 * MEGABYTE
    cells: int = 2_000_000


LIMITS = Limits()
