# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where uploaded files lie: under a random name, in a folder that no address serves."""

import hashlib
import io
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from bruecke.intake.errors import NotStored

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}$")
_CHUNK = 1024 * 1024


def keep(data: bytes | Path, file_name: str) -> tuple[str, str]:
    """Store the bytes; returns (stored name, SHA-256 in hex). The suffix stays, for the reader looks at it.

    They are on the disk when this returns. Raises NotStored where it is full or closed, and leaves nothing behind;
    OSError where `data` cannot be read.
    """
    target = path_of(secrets.token_hex(16) + _suffix(file_name))
    with data.open("rb") if isinstance(data, Path) else io.BytesIO(data) as source:
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(source, target)
        except OSError as error:
            if target.exists():
                target.unlink()
            raise NotStored(error) from error
    return target.name, digest(target)


def _suffix(file_name: str) -> str:
    found = _SUFFIX.search(file_name.lower())
    return found.group() if found else ""


def _write(source: BinaryIO, target: Path) -> None:
    with target.open("xb") as stream:
        shutil.copyfileobj(source, stream, _CHUNK)
        stream.flush()
        os.fsync(stream.fileno())


def digest(path: Path) -> str:
    """SHA-256 of a file in hex, read in pieces."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            found.update(piece)
    return found.hexdigest()


def path_of(stored_name: str) -> Path:
    """Where a stored file lies."""
    return Path(settings.MEDIA_ROOT) / "intake" / Path(stored_name).name


def remove(stored_name: str) -> None:
    """Forget a stored file; a missing one is forgotten already."""
    path_of(stored_name).unlink(missing_ok=True)
