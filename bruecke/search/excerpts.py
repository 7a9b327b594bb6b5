# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stretch of a text that shows why it was found, with the words that were. Pure."""

from collections.abc import Set
from dataclasses import dataclass

from bruecke.base.tokens import tokens

LENGTH = 240
"""Letters of an excerpt."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; is_hit: it is what was looked for."""

    text: str
    is_hit: bool = False


def marked(text: str, language: str, keys: Set[str]) -> tuple[Piece, ...]:
    """All of `text` in pieces, words with one of `keys` marked."""
    return _pieces(text, _spans(text, language, keys))


def excerpt(text: str, language: str, keys: Set[str]) -> tuple[Piece, ...]:
    """The stretch of `text` with most hits, cut at words; () where none of `keys` stands in it."""
    spans = _spans(text, language, keys)
    if not spans:
        return ()
    start, end = _window(text, spans)
    inside = [(a - start, b - start) for a, b in spans if a >= start and b <= end]
    pieces = _pieces(text[start:end], inside)
    return (*((Piece("… "),) if start else ()), *pieces, *((Piece(" …"),) if end < len(text) else ()))


def _spans(text: str, language: str, keys: Set[str]) -> list[tuple[int, int]]:
    return [(token.start, token.end) for token in tokens(text, language) if token.key in keys]


def _window(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= LENGTH:
        return 0, len(text)
    room = LENGTH * 3 // 4
    first = max(spans, key=lambda span: sum(span[0] <= a and b <= span[0] + room for a, b in spans))
    start = max(0, first[0] - LENGTH // 4)
    end = min(len(text), max(start + LENGTH, first[1]))
    if start:
        start = min(first[0], text.find(" ", start) + 1 or first[0])
    if end < len(text):
        end = max(first[1], text.rfind(" ", start, end))
    return start, end


def _pieces(text: str, spans: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done = 0
    for start, end in spans:
        pieces += [Piece(text[done:start]), Piece(text[start:end], is_hit=True)]
        done = end
    pieces.append(Piece(text[done:]))
    return tuple(piece for piece in pieces if piece.text)
