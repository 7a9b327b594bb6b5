# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in pictures, which axe does not measure, are read in both lights and on a phone."""

import pytest

from tests.journeys.conftest import Desk
from tests.journeys.samples import make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_words_of_the_matrix_are_as_dark_and_as_large_as_text(desk: Desk, dark: bool, width: int) -> None:
    make_plan()
    page = desk.page(dark=dark, width=width)
    page.goto("/zusammenhang/")
    label = page.locator(".heatmap .pic-label").first
    ink = page.locator("body").evaluate("body => getComputedStyle(body).color")
    assert label.evaluate("label => getComputedStyle(label).fill") == ink
    assert label.evaluate("label => label.getBoundingClientRect().height") >= 14
