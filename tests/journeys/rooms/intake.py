# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of tables on their way in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from tests.factories.tables import UNIVERSITIES, make_preview
from tests.journeys.rooms import Rows

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _at(name: str) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[make_preview(UNIVERSITIES + "Hochschule West;Unfug;;2003\n").pk])


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    name: _at(name) for name in ("table", "table_assign", "table_act", "table_rows_csv", "table_rows_xlsx")
}
EXCLUDED = {
    "table_act": "answers POST only",
    "table_rows_csv": "a file",
    "table_rows_xlsx": "a file",
}
_FILE = ("S F F F P F F", "F F F F P F F")
MATRIX: Rows = {
    "tables": ("S F F F P F F", "F F F F A F F"),
    "table": ("S F F F P F F", "F F F F P F F"),
    "table_assign": ("S F F F P F F", "F F F F A F F"),
    "table_act": ("M M M M M M M", "F F F F N F F"),
    "table_rows_csv": _FILE,
    "table_rows_xlsx": _FILE,
}
