# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the repair knows of German words: how frequent they are, umlauts put aside or not.

The frequencies are wordfreq's large German list. Its file is read directly: importing the package costs
a third of a second for tokenisers that nobody needs here. Frequencies are centibels, as wordfreq keeps them:
300 is one word in a thousand, 600 one in a million; smaller is more frequent. The list is casefolded, so that
"ß" is written "ss" in it and nouns are not told from verbs.
"""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

import msgpack  # type: ignore[import-untyped]

# Rarer than this, the list holds mostly slips of the keyboard.
RAREST = 780
UMLAUTS_ASIDE = str.maketrans("äöü", "aou")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """rarity: word -> centibels. umlauted: word without its umlauts -> the words with umlauts it may stand for."""

    rarity: dict[str, int]
    umlauted: dict[str, tuple[str, ...]]

    def of(self, word: str) -> int | None:
        """Centibels of a casefolded word, None where it is unknown."""
        return self.rarity.get(word)


def listed(words: str) -> frozenset[str]:
    """A closed class of words, written down with blanks between."""
    return frozenset(words.split())


@lru_cache(maxsize=1)
def german() -> Lexicon:
    """The German lexicon, read once a process (about 0.4 s)."""
    rarity: dict[str, int] = {}
    for centibels, words in enumerate(_bins("large_de")[: RAREST + 1]):
        rarity.update(zip(words, repeat(centibels)))  # a pair a word, no dictionary in between
    return Lexicon(rarity, _umlauted(rarity))


def _bins(name: str) -> list[list[str]]:
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("wordfreq is not installed; scanned text cannot be repaired without it")
    path = Path(spec.submodule_search_locations[0]) / "data" / f"{name}.msgpack.gz"
    header, *bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    if header.get("format") != "cB":
        raise ValueError(f"{path.name} is not a word list in wordfreq's cB format")
    return list(bins)


def _umlauted(rarity: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """The words with umlauts by what is left of them without, in the order of the lexicon."""
    marked = [word for word in rarity if not word.isascii()]
    # All words in one text: 100,000 calls of str.translate would take a tenth of a second.
    keys = "\n".join(marked).translate(UMLAUTS_ASIDE).split("\n")
    pairs = [(key, word) for key, word in zip(keys, marked, strict=True) if key != word]
    found: dict[str, tuple[str, ...]] = {key: (word,) for key, word in reversed(pairs)}
    for key, word in pairs:
        if found[key][0] is not word:
            found[key] = (*found[key], word)
    return found
