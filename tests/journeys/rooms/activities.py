# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities, promises, events in countries."""

from django.urls import reverse

from bruecke.activities.models import Activity
from tests.factories.activities import (
    make_activity,
    make_budget_line,
    make_budget_period,
    make_cost_item,
    make_event,
    make_involvement,
    make_partnership,
    make_plan_approval,
    make_programme_item,
    make_promise,
)
from tests.journeys.rooms import Rows, forms_of, posts_only


def _led(plan, **fields):  # type: ignore[no-untyped-def]
    """An activity that the plan's house leads, with everything its page can show."""
    activity: Activity = make_activity(
        "Reise nach Niederschlesien",
        lead=plan.organisation,
        places=(plan.place,),
        partnerships=(make_partnership(place=plan.place),),
        purpose="Gespräche über den Grenzraum",
        particulars={"with_government": True, "selection_criteria": "Vorhaben vor Ort", "gift_value": 4_500},
        is_invented=True,
        **fields,
    )
    activity.measures.add(plan.measure)
    return activity


def _full(plan):  # type: ignore[no-untyped-def]
    activity = _led(plan)
    make_involvement(activity, "participant", payer="selbst")
    make_involvement(activity, "declined", reason="kein Bezug")
    make_programme_item(activity)
    make_cost_item(activity)
    make_promise(activity=activity, due_on="2026-01-01", responsible=plan.organisation)
    return activity


def _approved(plan):  # type: ignore[no-untyped-def]
    return make_plan_approval(plan.organisation, [_led(plan)])


def _affected(plan):  # type: ignore[no-untyped-def]
    event = make_event(plan.place)
    return [event.pk, "partnership", make_partnership(place=plan.place).pk]


def _of(name, make):  # type: ignore[no-untyped-def]
    return lambda plan: reverse(name, args=[make(plan).pk])


def _version(name, make):  # type: ignore[no-untyped-def]
    return lambda plan: reverse(name, args=[make(plan).pk, 1])


_ROWS = {"involvement": make_involvement, "programme_item": make_programme_item, "cost_item": make_cost_item}
_STEPS = ("plan", "approve", "hold", "cancel", "call")
SAMPLES = {
    "activity": _of("activity", _full),
    "activity_new": lambda plan: reverse("activity_new", args=["foerderprogramm"]),
    "activity_new_draft": lambda plan: reverse("activity_new_draft", args=["messe"]),
    "activity_edit": _of("activity_edit", _led),
    "activity_draft": _of("activity_draft", _led),
    "activity_restore": _version("activity_restore", _led),
    "activity_promise_new": _of("activity_promise_new", _led),
    "activity_promise_new_draft": _of("activity_promise_new_draft", _led),
    "promise": _of("promise", lambda plan: make_promise(activity=_led(plan), due_on="2026-01-01")),
    "promise_edit": _of("promise_edit", lambda plan: make_promise(activity=_led(plan))),
    "promise_draft": _of("promise_draft", lambda plan: make_promise(activity=_led(plan))),
    "promise_restore": _version("promise_restore", lambda plan: make_promise(activity=_led(plan))),
    "promise_settle": _of("promise_settle", lambda plan: make_promise(activity=_led(plan))),
    "budget_period_edit": _of("budget_period_edit", lambda plan: make_budget_period()),
    "budget_period_draft": _of("budget_period_draft", lambda plan: make_budget_period()),
    "budget_period_restore": _version("budget_period_restore", lambda plan: make_budget_period()),
    "budget_line_new": _of("budget_line_new", lambda plan: make_budget_period()),
    "budget_line_new_draft": _of("budget_line_new_draft", lambda plan: make_budget_period()),
    "budget_line_edit": _of("budget_line_edit", lambda plan: make_budget_line()),
    "budget_line_draft": _of("budget_line_draft", lambda plan: make_budget_line()),
    "budget_line_restore": _version("budget_line_restore", lambda plan: make_budget_line()),
    "calendar_private": lambda plan: reverse("calendar_private", args=["no-such-secret"]),
    "country_event": lambda plan: reverse("country_event", args=_affected(plan)[:1]),
    "country_event_edit": _of("country_event_edit", lambda plan: make_event()),
    "country_event_draft": _of("country_event_draft", lambda plan: make_event()),
    "country_event_restore": _version("country_event_restore", lambda plan: make_event()),
    "plan_approval_edit": _of("plan_approval_edit", _approved),
    "plan_approval_draft": _of("plan_approval_draft", _approved),
    "plan_approval_restore": _version("plan_approval_restore", _approved),
    "country_event_review": lambda plan: reverse("country_event_review", args=_affected(plan)),
}
for _step in _STEPS:
    SAMPLES[f"activity_{_step}"] = _of(f"activity_{_step}", _led)
for _name, _make in _ROWS.items():
    SAMPLES[f"{_name}_new"] = _of(f"{_name}_new", _led)
    SAMPLES[f"{_name}_new_draft"] = _of(f"{_name}_new_draft", _led)
    for _end in ("edit", "draft", "remove"):
        SAMPLES[f"{_name}_{_end}"] = _of(f"{_name}_{_end}", lambda plan, _make=_make: _make(_led(plan)))
    SAMPLES[f"{_name}_restore"] = _version(f"{_name}_restore", lambda plan, _make=_make: _make(_led(plan)))

EXCLUDED = {
    "budget_period_draft": "answers POST only",
    "budget_period_new_draft": "answers POST only",
    "budget_line_draft": "answers POST only",
    "budget_line_new_draft": "answers POST only",
    "activities_ics": "for calendar programs; test_calendar reads it",
    "calendar_private": "for calendar programs; test_calendar reads it",
    "calendar_feed_revoke": "answers POST only",
    "activities_xlsx": "a file",
    "activities_ods": "a file",
    "activities_csv": "a file",
    "activity_draft": "answers POST only",
    "activity_new_draft": "answers POST only",
    "activity_promise_new_draft": "answers POST only",
    "promise_draft": "answers POST only",
    "promise_new_draft": "answers POST only",
    "plan_approval_draft": "answers POST only",
    "plan_approval_new_draft": "answers POST only",
    "country_event_draft": "answers POST only",
    "country_event_new_draft": "answers POST only",
} | posts_only(*_ROWS, is_entry=True)

_ALL, _NO_PAGE = "P P P P P P P", "M M M M M M M"
_OWN, _OWN_SENT = "S F F P P F F", "S F F A A F F"
_ANY, _ANY_SENT = "S F P P P F F", "S F A A A F F"
_SIGNED, _SIGNED_SENT = "S P P P P P P", "S A A A A A A"
_READ = ("calendar", "budget", "year_plan", "activities", "activity", "promises", "promise")
_EVENTS = ("country_events", "country_event")
_FILES = ("activities_ics", "activities_csv", "activities_ods", "activities_xlsx")
MATRIX: Rows = dict.fromkeys((*_READ, *_EVENTS, *_FILES), (_ALL, _ALL))
MATRIX |= dict.fromkeys(("activity_choose", "activity_new", "country_event_review"), (_ANY, _ANY_SENT))
MATRIX |= {"activity_new_draft": (_NO_PAGE, _ANY_SENT), "promise_settle": (_OWN, _OWN_SENT)}
MATRIX |= {f"activity_{step}": (_OWN, _OWN_SENT) for step in _STEPS}
MATRIX |= forms_of("activity", _OWN, is_new=False) | forms_of("promise", _ANY) | forms_of("promise", _OWN, is_new=False)
MATRIX |= {name: row for name, row in forms_of("activity_promise", _OWN).items() if "_new" in name}
MATRIX |= {"year_plan_begin": (_ANY, _ANY_SENT)}
MATRIX |= forms_of("budget_period", "S F F F P F F") | forms_of("budget_line", "S F F F P F F")
MATRIX |= forms_of("plan_approval", "S F P P P F F") | forms_of("plan_approval", "S N F P P F N", is_new=False)
MATRIX |= forms_of("country_event", "S F F F P F F")
MATRIX |= {
    "calendar_private": ("N N N N N N N", "N N N N N N N"),
    "calendar_feed": (_SIGNED, _SIGNED_SENT),
    "calendar_feed_revoke": (_NO_PAGE, _SIGNED_SENT),
}
for _name in _ROWS:
    MATRIX |= forms_of(_name, _OWN, is_entry=True)
