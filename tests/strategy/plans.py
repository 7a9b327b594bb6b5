# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans of many measures with every visibility, and what each visitor may see of them, said again in plain Python."""

from dataclasses import dataclass
from itertools import cycle, islice

from bruecke.accounts.models import House
from bruecke.accounts.principal import PUBLIC, Principal, Role
from bruecke.actors.models import Organisation
from bruecke.places.models import Place
from bruecke.records.models import Record
from bruecke.strategy.models import (
    Chapter,
    Edition,
    Goal,
    Measure,
    MeasureGoal,
    MeasureKind,
    MeasurePlace,
    Modality,
    OptionState,
)
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure, make_place

LEVELS = ("published", "ministries", "named", "unit")
WHO = ("public", "staff", "named", "unit", "auditor")


@dataclass(frozen=True)
class World:
    """A standing edition of three instruments (the third with two sections), and who looks at it."""

    edition: Edition
    own: House
    chapters: list[Chapter]
    goals: list[Goal]
    houses: list[Organisation]
    places: list[Place]
    measures: list[Measure]
    visitors: dict[str, Principal]


def sees(who: str, record: Record) -> bool:
    """What domain.md says, without the database: the unit's own people are of the named house, too."""
    allowed = {
        "public": {"published"},
        "staff": {"published", "ministries"},
        "named": {"published", "ministries", "named"},
        "unit": {"published", "ministries", "named", "unit"},
        "auditor": set(LEVELS),
    }
    return record.visibility in allowed[who]


def make_world(count: int = 24) -> World:
    """Measures whose properties go round at different lengths, so that every mixture occurs."""
    ministry = make_house("Eigenes Haus")
    unit = make_house("Eigenes Referat", parent=ministry)
    edition = make_edition()
    chapters = [edition.chapters.get(), make_chapter(edition, "II"), make_chapter(edition, "III")]
    chapters += [make_chapter(edition, f"III.{name}", parent=chapters[2], level=2) for name in ("A", "B")]
    own = {"owner": unit}
    goals = [make_goal(edition, visibility=level, **own) for level in (*LEVELS, "published")]
    houses = [make_organisation(visibility=level, **own) for level in (*LEVELS, "published")]
    for record in (goals[2], houses[2]):
        record.named_houses.add(ministry)
    places = [make_place() for _ in range(4)]
    measures = [_measure(n, edition, chapters, houses, own, ministry) for n in range(count)]
    for n, measure in enumerate(measures):
        _link(n, measure, goals, places)
    visitors = {
        "public": PUBLIC,
        "staff": make_principal(Role.LEADERSHIP, house=make_house()),
        "named": make_principal(Role.FOCAL_POINT, house=ministry),
        "unit": make_principal(Role.REPORTER, house=unit),
        "auditor": make_principal(Role.AUDITOR),
    }
    return World(edition, unit, chapters, goals, houses, places, measures, visitors)


def _measure(
    n: int, edition: Edition, chapters: list[Chapter], houses: list[Organisation], own: dict[str, object], named: House
) -> Measure:
    modality = (Modality.OPTION, Modality.OPTION, Modality.INTENTION, Modality.STATEMENT, Modality.OPTION)[n % 5]
    states = (OptionState.OPEN, OptionState.TAKEN_UP, OptionState.NOT_TAKEN_UP)
    measure = make_measure(
        edition,
        chapter=[chapters[0], chapters[3], chapters[4], chapters[2]][n % 4],
        modality=modality,
        option_state=states[n % 3] if modality == Modality.OPTION else OptionState.NONE,
        kind=list(MeasureKind)[n % 7],
        is_continuing=n % 3 == 0,
        lead=houses[n % 5] if n % 6 else None,
        deadline="2030" if n % 7 == 0 else "",
        needs_state_money=("unknown", "yes", "no")[n % 3],
        visibility=LEVELS[(n // 2) % 4],
        **own,
    )
    measure.named_houses.add(named)
    return measure


def _link(n: int, measure: Measure, goals: list[Goal], places: list[Place]) -> None:
    chosen = set(islice(cycle(goals[:4]), n, n + n % 3))
    for goal in chosen:
        MeasureGoal.objects.create(measure=measure, goal=goal)
    measure.goal_count = len(chosen)
    measure.save(update_fields=("goal_count",))
    for place in set(islice(cycle(places[:3]), n, n + n % 2)):
        MeasurePlace.objects.create(measure=measure, place=place, source="person")
