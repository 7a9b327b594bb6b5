# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a blank line or a page's end tore apart, put together again."""

from bruecke.reader.structure.blocks import Block, Shape
from bruecke.reader.structure.flow import extend
from bruecke.reader.structure.leading import unfinished

_SENTENCE_END = (".", "!", "?", ":", ";", "…")


def mended(found: list[Block]) -> list[Block]:
    """The same blocks, those that continue the one before joined to it."""
    result: list[Block] = []
    for block in found:
        if result and _continues(result[-1], block):
            before = result[-1]
            before.lines.extend(block.lines)
            before.flow = extend(before.flow, block.flow)
            before.gap_after = block.gap_after
        else:
            result.append(block)
    return result


def _continues(before: Block, block: Block) -> bool:
    if block.shape is Shape.ITEM and block.bullet is None:
        return before.shape is Shape.ITEM
    if block.shape is not Shape.PARAGRAPH or block.bold != before.bold:
        return False
    if before.shape not in (Shape.PARAGRAPH, Shape.ITEM) or not before.text:
        return False
    text = before.text.rstrip("\"”“»«)’'")
    if text.endswith(_SENTENCE_END):
        return False
    if before.shape is Shape.PARAGRAPH and len(before.text) < 40 and not unfinished(before.text):
        return False
    return block.text[0].islower() or unfinished(before.text)
