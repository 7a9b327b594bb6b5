# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""axe-core in a page: which rules of accessibility it breaks."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@cache
def _source() -> str:
    if not SOURCE.is_file():
        raise FileNotFoundError(f"{SOURCE} is missing: run npm ci")
    return SOURCE.read_text("utf-8")


def findings(page: Page) -> list[str]:
    """Every violation of the page as it stands, one line each; the script goes past the page's CSP."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [_line(violation) for violation in result["violations"]]


def _line(violation: dict[str, Any]) -> str:
    nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']} ({len(violation['nodes'])}×: {nodes})"


def assert_no_findings(page: Page) -> None:
    """Fails with the rules that the page breaks."""
    assert findings(page) == [], page.url
