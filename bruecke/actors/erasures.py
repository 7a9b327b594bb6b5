# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who was erased, kept beside the database: a restored backup must not bring anybody back (domain.md)."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.ERASURES_FILE)


def note(key: int, day: date) -> None:
    """Write down that the person of this key was erased; on the disk before it returns."""
    with _file().open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"person": key, "on": day.isoformat()}) + "\n")
        lines.flush()
        os.fsync(lines.fileno())


def noted() -> Iterator[tuple[int, date]]:
    """Key and day of everybody erased so far."""
    if _file().exists():
        for line in _file().read_text("utf-8").splitlines():
            row = json.loads(line)
            yield int(row["person"]), date.fromisoformat(row["on"])
