# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people changed the same record: what did each change, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One field where what I typed is not what stands now.

    is_mine: I changed it since I opened the form. is_theirs: somebody saved another value meanwhile. Where only they
    changed it, theirs is the better proposal; where both did, a person chooses.
    """

    name: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def is_mine(self) -> bool:
        """Whether I changed it."""
        return bool(self.mine != self.base)

    @property
    def is_theirs(self) -> bool:
        """Whether somebody else changed it."""
        return bool(self.theirs != self.base)


def differences(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The fields of `mine` whose value differs from `theirs`, in the order of `mine`; missing values count as None."""
    return tuple(
        Difference(name, base.get(name), value, theirs.get(name))
        for name, value in mine.items()
        if value != theirs.get(name)
    )
