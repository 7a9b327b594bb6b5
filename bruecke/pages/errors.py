# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for what went wrong before any page was reached."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request was not readable, or too large; with the frame of every page, which Django's own leaves out."""
    is_too_large = isinstance(exception, RequestDataTooBig)
    return render(request, "400.html", {"is_too_large": is_too_large}, status=413 if is_too_large else 400)
