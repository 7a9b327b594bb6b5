# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of target lists; those of the rest of the plan stand in samples.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from bruecke.strategy.models import TargetEntry, TargetList
from tests.journeys.rooms import Rows, forms_of

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _entry(plan: "Plan") -> TargetEntry:
    """An entry of a target list of the plan's chapter."""
    at = {"edition": plan.chapter.edition, "chapter": plan.chapter, "reference": "II.target"}
    target, _made = TargetList.objects.get_or_create(**at, defaults={"intro": "Zielmärkte sind:"})
    return TargetEntry.objects.get_or_create(target_list=target, position=1, defaults={"wording": "Usbekistan"})[0]


def _list(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_entry(plan).target_list_id, *more])


def _of_entry(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_entry(plan).pk, *more])


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    "target_list_edit": _list("target_list_edit"),
    "target_list_draft": _list("target_list_draft"),
    "target_list_restore": _list("target_list_restore", 1),
    "target_entry_edit": _of_entry("target_entry_edit"),
    "target_entry_draft": _of_entry("target_entry_draft"),
    "target_entry_restore": _of_entry("target_entry_restore", 1),
}
EXCLUDED = {"target_list_draft": "answers POST only", "target_entry_draft": "answers POST only"}
_COORDINATOR = "S F F F P F F"
MATRIX: Rows = {
    **forms_of("target_list", _COORDINATOR, is_new=False),
    **forms_of("target_entry", _COORDINATOR, is_new=False),
}
