# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses, each with a sentence for the person."""

from collections.abc import Mapping


class NotAllowed(Exception):
    """The one who acts may not do this."""


class MeasureRefused(Exception):
    """Cannot be saved like this. problems: field → sentence; "" is about all of it."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)
