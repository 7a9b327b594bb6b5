# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where files lie: under random names, in folders that no address serves."""

import hashlib
import io
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from bruecke.records.errors import NotKept

_CHUNK = 1024 * 1024


def opened(data: bytes | Path) -> BinaryIO:
    """The bytes to read from their beginning. Raises OSError."""
    return data.open("rb") if isinstance(data, Path) else io.BytesIO(data)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder below the media folder."""

    folder: str

    def keep(self, data: bytes | Path, suffix: str) -> tuple[str, str]:
        """Store the bytes; returns (stored name, SHA-256 in hex).

        They are on the disk when this returns. Raises NotKept where it is full or closed, and leaves nothing behind;
        OSError where `data` cannot be read.
        """
        target = self.path_of(secrets.token_hex(16) + suffix)
        with opened(data) as source:
            try:
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                _write(source, target)
            except OSError as error:
                if target.exists():
                    target.unlink()
                raise NotKept(error) from error
        return target.name, digest(target)

    def path_of(self, stored_name: str) -> Path:
        """Where a stored file lies."""
        return Path(settings.MEDIA_ROOT) / self.folder / Path(stored_name).name

    def remove(self, stored_name: str) -> None:
        """Forget a stored file; a missing one is forgotten already."""
        self.path_of(stored_name).unlink(missing_ok=True)


def _write(source: BinaryIO, target: Path) -> None:
    with target.open("xb") as stream:
        shutil.copyfileobj(source, stream, _CHUNK)
        stream.flush()
        os.fsync(stream.fileno())


def digest(path: Path) -> str:
    """SHA-256 of a file in hex, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
