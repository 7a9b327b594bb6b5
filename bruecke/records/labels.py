# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Titles in the reader's language, chosen by the database, so that no model instance is made for a row of a list."""

from typing import TypeVar

from django.db.models import CharField, Expression, Model, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language

from bruecke.base.languages import CONTENT
from bruecke.records.models import RecordQuerySet

M = TypeVar("M", bound=Model)


def rows_of(model: type[M]) -> RecordQuerySet[M]:
    """All rows of `model` without modeltranslation's rewriting of names, which costs a list page as much as its SQL.

    Titles must then be asked for by `label` (or by language, "title_de").
    """
    return RecordQuerySet(model)


def label(*fields: str) -> Expression:
    """The first of the translated `fields` ("lead__name" too) that is filled, the reader's language first.

    Within a language the fields count in the order given. "" where nothing is filled.
    """
    language = get_language() or CONTENT[0]
    order = (language, *(other for other in CONTENT if other != language)) if language in CONTENT else CONTENT
    columns = [NullIf(f"{name}_{code}", Value("")) for code in order for name in fields]
    return Coalesce(*columns, Value(""), output_field=CharField())


def translated(field: str) -> tuple[str, ...]:
    """The columns a translated field is read from, one a language."""
    return tuple(f"{field}_{code}" for code in CONTENT)
