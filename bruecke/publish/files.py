# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the files of papers lie: under random names, in a folder that no address serves."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings

FORMATS = ("pdf", "docx", "odt")
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}


def new_name(ending: str) -> str:
    """A name that nobody guesses."""
    return f"{secrets.token_hex(16)}.{ending}"


def path_of(name: str) -> Path:
    """Where a file lies; its folder is there."""
    folder = Path(settings.MEDIA_ROOT) / "papers"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / Path(name).name


def digest(path: Path) -> str:
    """SHA-256 in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remove(name: str) -> None:
    """Forget a file; a missing one is forgotten already."""
    path_of(name).unlink(missing_ok=True)
