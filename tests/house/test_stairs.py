# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stairs: imports and foreign keys go downstairs."""

import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
STAIRS = (
    ("pages",),
    ("search",),
    ("publish", "intake"),
    ("inquiries",),
    ("activities",),
    ("partnerships",),
    ("strategy",),
    ("bodies", "clearance"),
    ("actors",),
    ("places", "library"),
    ("records",),
    ("accounts",),
    ("reader",),
    ("base",),
)
STEP = {room: number for number, row in enumerate(reversed(STAIRS)) for room in row}


def room_of(model: type[models.Model]) -> str:
    """The room a model stands in; a historical model stands with what it is the history of."""
    original = getattr(model, "instance_type", model)
    return str(original.__module__).split(".")[1]


def our_models() -> list[type[models.Model]]:
    """All models of the house, histories and automatic link tables included."""
    return list(apps.get_app_config("bruecke").get_models(include_auto_created=True))


def test_imports_go_downstairs() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_room_stands_on_the_stairs() -> None:
    rooms = {path.name for path in (ROOT / "bruecke").iterdir() if (path / "__init__.py").exists()}
    assert rooms - {"migrations", "management", "templatetags", "locale"} == set(STEP)


def test_foreign_keys_go_downstairs() -> None:
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in our_models()
        if not model._meta.auto_created
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and field.related_model._meta.app_label == "bruecke"
        and STEP[room_of(field.related_model)] > STEP[room_of(model)]
    ]
    assert upward == []


def test_foreign_keys_across_a_wall_leave_no_name_behind() -> None:
    named = [
        f"{model.__name__}.{field.name}"
        for model in our_models()
        if not model._meta.auto_created and not hasattr(model, "instance_type")
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and field.related_model._meta.app_label == "bruecke"
        and room_of(field.related_model) != room_of(model)
        and not field.remote_field.hidden
    ]
    assert named == []
