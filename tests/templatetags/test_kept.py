# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kept pieces of templates: made once for what they depend on, and never for another language."""

from collections.abc import Callable

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override


def counting() -> Callable[[], int]:
    """A callable for a template that says how often it was asked."""
    asked: list[None] = []

    def ask() -> int:
        asked.append(None)
        return len(asked)

    return ask


def test_a_piece_is_made_once_for_each_value_it_names() -> None:
    template, ask = Template("{% load kept %}{% kept sort %}{{ sort }}{{ ask }}{% endkept %}"), counting()
    sorts = ("a", "b", "a", "b")
    assert [template.render(Context({"sort": sort, "ask": ask})) for sort in sorts] == ["a1", "b2", "a1", "b2"]


def test_a_piece_is_made_for_each_language_though_it_names_nothing() -> None:
    template = Template("{% load kept i18n %}{% kept %}{% translate 'Suchen' %}{% endkept %}")
    shown = []
    for language in ("de", "en", "de"):
        with override(language):
            shown.append(template.render(Context()))
    assert shown == ["Suchen", "Search", "Suchen"]


def test_a_block_cannot_stand_in_a_kept_piece() -> None:
    with pytest.raises(TemplateSyntaxError, match="kept piece"):
        Template("{% load kept %}{% kept %}{% if x %}{% block main %}{% endblock %}{% endif %}{% endkept %}")
