# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Styles and list numbering of a DOCX: what a style says of its paragraph (ECMA-376 part 1, 17.7, 17.9)."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bruecke.reader.counting import Counter, bullet, printed

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
# Built-in heading styles keep the name "heading n" in the file; copied ones carry their language's name.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|nadpis|nagłówek|rubrik)\s*([1-9])", re.IGNORECASE
)
_TITLE = re.compile(r"(?:title|titel|haupttitel)", re.IGNORECASE)
_LIST = re.compile(r"(?:list bullet|aufzählungszeichen|list number|listennummer)\s*([2-9])?", re.IGNORECASE)
_FORMATS = {"upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a"}
_BODY_LEVEL = 9
_DEEPEST_STYLE = 20
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """level: of a heading, 0 where none. list_id, list_level: numbering, list_id "" where none; depth: of its list."""

    level: int = 0
    is_title: bool = False
    list_id: str = ""
    list_level: int = 0
    depth: int = 1
    bold: bool = False
    size: float | None = None


class Styles:
    """The paragraph styles of word/styles.xml (None where the document has none)."""

    def __init__(self, root: "_Element | None") -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._elements = {style.get(W + "styleId", ""): style for style in found}
        self._known: dict[str, Style] = {}
        size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz") if root is not None else None
        self._default_size = points(size)

    def of(self, style_id: str) -> Style:
        """What the style says; an unknown one says nothing."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id, _DEEPEST_STYLE)
        return self._known[style_id]

    def _resolve(self, style_id: str, depth: int) -> Style:
        element = self._elements.get(style_id)
        if element is None or depth == 0:
            return Style(size=self._default_size)
        based_on = value(element.find(W + "basedOn"))
        base = self._resolve(based_on, depth - 1) if based_on else Style(size=self._default_size)
        name = value(element.find(W + "name"))
        listed = _LIST.fullmatch(name)
        list_id, list_level = numbering_of(element.find(W + "pPr"), (base.list_id, base.list_level))
        size = points(element.find(f"{W}rPr/{W}sz"))
        return Style(
            level=_level(element, name, base.level),
            is_title=bool(_TITLE.fullmatch(name)) or base.is_title,
            list_id=list_id,
            list_level=list_level,
            depth=int(listed[1] or 1) if listed else base.depth,
            bold=is_on(element.find(f"{W}rPr/{W}b"), base.bold),
            size=base.size if size is None else size,
        )


def _level(element: "_Element", name: str, inherited: int) -> int:
    outline = value(element.find(f"{W}pPr/{W}outlineLvl"))
    if outline.isdecimal():
        return 0 if int(outline) >= _BODY_LEVEL else int(outline) + 1
    named = _HEADING.fullmatch(name)
    return int(named[1]) if named else inherited


def value(element: "_Element | None") -> str:
    """The w:val of an element, "" without one."""
    return element.get(VAL, "") if element is not None else ""


def is_on(element: "_Element | None", inherited: bool) -> bool:
    """A toggle property (w:b, w:strike ...): there without a value means on."""
    return inherited if element is None else element.get(VAL, "1") not in _OFF


def points(element: "_Element | None") -> float | None:
    """A w:sz, which counts half points."""
    half = value(element)
    return int(half) / 2 if half.isdecimal() else None


def numbering_of(properties: "_Element | None", inherited: tuple[str, int]) -> tuple[str, int]:
    """List id and level of paragraph properties; the list "0" takes an inherited numbering away."""
    found = properties.find(W + "numPr") if properties is not None else None
    if found is None:
        return inherited
    list_id = value(found.find(W + "numId")) or inherited[0]
    level = value(found.find(W + "ilvl"))
    return ("" if list_id == "0" else list_id), int(level) if level.isdecimal() else inherited[1]


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of word/numbering.xml and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    counters: dict[str, Counter] = field(default_factory=dict)

    @classmethod
    def of(cls, root: "_Element | None") -> "Numbering":
        """The lists of the part, none where the document has no such part."""
        numbering = cls()
        if root is None:
            return numbering
        abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iterfind(W + "abstractNum")}
        for number in root.iterfind(W + "num"):
            abstract_id = value(number.find(W + "abstractNumId"))
            abstract = abstracts.get(abstract_id)
            if abstract is not None:
                starts, levels = _levels(abstract)
                numbering.counters.setdefault(abstract_id, Counter(starts))
                made = _List(abstract_id, levels, _restarts(number))
                numbering.lists[number.get(W + "numId", "")] = made
        return numbering

    def marker(self, list_id: str, level: int) -> str:
        """Count one paragraph of the list and give its number or bullet; "" where the list prints none."""
        found = self.lists.get(list_id)
        if found is None:
            return bullet("")
        counter = self.counters[found.abstract]
        if level in found.restarts:
            counter.restart(level, found.restarts.pop(level))
        counter.advance(level)
        form = found.levels.get(level)
        if form is None or form.style == "none":
            return ""
        if form.style == "bullet":
            return bullet(form.text.strip())
        return re.sub(r"%([1-9])", lambda m: self._number(counter, found, int(m[1]) - 1), form.text).strip()

    def _number(self, counter: Counter, found: _List, level: int) -> str:
        form = found.levels.get(level)
        return printed(counter.value(level), _FORMATS.get(form.style, "1") if form else "1")


def _levels(abstract: "_Element") -> tuple[dict[int, int], dict[int, _Level]]:
    starts, levels = {}, {}
    for element in abstract.iterfind(W + "lvl"):
        index = element.get(W + "ilvl", "")
        start = value(element.find(W + "start"))
        if index.isdecimal():
            starts[int(index)] = int(start) if start.isdecimal() else 1
            style = value(element.find(W + "numFmt")) or "decimal"
            levels[int(index)] = _Level(style, value(element.find(W + "lvlText")))
    return starts, levels


def _restarts(number: "_Element") -> dict[int, int]:
    restarts = {}
    for override in number.iterfind(W + "lvlOverride"):
        index, start = override.get(W + "ilvl", ""), value(override.find(W + "startOverride"))
        if index.isdecimal() and start.isdecimal():
            restarts[int(index)] = int(start)
    return restarts
