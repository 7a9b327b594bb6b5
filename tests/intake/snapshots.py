# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that is in the database, in a form that can be compared."""

import re
from typing import Any

from django.apps import apps

MOMENTS = {
    "at",
    "created_at",
    "updated_at",
    "published_at",
    "recorded_at",
    "history_date",
    "ended_at",
    "date_joined",
    "stored_name",
    "place",
}


def snapshot() -> dict[str, list[tuple[Any, ...]]]:
    """Rows by model, whole; nothing may differ."""
    return {model.__name__: sorted(model._default_manager.values_list(), key=str) for model in _models()}


def plain() -> dict[str, list[tuple[str, ...]]]:
    """Rows by model without keys, moments and what counts up: what two ways to the same end must agree on."""
    found = {}
    for model in _models():
        if model.__name__.startswith("Historical") or model.__name__ in NOT_THE_PLAN:
            continue
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if not field.is_relation
            and not field.primary_key
            and field.attname not in MOMENTS | {"version", "record_id"}
        ]
        rows = model._default_manager.values_list(*names) if names else []
        found[model.__name__] = sorted(tuple(map(_in_words, names, row)) for row in rows)
    return found


def _in_words(name: str, value: object) -> str:
    """Tables drawn for an inquiry name records by their keys, which differ from try to try."""
    return re.sub(r"\d+", "0", str(value)) if name == "drawn" else str(value)


NOT_THE_PLAN = {"JournalEntry", "Job", "PublishedVersion", "ReviewStep", "User", "Stale"}
"""How often was tried is told there, and passwords are salted."""


def _models() -> list[Any]:
    return list(apps.get_app_config("bruecke").get_models(include_auto_created=True))
