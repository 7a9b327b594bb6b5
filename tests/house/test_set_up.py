# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of starting is said in words."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)


def said(*command: str, **environment: str) -> tuple[int, str]:
    """Exit code and all that was said."""
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_missing_python_is_named() -> None:
    code, text = said("make", "python", "PYTHON=nowhere-to-be-found")
    assert (code != 0, "Python 3.11, 3.12 or 3.13 is needed and was not found" in text) == (True, True)


def test_a_damaged_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    database = tmp_path / "bruecke.sqlite3"
    database.write_bytes(b"no database at all" * 100)
    code, text = said(sys.executable, "scripts/run.py", BRUECKE_VAR=str(tmp_path), BRUECKE_PORT="8799", DATABASE_URL="")
    assert (code, f"{database} is damaged" in text) == (1, True)
    assert database.read_bytes() == b"no database at all" * 100
