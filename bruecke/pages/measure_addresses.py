# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the list of measures, for pages that lead to a part of it."""

from functools import lru_cache

from django.urls import reverse

from bruecke.strategy.measure_filter import CODED, MeasureFilter

_SPOKEN = {name: {stored: spoken for spoken, stored in values.items()} for name, values in CODED.items()}


@lru_cache(maxsize=4096)
def measures_with(*, strategy: str = "", **wanted: str) -> str:
    """The list narrowed down by parameters of its filter.

    Of a parameter with fixed values the stored value is given (art="create"), of the others the key of the record
    (instrument, ziel: its reference). Raises KeyError for a value that the filter does not know.
    """
    values = {name: (_SPOKEN[name][value] if name in _SPOKEN else value,) for name, value in wanted.items()}
    return reverse("measures") + MeasureFilter(values=values, strategy=strategy).query()
