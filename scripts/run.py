# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Start Brücke on this machine: database, demonstration data, server and task worker, loopback only.

Ctrl-C ends both. Environment: BRUECKE_PORT (8000), BRUECKE_VAR (var/), DATABASE_URL.
"""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
PORT = int(os.environ.get("BRUECKE_PORT", "8000"))
ADDRESS = f"http://127.0.0.1:{PORT}/"
os.environ.setdefault("BRUECKE_DEBUG", "1")
VAR = Path(os.environ.get("BRUECKE_VAR", ROOT / "var"))
MANAGE = [sys.executable, "manage.py"]


def say(text: str) -> None:
    """One line for the person who waits."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def port_is_free() -> bool:
    """Whether nobody answers there yet."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", PORT)) != 0


def mark() -> str:
    """What the prepared state rests on: migrations, assets, demonstration, settings; by name, size and time."""
    folders = ("bruecke/migrations", "bruecke/static", "examples", "config")
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    facts = (f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in paths if path.suffix != ".pyc")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def refuse_spoilt(database: Path) -> None:
    """Exit where the database file is something else, before anything writes to it."""
    if not database.exists():
        return
    with database.open("rb") as file:
        head = file.read(16)
    if head not in {b"", b"SQLite format 3\0"}:
        sys.exit(f"Brücke: {database} is damaged. Put a backup in its place, or move it away to begin anew.")


def prepare() -> None:
    """Database, assets and demonstration, unless nothing changed; always for a database elsewhere."""
    stamp, now = VAR / "prepared", mark()
    database = VAR / "bruecke.sqlite3"
    refuse_spoilt(database)
    if not os.environ.get("DATABASE_URL") and database.exists() and stamp.exists() and stamp.read_text() == now:
        return
    if subprocess.run([*MANAGE, "prepare"], cwd=ROOT, check=False).returncode:
        sys.exit("Brücke: preparing the database failed; see the lines above.")
    stamp.write_text(now)


def start() -> list[subprocess.Popen[bytes]]:
    """The server and the worker."""
    server = [
        str(Path(sys.executable).parent / "granian"),
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(PORT),
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--respawn-failed-workers",
        "--no-access-log",
        "--log-level",
        "warning",
        "config.wsgi:application",
    ]
    worker = [*MANAGE, "db_worker", "--interval", "0.5", "--no-reload", "--verbosity", "0"]
    return [subprocess.Popen(command, cwd=ROOT) for command in (server, worker)]


def wait_until_ready(processes: list[subprocess.Popen[bytes]]) -> None:
    """Until the first page is answered; exits where a process ended before that."""
    for _ in range(600):
        if any(process.poll() is not None for process in processes):
            end(processes)
            sys.exit("Brücke: a process ended while starting; see the lines above.")
        try:
            with urllib.request.urlopen(ADDRESS + "bereit/", timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    end(processes)
    sys.exit("Brücke: the server did not answer within 30 seconds.")


def end(processes: list[subprocess.Popen[bytes]]) -> None:
    """End the two processes we started, and wait for them."""
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in processes:
        try:
            process.wait(timeout=8)
        except subprocess.TimeoutExpired:
            process.kill()


def main() -> None:
    """Prepare, start, announce, wait."""
    started = time.monotonic()
    if not port_is_free():
        sys.exit(f"Brücke: port {PORT} is taken. Another one: BRUECKE_PORT=8001 make run")
    prepare()
    processes = start()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        end(processes)
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    wait_until_ready(processes)
    say(f"\nBrücke läuft (is running): {ADDRESS}   [{time.monotonic() - started:.1f} s]")
    subprocess.run([*MANAGE, "demonstration", "--show"], cwd=ROOT, check=False)
    say("Ende mit Strg-C (stop with Ctrl-C).")
    while all(process.poll() is None for process in processes):
        time.sleep(0.5)
    end(processes)
    sys.exit("Brücke: the server or the worker ended; see the lines above.")


main()
