# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actually happens: activities of every kind, who takes part, what they cost; promises; events in countries."""

from bruecke.activities.models.activity import Activity, ActivitySeries, ActivityState, links_to
from bruecke.activities.models.event import CountryEvent, CountryEventKind, EventReview
from bruecke.activities.models.feed import CalendarFeed
from bruecke.activities.models.plan_approval import PlanApproval
from bruecke.activities.models.promise import Promise, PromiseDirection, PromiseState
from bruecke.activities.models.rows import CostItem, Involvement, InvolvementRole, ProgrammeItem

__all__ = [
    "Activity",
    "ActivitySeries",
    "ActivityState",
    "CalendarFeed",
    "CostItem",
    "CountryEvent",
    "CountryEventKind",
    "EventReview",
    "Involvement",
    "InvolvementRole",
    "PlanApproval",
    "ProgrammeItem",
    "Promise",
    "PromiseDirection",
    "PromiseState",
    "links_to",
]
