# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts as bars, one below the other, each with its number: no axis, no legend to look up."""

from dataclasses import dataclass
from html import escape

WIDTH, ROW, LABEL, NUMBER = 620, 26, 70, 46
FONT_SIZE, COLOUR, INK = 14, "#274690", "#101a33"


@dataclass(frozen=True, slots=True)
class Bars:
    """title says what is seen, description what a listener needs; rows: short label and count."""

    title: str
    description: str
    rows: tuple[tuple[str, int], ...]


def bars_svg(picture: Bars) -> str:
    """The picture as one SVG element, role img, set in Fira Sans where it is there."""
    largest = max((count for _label, count in picture.rows), default=0) or 1
    height = ROW * len(picture.rows)
    rows = "".join(_row(number, label, count, largest) for number, (label, count) in enumerate(picture.rows))
    return (
        f'<svg class="bars" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" font-family="Fira Sans, sans-serif" font-size="{FONT_SIZE}">'
        f"<title>{escape(picture.title)}</title><desc>{escape(picture.description)}</desc>{rows}</svg>"
    )


def _row(number: int, label: str, count: int, largest: int) -> str:
    y = ROW * number
    long = (WIDTH - LABEL - NUMBER) * count / largest
    return (
        f'<text class="pic-label" fill="{INK}" x="0" y="{y + 18}">{escape(label)}</text>'
        f'<rect class="pic-4" fill="{COLOUR}" x="{LABEL}" y="{y + 5}" width="{long:.1f}" height="{ROW - 9}"/>'
        f'<text class="pic-label" fill="{INK}" x="{LABEL + long + 8:.1f}" y="{y + 18}">{count}</text>'
    )
