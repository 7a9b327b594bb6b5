# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities of a region: series of events from its strategy (R33), and for the demonstration an invented year."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.activities import OWN, enter_activity
from bruecke.activities.actions.promises import enter_promise
from bruecke.activities.actions.rows import COST_ITEM, INVOLVEMENT, PROGRAMME_ITEM
from bruecke.activities.actions.stages import approve_activity, cancel_activity
from bruecke.activities.kind import FieldType, fields_by_name
from bruecke.activities.models import Activity, ActivitySeries, CostItem, Involvement, ProgrammeItem
from bruecke.actors.models import Organisation
from bruecke.base.languages import CONTENT
from bruecke.intake.invented import Row, cents, day_of, read_invented, when_of
from bruecke.intake.region_files import in_languages
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place
from bruecke.records import journal
from bruecke.records.editing import enter, free_key
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import Edition, Measure


@transaction.atomic
def open_series(edition: Edition, *, by: Principal) -> None:
    """A series for each measure that is one (R33), under its title; those that are there stay as they are."""
    present = set(ActivitySeries.objects.filter(measure__isnull=False).values_list("measure_id", flat=True))
    for measure in Measure.objects.filter(edition=edition, is_event_series=True).exclude(pk__in=present):
        names = {f"name_{language}": getattr(measure, f"title_{language}") for language in CONTENT}
        key = free_key(ActivitySeries, measure.title)
        series = ActivitySeries(key=key, measure=measure, visibility=Visibility.PUBLISHED, **names)
        series.save()
        journal.record(series, verb="created", by=by)


class _Keys:
    """Keys of what the file names, by the name it has there."""

    def __init__(self, edition: Edition) -> None:
        self.organisations = dict(Organisation.objects.values_list("key", "pk"))
        self.places = dict(Place.objects.values_list("key", "pk"))
        self.partnerships = dict(Partnership.objects.values_list("key", "pk"))
        self.measures = dict(Measure.objects.filter(edition=edition).values_list("reference", "pk"))
        self.series = dict(ActivitySeries.objects.values_list("measure__reference", "pk"))


@transaction.atomic
def invent_year(edition: Edition, folder: Path, *, by: Principal) -> None:
    """Enter the invented activities of `folder` once; each is marked as invented. by: the system alone may."""
    if Activity.objects.filter(is_invented=True).exists():
        return
    keys, today = _Keys(edition), timezone.localdate()
    activities, promises = read_invented(folder)
    for row in activities:
        _invent(row, keys, today, by)
    for row in promises:
        # Without the partnership there is nothing the promise could belong to.
        if row["partnership"] in keys.partnerships:
            _promise(row, keys, today, by, None)


def _invent(row: Row, keys: _Keys, today: date, by: Principal) -> None:
    activity = enter_activity(kind=row["kind"], fields=_fields(row, keys, today), by=by, is_invented=True)
    for given in row.get("involvements", ()):
        fields = {"organisation_id": keys.organisations[given["organisation"]], "role": given["role"]}
        fields |= {name: given.get(name, "") for name in ("payer", "reason")}
        enter(record=Involvement(activity=activity), rules=INVOLVEMENT, fields=fields, by=by)
    for given in row.get("programme", ()):
        fields = {"day": day_of(row, given["day"], today).isoformat(), "at": given.get("at")}
        fields |= {name: given.get(name, "") for name in ("title", "venue", "with_whom")}
        enter(record=ProgrammeItem(activity=activity), rules=PROGRAMME_ITEM, fields=fields, by=by)
    for given in row.get("costs", ()):
        fields = {name: given.get(name, "") for name in ("title", "payer")}
        fields |= {f"{name}_cents": cents(given.get(name)) for name in ("planned", "actual")}
        enter(record=CostItem(activity=activity), rules=COST_ITEM, fields=fields, by=by)
    for given in row.get("promises", ()):
        _promise(given, keys, today, by, activity)
    _finish(activity, row, by)


def _fields(row: Row, keys: _Keys, today: date) -> dict[str, Any]:
    state = row["state"]
    fields: dict[str, Any] = in_languages("title", row["title"]) | {
        "when_in_words": when_of(row, today),
        "state": state if state in ("idea", "held") else "planned",
        "visibility": row["visibility"],
        "lead_id": keys.organisations[row["lead"]],
        "places": [keys.places[name] for name in row.get("places", ())],
        "partnerships": [keys.partnerships[name] for name in row.get("partnerships", ()) if name in keys.partnerships],
        "measures": [keys.measures[name] for name in row.get("measures", ())],
        "series_id": keys.series[row["series"]] if "series" in row else None,
        "purpose": row.get("purpose", ""),
        "result": row.get("result", ""),
    }
    own = {OWN + name: _own(name, value) for name, value in row.get("own", {}).items()}
    if "call" in row:
        own[f"{OWN}call_until"] = (today + timedelta(days=row["call"]["closes"])).isoformat()
    return fields | own


def _own(name: str, value: Any) -> Any:
    """Amounts of the file are euro."""
    field = fields_by_name()[name]
    if field.type is FieldType.MONEY:
        return cents(value)
    if field.type is FieldType.YEARS:
        return [[year, *_numbers(cells, field.columns)] for year, *cells in value]
    return value


def _numbers(cells: list[Any], columns: Any) -> list[Any]:
    return [cents(cell) if is_cents else cell for cell, (_label, is_cents) in zip(cells, columns, strict=True)]


def _promise(row: Row, keys: _Keys, today: date, by: Principal, activity: Activity | None) -> None:
    fields = {
        "direction": row["direction"],
        "text": row["text"],
        "partnership_id": keys.partnerships.get(row.get("partnership", "")),
        "responsible_id": keys.organisations[row["responsible"]],
        "counterpart": row["counterpart"],
        "due_on": (today + timedelta(days=row["due"])).isoformat(),
        "internal_note": "Für die Vorführung erfunden",
    }
    enter_promise(fields=fields, by=by, activity=activity)


def _finish(activity: Activity, row: Row, by: Principal) -> None:
    """The last step of its life."""
    if row["state"] == "approved":
        approve_activity(activity=activity, expected=activity.version, approval="für die Vorführung erfunden", by=by)
    if row["state"] == "cancelled":
        cancel_activity(activity=activity, expected=activity.version, why=row["why"], by=by)
