# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans of any size, made row by row by arithmetic: the same number gives the same plan.

Run in a process of its own (BRUECKE_VAR names where): python -m benchmarks.plans 5000
"""

import os
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bruecke.strategy.models import Measure

THEMES = (
    "Zusammenarbeit",
    "Partnerschaft",
    "Wissenschaft",
    "Kultur",
    "Verkehr",
    "Energie",
    "Bildung",
    "Wirtschaft",
    "Jugend",
    "Katastrophenschutz",
    "Tourismus",
    "Forschung",
    "Wasserstoff",
    "Digitalisierung",
    "Nachbarschaft",
    "Museen",
)
VERBS = ("ausbauen", "fördern", "prüfen", "fortführen", "unterstützen", "erweitern", "entwickeln", "vernetzen")
PLACES = ("Polen", "Tschechien", "Frankreich", "Indien", "Kanada", "Japan", "Ukraine", "Spanien", "Belgien", "Uganda")
INSTRUMENTS = ("I", "II", "III", "IV", "V", "VI", "VII")
BATCH = 500


def title(number: int) -> str:
    """A short title; about a thousand different ones, told apart by the number."""
    first, second = THEMES[number % 16], THEMES[number // 16 % 16]
    return f"{first} und {second} mit {PLACES[number // 7 % 10]} {VERBS[number // 3 % 8]} ({number})"


def batches(total: int) -> Iterator[range]:
    """0..total in stretches of BATCH."""
    numbers = iter(range(total))
    while chunk := list(islice(numbers, BATCH)):
        yield range(chunk[0], chunk[-1] + 1)


def build(total: int) -> None:
    """A strategy with `total` published measures, seven instruments, six goals, ten ministries, ten places."""
    from django.core.management import call_command

    from bruecke.records.statistics import renew_statistics

    call_command("migrate", verbosity=0)
    Maker(total).make()
    call_command("rebuild_search", verbosity=0)
    renew_statistics()


class Maker:
    """Holds the rows that measures point to."""

    def __init__(self, total: int) -> None:
        self.total = total

    def make(self) -> None:
        """Frame, then measures in batches."""
        from bruecke.actors.models import Organisation
        from bruecke.library.models import SourceText
        from bruecke.places.models import Place
        from bruecke.strategy.models import Chapter, Edition, Goal, MeasureList, Strategy

        text = SourceText.objects.create(
            sha256=f"{self.total:064d}", file_name="plan.md", format="markdown", language="de", raw="", repaired=""
        )
        self.strategy = Strategy.objects.create(key="plan", name_de="Plan", visibility="published")
        self.edition = Edition.objects.create(
            strategy=self.strategy, ordinal=1, title="Plan", state="adopted", text=text
        )
        self.text = text
        self.chapters = [
            Chapter.objects.create(edition=self.edition, position=n, reference=r, number=r, title_de=f"Instrument {r}")
            for n, r in enumerate(INSTRUMENTS)
        ]
        self.lists = [
            MeasureList.objects.create(
                edition=self.edition,
                chapter=chapter,
                reference=chapter.reference,
                position=chapter.position,
                intro="Folgende Maßnahmen könnten ergriffen werden:",
                modality="option",
                cue="könnten",
            )
            for chapter in self.chapters
        ]
        self.goals = [
            Goal.objects.create(
                strategy=self.strategy,
                edition=self.edition,
                reference=f"Z{n}",
                position=n,
                title_de=f"Ziel {n}",
                wording=f"Ziel {n}",
                visibility="published",
            )
            for n in range(1, 7)
        ]
        self.houses = [
            Organisation.objects.create(
                key=f"m{n}", kind="ministry", name_de=f"Ministerium {n}", visibility="published"
            )
            for n in range(10)
        ]
        self.places = [Place.objects.create(key=name, kind="country", name_de=name) for name in PLACES]
        for numbers in batches(self.total):
            self._batch(numbers)

    def _batch(self, numbers: range) -> None:
        from bruecke.library.models import Passage
        from bruecke.strategy.models import Measure, MeasureGoal, MeasurePlace, Wording

        passages = Passage.objects.bulk_create(
            Passage(text=self.text, first_line=n + 1, last_line=n + 1, wording=title(n), raw=title(n)) for n in numbers
        )
        measures = Measure.objects.bulk_create(self._measure(n) for n in numbers)
        Wording.objects.bulk_create(
            Wording(
                measure=measure,
                edition=self.edition,
                measure_list=self.lists[n % 7],
                chapter=self.chapters[n % 7],
                reference=measure.reference,
                position=n,
                wording=title(n),
                passage=passage,
                modality=measure.modality,
                kind=measure.kind,
            )
            for n, measure, passage in zip(numbers, measures, passages, strict=True)
        )
        MeasureGoal.objects.bulk_create(
            MeasureGoal(measure=measure, goal=self.goals[n % 6])
            for n, measure in zip(numbers, measures, strict=True)
            if measure.goal_count
        )
        MeasurePlace.objects.bulk_create(
            MeasurePlace(measure=measure, place=self.places[n // 7 % 10], source="wording")
            for n, measure in zip(numbers, measures, strict=True)
        )

    def _measure(self, n: int) -> "Measure":
        from bruecke.base.collation import sort_key
        from bruecke.strategy.models import Measure, MeasureKind, OptionState

        is_option = n % 4 != 0
        states = (OptionState.OPEN, OptionState.TAKEN_UP, OptionState.NOT_TAKEN_UP)
        return Measure(
            strategy=self.strategy,
            edition=self.edition,
            chapter=self.chapters[n % 7],
            reference=f"{INSTRUMENTS[n % 7]}.{n // 7 + 1}",
            position=n,
            title_de=title(n),
            title_sort=sort_key(title(n)),
            modality="option" if is_option else ("intention" if n % 8 else "statement"),
            kind=list(MeasureKind)[n % 13],
            is_continuing=n % 5 == 0,
            lead=self.houses[n % 10] if n % 3 else None,
            option_state=states[n // 4 % 3] if is_option else OptionState.NONE,
            needs_state_money=("unknown", "no", "yes")[n % 3],
            goal_count=1 if n % 2 else 0,
            visibility="published",
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    build(int(sys.argv[1]))
