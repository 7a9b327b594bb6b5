# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which format some bytes are, by their content first and their name second; then that format reads them."""

from dataclasses import replace
from pathlib import PurePath

from bruecke.reader import refusals
from bruecke.reader.draft import Warning as DraftWarning
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.formats import Format, Match, formats
from bruecke.reader.limits import LIMITS, Limits
from bruecke.reader.lines import Source

# Formats that people bring and that are not read, by their first bytes: said by name, with a way out.
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "ein altes Office-Dokument (DOC, XLS, PPT)",
        "an old Office document (DOC, XLS, PPT)",
    ),
    (b"{\\rtf", "ein RTF-Dokument", "an RTF document"),
    (
        b"PK\x03\x04",
        "ein ZIP-Archiv oder Büroformat, das kein Textdokument ist",
        "a ZIP or office file without text",
    ),
    (b"PK\x05\x06", "ein leeres ZIP-Archiv", "an empty ZIP archive"),
    (b"\x1f\x8b", "ein GZIP-Archiv", "a GZIP archive"),
    (b"7z\xbc\xaf\x27\x1c", "ein 7-Zip-Archiv", "a 7-Zip archive"),
    (b"Rar!", "ein RAR-Archiv", "a RAR archive"),
    (b"\x89PNG", "ein Bild (PNG)", "a picture (PNG)"),
    (b"\xff\xd8\xff", "ein Bild (JPEG)", "a picture (JPEG)"),
    (b"GIF8", "ein Bild (GIF)", "a picture (GIF)"),
    (b"II*\x00", "ein Bild (TIFF)", "a picture (TIFF)"),
    (b"MM\x00*", "ein Bild (TIFF)", "a picture (TIFF)"),
    (b"%!PS", "ein PostScript-Dokument", "a PostScript document"),
)
_OLE = _FOREIGN[0][0]
# A DOCX with a password is not a ZIP but an OLE container with a stream of this name (ECMA-376 / MS-OFFCRYPTO).
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def decode(data: bytes, *, name: str = "", limits: Limits = LIMITS) -> Source:
    """The lines of a document; `name` is its file name, if any. Raises UnreadableDocument, nothing else."""
    suffix = PurePath(name).suffix.lower()
    if len(data) > limits.file_bytes:
        raise refusals.too_large(limits.file_bytes)
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf\xfe\xff"):
        raise refusals.empty()
    chosen = _format_of(data, suffix)
    source = chosen.read(data, limits)
    if all(line.is_blank for line in source.lines):
        raise refusals.empty()
    if source.pages > limits.pages:
        raise refusals.too_many_pages(source.pages, limits.pages)
    return _with_name_warning(source, chosen, suffix)


def _format_of(data: bytes, suffix: str) -> Format:
    """The format that is surest; raises UnreadableDocument where none is."""
    matches = [(form.matches(data, suffix), form) for form in formats()]
    best, chosen = max(matches, key=lambda match: match[0])
    if best is not Match.CERTAIN:
        _refuse_foreign(data, suffix)
    if best is Match.NO:
        raise refusals.wrong_extension(suffix) if _promises_binary(suffix) else refusals.binary()
    return chosen


def _refuse_foreign(data: bytes, suffix: str) -> None:
    """Name what the content is, if it is a format that people bring and that is not read."""
    if data.startswith(_OLE) and _ENCRYPTED_STREAM in data:
        raise refusals.encrypted()
    for magic, german, english in _FOREIGN:
        if data.startswith(magic):
            raise _foreign(suffix, german, english)


def _foreign(suffix: str, german: str, english: str) -> UnreadableDocument:
    if _promises_binary(suffix):
        return refusals.wrong_extension(suffix, german, english)
    return refusals.unknown_format(german, english)


def _promises_binary(suffix: str) -> bool:
    """Whether the name promises a format that is not plain text (DOCX, ODT, PDF ...)."""
    return any(suffix in form.SUFFIXES for form in formats() if not _is_textual(form))


def _is_textual(form: Format) -> bool:
    return all(media_type.startswith("text/") for media_type in form.MEDIA_TYPES)


def _with_name_warning(source: Source, chosen: Format, suffix: str) -> Source:
    """Say so where the name promised another known format than the content is."""
    promised = [form for form in formats() if suffix in form.SUFFIXES]
    if not promised or chosen in promised:
        return source
    warning = DraftWarning(
        "wrong_extension",
        f"Der Dateiname endet auf „{suffix}“, der Inhalt ist aber {chosen.LABEL}; er wurde so gelesen.",
        f"The file name ends in “{suffix}”, but the content is {chosen.LABEL}; it was read as that.",
    )
    return replace(source, warnings=(warning, *source.warnings))
