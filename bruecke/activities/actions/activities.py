# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on an activity, and entering a new one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.actions.planning import refusal
from bruecke.activities.kind import FieldType, fields_by_name, kinds
from bruecke.activities.life import PLANNING
from bruecke.activities.models import Activity, ActivityState
from bruecke.activities.permissions import can_edit_activity, can_publish
from bruecke.activities.when import EndsBeforeItStarts, When, parse
from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter, in_languages, title_problem
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility

OWN = "particulars__"
"""Before the name of a kind's own field, in names of ACTIVITY."""


def _settle(values: Values) -> Values:
    """Only the fields of its kind stand, and nothing stands for an empty one."""
    kind = kinds().get(values["kind"])
    known = {OWN + field.name for field in kind.fields} if kind else set()
    own = {
        name: None if value in ("", None, []) or name not in known else value
        for name, value in values.items()
        if name.startswith(OWN)
    }
    return values | own | {"when_in_words": " ".join(values["when_in_words"].split())}


def _when(values: Values) -> When:
    return parse(values["when_in_words"])


def _derived(values: Values) -> Values:
    when = _when(values)
    return {
        "starts": when.starts,
        "ends": when.ends,
        "starts_from": when.first.isoformat(),
        "ends_by": when.last.isoformat(),
    }


def _problems(activity: Activity, values: Values, by: Principal) -> dict[str, str]:
    if values["kind"] not in kinds() or (activity.kind and values["kind"] != activity.kind):
        return {"": _("Die Art eines Vorhabens steht fest. Legen Sie ein neues an, wenn sie nicht stimmt.")}
    problems = title_problem(values, "title", _("Es fehlt noch der Titel."))
    problems |= _when_problem(activity, values) | _own_problems(activity, values, by)
    problems |= _standing_problems(activity, values, by)
    if activity.state == ActivityState.HELD and not values["result"].strip():
        problems["result"] = _("Es fehlt noch das Ergebnis, in ein, zwei Sätzen.")
    return problems or _partnership_problem(activity, values)


def _when_problem(activity: Activity, values: Values) -> dict[str, str]:
    if not values["when_in_words"]:
        return {"when_in_words": _("Es fehlt noch der Termin. Ungefähr genügt: Mai 2027, 2. Halbjahr 2026.")}
    try:
        when = _when(values)
    except EndsBeforeItStarts:
        return {"when_in_words": _("Das Ende liegt vor dem Anfang.")}
    except ValueError:
        return {
            "when_in_words": _(
                "Dieser Termin ist nicht lesbar. Schreiben Sie zum Beispiel 12.–14. Mai 2027, Mai 2027 oder "
                "2. Halbjahr 2026."
            )
        }
    if activity.state == ActivityState.HELD and when.first > timezone.localdate():
        return {"when_in_words": _("Der Termin liegt in der Zukunft; durchgeführt ist erst, was begonnen hat.")}
    return {}


def _own_problems(activity: Activity, values: Values, by: Principal) -> dict[str, str]:
    problems, linked = {}, set()
    for field in kinds()[values["kind"]].fields:
        value = values[OWN + field.name]
        if value is not None and not field.fits(value):
            problems[OWN + field.name] = _("Diese Angabe ist nicht lesbar.")
        elif field.type is FieldType.DOCUMENT and value not in (None, activity.particulars.get(field.name)):
            linked.add((OWN + field.name, value))
    for name, key in linked:
        if not Document.objects.visible_to(by).filter(pk=key).exists():
            problems[name] = _("Ein Eintrag dieser Auswahl ist nicht mehr da.")
    return problems


def _standing_problems(activity: Activity, values: Values, by: Principal) -> dict[str, str]:
    """Who saves must be the one who edits it afterwards; what the public sees, the coordinator releases."""
    problems = {}
    if values["visibility"] == Visibility.PUBLISHED != activity.visibility and not can_publish(by):
        problems["visibility"] = _("Veröffentlichungen gibt die Koordination frei.")
    if by.has(Role.COORDINATOR):
        return problems
    if by.has(Role.FOCAL_POINT, Role.REPORTER):
        leads = Organisation.objects.filter(pk=values["lead_id"], house__in=by.houses)
        is_asked = activity._state.adding or values["lead_id"] != activity.lead_id
        if is_asked and not leads.exists():
            problems["lead_id"] = _("Ein Vorhaben Ihres Hauses steht unter der Federführung Ihres Hauses.")
    elif values["owner_id"] not in by.units:
        problems["owner_id"] = _("Das Vorhaben gehört Ihrem Büro; Sie selbst könnten es sonst nicht mehr bearbeiten.")
    return problems


def _partnership_problem(activity: Activity, values: Values) -> dict[str, str]:
    """Only what is newly planned with a partnership is asked about; what stood before stays editable."""
    if activity.state not in PLANNING:
        return {}
    standing = set(activity.partnerships.values_list("pk", flat=True)) if activity.pk else set()
    added = set(values["partnerships"]) - standing
    sentence = refusal(added, on=_when(values).first) if added else ""
    return {"partnerships": sentence} if sentence else {}


ACTIVITY: Fillable[Activity] = Fillable(
    (
        *in_languages("title"),
        "kind",
        "when_in_words",
        "series_id",
        "lead_id",
        "places",
        "partnerships",
        "measures",
        "themes",
        "session_id",
        "purpose",
        "result",
        *(OWN + name for name in fields_by_name()),
        *OF_EVERY_RECORD,
    ),
    can_edit_activity,
    _problems,
    _settle,
    _derived,
)
BEGINNINGS = (ActivityState.PLANNED, ActivityState.IDEA, ActivityState.HELD)
"""States that a new activity may have; one that is over is entered with its result."""


@transaction.atomic
def enter_activity(
    *, kind: str, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "", is_invented: bool = False
) -> Activity:
    """Enter an activity. fields: names of ACTIVITY, and "state", one of BEGINNINGS (planned where it is not given).

    is_invented: for the demonstration only. Raises NotAllowed, Refused.
    """
    if is_invented and not by.is_system:
        raise NotAllowed
    state = fields.get("state", ActivityState.PLANNED)
    if state not in BEGINNINGS:
        raise Refused({"state": _("So beginnt kein Vorhaben.")})
    values = {name: value for name, value in fields.items() if name != "state"} | {"kind": kind}
    record = Activity(state=state, is_invented=is_invented)
    return enter(record=record, rules=ACTIVITY, fields=values, by=by, why=why, draft=draft)
