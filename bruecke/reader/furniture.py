# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed on every page and belongs to none of its sentences: page numbers, running heads and feet, rules.

Lines are marked, never taken away; where it is unsure a line stays text. Only lines that the format itself says
nothing of (Role.TEXT) are looked at. Tables of contents are left to the structure, which learns from them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from bruecke.reader.footnotes import mark_footnotes
from bruecke.reader.lines import Line, Role

_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:Seite|Page|S\.|p\.)\s*)?(\d{1,4})(?:\s*(?:/|von|of)\s*\d{1,4})?\W{0,3}$", re.IGNORECASE
)
_COUNTED_HEAD = re.compile(r"(?<=\S)\s+(?:Seite|Page|S\.|p\.)\s*(?P<number>\d{1,4})\W{0,3}$", re.IGNORECASE)
_FAR_APART = re.compile(r"\S(?: {5,}|\t+)\S")
_RULE = re.compile(r"^\s*[_=*~–—-]{5,}\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_EDGE = 3  # lines at the top and at the bottom of a page that may be a running head or foot
_INNER = 2  # lines further in that must not come back as well
_RUN = 3  # pages on which a line must come back
_DENSITY = 0.6  # share of the pages of its run on which it must stand
_HEAD_LENGTH = 120
_WIDEST_HEAD = 240  # with the blanks that push the number to the right
_SENTENCE_ENDS = (".", ",", ";", ":", "-")
_SINGLE_NUMBER_DISTANCE = 12  # lines between page numbers where the format knows no pages


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, furniture marked FURNITURE and footnotes at the foot of a page marked FOOTNOTE."""
    marks = {index for find in _FINDERS for index in find(lines)}
    marked = [replace(line, role=Role.FURNITURE) if i in marks else line for i, line in enumerate(lines)]
    return mark_footnotes(marked)


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Numbers alone on a line at a page's edge that count up with the pages."""
    pages = _pages(lines)
    if len(pages) < 2:
        yield from _numbers_without_pages(lines)
        return
    found = [(index, number - page) for page, index, number in _edge_numbers(lines, pages)]
    by_offset: dict[int, list[int]] = defaultdict(list)
    for index, offset in found:
        by_offset[offset].append(index)
    for indexes in by_offset.values():
        if len(indexes) >= 2:
            yield from indexes


def _edge_numbers(lines: Sequence[Line], pages: dict[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    for page, indexes in pages.items():
        for index in _edges(indexes):
            if number := _number(lines[index]):
                yield page, index, number


def _numbers_without_pages(lines: Sequence[Line]) -> Iterator[int]:
    """Lone numbers that count up one by one far apart, or one at the very end after a blank line."""
    lone = [(i, number) for i, line in enumerate(lines) if (number := _number(line)) and _is_alone(lines, i)]
    counting = [
        pair
        for pair in pairwise(lone)
        if pair[1][1] == pair[0][1] + 1 and pair[1][0] - pair[0][0] >= _SINGLE_NUMBER_DISTANCE
    ]
    if len(counting) >= _RUN - 1:
        yield from {index for pair in counting for index, _ in pair}
    last = max((i for i, line in enumerate(lines) if not line.is_blank), default=-1)
    if lone and lone[-1][0] == last and last >= _SINGLE_NUMBER_DISTANCE:
        yield last


def _counted_heads(lines: Sequence[Line]) -> Iterator[int]:
    """Lines such as "Concept of Seaburg   Page 3" whose number counts up, where the format knows no pages; and a lone
    number beside them."""
    if len(_pages(lines)) > 1:
        return
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        is_short = line.role is Role.TEXT and len(line.text) <= _WIDEST_HEAD
        if is_short and (head := _COUNTED_HEAD.search(line.text)):
            found[" ".join(line.text[: head.start()].split())].append((index, int(head["number"])))
    for places in found.values():
        if len(places) > 1 and all(other[1] == one[1] + 1 for one, other in pairwise(places)):
            yield from (index for index, _ in places)
            yield from (at for index, _ in places for at in (index - 1, index + 1) if _is_lone(lines, at))


def _heads_after_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Lone numbers that count up one by one, and the running head that stands below one after the other of them,
    where the format knows no pages: copied from a PDF, page after page without a page's end."""
    if len(_pages(lines)) > 1:
        return
    lone = [(i, number) for i, line in enumerate(lines) if (number := _number(line)) and _is_alone(lines, i)]
    counting = {index for one, other in pairwise(lone) if other[1] == one[1] + 1 for index in (one[0], other[0])}
    below: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in sorted(counting):
        head = next((i for i in range(number + 1, min(number + _EDGE, len(lines))) if not lines[i].is_blank), None)
        if head is not None and lines[head].role is Role.TEXT and (key := _head_key(lines[head])):
            below[key].append((number, head))
    heads = {key for key, places in below.items() if len(places) >= _RUN - 1}
    if not heads:
        return
    yield from counting
    found = [i for i, line in enumerate(lines) if line.role is Role.TEXT and _head_key(line) in heads]
    yield from _without_heading(lines, [i for i in found if i <= min(counting) or _follows(lines, i, counting)])


def _follows(lines: Sequence[Line], index: int, numbers: set[int]) -> bool:
    """Whether only blank lines stand between a line and the number above it."""
    above = next((i for i in range(index - 1, -1, -1) if not lines[i].is_blank), -1)
    return above in numbers


def _is_lone(lines: Sequence[Line], index: int) -> bool:
    return 0 <= index < len(lines) and bool(_number(lines[index]))


def _running_heads(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that come back at the same edge of page after page, whatever numbers they carry."""
    pages = [indexes if top else indexes[::-1] for top in (True, False) for indexes in _pages(lines).values()]
    half = len(pages) // 2
    for top, inward in ((True, pages[:half]), (False, pages[half:])):
        back = _coming_back(lines, [indexes[: _EDGE + _INNER] for indexes in inward])
        if sum(any(index in back for index in indexes[_EDGE : _EDGE + _INNER]) for indexes in inward) * 2 > half:
            continue  # whole pages are alike: that they come back says nothing
        heads = {i for indexes in inward for i in takewhile(back.__contains__, indexes[:_EDGE])}
        yield from _without_heading(lines, sorted(heads)) if top else heads


def _coming_back(lines: Sequence[Line], edges: Sequence[Sequence[int]]) -> set[int]:
    """The indexes among `edges` (one sequence a page) whose line stands there on page after page."""
    seen: dict[str, list[int]] = defaultdict(list)
    for index in (index for edge in edges for index in edge):
        if key := _head_key(lines[index]):
            seen[key].append(index)
    return {i for places in seen.values() if _comes_back([lines[index].page for index in places]) for i in places}


def _comes_back(pages: Sequence[int]) -> bool:
    numbers = sorted(set(pages))
    if len(numbers) < _RUN:
        return False
    span = numbers[-1] - numbers[0] + 1
    same_side = all(number % 2 == numbers[0] % 2 for number in numbers)
    return len(numbers) >= _DENSITY * (span / 2 if same_side else span)


def _without_heading(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[int]:
    """A running head repeats a title: where it stands for the first time it may be that title, and stays; but no
    title stands half at the left and half at the right."""
    seen: set[str] = set()
    for index in heads:
        key = _head_key(lines[index])
        if key in seen or "#" in key or _FAR_APART.search(lines[index].text.strip()):
            yield index
        seen.add(key)


def _rules(lines: Sequence[Line]) -> Iterator[int]:
    return (i for i, line in enumerate(lines) if line.role is Role.TEXT and _RULE.match(line.text))


def _pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Indexes of the printed, unexplained lines by page."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line.is_blank and line.role is Role.TEXT:
            pages[line.page].append(index)
    return pages


def _edges(indexes: Sequence[int]) -> Iterable[int]:
    return {*indexes[:_EDGE], *indexes[-_EDGE:]}


def _number(line: Line) -> int:
    found = _PAGE_NUMBER.match(line.text.strip()) if line.role is Role.TEXT else None
    return int(found[1]) if found else 0


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    neighbours = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]  # type: ignore[operator]
    return all(line.is_blank for line in neighbours)


def _head_key(line: Line) -> str:
    """What stays the same of a running head from page to page; "" for what is none (sentences, long lines)."""
    text = " ".join(line.text.split()).casefold()
    is_head = _WORD.search(text) and len(text) <= _HEAD_LENGTH and not text.endswith(_SENTENCE_ENDS)
    return re.sub(r"\d+", "#", text) if is_head else ""


_FINDERS = (_page_numbers, _counted_heads, _heads_after_numbers, _running_heads, _rules)
