# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on goals, principles, strategies and editions; the verbs are those of records.editing."""

from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.bodies.queries import quoted
from bruecke.places.validity import ends_before_it_starts
from bruecke.records.editing import (
    OF_EVERY_RECORD,
    Fillable,
    Values,
    in_languages,
    no_problems,
    title_problem,
    whichever,
)
from bruecke.records.visibility import Visibility, least_reader
from bruecke.strategy.models import (
    Chapter,
    Edition,
    Goal,
    Principle,
    PrincipleScope,
    Strategy,
    TargetEntry,
    TargetList,
)
from bruecke.strategy.permissions import can_edit_plan

LONGEST_INTERVAL = 240
"""Months between two evaluations of a strategy, at most: twenty years."""


def _goal_problems(goal: Goal, values: Values, by: Principal) -> dict[str, str]:
    return title_problem(values, "title", _("Es fehlt noch der Titel."))


def _principle_problems(principle: Principle, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "title", _("Es fehlt noch der Titel."))
    if values["scope"] != PrincipleScope.CHAPTER:
        return problems
    if not values["chapter_reference"]:
        return problems | {"chapter_reference": _("Es fehlt noch, für welches Instrument der Grundsatz gilt.")}
    chapters = Chapter.objects.filter(edition=principle.edition_id, reference=values["chapter_reference"])
    if not chapters.exists():
        problems["chapter_reference"] = _("Dieses Instrument gibt es in der Fassung nicht.")
    return problems


def _one_scope(values: Values) -> Values:
    """A chapter belongs to a principle only where it governs a chapter."""
    return values if values["scope"] == PrincipleScope.CHAPTER else values | {"chapter_reference": ""}


def _strategy_problems(strategy: Strategy, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    body, interval = values["coordinating_body_id"], values["evaluation_interval_months"]
    if interval is not None and not 1 <= interval <= LONGEST_INTERVAL:
        problems["evaluation_interval_months"] = _("Der Abstand liegt zwischen 1 und %(most)s Monaten.") % {
            "most": LONGEST_INTERVAL
        }
    if body is not None and body != strategy.coordinating_body_id:
        bodies = Organisation.objects.visible_to(by).filter(pk=body, kind=OrganisationKind.BODY)
        if not bodies.exists():
            problems["coordinating_body_id"] = _("Die Umsetzung koordiniert ein Gremium.")
    return problems


def _target_problems(target: TargetList, values: Values, by: Principal) -> dict[str, str]:
    if ends_before_it_starts(values["since"], values["until"]):
        return {"until": _("Das Ende liegt vor dem Anfang.")}
    is_dated = bool(values["since"] or values["until"])
    return {"source": _("Es fehlt noch, wer das sagt.")} if is_dated and not values["source"].strip() else {}


def _edition_problems(edition: Edition, values: Values, by: Principal) -> dict[str, str]:
    if values["adopted_on"] and values["adopted_on"] > timezone.localdate().isoformat():
        return {"adopted_on": _("Dieser Tag liegt in der Zukunft. Festgehalten wird ein Beschluss, der gefasst ist.")}
    quote = quoted(values["decision_id"], principal=SYSTEM)
    if quote is not None and quote.decided_on.isoformat() != values["adopted_on"]:
        return {"adopted_on": _("Der gewählte Beschluss ist von einem anderen Tag.")}
    return {}


def _from_decision(values: Values) -> Values:
    """Reference and day of a recorded decision where they are left empty, as far as all ministries may know of it.

    Who may choose it is asked afterwards.
    """
    quote = quoted(values["decision_id"], principal=least_reader(Visibility.MINISTRIES))
    if quote is None:
        return values
    return values | {
        "adopted_on": values["adopted_on"] or quote.decided_on.isoformat(),
        "decision_reference": values["decision_reference"] or quote.reference,
    }


GOAL: Fillable[Goal] = Fillable(
    (*in_languages("title"), "needs_state_money", *OF_EVERY_RECORD), whichever(can_edit_plan), _goal_problems
)
PRINCIPLE: Fillable[Principle] = Fillable(
    (*in_languages("title"), "scope", "chapter_reference", *OF_EVERY_RECORD),
    whichever(can_edit_plan),
    _principle_problems,
    _one_scope,
)
STRATEGY: Fillable[Strategy] = Fillable(
    (*in_languages("name"), "holder", "coordinating_body_id", "evaluation_interval_months", *OF_EVERY_RECORD),
    whichever(can_edit_plan),
    _strategy_problems,
)
EDITION: Fillable[Edition] = Fillable(
    ("adopted_on", "decision_reference", "decision_id"), whichever(can_edit_plan), _edition_problems, _from_decision
)
TARGET_LIST: Fillable[TargetList] = Fillable(("since", "until", "source"), whichever(can_edit_plan), _target_problems)
"""What the edition says of the list stands; for how long it holds is people's data."""
TARGET_ENTRY: Fillable[TargetEntry] = Fillable(("places",), whichever(can_edit_plan), no_problems)
