# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long load and kill runs against 127.0.0.1; bounded by --soak-seconds (300; CI: 20)."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def seconds(request: pytest.FixtureRequest) -> float:
    """How long one run may go on."""
    return float(request.config.getoption("--soak-seconds"))


@pytest.fixture
def dice() -> random.Random:
    """Chance with a seed that a failing run prints."""
    seed = int(os.environ.get("SOAK_SEED", time.time_ns() % 1_000_000))
    sys.stdout.write(f"\nSOAK_SEED={seed}\n")
    return random.Random(seed)


class Installation:
    """A Brücke of its own under a folder: its environment, commands, and processes we end by their id."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.load_seconds = 0.0
        self.environment = os.environ | {"BRUECKE_VAR": str(folder), "BRUECKE_DEBUG": "1"}
        self.environment.pop("DATABASE_URL", None)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """A process of its own group, so that its children end with it."""
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def manage(self, *arguments: str) -> str:
        """A management command that must succeed; what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def python(self, code: str) -> str:
        """What a few lines inside this installation print."""
        return self.manage("shell", "-v", "0", "-c", code).strip()

    def copy_to(self, folder: Path) -> "Installation":
        """The same data, elsewhere."""
        shutil.copytree(self.folder, folder)
        return Installation(folder)


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for the process and its children."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def killed_until_done(
    installation: Installation, command: tuple[str, ...], usual: float, until: float, dice: random.Random
) -> int:
    """Run a command, killed at any moment, until one run ends or time is up; how often it was killed.

    Moments are drawn as shares of the ``usual`` seconds of an undisturbed run, so that a fast machine is killed as
    often as a slow one.
    """
    kills = 0
    while True:
        running = installation.start(*command)
        try:
            running.wait(timeout=dice.uniform(0.15, 0.9) * usual)
            return kills
        except subprocess.TimeoutExpired:
            kill(running)
            kills += 1
        if time.monotonic() >= until:
            return kills


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An empty, migrated installation."""
    installation = Installation(tmp_path_factory.mktemp("empty") / "var")
    installation.manage("migrate", "-v", "0")
    return installation


@pytest.fixture(scope="session")
def demonstration(migrated: Installation, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The demonstration region, loaded without disturbance; its ``load_seconds`` say how long that took."""
    installation = migrated.copy_to(tmp_path_factory.mktemp("demonstration") / "var")
    begun = time.monotonic()
    installation.manage("demonstration")
    installation.load_seconds = time.monotonic() - begun
    return installation
