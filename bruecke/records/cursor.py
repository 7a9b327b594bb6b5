# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a page of a list begins: the sort key of the row beside it, as it stands in an address ("ab"). Pure."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

Key = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Show what follows `key` in the order of the list, or, if is_back, what precedes it."""

    key: Key
    is_back: bool = False

    def encode(self) -> str:
        """As a word of an address."""
        raw = json.dumps([int(self.is_back), *self.key], separators=(",", ":"), ensure_ascii=False)
        return urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode(word: str, shape: tuple[type, ...]) -> Cursor | None:
    """The cursor whose key has the types of `shape`; None where `word` is none (the list then begins at its start)."""
    if not word or len(word) > 2000:
        return None
    try:
        parts = json.loads(urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (NotBase64, ValueError):
        return None
    if not isinstance(parts, list) or len(parts) != len(shape) + 1 or parts[0] not in (0, 1):
        return None
    if any(type(part) is not kind for part, kind in zip(parts[1:], shape, strict=True)):
        return None
    if any(abs(part) >= 2**63 if isinstance(part, int) else "\x00" in part for part in parts[1:]):
        return None
    return Cursor(tuple(parts[1:]), bool(parts[0]))
