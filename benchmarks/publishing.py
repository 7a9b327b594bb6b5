# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing measures while somebody else saves: python -m benchmarks.publishing 5000  (prints JSON)

A second process saves the draft of a form again and again; its longest wait is the write lock it met.
"""

import json
import os
import subprocess
import sys
import time

SAVER = """
import sys, time, django
django.setup()
from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal
from bruecke.records.actions import keep_draft
user = User.objects.create_user(username="saver", email="saver@example.org")
by = Principal(user_id=user.pk, label="saver")
waits = []
print("ready", flush=True)
import select
while not select.select([sys.stdin], [], [], 0.01)[0]:
    started = time.perf_counter()
    keep_draft(by=by, address="/bench/", fields={"n": str(len(waits))})
    waits.append(time.perf_counter() - started)
waits.sort()
print(len(waits), waits[len(waits) // 2] * 1000, waits[int(len(waits) * 0.99)] * 1000, waits[-1] * 1000)
"""


def document(measures: int) -> bytes:
    """A strategy of so many measures in seven chapters, as Markdown."""
    from benchmarks.plans import INSTRUMENTS, title

    parts = ["# Strategie", "", "Ziele sind:", "", *(f"- Ziel {n} der Zusammenarbeit" for n in range(1, 7)), ""]
    share = measures // 7 + 1
    for index, number in enumerate(INSTRUMENTS):
        parts += [f"## {number}) Instrument {number}", "", "Folgende Maßnahmen könnten ergriffen werden:", ""]
        parts += [f"- {title(n)}" for n in range(index * share, min((index + 1) * share, measures))]
        parts.append("")
    return "\n".join(parts).encode()


def run(measures: int) -> dict[str, float]:
    """Seconds of reading and publishing; milliseconds that the other saver waited."""
    from django.core.management import call_command

    from bruecke.accounts.principal import SYSTEM
    from bruecke.intake.actions import accept_all, read_now, store_upload
    from bruecke.intake.actions.publishing import Decision, close_review, publish_now
    from bruecke.strategy.models import Measure

    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    draft = read_now(draft=store_upload(data=document(measures), file_name="plan.md", by=SYSTEM), by=SYSTEM)
    read = time.perf_counter() - started
    accept_all(draft=draft, by=SYSTEM)
    draft = close_review(import_draft=draft, decision=Decision("plan", "Plan"), by=SYSTEM)
    saver = subprocess.Popen([sys.executable, "-c", SAVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert saver.stdout is not None
    saver.stdout.readline()
    started = time.perf_counter()
    publish_now(draft=draft, by=SYSTEM)
    published = time.perf_counter() - started
    answer, _ = saver.communicate("stop\n")
    saves, median, p99, longest = (float(value) for value in answer.split())
    return {
        "measures": Measure.objects.filter(edition__state="adopted").count(),
        "read_s": read,
        "publish_s": published,
        "saves": saves,
        "wait_median_ms": median,
        "wait_p99_ms": p99,
        "wait_longest_ms": longest,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    print(json.dumps(run(int(sys.argv[1]))))
