# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file is by its content, never by its name; and a name under which it may be handed out. No database."""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class FileType:
    """name: as people call it; ending: without its dot."""

    name: str
    media_type: str
    ending: str


class Scripted(Exception):
    """The file carries what may run: markup of web pages, or macros."""


PDF = FileType("PDF", "application/pdf", "pdf")
PNG = FileType("PNG", "image/png", "png")
JPEG = FileType("JPEG", "image/jpeg", "jpg")
TEXT = FileType("Text", "text/plain", "txt")
_OFFICE = {
    "word/": FileType("Word", f"{_OOXML}wordprocessingml.document", "docx"),
    "xl/": FileType("Excel", f"{_OOXML}spreadsheetml.sheet", "xlsx"),
    "ppt/": FileType("PowerPoint", f"{_OOXML}presentationml.presentation", "pptx"),
}
_OPEN = {
    f"{_ODF}text": FileType("OpenDocument (ODT)", f"{_ODF}text", "odt"),
    f"{_ODF}spreadsheet": FileType("OpenDocument (ODS)", f"{_ODF}spreadsheet", "ods"),
    f"{_ODF}presentation": FileType("OpenDocument (ODP)", f"{_ODF}presentation", "odp"),
}
TYPES = {kind.media_type: kind for kind in (PDF, PNG, JPEG, TEXT, *_OFFICE.values(), *_OPEN.values())}
"""All that may be attached, by media type."""
_BEGINNINGS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_MARKUP = re.compile(
    rb"<\s*(?:!doctype|\?xml|html|head|body|svg|script|iframe|object|embed|meta|link)\b", re.IGNORECASE
)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("basic/", "scripts/")
_LONGEST_NAME = 120


def recognised(stream: BinaryIO) -> FileType | None:
    """What the bytes are; None for what is not accepted. Reads from the beginning. Raises Scripted."""
    head = stream.read(16)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    stream.seek(0)
    return _zipped(stream) if head.startswith(b"PK\x03\x04") else _text(stream.read())


def _zipped(stream: BinaryIO) -> FileType | None:
    try:
        with ZipFile(stream) as archive:
            names = archive.namelist()
            declared = _declared(archive) if "mimetype" in names else ""
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError):
        # Damaged, with a password, or packed in a way nobody writes: not a file that anybody could open.
        return None
    lowered = [name.lower() for name in names]
    if any(name.endswith(_MACROS) or name.startswith(_MACRO_FOLDERS) for name in lowered):
        raise Scripted
    if declared:
        return _OPEN.get(declared)
    if "[content_types].xml" not in lowered:
        return None
    return next((kind for folder, kind in _OFFICE.items() if any(name.startswith(folder) for name in lowered)), None)


def _declared(archive: ZipFile) -> str:
    with archive.open("mimetype") as part:
        return part.read(100).decode("ascii", "replace").strip()


def _text(data: bytes) -> FileType | None:
    if _MARKUP.search(data):
        raise Scripted
    return None if _BINARY.search(data) or not data.strip() else TEXT


def safe_name(name: str, kind: FileType) -> str:
    """The name to hand a file out under: no path, no control or direction marks, and the ending that its content has.

    Nothing is left of a name that is nothing else: "Datei.pdf".
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(" " if sign in '<>:"|?*;' else sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem = shown.rpartition(".")[0] if "." in shown else shown
    stem = " ".join(stem.split()).strip(" .")[:_LONGEST_NAME].rstrip(" .")
    return f"{stem or 'Datei'}.{kind.ending}"
