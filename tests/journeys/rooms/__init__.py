# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the house's tests must know of a room's addresses: one module a room, found by listing this package.

A module holds SAMPLES (name → function of the sample plan to an address; makes its own rows), EXCLUDED (name → why no
browser visits it) and MATRIX (name → letters for GET and POST, as tests/house/test_permissions.py explains them).
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

Rows = dict[str, tuple[str, str]]


def rooms() -> Iterator[ModuleType]:
    """All modules of this package."""
    return (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))


def forms_of(name: str, letters: str, *, is_new: bool = True, is_entry: bool = False) -> Rows:
    """Rows of the addresses all kinds of records share. letters: of the form, for GET; sent, P is A and S is F."""
    sent, no_page = letters.replace("P", "A").replace("S", "F"), "M M M M M M M"
    rows = {f"{name}_edit": (letters, sent), f"{name}_draft": (no_page, sent), f"{name}_restore": (letters, sent)}
    if is_new:
        rows |= {f"{name}_new": (letters, sent), f"{name}_new_draft": (no_page, sent)}
    if is_entry:
        rows[f"{name}_remove"] = (no_page, sent)
    return rows


def posts_only(*names: str, is_entry: bool = False) -> dict[str, str]:
    """EXCLUDED for the addresses of forms that answer POST only."""
    ends = ("draft", "new_draft", "remove") if is_entry else ("draft", "new_draft")
    return {f"{name}_{end}": "answers POST only" for name in names for end in ends}
