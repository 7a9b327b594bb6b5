# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Zipped office formats: their parts as XML, opened without trusting a byte of them.

Sizes are checked against the directory before anything is unpacked (zipfile never unpacks more than the directory
says); archives within the archive are never opened; XML is parsed without entities, DTD or network.
"""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from bruecke.reader import refusals
from bruecke.reader.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENCRYPTED = 0x1  # general purpose flag of a zip entry
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)


class Archive:
    """The parts of one zipped document; `kind` is its name in messages ("DOCX")."""

    def __init__(self, data: bytes, kind: str, limits: Limits) -> None:
        """Raise UnreadableDocument (broken, zip_bomb, encrypted) unless the directory is harmless."""
        self._kind = kind
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise refusals.broken(kind) from None
        self._refuse_bomb(len(data))
        if any(info.flag_bits & _ENCRYPTED for info in self._zip.infolist()):
            raise refusals.encrypted()

    def __contains__(self, name: str) -> bool:
        """Whether the archive has the part."""
        return name in self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises UnreadableDocument("broken") where it is missing or damaged."""
        try:
            return self._zip.read(name)
        except _DAMAGE:
            raise refusals.broken(self._kind) from None

    def xml(self, name: str) -> "_Element":
        """The root of an XML part; raises UnreadableDocument("broken") as well for XML with a DTD."""
        # Imported here so that listing the formats stays cheap.
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.read(name), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise refusals.broken(self._kind) from None
        # Office formats have no DTD; whoever sends one wants its entities read.
        if root.getroottree().docinfo.internalDTD is not None:
            raise refusals.broken(self._kind)
        return root

    def optional_xml(self, name: str) -> "_Element | None":
        """The root of an XML part, None where the document has none."""
        return self.xml(name) if name in self else None

    def _refuse_bomb(self, size: int) -> None:
        sizes = [info.file_size for info in self._zip.infolist()]
        total = sum(sizes)
        out_of_proportion = total > self._limits.ratio_from and total > size * self._limits.ratio
        if total > self._limits.unpacked_bytes or out_of_proportion:
            raise refusals.zip_bomb()
        if any(part > self._limits.part_bytes for part in sizes):
            raise refusals.zip_bomb()
