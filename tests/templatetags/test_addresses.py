# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of records in templates are those of the pages."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from bruecke.pages.context import record_address


@pytest.mark.parametrize("name", ["measure", "goal", "place", "organisation", "edition_document", "measure_edit"])
def test_a_records_address_is_the_one_that_django_gives(name: str) -> None:
    assert record_address(name, 2147483648) == reverse(name, args=[2147483648])
    shown = Template("{% load addresses %}{{ name|page_of:pk }}").render(Context({"name": name, "pk": 7}))
    assert shown == reverse(name, args=[7])


def test_a_page_that_does_not_exist_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        record_address("nowhere", 7)
