# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tree of chapters: title, preamble, chapters, sections, closing chapters, and the blocks of each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from bruecke.reader.draft import Heading, Span
from bruecke.reader.structure.blocks import Block, Shape
from bruecke.reader.structure.contents import title_of
from bruecke.reader.structure.numbering import Number
from bruecke.reader.structure.words import loose

_PREAMBLE = loose(
    r"\W*(?:präambel|vorwort|vorbemerkung(?:en)?|geleitwort|einführung|einleitung|preamble|foreword"
    r"|preface|introduction"
    r"|executive summary|zusammenfassung|summary|grußwort)\W*$"
)
_CLOSING = loose(
    r"\b(?:\w*evaluierung|\w*evaluation|fortschreibung|haushaltsvorbehalt|finanzierungsvorbehalt"
    r"|finanzierung|finanzielle"
    r"|schlussbestimmung(?:en)?|schlussbemerkung(?:en)?|schlusswort|schluss|inkrafttreten"
    r"|in-kraft-treten|geltungsdauer"
    r"|ausblick|fazit|monitoring|berichterstattung|nächste schritte|outlook|conclusions?|closing"
    r"|concluding|final provisions"
    r"|entry into force|budget|funding|review|looking (?:forward|ahead)|next steps|reporting|evaluating)\b"
)
_MOST_TITLE_LINES = 4
_SAME_SIZE = 0.92
_MOST_RANKS = 2
_LONGEST_TITLE = 220


@dataclass(slots=True)
class Node:
    """A chapter or section; the root (level 0) holds what stands before the first chapter."""

    level: int
    heading: Block | None = None
    title: str = ""
    number: Number | None = None
    parent: "Node | None" = None
    blocks: list[Block] = field(default_factory=list)
    closing: bool = False
    reference: str = ""

    @property
    def printed(self) -> str:
        """The number without punctuation, "" where there is none."""
        return self.number.number if self.number else ""

    @property
    def titles(self) -> list[str]:
        """Its own title and those of the chapters around it, the nearest first."""
        return [self.title, *(self.parent.titles if self.parent else [])]

    @property
    def span(self) -> Span:
        """Heading to last line of its own blocks."""
        spans = [block.span for block in ([self.heading] if self.heading else []) + self.blocks]
        return (spans[0][0], max(last for _, last in spans)) if spans else (1, 1)


@dataclass(frozen=True, slots=True)
class Tree:
    """nodes: in reading order, the root first."""

    title: Heading | None
    nodes: tuple[Node, ...]


def tree(blocks: Sequence[Block], hint: str) -> Tree:
    """Build the tree. hint: the title the file's metadata give, taken where the text itself shows none."""
    title, rest = _title(list(blocks))
    nodes = [Node(0)]
    levels = _Levels(rest)
    for block, following in zip_longest(rest, rest[1:]):
        if block.shape is not Shape.HEADING:
            nodes[-1].blocks.append(block)
        elif len(nodes) == 1 and levels.is_front_matter(block, following):
            nodes[0].blocks.append(replace(block, shape=Shape.PARAGRAPH))
        elif not (len(nodes) == 1 and block.number is None and _PREAMBLE.match(block.text)):
            nodes.append(_node(block, levels.level(block), nodes))
    _close(nodes)
    if title is None and hint:
        title = Heading(hint, (rest[0].span[0], rest[0].span[0])) if rest else None
    return Tree(title, tuple(nodes))


def _node(block: Block, level: int, nodes: list[Node]) -> Node:
    parent = next((node for node in reversed(nodes) if 0 < node.level < level), None)
    level = parent.level + 1 if parent else 1
    title = title_of(block) if block.number else block.text
    return Node(level, block, re.sub(r"[\s:]+$", "", title), block.number, parent)


def _title(blocks: list[Block]) -> tuple[Heading | None, list[Block]]:
    """The title and the blocks without it."""
    typed = [i for i, block in enumerate(blocks) if block.typed and block.shape is Shape.HEADING]
    if typed:
        top = min(blocks[i].level for i in typed)
        tops = [i for i in typed if blocks[i].level == top]
        first = tops[0]
        stands_alone = len(tops) == 1 or (first + 1 < len(blocks) and blocks[first + 1].shape is Shape.HEADING)
        if first <= 3 and blocks[first].number is None and (stands_alone or _only_top(blocks, tops)):
            found = blocks[first]
            return Heading(found.text, found.span), blocks[:first] + blocks[first + 1 :]
        return None, blocks
    first_block = blocks[0] if blocks else None
    if first_block is None or not _may_be_title(first_block) or len(blocks) < 2:
        return None, blocks
    return Heading(first_block.text, first_block.span), blocks[1:]


def _only_top(blocks: list[Block], tops: list[int]) -> bool:
    """Whether the first of several top headings is set in larger type than the others."""
    sizes = [blocks[i].lines[0].size or 0.0 for i in tops]
    return sizes[0] > max(sizes[1:], default=0.0)


def _may_be_title(block: Block) -> bool:
    if block.shape is Shape.HEADING:
        return block.number is None and not _PREAMBLE.match(block.text)
    if block.shape is not Shape.PARAGRAPH or len(block.lines) > _MOST_TITLE_LINES or len(block.text) > _LONGEST_TITLE:
        return False
    return not block.text.endswith((".", ":", ";", ",", "!"))


class _Levels:
    """Depth of a heading: by the format's level, by its number, or below the number above it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        headings = [block for block in blocks if block.shape is Shape.HEADING]
        self.typed = sorted({block.level for block in headings if block.typed and block.level})
        self.known: dict[tuple[str, str, int], int] = {}
        self.sizes = _ranks(_size(block) for block in headings if not block.typed and not block.number)
        self.numbered = 0
        self.current = 0
        self.last_number = max((block.span[0] for block in headings if block.number), default=0)

    def level(self, block: Block) -> int:
        """1 for a chapter, 2 for a section, and so on."""
        if block.typed and block.level:
            self.current = self.typed.index(block.level) + 1
            return self.current
        if block.number is None and self.typed:
            return self.current + 1
        if block.number is None:
            closing = block.span[0] > self.last_number and _CLOSING.search(block.text)
            return 1 if closing else self.numbered + 1 + self.sizes.get(_size(block), 0)
        self.numbered = self._of_number(block.number)
        return self.numbered

    def is_front_matter(self, block: Block, following: Block | None) -> bool:
        """Whether a short line before the first numbered chapter, with nothing under it, belongs to the title page."""
        alone = following is None or following.shape is Shape.HEADING
        chapters = self.last_number > block.span[0] or bool(following and following.typed)
        return chapters and alone and not block.typed and block.number is None

    def _of_number(self, number: Number) -> int:
        family = "decimal" if number.family == "arabic" else number.family
        key = (family, number.word, number.depth)
        if key not in self.known:
            above = (family, number.word, number.depth - 1)
            self.known[key] = self.known[above] + 1 if above in self.known else self.numbered + 1
        return self.known[key]


def _size(block: Block) -> float:
    """Size of type in points, 0 where unknown."""
    return block.lines[0].size or 0.0


def _ranks(sizes: Iterable[float]) -> dict[float, int]:
    """Size → rank, 0 for the largest; sizes that the eye does not tell apart share one, and there are three at most."""
    ranks: dict[float, int] = {}
    rank, above = -1, 0.0
    for size in sorted(set(sizes), reverse=True):
        if rank < 0 or size < above * _SAME_SIZE:
            rank, above = min(rank + 1, _MOST_RANKS), size
        ranks[size] = rank
    return ranks


def _close(nodes: list[Node]) -> None:
    """Mark the closing chapters: the last ones whose title says so, with all below them."""
    tops = [node for node in nodes if node.level == 1]
    for node in reversed(tops):
        if not _CLOSING.search(node.title) or len(tops) == 1:
            break
        node.closing = True
    for node in nodes:
        node.closing = node.closing or bool(node.parent and node.parent.closing)


def below(nodes: Sequence[Node], node: Node) -> Iterator[Node]:
    """All nodes under a node, at any depth."""
    for other in nodes:
        parent = other.parent
        while parent is not None and parent is not node:
            parent = parent.parent
        if parent is node:
            yield other
