# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and publishing are killed at any moment and go on where they stopped."""

import random
import sys
import time
from pathlib import Path

import pytest

from tests.soak.conftest import Installation, killed_until_done

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
        command = (sys.executable, "manage.py", "demonstration")
        kills += killed_until_done(fresh, command, demonstration.load_seconds, until, dice)
        fresh.manage("demonstration")
        rounds += 1
        assert fresh.python(MEASURED) == undisturbed
    sys.stdout.write(f"killed {kills} times in {rounds} publications\n")
