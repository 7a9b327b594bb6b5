# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a full-text search demands of a measure, as a room above this one says it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Q

from bruecke.records.kept import TEXT_HOLE


@dataclass(frozen=True, slots=True)
class Matching:
    """expression: what is looked for. condition: makes a condition on Measure of it.

    Statements are kept by `condition`: two that are equal make equal conditions of the same expression.
    """

    condition: Callable[[str], Q]
    expression: str

    @property
    def q(self) -> Q:
        """The measures that match."""
        return self.condition(self.expression)

    @property
    def with_hole(self) -> "Matching":
        """The same for a kept statement."""
        return replace(self, expression=TEXT_HOLE)
