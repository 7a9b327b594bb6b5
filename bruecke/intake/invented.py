# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A region's invented activities and inquiries: rows with their days reckoned from today. Pure.

The form is described at the top of the files.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

Row = Mapping[str, Any]


def read_invented(folder: Path) -> tuple[list[Row], list[Row]]:
    """Activities and promises of their own. Raises OSError, yaml.YAMLError."""
    data = yaml.safe_load((folder / "activities.yaml").read_text("utf-8"))
    return data["activities"], data["promises"]


def read_inquiries(folder: Path) -> list[Row]:
    """Inquiries (inquiries.yaml); none where the region has no such file. Raises OSError, yaml.YAMLError."""
    path = folder / "inquiries.yaml"
    found: list[Row] = yaml.safe_load(path.read_text("utf-8"))["inquiries"] if path.exists() else []
    return found


def when_of(row: Row, today: date) -> str:
    """When an activity is, as one types it."""
    if "when" in row:
        years = {"last": today.year - 1, "year": today.year, "next": today.year + 1}
        return str(row["when"].format(**years))
    first = day_of(row, 1, today)
    last = day_of(row, row["lasts"], today)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def day_of(row: Row, number: int, today: date) -> date:
    """The how-manieth day of an activity."""
    return today + timedelta(days=row["begins"] + number - 1)


def cents(euro: Any) -> int | None:
    """An amount of the file."""
    return None if euro is None else int(Decimal(str(euro)) * 100)
