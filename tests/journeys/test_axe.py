# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The measuring itself: a broken page is found."""

import pytest
from playwright.sync_api import Page

from tests.journeys import axe

pytestmark = pytest.mark.browser


def test_axe_finds_a_picture_without_words_and_pale_letters(page: Page) -> None:
    page.goto("/ueber/")
    page.evaluate("""() => {
        const picture = document.createElement("img");
        picture.src = "/static/mark.svg";
        const words = document.createElement("p");
        words.textContent = "blass";
        words.style.color = "#ddd";
        document.querySelector("main").append(picture, words);
    }""")
    rules = {line.split(":")[0] for line in axe.findings(page)}
    assert {"image-alt", "color-contrast"} <= rules
