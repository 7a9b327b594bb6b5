# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a table over is killed at any moment and goes on where it stopped, without doubling a row."""

import random
import sys
import time
from pathlib import Path

import pytest

from tests.soak.conftest import Installation, killed_until_done

pytestmark = pytest.mark.soak
ROWS = 2000
PREPARED = f"""
from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions.table_check import check_now
from bruecke.intake.actions.tables import read_table_now
from bruecke.intake import files
from bruecke.intake.models import TableImport
text = "Name;Art\\n" + "".join(f"Verein {{n}};Verein\\n" for n in range({ROWS}))
stored, sha256 = files.keep(text.encode(), "x.csv")
table = TableImport.objects.create(target="organisations", file_name="x.csv", stored_name=stored, sha256=sha256)
table = read_table_now(table=table, by=SYSTEM)
table.mapping, table.state = {{"columns": {{"name_de": 0, "kind": 1}}}}, "checking"
table.save()
check_now(table=table, by=SYSTEM)
TableImport.objects.update(state="writing")
"""
WRITTEN = """
from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions.table_write import write_now
from bruecke.intake.models import TableImport
write_now(table=TableImport.objects.get(), by=SYSTEM)
"""
MEASURED = """
from bruecke import models as m
names = list(m.Organisation.objects.values_list("name_de", flat=True))
print(len(names), len(set(names)), m.ImportedRecord.objects.count(), m.Organisation.history.count())
print(m.JournalEntry.objects.filter(record_type="organisation").count(), m.TableImport.objects.get().state)
"""


def test_a_table_killed_again_and_again_is_taken_over_once(
    migrated: Installation, tmp_path: Path, seconds: float, dice: random.Random
) -> None:
    prepared = migrated.copy_to(tmp_path / "prepared")
    prepared.python(PREPARED)
    undisturbed, begun = prepared.copy_to(tmp_path / "undisturbed"), time.monotonic()
    undisturbed.python(WRITTEN)
    usual, until, kills, rounds = time.monotonic() - begun, time.monotonic() + seconds, 0, 0
    command = (sys.executable, "manage.py", "shell", "-v", "0", "-c", WRITTEN)
    while kills == 0 or time.monotonic() < until:
        fresh = prepared.copy_to(tmp_path / f"var{rounds}")
        kills += killed_until_done(fresh, command, usual, until, dice)
        rounds += 1
        if "taken" not in fresh.python(MEASURED):
            fresh.python(WRITTEN)
        assert fresh.python(MEASURED).split() == [*[str(ROWS)] * 5, "taken"]
    sys.stdout.write(f"killed {kills} times in {rounds} tables\n")
