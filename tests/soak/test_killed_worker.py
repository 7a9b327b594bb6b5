# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading and publishing are killed at any moment and go on where they stopped."""

import random
import sys
import time

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
    demonstration: Installation, fresh: Installation, seconds: float, dice: random.Random
) -> None:
    until, kills = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        loading = fresh.start(sys.executable, "manage.py", "demonstration")
        time.sleep(dice.uniform(0.8, 6.0))
        if loading.poll() is not None:
            break
        kill(loading)
        kills += 1
    fresh.manage("demonstration")
    sys.stdout.write(f"killed {kills} times\n")
    assert fresh.python(MEASURED) == demonstration.python(MEASURED)
    assert kills > 0
