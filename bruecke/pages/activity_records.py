# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of records of the activities room: forms, rules, what the forms offer, addresses."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.actions.activities import ACTIVITY as ACTIVITY_RULES
from bruecke.activities.actions.activities import OWN, enter_activity
from bruecke.activities.actions.events import EVENT as EVENT_RULES
from bruecke.activities.actions.events import mark_event
from bruecke.activities.actions.promises import PROMISE as PROMISE_RULES
from bruecke.activities.actions.promises import enter_promise
from bruecke.activities.actions.rows import COST_ITEM as COST_RULES
from bruecke.activities.actions.rows import INVOLVEMENT as INVOLVEMENT_RULES
from bruecke.activities.actions.rows import PROGRAMME_ITEM as PROGRAMME_RULES
from bruecke.activities.kind import ActivityKind, FieldType, kind_of
from bruecke.activities.models import (
    ActivityState,
    CostItem,
    Involvement,
    ProgrammeItem,
    Promise,
    PromiseDirection,
)
from bruecke.activities.queries.choices import choices
from bruecke.activities.queries.events import seen_event
from bruecke.activities.queries.promises import seen_promise
from bruecke.activities.queries.rows import seen_cost_item, seen_involvement, seen_programme_item
from bruecke.activities.queries.sheet import seen_activity
from bruecke.pages.activity_forms import (
    CostItemForm,
    EventForm,
    InvolvementForm,
    NewActivityForm,
    ProgrammeItemForm,
    PromiseForm,
    activity_form,
    form_of,
)
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import Choices
from bruecke.pages.record_kind import Above, Kind, own_page
from bruecke.records.visibility import Visibility


def _none(words: str) -> tuple[Any, str]:
    return ("", words)


def _offered(kind: ActivityKind, principal: Principal) -> dict[str, Choices]:
    documents = [OWN + field.name for field in kind.fields if field.type is FieldType.DOCUMENT]
    wanted = ("leads", "places", "partnerships", "measures", "themes", "series", "sessions")
    found = choices(*wanted, *(("documents",) if documents else ()), principal=principal)
    offered: dict[str, Choices] = {name: found[name] for name in ("places", "partnerships", "measures", "themes")}
    offered |= {name: [_none(_("noch keines")), *found["documents"]] for name in documents}
    return offered | {
        "lead_id": [_none(_("noch niemand")), *found["leads"]],
        "series_id": [_none(_("zu keiner")), *found["series"]],
        "session_id": [_none(_("zu keiner")), *found["sessions"]],
    }


def _of_activity(record: Any, principal: Principal) -> dict[str, Choices]:
    return _offered(kind_of(record), principal)


def _of_involvement(record: Any, principal: Principal) -> dict[str, Choices]:
    found = choices("organisations", "people", principal=principal)
    roles: list[tuple[Any, str]] = [(role.value, str(role.label)) for role in kind_of(record.activity).roles]
    return {
        "organisation_id": [_none(_("keine")), *found["organisations"]],
        "person_id": [_none(_("keine")), *found["people"]],
        "role": [("", "–"), *roles],
    }


def _of_cost(record: Any, principal: Principal) -> dict[str, Choices]:
    found = choices("budget_lines", principal=principal)
    return {"budget_line_id": [_none(_("noch keine")), *found["budget_lines"]]}


def _of_promise(record: Any, principal: Principal) -> dict[str, Choices]:
    found = choices("partnerships", "leads", principal=principal)
    return {
        "partnership_id": [_none(_("keine")), *found["partnerships"]],
        "responsible_id": [_none(_("noch niemand")), *found["leads"]],
    }


def _of_event(record: Any, principal: Principal) -> dict[str, Choices]:
    return {"place_id": [("", "–"), *choices("places", principal=principal)["places"]]}


def _page_above(row: Any) -> str:
    return reverse("activity", args=[row.activity_id])


FOLDER = "vorhaben"
ACTIVITY = Kind(
    "activity",
    FOLDER,
    own_page("activity"),
    gettext_lazy("Vorhaben bearbeiten"),
    activity_form,
    ACTIVITY_RULES,
    seen_activity,
    _of_activity,
    back="activities",
)


def new_activity(kind: ActivityKind, principal: Principal) -> Kind:
    """How a new activity of this kind is entered by `principal`, with what is likely already chosen."""
    offered = _offered(kind, principal)
    blank: dict[str, Any] = {"visibility": Visibility.MINISTRIES, "state": ActivityState.PLANNED}
    if principal.has(Role.LIAISON):
        blank["owner_id"] = next(iter(principal.units), None)
    return replace(
        ACTIVITY,
        form=form_of(kind, NewActivityForm),
        enter=partial(enter_activity, kind=kind.name),
        offers=lambda record, who: offered,
        new_title=_("%(kind)s anlegen") % {"kind": kind.label},
        blank=blank,
    )


INVOLVEMENT = Kind(
    "involvement",
    "mitwirkungen",
    _page_above,
    gettext_lazy("Mitwirkung bearbeiten"),
    InvolvementForm,
    INVOLVEMENT_RULES,
    seen_involvement,
    _of_involvement,
    new_title=gettext_lazy("Mitwirkung eintragen"),
    above=Above(FOLDER, seen_activity, Involvement, "activity"),
)
PROGRAMME_ITEM = Kind(
    "programme_item",
    "programmpunkte",
    _page_above,
    gettext_lazy("Programmpunkt bearbeiten"),
    ProgrammeItemForm,
    PROGRAMME_RULES,
    seen_programme_item,
    new_title=gettext_lazy("Programmpunkt eintragen"),
    above=Above(FOLDER, seen_activity, ProgrammeItem, "activity"),
)
COST_ITEM = Kind(
    "cost_item",
    "kostenposten",
    _page_above,
    gettext_lazy("Kostenposten bearbeiten"),
    CostItemForm,
    COST_RULES,
    seen_cost_item,
    _of_cost,
    new_title=gettext_lazy("Kostenposten eintragen"),
    above=Above(FOLDER, seen_activity, CostItem, "activity"),
)
_PROMISE_BLANK = {"visibility": Visibility.MINISTRIES, "direction": PromiseDirection.WE_OWE}
PROMISE = Kind(
    "promise",
    "zusagen",
    own_page("promise"),
    gettext_lazy("Zusage bearbeiten"),
    PromiseForm,
    PROMISE_RULES,
    seen_promise,
    _of_promise,
    enter_promise,
    gettext_lazy("Zusage festhalten"),
    _PROMISE_BLANK,
    back="promises",
)
ACTIVITY_PROMISE = Kind(
    "activity_promise",
    "zusagen",
    lambda promise: own_page("promise")(promise) if promise.pk else _page_above(promise),
    gettext_lazy("Zusage bearbeiten"),
    PromiseForm,
    PROMISE_RULES,
    seen_promise,
    _of_promise,
    new_title=gettext_lazy("Zusage festhalten"),
    blank=_PROMISE_BLANK,
    above=Above(FOLDER, seen_activity, Promise, "activity"),
)
"""A promise entered on the page of its activity; edited as every promise is."""
EVENT = Kind(
    "country_event",
    "ereignisse",
    own_page("country_event"),
    gettext_lazy("Ereignis bearbeiten"),
    EventForm,
    EVENT_RULES,
    seen_event,
    _of_event,
    mark_event,
    gettext_lazy("Ereignis festhalten"),
    {"visibility": Visibility.MINISTRIES, "kind": "other"},
    back="country_events",
)

urlpatterns = [
    *addresses(ACTIVITY),
    *(pattern for kind in (INVOLVEMENT, PROGRAMME_ITEM, COST_ITEM, PROMISE, EVENT) for pattern in addresses(kind)),
    *(pattern for pattern in addresses(ACTIVITY_PROMISE) if "_new" in str(pattern.name)),
]
