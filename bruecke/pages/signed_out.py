# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who is not signed in, or not any more, opens or sends a form."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)

_CODE = re.compile(r"[a-z0-9_.:,=&|-]*")
"""Numbers, keys and choices; what people write looks different."""
_MACHINE = {"csrfmiddlewaretoken", "version", "grundlage", "back", "act"}


def signed_in(
    page: Callable[Concatenate[HttpRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
    """A page for people who are signed in. Asked before any record is looked for, so that the answer tells of none.

    Who opens a form is led to the sign-in and back. Who sends one has lost the session while writing: the answer says
    that nothing was saved, and gives back what was written, because a browser does not keep such pages.
    """

    @wraps(page)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        if not request.principal.is_public:  # type: ignore[attr-defined]
            return page(request, *args, **kwargs)
        if request.method != "POST":
            return redirect_to_login(request.get_full_path())
        return given_back(request, written(request))

    return guarded


def given_back(request: HttpRequest, texts: list[str]) -> HttpResponse:
    """The page that says that nothing was saved, with what was written."""
    return render(request, "signed_out.html", {"written": texts}, status=403)


def written(request: HttpRequest) -> list[str]:
    """What a person wrote into the form that was sent, field by field."""
    lists = (values for name, values in request.POST.lists() if name not in _MACHINE)
    return [value for values in lists for value in values if not _CODE.fullmatch(value)]
