# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reports, found by listing this folder: each is a folder whose report.py holds REPORT."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bruecke.publish.report import Report


@cache
def reports() -> dict[str, Report]:
    """Name of the folder → report, by name."""
    names = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    return {name: import_module(f"{__name__}.{name}.report").REPORT for name in names}
