# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make lint`: everything that reads the code without running it. All are run; the exit code is the worst."""

import os
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "--quiet", "."],
    ["lint-imports"],
    ["mypy"],
    ["reuse", "--suppress-deprecation", "lint", "--quiet"],
)


def main() -> None:
    """Each check by its name."""
    failed = []
    # The Django plugin of mypy reads the settings, which want a secret key or DEBUG.
    environment = os.environ | {"BRUECKE_DEBUG": "1"}
    for check in CHECKS:
        sys.stdout.write(f"== {' '.join(check)}\n")
        sys.stdout.flush()
        if subprocess.run([str(BIN / check[0]), *check[1:]], env=environment, check=False).returncode:
            failed.append(check[0])
    if failed:
        sys.exit("lint: failed: " + ", ".join(failed))
    sys.stdout.write("lint: nothing found\n")


main()
