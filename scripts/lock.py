# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make lock`: compile the lock files: versions and hashes, never an index address (stack.md)."""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
OPTIONS = (
    "--quiet",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
)


def main() -> None:
    """runtime first: dev is constrained by it."""
    for name in ("runtime", "dev", "ocr", "uv"):
        command = [
            str(Path(sys.executable).parent / "uv"),
            "pip",
            "compile",
            *OPTIONS,
            f"{name}.in",
            "-o",
            f"{name}.lock",
        ]
        subprocess.run(command, cwd=REQUIREMENTS, check=True)


main()
