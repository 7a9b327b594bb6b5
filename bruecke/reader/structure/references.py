# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""References: "III.Außenwirtschaft.2" — readable, and unique whatever the document repeats."""

import re
from collections.abc import Sequence

from bruecke.reader.structure.tree import Node
from bruecke.reader.structure.words import loose, word_set

_TAIL = loose(
    r"\s*(?:[,:;(–—/]|\s-\s|\b(?:in|im|für|von|vom|mit|zur|zum|zu|der|des|dem|den|die|das|und|oder|sowie"
    r"|an|am|auf|bei|durch"
    r"|über|unter|nach|aus|als|of|for|with|to|the|and|or|on|at|by|from|across)\b)"
)
_GENERIC = loose(
    r"(?:maßnahmen?|bereiche?|themenfeld(?:er)?|handlungsfeld(?:er)?|ziele?|aktivitäten|schwerpunkte?"
    r"|vorhaben|projekte?|thema"
    r"|measures?|actions?|areas?|goals?|activities|fields?|theme|priorit(?:y|ies)|förderung|stärkung|ausbau)$"
)
_LEADING = loose(
    r"(?:(?:in|im|für|von|vom|mit|zur|zum|zu|der|des|dem|den|die|das|an|am|auf|bei|durch|über|unter|nach|aus|als|innerhalb"
    r"|of|for|with|to|the|our|a|an|on|at|by|from)\s+)+"
)
_WORD = re.compile(r"[\w+&-]+")
_SMALL = word_set(
    """
    bereich themenfeld handlungsfeld feld thema area field
    """
)
_LONGEST_KEY = 40
WITHOUT_CHAPTER = "M"


class References:
    """Gives out references, each once."""

    def __init__(self, language: str = "de") -> None:
        self._english = language == "en"
        self._taken: set[str] = set()

    def chapters(self, nodes: Sequence[Node]) -> None:
        """Give every chapter its reference: its number, or the head noun of its title below its parent's."""
        unnumbered = not any(node.number for node in nodes if node.level == 1)
        running = 0
        for node in nodes:
            if node.level == 0:
                continue
            above = node.parent.reference if node.parent else ""
            running += node.level == 1
            own = [str(running)] if unnumbered and node.level == 1 else list(_keys(node, english=self._english))
            node.reference = self._free([_joined(above, key) for key in own])

    def take(self, wanted: str) -> str:
        """The wanted reference, or a longer one where it is taken."""
        return self._free([wanted])

    def list_reference(self, chapter: str, count: int) -> str:
        """Reference of a list of count measures: its chapter's own, with .b, .c from the second list on; .a where
        a section of the chapter already has the number that a measure would get."""
        base = chapter or WITHOUT_CHAPTER
        first = f"{base}#list" not in self._taken
        self._taken.add(f"{base}#list")
        if first and not any(f"{base}.{n}" in self._taken for n in range(1, count + 1)):
            self._taken.update(f"{base}.{n}" for n in range(1, count + 1))
            return base
        index = 0 if first else 1
        while (name := f"{base}.{_letters(index)}") in self._taken:
            index += 1
        self._taken.update((name, *(f"{name}.{n}" for n in range(1, count + 1))))
        return name

    def _free(self, wanted: list[str]) -> str:
        for name in wanted:
            if name not in self._taken:
                self._taken.add(name)
                return name
        count = 2
        while (name := f"{wanted[-1]}-{count}") in self._taken:
            count += 1
        self._taken.add(name)
        return name


def _joined(above: str, key: str) -> str:
    if not above or key.startswith(above + "."):
        return key
    return f"{above}.{key}"


def _letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(97 + rest) + name
    return name


def _keys(node: Node, *, english: bool) -> Sequence[str]:
    if node.number and node.number.number:
        printed = re.sub(r"\s+", "", node.number.number)
        return [printed, *(f"{printed}-{key}" for key in title_keys(node.title, english=english))]
    return title_keys(node.title, english=english)


def title_keys(title: str, *, english: bool) -> list[str]:
    """Keys for a title, shortest first: its head noun, its first words, all of it. German nouns have a capital."""
    words = [word.strip("-") for word in _WORD.findall(title) if word.strip("-")]
    if not words:
        return ["x"]
    nouns = [word for word in words if english or word[0].isupper() or word[0].isdigit()] or words
    whole = "-".join(words)[:_LONGEST_KEY]
    return [_head(title, nouns), "-".join(nouns[:2])[:_LONGEST_KEY], whole]


def _head(title: str, nouns: list[str]) -> str:
    begin = leading.end() if (leading := _LEADING.match(title)) else 0
    cut = _TAIL.search(title, begin + 1)
    front = _WORD.findall(title[begin : cut.start()] if cut else title[begin:])
    front = [word for word in front if word in nouns] or nouns[:1]
    head = front[-1]
    if _GENERIC.match(head):
        later = [word for word in nouns if word != head and not _GENERIC.match(word) and word.lower() not in _SMALL]
        head = later[0] if later else head
    return head[:_LONGEST_KEY]
