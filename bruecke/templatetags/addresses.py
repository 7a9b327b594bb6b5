# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of records in templates."""

from django import template

from bruecke.pages.context import record_address

register = template.Library()


@register.filter
def page_of(name: str, pk: int) -> str:
    """{{ "goal"|page_of:link.pk }}: what {% url "goal" link.pk %} gives, cheap enough for every link of a record."""
    return record_address(name, pk)
