# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text recognition of scanned PDFs through the optional extra `ocr` (ocrmypdf with Tesseract's German model)."""

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bruecke.reader import refusals
from bruecke.reader.limits import Limits

LANGUAGE = "deu"
# Exit codes of ocrmypdf (its documentation, "Return code policy").
_OK = 0
_MISSING_DEPENDENCY = 3
_ENCRYPTED = 8


def is_installed() -> bool:
    """Whether the extra is there; Tesseract itself is only known once it is called."""
    return find_spec("ocrmypdf") is not None


def with_text_layer(data: bytes, limits: Limits) -> bytes:
    """The same PDF with recognised text on the pages that have none.

    Raises UnreadableDocument: needs_ocr without Tesseract or its German model, ocr_failed, encrypted, timeout.
    """
    with tempfile.TemporaryDirectory(prefix="bruecke-ocr-") as folder:
        scanned, recognised = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scanned.write_bytes(data)
        command = [sys.executable, "-P", "-m", "ocrmypdf", "--language", LANGUAGE, "--skip-text", "--quiet"]
        command += ["--output-type", "pdf", "--optimize", "0", str(scanned), str(recognised)]
        try:
            code = subprocess.run(command, capture_output=True, timeout=limits.ocr_seconds, check=False).returncode  # noqa: S603
        except subprocess.TimeoutExpired:
            raise refusals.timeout(limits.ocr_seconds) from None
        if code == _MISSING_DEPENDENCY:
            raise refusals.needs_ocr()
        if code == _ENCRYPTED:
            raise refusals.encrypted()
        if code != _OK:
            raise refusals.ocr_failed()
        return recognised.read_bytes()
