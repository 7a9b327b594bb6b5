# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of chapters. Pure."""

from collections.abc import Mapping


def top_of(key: int, parents: Mapping[int, int | None]) -> int:
    """The instrument a chapter or section belongs to: the ancestor without a parent (itself, where it has none)."""
    while (parent := parents.get(key)) is not None:
        key = parent
    return key
