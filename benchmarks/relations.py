# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships, twinnings and activities of any number, made by arithmetic: the same numbers give the same records.

Run in a process of its own (BRUECKE_VAR names where): python -m benchmarks.relations 50000 26000
"""

import os
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.plans import PLACES, THEMES, batches

if TYPE_CHECKING:
    from bruecke.activities.models import Activity
    from bruecke.actors.models import Organisation
    from bruecke.partnerships.models import Partnership
    from bruecke.places.models import Place

KINDS = ("regional", "authority", "sectoral", "network", "school", "academic")
DOINGS = ("delegation_out", "fair", "conference", "project", "exchange", "official_visit")
STATES = ("planned", "approved", "held", "held", "cancelled", "idea")
REGIONS = 60
"""Partnerships that are no twinnings."""
LAST = date(2027, 6, 1)
"""The day of the last activity; the others lie up to ten years before it."""


def build(activities: int, twinnings: int) -> None:
    """So many activities with REGIONS partnerships, and so many municipal twinnings; all published."""
    from django.core.management import call_command

    from bruecke.records.statistics import renew_statistics

    call_command("migrate", verbosity=0)
    _fill(activities, twinnings)
    call_command("rebuild_search", verbosity=0)
    renew_statistics()


def _fill(activities: int, twinnings: int) -> None:
    from bruecke.actors.models import Organisation
    from bruecke.places.models import Place

    countries = [Place.objects.create(key=name.lower(), kind="country", name_de=name) for name in PLACES]
    houses = [
        Organisation.objects.create(key=f"m{n}", kind="ministry", name_de=f"Ministerium {n}", visibility="published")
        for n in range(10)
    ]
    for numbers in batches(REGIONS + twinnings):
        _partners(numbers, countries, houses)
    for numbers in batches(activities):
        _doings(numbers, activities, houses)


def _partners(numbers: range, countries: "list[Place]", houses: "list[Organisation]") -> None:
    """Places, partnerships on them, since when, and an agreement for each third."""
    from bruecke.partnerships.models import Agreement, Partnership, StateChange
    from bruecke.places.models import Place

    places = Place.objects.bulk_create(
        Place(
            key=f"ort-{n}",
            kind="region" if n < REGIONS else "city",
            name_de=f"{THEMES[n % 16]}ort {n}",
            parent=countries[n % 10],
            latitude=-50 + n % 110,
            longitude=-120 + n * 7 % 270,
        )
        for n in numbers
    )
    made = Partnership.objects.bulk_create(
        _partnership(n, place, houses[n % 10]) for n, place in zip(numbers, places, strict=True)
    )
    StateChange.objects.bulk_create(
        StateChange(partnership=row, to_state=row.state, effective_on=row.state_since) for row in made
    )
    Agreement.objects.bulk_create(
        Agreement(
            partnership=row,
            title="Gemeinsame Erklärung",
            signed_on=row.since,
            ends_on="2027",
            visibility="published",
        )
        for row in made[::3]
    )


def _doings(numbers: range, total: int, houses: "list[Organisation]") -> None:
    """Activities with partnership and place, and a promise from each fifth."""
    from bruecke.activities.models import Activity, Promise, links_to
    from bruecke.partnerships.models import Partnership

    regions = list(Partnership.objects.exclude(kind="municipal").order_by("pk"))
    made = Activity.objects.bulk_create(_activity(n, total, houses[n % 10]) for n in numbers)
    held = [(n, row, regions[n % REGIONS]) for n, row in zip(numbers, made, strict=True)]
    partnered, placed = links_to("partnerships").model, links_to("places").model
    partnered.objects.bulk_create(partnered(activity=row, partnership=region) for _n, row, region in held)
    placed.objects.bulk_create(placed(activity=row, place_id=region.place_id) for _n, row, region in held)
    Promise.objects.bulk_create(
        Promise(
            activity=row,
            partnership=region,
            direction=("we_owe", "they_owe")[n % 2],
            text=f"Unterlagen zu {THEMES[n % 16]} senden",
            due_on=row.ends_by + timedelta(days=60),
            visibility="published",
        )
        for n, row, region in held[::5]
    )


def _partnership(n: int, place: "Place", holder: "Organisation") -> "Partnership":
    from bruecke.base.collation import sort_key
    from bruecke.partnerships.models import Partnership

    name = f"{THEMES[n % 16]}{'region' if n < REGIONS else 'stadt'} {n}"
    return Partnership(
        key=f"p-{n}",
        kind=KINDS[n % 6] if n < REGIONS else "municipal",
        name=name,
        title_sort=sort_key(name),
        place=place,
        holder=holder,
        basis="joint_declaration" if n % 3 == 0 else "unknown",
        since=str(1990 + n % 35),
        state="dormant" if n % 7 == 6 else "active",
        state_since=str(1990 + n % 35),
        visibility="published",
    )


def _activity(n: int, total: int, lead: "Organisation") -> "Activity":
    from bruecke.activities.models import Activity

    day = LAST - timedelta(days=n * 3650 // total)
    return Activity(
        kind=DOINGS[n % 6],
        title=f"{THEMES[n % 16]} mit {PLACES[n // 7 % 10]}, Austausch {n}",
        state=STATES[n % 6],
        starts=day.isoformat(),
        starts_from=day,
        ends_by=day + timedelta(days=n % 4),
        lead=lead,
        result="Die Gespräche werden fortgesetzt." if n % 2 else "",
        visibility="published",
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    build(int(sys.argv[1]), int(sys.argv[2]))
