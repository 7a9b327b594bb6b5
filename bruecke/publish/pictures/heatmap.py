# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of counts as a picture: the darker, the more; an empty cell is seen as one."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from bruecke.publish.pictures.letters import text_width

CELL_WIDTH, CELL_HEIGHT = 58, 34
LABEL_WIDTH, HEAD_HEIGHT = 480, 30
FONT_SIZE, GUTTER = 15, 8
"""Pixels. LABEL_WIDTH: of the column of labels at most; it is as wide as the longest needs."""
SHADES = ("#e3e8f3", "#b9c6e6", "#86a0d6", "#5070b8", "#274690", "#0f2266")
"""Five steps from few to many after the shade of an empty cell; they differ in lightness, so print tells them apart."""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """title says what is seen, description what a listener needs. counts[row][column]; labels are short."""

    title: str
    description: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def shade(count: int, largest: int) -> int:
    """0 for an empty cell, else 1..5 by share of the largest count."""
    return 0 if not count or not largest else 1 + (count * 5 - 1) // largest if count < largest else 5


def heatmap_svg(picture: Heatmap) -> str:
    """The picture as one SVG element, role img, with title and description for those who do not see it."""
    left = label_column(picture.rows)
    width = left + CELL_WIDTH * len(picture.columns)
    height = HEAD_HEIGHT + CELL_HEIGHT * len(picture.rows)
    largest = max((count for row in picture.counts for count in row), default=0)
    heads = "".join(_head(number, label, left) for number, label in enumerate(picture.columns))
    rows = "".join(
        _row(number, label, counts, largest, left)
        for number, (label, counts) in enumerate(zip(picture.rows, picture.counts, strict=True))
    )
    return (
        f'<svg class="heatmap" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-labelledby="heatmap-title heatmap-text">'
        f'<title id="heatmap-title">{escape(picture.title)}</title>'
        f'<desc id="heatmap-text">{escape(picture.description)}</desc>{heads}{rows}</svg>'
    )


def label_column(labels: tuple[str, ...]) -> int:
    """Pixels of the column that these labels stand in."""
    return min(LABEL_WIDTH, GUTTER + 1 + int(max((text_width(label, FONT_SIZE) for label in labels), default=0)))


def _head(number: int, label: str, left: int) -> str:
    x = left + CELL_WIDTH * number + CELL_WIDTH / 2
    shown = escape(fitting(label, CELL_WIDTH - 4))
    y = HEAD_HEIGHT - 9
    return f'<text class="pic-label" font-size="{FONT_SIZE}" x="{x:g}" y="{y}" text-anchor="middle">{shown}</text>'


def _row(number: int, label: str, counts: tuple[int, ...], largest: int, left: int) -> str:
    y = HEAD_HEIGHT + CELL_HEIGHT * number
    shown = escape(fitting(label, left - GUTTER))
    text = f'<text class="pic-label" font-size="{FONT_SIZE}" x="0" y="{y + 22}">{shown}</text>'
    return text + "".join(
        _cell(left + CELL_WIDTH * column, y, count, shade(count, largest)) for column, count in enumerate(counts)
    )


def _cell(x: int, y: int, count: int, step: int) -> str:
    rectangle = (
        f'<rect class="pic-{step}" fill="{SHADES[step]}" x="{x + 1}" y="{y + 1}" width="{CELL_WIDTH - 2}"'
        f' height="{CELL_HEIGHT - 2}"/>'
    )
    if not count:
        return rectangle
    ink = "#ffffff" if step > 2 else "#101a33"
    middle = x + CELL_WIDTH / 2
    return (
        f'{rectangle}<text class="pic-ink" font-size="{FONT_SIZE}" x="{middle:g}" y="{y + 22}" text-anchor="middle"'
        f' fill="{ink}">{count}</text>'
    )


@lru_cache(maxsize=1024)
def fitting(label: str, width: float) -> str:
    """The label, cut with an ellipsis where it would be wider than `width` pixels."""
    if text_width(label, FONT_SIZE) <= width:
        return label
    room, end = width - text_width("…", FONT_SIZE), 0
    while (room := room - text_width(label[end], FONT_SIZE)) >= 0:
        end += 1
    return label[:end].rstrip() + "…"
