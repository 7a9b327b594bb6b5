# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The main part of a list, made once for all who may see the same and kept until anything is written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.records.state import until_written

MOST = 64
"""Main parts kept for one list: addresses must not fill the memory."""


class KeptMain:
    """A template and what it shows for an address and a reader.

    context(asked, scope): gets the reader without name and user, so that nothing of one person can stand in what is
    kept for others; it may use nothing else of the request. The template may hold no form that posts.
    """

    def __init__(self, template: str, context: Callable[[QueryDict, Principal], Mapping[str, Any]]) -> None:
        self._template = template
        self._context = context
        self._kept = until_written(maxsize=MOST)(self._made)

    def __call__(self, request: HttpRequest) -> SafeString:
        """The main part for the reader of this request; one statement where it is kept."""
        principal: Principal = request.principal  # type: ignore[attr-defined]
        return self._kept(request.GET.urlencode(), scope_of(principal), get_language() or "", timezone.localdate())

    def _made(self, query: str, scope: Principal, _language: str, _day: date) -> SafeString:
        return SafeString(render_to_string(self._template, dict(self._context(QueryDict(query), scope))))
