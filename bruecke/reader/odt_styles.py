# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Styles and list numbering of an ODT (OpenDocument 1.3, part 3, 16.5 and 16.30)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bruecke.reader.counting import BULLET, Counter, bullet

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_DEEPEST_STYLE = 20
_TITLE = "Title"  # the built-in name, the same in every language
_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says; size in points, None where it says none."""

    is_title: bool = False
    bold: bool = False
    is_struck: bool = False
    size: float | None = None


class Styles:
    """The named and the automatic styles of a document."""

    def __init__(self, roots: Iterable["_Element"]) -> None:
        self._elements = {
            style.get(STYLE + "name", ""): style for root in roots for style in root.iter(STYLE + "style")
        }
        self._known: dict[tuple[str, bool], Style] = {}

    def of(self, name: str, *, inherited: bool = False) -> Style:
        """What the style says; `inherited` is whether the text around is bold."""
        key = (name, inherited)
        if key not in self._known:
            self._known[key] = self._resolve(name, Style(bold=inherited), _DEEPEST_STYLE)
        return self._known[key]

    def _resolve(self, name: str, around: Style, depth: int) -> Style:
        element = self._elements.get(name)
        if element is None or depth == 0:
            return replace(around, is_title=name == _TITLE)
        parent = element.get(STYLE + "parent-style-name", "")
        style = self._resolve(parent, around, depth - 1)
        if _TITLE in (name, element.get(STYLE + "display-name")):
            style = replace(style, is_title=True)
        properties = element.find(STYLE + "text-properties")
        return style if properties is None else _with_properties(style, properties)


def _with_properties(style: Style, properties: "_Element") -> Style:
    weight = properties.get(FO + "font-weight")
    size = _POINTS.fullmatch(properties.get(FO + "font-size", ""))
    line = properties.get(STYLE + "text-line-through-style")
    return replace(
        style,
        bold=style.bold if weight is None else weight in _BOLD,
        size=float(size[1]) if size else style.size,
        is_struck=style.is_struck if line is None else line != "none",
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list style: a bullet, or a number format with what stands around it."""

    bullet: str = ""
    style: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counter: Counter = field(default_factory=Counter)


class Lists:
    """The list styles of a document, how far each has counted, and the numbering of its headings."""

    def __init__(self, roots: Sequence["_Element"]) -> None:
        self._lists = {
            style.get(STYLE + "name", ""): _list(style) for root in roots for style in root.iter(TEXT + "list-style")
        }
        outlines = [style for root in roots for style in root.iter(TEXT + "outline-style")]
        self._outline = _list(outlines[-1]) if outlines else _List()

    def restart(self, style: str) -> None:
        """Let the list count from its beginning."""
        if style in self._lists:
            self._lists[style].counter.values.clear()

    def marker(self, style: str, depth: int, start: str = "") -> str:
        """Count one item at `depth` (1 = outermost) and give its number or bullet; a bullet for an unknown style."""
        found = self._lists.get(style)
        if found is None or depth not in found.levels:
            return BULLET
        if start.isdecimal():
            found.counter.restart(depth, int(start))
        return _next(found, depth) or BULLET

    def heading_number(self, level: int) -> str:
        """Count one heading of the level; "" where headings are not numbered."""
        return _next(self._outline, level) if level in self._outline.levels else ""


def _next(found: _List, depth: int) -> str:
    found.counter.advance(depth)
    level = found.levels[depth]
    if level.bullet:
        return level.bullet
    if not level.style:
        return ""
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    styles = {index: form.style for index, form in found.levels.items()}
    return f"{level.prefix}{found.counter.join(shown, styles)}{level.suffix}".strip()


def _list(style: "_Element") -> _List:
    made = _List()
    starts = {}
    for element in style:
        depth = element.get(TEXT + "level", "")
        if not isinstance(element.tag, str) or not depth.isdecimal():
            continue
        start = element.get(TEXT + "start-value", "1")
        starts[int(depth)] = int(start) if start.isdecimal() else 1
        made.levels[int(depth)] = _level(element)
    made.counter = Counter(starts)
    return made


def _level(element: "_Element") -> _Level:
    if element.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"):
        return _Level(bullet=bullet(element.get(TEXT + "bullet-char", "")))
    shown = element.get(TEXT + "display-levels", "1")
    return _Level(
        style=element.get(STYLE + "num-format", ""),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        shown=int(shown) if shown.isdecimal() else 1,
    )
