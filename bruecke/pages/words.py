# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two texts word by word. Pure."""

from difflib import SequenceMatcher

_LONGEST = 4000


def word_diff(old: str, new: str) -> list[tuple[str, str]]:
    """Pairs (operation, text) with operation "same", "removed" or "added", as the tag diff shows them.

    Very long texts (more than 4,000 words together) are given whole, removed and added.
    """
    left, right = old.split(), new.split()
    if len(left) + len(right) > _LONGEST:
        return [("removed", old), ("added", new)]
    pairs: list[tuple[str, str]] = []
    for operation, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if operation == "equal":
            pairs.append(("same", " ".join(left[a:b])))
            continue
        pairs.extend([("removed", " ".join(left[a:b]))] if b > a else [])
        pairs.extend([("added", " ".join(right[c:d]))] if d > c else [])
    return pairs
