# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities and what hangs on them, made row by row; partnerships to hang them on."""

from itertools import count

from bruecke.activities.models import Activity, CostItem, CountryEvent, Involvement, ProgrammeItem, Promise
from bruecke.activities.when import parse
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.places.models import Place
from bruecke.strategy.models import BudgetLine, BudgetPeriod
from tests.factories.people import make_organisation
from tests.factories.plan import make_place

_number = count(1)


def make_partnership(name: str = "", **fields: object) -> Partnership:
    """A published active regional partnership with a place of its own."""
    n = next(_number)
    name = name or f"Partnerschaft {n}"
    values: dict[str, object] = {
        "key": f"partner-of-activities-{n}",
        "kind": "regional",
        "name": name,
        "title_sort": name.lower(),
        "state": "active",
        "visibility": "published",
    }
    values["place"] = fields.pop("place", None) or make_place()
    return Partnership.objects.create(**(values | fields))


def make_activity(
    title: str = "",
    *,
    when: str = "12.–14. Mai 2027",
    places: tuple[Place, ...] = (),
    partnerships: tuple[Partnership, ...] = (),
    **fields: object,
) -> Activity:
    """A published planned delegation unless `fields` say otherwise."""
    said = parse(when)
    values: dict[str, object] = {
        "kind": "delegation_out",
        "title": title or f"Vorhaben {next(_number)}",
        "state": "planned",
        "when_in_words": when,
        "starts": said.starts,
        "ends": said.ends,
        "starts_from": said.first,
        "ends_by": said.last,
        "visibility": "published",
    }
    activity = Activity.objects.create(**(values | fields))
    activity.places.set(places)
    activity.partnerships.set(partnerships)
    return activity


def make_involvement(activity: Activity | None = None, role: str = "participant", **fields: object) -> Involvement:
    """A university that takes part unless `fields` say otherwise."""
    if not {"organisation", "person"} & set(fields):
        fields["organisation"] = make_organisation(kind="university")
    return Involvement.objects.create(activity=activity or make_activity(), role=role, **fields)


def make_programme_item(activity: Activity | None = None, **fields: object) -> ProgrammeItem:
    """A point on the activity's first day."""
    activity = activity or make_activity()
    values: dict[str, object] = {"day": activity.starts_from, "at": "09:30", "title": "Gespräch"}
    return ProgrammeItem.objects.create(activity=activity, **(values | fields))


def make_cost_item(activity: Activity | None = None, **fields: object) -> CostItem:
    """A planned cost."""
    values: dict[str, object] = {"title": "Fahrt", "planned_cents": 120_050}
    return CostItem.objects.create(activity=activity or make_activity(), **(values | fields))


def make_promise(text: str = "", **fields: object) -> Promise:
    """A published open promise of ours, from an activity unless `fields` name a partnership."""
    if not {"activity", "partnership"} & set(fields):
        fields["activity"] = make_activity()
    values: dict[str, object] = {
        "text": text or f"Zusage {next(_number)}",
        "direction": "we_owe",
        "visibility": "published",
    }
    return Promise.objects.create(**(values | fields))


def make_event(place: Place | None = None, **fields: object) -> CountryEvent:
    """A published election."""
    values: dict[str, object] = {
        "kind": "election",
        "title": "Wahl",
        "happened_on": "2026-10-04",
        "visibility": "published",
        "place": place or make_place(),
    }
    return CountryEvent.objects.create(**(values | fields))


def make_agreement(partnership: Partnership | None = None, **fields: object) -> Agreement:
    """A published declaration, signed on a day."""
    values: dict[str, object] = {"title": "Gemeinsame Erklärung", "signed_on": "2007-05-14", "visibility": "published"}
    return Agreement.objects.create(partnership=partnership or make_partnership(), **(values | fields))


def make_budget_line(**fields: object) -> BudgetLine:
    """A line of a double budget."""
    period = fields.pop("period", None) or make_budget_period()
    values: dict[str, object] = {"section": "02", "chapter": "0201", "title": "547 01", "visibility": "published"}
    return BudgetLine.objects.create(period=period, **(values | fields))


def make_budget_period(**fields: object) -> BudgetPeriod:
    """A double budget."""
    n = next(_number)
    values: dict[str, object] = {"name": f"Doppelhaushalt {n}", "first_year": 2027, "last_year": 2028}
    values["visibility"] = "published"
    return BudgetPeriod.objects.create(**(values | fields))
