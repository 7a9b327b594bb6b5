# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a text file to characters and lines, whatever its encoding."""

import codecs
import re

from bruecke.reader import refusals

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|\r|\n")
_SAMPLE = 65536


def decode(data: bytes) -> str:
    """The characters of a UTF-8, UTF-16, UTF-32 or Windows-1252 file; raises UnreadableDocument("binary")."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    for attempt in (_wide, _utf8, _windows):
        text = attempt(data)
        if text is not None:
            return text
    raise refusals.binary()


def is_text(data: bytes) -> bool:
    """Whether the beginning of the bytes reads as text in one of the encodings of `decode`."""
    sample = data[:_SAMPLE]
    if any(sample.startswith(bom) for bom, _ in _BOMS):
        return True
    return _wide(sample[: len(sample) // 2 * 2]) is not None or not _looks_binary(sample.decode("latin-1"))


def lines(text: str) -> list[str]:
    """The lines of a text without their ends; a last line without an end counts, an empty rest does not."""
    parts = _LINE_END.split(text)
    if parts and not parts[-1]:
        parts.pop()
    return parts


def line_ends(text: str) -> list[str]:
    """The line ends in order, as they stand in the text."""
    return _LINE_END.findall(text)


def printable(line: str) -> str:
    """The line with every control character read as a blank, so that columns stay what they were."""
    return _UNPRINTED.sub(" ", line)


def printable_text(text: str) -> str:
    """The whole text with every control character but line ends and tabs read as a blank."""
    return _UNPRINTED.sub(" ", text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") * 20 > len(text):
        raise refusals.binary()
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if zeros * 10 > pairs * 8:
            text = data.decode(encoding, errors="replace")
            return None if "\x00" in text or _looks_binary(text[:_SAMPLE]) else text
    return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with a few damaged bytes, as long as most of what is not ASCII reads well."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        damaged = text.count("\ufffd")
        if damaged * 10 > len(text) - len(text.encode("ascii", errors="ignore")):
            return None
    return None if _looks_binary(text[:_SAMPLE]) else text


def _windows(data: bytes) -> str | None:
    """Windows-1252; the five bytes it leaves open as in Latin-1."""
    if _looks_binary(data[:_SAMPLE].decode("latin-1")):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _looks_binary(text: str) -> bool:
    """Control characters that no text has: any NUL, or more than one in a hundred."""
    return "\x00" in text or len(_CONTROLS.findall(text)) * 100 > len(text)
