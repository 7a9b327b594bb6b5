# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A picture as PNG, for the format that does not show SVG everywhere (Word)."""

import re
from functools import cache
from pathlib import Path

import vl_convert

_FONTS = Path(__file__).resolve().parent.parent / "fonts"
_SCALE = 2.0
_VIEW = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')


def png_of(svg: str) -> bytes:
    """The picture, fine enough for print."""
    _with_our_fonts()
    return bytes(vl_convert.svg_to_png(svg, scale=_SCALE))


@cache
def _with_our_fonts() -> None:
    vl_convert.register_font_directory(str(_FONTS))


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of the picture in its own unit. Raises ValueError where it states no viewBox."""
    found = _VIEW.search(svg)
    if found is None:
        raise ValueError("a picture without a viewBox has no shape")
    return float(found[1]), float(found[2])
