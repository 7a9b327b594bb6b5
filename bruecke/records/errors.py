# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses."""

from collections.abc import Mapping
from typing import Any


class StaleRecord(Exception):
    """Somebody else saved first. `record` is the record as it stands now, `expected` the version the editor saw."""

    def __init__(self, record: Any, expected: int) -> None:
        super().__init__(f"version {expected} is not current any more ({record.version})")
        self.record = record
        self.expected = expected


class NotAllowed(Exception):
    """The one who acts may not do this."""


class Refused(Exception):
    """Cannot be saved like this. problems: field → sentence for the person; "" is about all of it."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class NotKept(Exception):
    """A file could not be stored: the disk is full, or the folder closed. `error` is for who runs the server."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error
