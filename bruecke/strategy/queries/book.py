# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An edition's document with everything that rests on its passages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bruecke.accounts.principal import Principal
from bruecke.library.models import Passage
from bruecke.library.queries import passages_in_order
from bruecke.records.visibility import visible
from bruecke.strategy.models import (
    Chapter,
    Edition,
    EditionState,
    Footnote,
    Goal,
    Measure,
    MeasureList,
    Principle,
    Strategy,
    TargetEntry,
    Wording,
)

PUBLIC = (EditionState.ADOPTED, EditionState.SUPERSEDED)
"""States in which an edition may be read by everybody."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A record that rests on a passage. kind: "measure", "goal", "principle", "list", "entry" or "note"."""

    kind: str
    pk: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document. heading: level of a chapter's heading, 0 otherwise. inner: passages inside it."""

    passage: Passage
    heading: int = 0
    marks: tuple[Mark, ...] = ()
    inner: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Loose:
    """Lines that no passage holds: page numbers, running heads, what was rejected in the review."""

    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A readable edition."""

    edition: Edition
    blocks: list[Block | Loose]
    chapters: list[Chapter]
    notes: list[Footnote]


@dataclass(slots=True)
class _Rests:
    """What rests on each passage, by its key."""

    marks: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    headings: dict[int, int] = field(default_factory=dict)


def readable_edition(pk: int, principal: Principal) -> Edition | None:
    """An edition that everybody may read, of a strategy that `principal` may know of; one statement."""
    shown = visible(Strategy, principal, "strategy__")
    return Edition.objects.select_related("text", "strategy").filter(shown, pk=pk, state__in=PUBLIC).first()


def book(edition: Edition, *, principal: Principal) -> Book:
    """The document of an edition in order; eight statements."""
    chapters = list(Chapter.objects.filter(edition=edition).order_by("position"))
    notes = list(Footnote.objects.filter(edition=edition).select_related("passage").order_by("pk"))
    rests = _rests(edition, chapters, notes, principal)
    passages = passages_in_order(edition.text)
    return Book(edition, list(_with_loose(edition, list(_blocks(passages, rests)))), chapters, notes)


def _rests(edition: Edition, chapters: list[Chapter], notes: list[Footnote], principal: Principal) -> _Rests:
    rests = _Rests()
    rests.headings = {chapter.passage_id: chapter.level for chapter in chapters if chapter.passage_id}
    wordings = Wording.objects.filter(visible(Measure, principal, "measure__"))
    for passage, pk, reference in wordings.filter(edition=edition).values_list("passage_id", "measure_id", "reference"):
        _mark(rests, passage, Mark("measure", pk, reference))
    for model, kind in ((Goal, "goal"), (Principle, "principle")):
        for row in model.objects.visible_to(principal).filter(edition=edition):
            _mark(rests, row.passage_id, Mark(kind, row.pk, row.reference if isinstance(row, Goal) else row.title))
    for passage, pk in MeasureList.objects.filter(edition=edition).values_list("passage_id", "pk"):
        _mark(rests, passage, Mark("list", pk, ""))
    for passage, pk in TargetEntry.objects.filter(target_list__edition=edition).values_list("passage_id", "pk"):
        _mark(rests, passage, Mark("entry", pk, ""))
    for note in notes:
        _mark(rests, note.passage_id, Mark("note", note.pk, note.number))
    return rests


def _mark(rests: _Rests, passage: int | None, mark: Mark) -> None:
    if passage:
        rests.marks[passage].append(mark)


def _blocks(passages: list[Passage], rests: _Rests) -> Iterator[Block]:
    """Passages that stand for themselves, with those that lie inside them."""
    outer: Passage | None = None
    inner: list[Passage] = []
    for passage in passages:
        if outer is not None and passage.first_line <= outer.last_line:
            inner.append(passage)
            continue
        if outer is not None:
            yield _block(outer, inner, rests)
        outer, inner = passage, []
    if outer is not None:
        yield _block(outer, inner, rests)


def _block(outer: Passage, inner: list[Passage], rests: _Rests) -> Block:
    marks = [mark for passage in (outer, *inner) for mark in rests.marks.get(passage.pk, ())]
    return Block(outer, rests.headings.get(outer.pk, 0), tuple(marks), tuple(inner))


def _with_loose(edition: Edition, blocks: list[Block]) -> Iterator[Block | Loose]:
    lines = edition.text.repaired.split("\n")
    reached = 1
    for block in blocks:
        yield from _loose(lines, reached, block.passage.first_line)
        yield block
        reached = max([block.passage.last_line, *(passage.last_line for passage in block.inner)]) + 1
    yield from _loose(lines, reached, len(lines) + 1)


def _loose(lines: list[str], first: int, end: int) -> Iterator[Loose]:
    found = tuple((number, lines[number - 1]) for number in range(first, end) if lines[number - 1].strip())
    if found:
        yield Loose(found)
