# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""People: for the government only."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from bruecke.accounts.principal import Role
from bruecke.actors.models import Post
from tests.factories.actors import make_person
from tests.factories.people import make_user
from tests.journeys.rooms import Rows, forms_of, posts_only


def _of_one(name: str, *more: int) -> Callable[[Any], str]:
    return lambda _plan: reverse(name, args=[make_person().pk, *more])


SAMPLES: dict[str, Callable[[Any], str]] = {
    **{name: _of_one(name) for name in ("person", "person_held", "person_erase", "person_merge")},
    "person_edit": _of_one("person_edit"),
    "person_draft": _of_one("person_draft"),
    "person_restore": _of_one("person_restore", 1),
}
SAMPLES["post_end"] = lambda _plan: reverse("post_end", args=[Post.objects.get(user=make_user(Role.REPORTER)).pk])
EXCLUDED: dict[str, str] = posts_only("person") | {"person_held": "a file"}
MATRIX: Rows = {
    "posts": ("S F P P P P P", "F F P P P P P"),
    "post_new": ("S F P P F F P", "F F P P F F P"),
    "post_end": ("S F F F F F P", "F F F F F F P"),
    "people": ("S F P P P P F", "F F P P P P F"),
    "person": ("S F P P P P F", "F F P P P P F"),
    "person_held": ("S F F F P F F", "F F F F P F F"),
    "person_erase": ("S F F F P F F", "F F F F A F F"),
    "person_merge": ("S F F F P F F", "F F F F A F F"),
    **forms_of("person", "S N F F P F N", is_new=False),
    "person_new": ("S F F F P F F", "F F F F A F F"),
    "person_new_draft": ("M M M M M M M", "F F F F A F F"),
}
