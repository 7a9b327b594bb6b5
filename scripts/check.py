# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make test`: every test on SQLite, and on PostgreSQL too where DATABASE_URL points to one.

ARGS="-k reader" goes to pytest. A missing browser is a message and a skip here, a failure in CI.
"""

import os
import subprocess
import sys


def pytest(database: str, url: str) -> int:
    """One run of the whole suite; returns pytest's exit code."""
    sys.stdout.write(f"\n== Tests on {database} ==\n")
    sys.stdout.flush()
    environment = dict(os.environ)
    environment.pop("DATABASE_URL", None)
    environment.pop("BRUECKE_DEBUG", None)
    if url:
        environment["DATABASE_URL"] = url
    selection = ["-m", "not soak"]
    arguments = os.environ.get("ARGS", "").split()
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", *selection, *arguments],
        env=environment,
        check=False,
    ).returncode


def main() -> None:
    """SQLite first; then PostgreSQL where there is one."""
    codes = [pytest("SQLite", "")]
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith("postgres"):
        codes.append(pytest("PostgreSQL", url))
    else:
        sys.stdout.write("PostgreSQL: not run (set DATABASE_URL=postgres://user@host/name to run it too).\n")
    sys.exit(max(codes))


main()
