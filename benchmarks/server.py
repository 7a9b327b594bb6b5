# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stack's server on a port of its own, two workers; ended by us, by its id."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.load import ask

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def serve(var: Path, port: int, settings: str = "config.settings") -> Iterator[subprocess.Popen[bytes]]:
    """The server while the block runs. Raises RuntimeError where it does not answer within 30 seconds."""
    environment = os.environ | {
        "BRUECKE_VAR": str(var),
        "BRUECKE_SECRET_KEY": "bench",
        "BRUECKE_HOSTS": "127.0.0.1",
        "BRUECKE_DEBUG": "",
        "DJANGO_SETTINGS_MODULE": settings,
    }
    process = subprocess.Popen(
        [
            str(Path(sys.executable).parent / "granian"),
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--workers",
            "2",
            "--blocking-threads",
            "1",
            "--no-access-log",
            "--log-level",
            "error",
            "config.wsgi:application",
        ],
        cwd=ROOT,
        env=environment,
    )
    try:
        _wait(port)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            ask(port, "/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server on port {port}")
