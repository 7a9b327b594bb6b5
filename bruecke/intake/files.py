# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where uploaded files lie: under a random name, in a folder that no address serves."""

import hashlib
import re
import secrets
import shutil
from pathlib import Path

from django.conf import settings

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}$")
_CHUNK = 1024 * 1024


def keep(data: bytes | Path, file_name: str) -> tuple[str, str]:
    """Store the bytes; returns (stored name, SHA-256 in hex). The suffix stays, for the reader looks at it."""
    folder = Path(settings.MEDIA_ROOT) / "intake"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    suffix = _SUFFIX.search(file_name.lower())
    name = secrets.token_hex(16) + (suffix.group() if suffix else "")
    if isinstance(data, Path):
        shutil.copyfile(data, folder / name)
    else:
        (folder / name).write_bytes(data)
    return name, digest(folder / name)


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
