# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A briefing folder of a busy partnership: python -m benchmarks.papers 500  (prints JSON)

Gathered, set as PDF, Word and ODT as the worker does it; seconds of each, and how large the process and
the one that sets the PDF grew.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


def fill(activities: int, others: int) -> int:
    """A partnership with so many activities of the last five years, and others beside it; its key."""
    from datetime import date, timedelta

    from django.db import transaction

    from bruecke.activities.models import Activity, Promise
    from bruecke.partnerships.models import Partnership
    from bruecke.places.models import Place

    place = Place.objects.create(key="land", name="Land", kind="country")
    partnership = Partnership.objects.create(
        key="region",
        kind="regional",
        name="Region",
        title_sort="region",
        place=place,
        state="active",
        visibility="published",
    )
    last = date(2026, 5, 1)
    days = [last - timedelta(days=n * 1700 // max(activities, 1)) for n in range(activities)]
    days += [last - timedelta(days=n % 3000) for n in range(others)]
    made = [
        Activity(
            kind=("official_visit", "project", "conference", "exchange")[n % 4],
            title=f"Austausch Nummer {n} über Wasserwirtschaft und Strukturwandel",
            state="held",
            starts=day.isoformat(),
            starts_from=day,
            ends_by=day,
            result="Die Gespräche werden fortgesetzt; ein gemeinsamer Antrag wird vorbereitet." if n % 2 else "",
            visibility="published",
        )
        for n, day in enumerate(days)
    ]
    # A filled table for measuring: no history, no journal.
    made = Activity.objects.bulk_create(made, batch_size=1000)
    with transaction.atomic():
        for activity in made[:activities]:
            activity.partnerships.add(partnership)
    for activity in made[:50]:
        Promise.objects.create(activity=activity, direction="we_owe", text="Unterlagen senden", visibility="published")
    return partnership.pk


def run(activities: int, others: int) -> dict[str, float]:
    """Seconds of gathering and of each format; MB of the process."""
    from datetime import date

    from django.core.management import call_command
    from django.utils import timezone

    from bruecke.publish.marking import Marking, in_words, reader_of
    from bruecke.publish.paper import Printed
    from bruecke.publish.report import Order, Subject
    from bruecke.publish.reports import reports
    from bruecke.publish.writers.docx import write_docx
    from bruecke.publish.writers.odt import write_odt
    from bruecke.publish.writers.pdf import write_pdf

    call_command("migrate", verbosity=0)
    subject = Subject("partnership", fill(activities, others))
    marking = Marking()
    order = Order(subject, date(2026, 5, 12), date(2026, 5, 3), "de", reader_of(marking), in_words(marking))
    found: dict[str, float] = {"activities": activities, "others": others}
    printed: list[Printed] = []
    found["gather_s"] = _timed(lambda: printed.append(reports()["briefing"].gather(order)))
    writers: dict[str, Callable[..., None]] = {"pdf": write_pdf, "docx": write_docx, "odt": write_odt}
    with tempfile.TemporaryDirectory() as folder:
        for name, write in writers.items():
            target = Path(folder) / f"paper.{name}"
            found[f"{name}_s"] = _timed(lambda: write(printed[0], target, at=timezone.now()))  # noqa: B023
            found[f"{name}_kb"] = target.stat().st_size / 1000
    found["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["typesetter_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return found


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]))))
