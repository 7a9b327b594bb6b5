# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where uploaded documents lie."""

import re
from pathlib import Path

from bruecke.intake.errors import NotStored
from bruecke.records.errors import NotKept
from bruecke.records.files import Shelf

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}$")
_SHELF = Shelf("intake")

path_of = _SHELF.path_of
remove = _SHELF.remove


def keep(data: bytes | Path, file_name: str) -> tuple[str, str]:
    """Store the bytes; returns (stored name, SHA-256 in hex). The suffix stays, for the reader looks at it.

    Raises NotStored where the disk is full or closed, and leaves nothing behind; OSError where `data` cannot be read.
    """
    try:
        return _SHELF.keep(data, _suffix(file_name))
    except NotKept as error:
        raise NotStored(error.error) from error


def _suffix(file_name: str) -> str:
    found = _SUFFIX.search(file_name.lower())
    return found.group() if found else ""
