# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The web process stays light: what only the task worker needs is never loaded by it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("wordfreq", "simplemma", "ibis", "duckdb", "typst", "vl_convert", "pdfplumber", "bruecke.reader.repair")
PROBE = """
import sys
from config.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
[list(getattr(p, "url_patterns", [])) for p in get_resolver().url_patterns]
print([name for name in %r if name in sys.modules])
"""


def test_the_web_process_imports_nothing_heavy(tmp_path: Path) -> None:
    environment = {**os.environ, "BRUECKE_VAR": str(tmp_path), "BRUECKE_DEBUG": "1"}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", PROBE % (HEAVY,)], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
