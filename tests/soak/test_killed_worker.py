# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and publishing are killed at any moment and go on where they stopped."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.soak.conftest import Installation, kill

pytestmark = pytest.mark.soak
MEASURED = """
from bruecke import models as m
kept = (
    "Goal", "Chapter", "MeasureList", "Measure", "Wording", "Part", "Example", "Check", "Principle", "TargetList",
    "TargetEntry", "Footnote", "Place", "Organisation", "Document", "MeasurePlace", "MeasureActor",
    "MeasureDocument", "Citation", "Passage",
)
print({name: getattr(m, name).objects.count() for name in kept})
print(sorted(m.Measure.objects.values_list("reference", "title_de", "title_en", "modality", "kind", "visibility")))
print(sorted(m.Edition.objects.values_list("state", "ordinal")))
"""


def test_a_publication_killed_again_and_again_ends_as_if_undisturbed(
    demonstration: Installation, migrated: Installation, tmp_path: Path, seconds: float, dice: random.Random
) -> None:
    undisturbed = demonstration.python(MEASURED)
    until, kills, rounds = time.monotonic() + seconds, 0, 0
    while kills == 0 or time.monotonic() < until:
        fresh = migrated.copy_to(tmp_path / f"var{rounds}")
        kills += killed_until_done(fresh, demonstration.load_seconds, until, dice)
        rounds += 1
        assert fresh.python(MEASURED) == undisturbed
    sys.stdout.write(f"killed {kills} times in {rounds} publications\n")


def killed_until_done(fresh: Installation, usual: float, until: float, dice: random.Random) -> int:
    """Load the demonstration, killed at any moment, until one load ends or time is up; how often it was killed.

    Moments are drawn as shares of the ``usual`` seconds of an undisturbed load, so that a fast machine is killed as
    often as a slow one.
    """
    kills = 0
    while True:
        loading = fresh.start(sys.executable, "manage.py", "demonstration")
        try:
            loading.wait(timeout=dice.uniform(0.15, 0.9) * usual)
            break
        except subprocess.TimeoutExpired:
            kill(loading)
            kills += 1
        if time.monotonic() >= until:
            break
    fresh.manage("demonstration")
    return kills
