# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks, and what may be kept of the answer."""

import hashlib
from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.defaults import page_not_found

from bruecke.accounts.principal import PUBLIC, Principal
from bruecke.actors.queries import principal_of
from bruecke.pages.signed_out import given_back, written
from bruecke.records.journal import published_version

View = Callable[[HttpRequest], HttpResponse]


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor brought a session; without one nothing is read from the session table."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_personal(request: HttpRequest) -> bool:
    """Whether the answer may be for this visitor only: a session, valid or not, or a message that waits in a cookie."""
    return has_session(request) or "messages" in request.COOKIES


class PolicyMiddleware:
    """The Content-Security-Policy of the settings, the same for every page, so that it is written once; a file that is
    handed out brings a stricter one of its own.

    django-csp writes it; its own middleware does so for every answer anew, for nonces and exceptions that we forbid.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class TextMiddleware:
    """Refuses NUL in what is sent: PostgreSQL keeps none, and not all of it is read by forms, which look themselves.

    An address with one finds nothing; each page sees to that.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    @staticmethod
    def process_view(request: HttpRequest, *_view: object) -> None:
        """Raises SuspiciousOperation, which is answered by the page for a request that is not readable."""
        sent = request.POST.lists() if request.method == "POST" else ()
        if any("\x00" in value for _name, values in sent for value in values):
            raise SuspiciousOperation("NUL in what was sent")


class PrincipalMiddleware:
    """Sets `request.principal`, built when first asked for."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.principal = SimpleLazyObject(lambda: self._principal(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    @staticmethod
    def _principal(request: HttpRequest) -> Principal:
        if not has_session(request) or not request.user.is_authenticated:
            return PUBLIC
        return principal_of(request.user)


class WrittenMiddleware:
    """Gives back what somebody without a session wrote into a form that turned them away: to the sign-in, or because
    there is nothing that the public may know of. Most likely the session ended while they wrote.

    What another site sent (no CSRF token) is never shown, nor what belongs to the sign-in itself.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST" or not self._is_turned_away(request, response):
            return response
        texts = written(request)
        return given_back(request, texts) if texts else response

    @staticmethod
    def _is_turned_away(request: HttpRequest, response: HttpResponse) -> bool:
        page = request.resolver_match
        if page is None or (page.url_name or "").startswith("account_"):
            return False
        is_checked = getattr(request, "csrf_processing_done", False)
        leads_to_sign_in = response.headers.get("Location", "").startswith(resolve_url(settings.LOGIN_URL))
        is_refused = response.status_code in {403, 404} or leads_to_sign_in
        return is_checked and is_refused and request.principal.is_public  # type: ignore[attr-defined]


class NotFoundMiddleware:
    """While DEBUG is on, Django lists all addresses where there is no page; a demonstration says it in our words.

    Innermost, so that the other middleware sees the answer that is sent.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        return page_not_found(request, Http404()) if response.status_code == 404 else response


class CachingMiddleware:
    """Visitors without a session get an ETag before the page is made; everyone else `private, no-store`.

    The ETag is a hash of the published version, release, address, language, kind of request (fragment or page) and
    date, because texts like "since yesterday" change at midnight. This stands outside of whatever may set a cookie on
    the way back (session, CSRF, messages), so that a page with a cookie is never taken for one that everybody may
    keep. A visitor whom a message waits for (its cookie) is answered anew.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_personal(request) or request.method not in {"GET", "HEAD"}:
            return self._keep_private(self.get_response(request))
        # Before the page is made: a change meanwhile makes a newer page under an older tag, never the reverse.
        tag = self._tag(request)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return self._mark(HttpResponseNotModified(), tag)
        response = self.get_response(request)
        if response.status_code == 200 and not response.cookies and "Cache-Control" not in response.headers:
            return self._mark(response, tag)
        return self._keep_private(response)

    @staticmethod
    def _keep_private(response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    @staticmethod
    def _tag(request: HttpRequest) -> str:
        parts = (
            str(published_version()),
            settings.RELEASE,
            request.get_full_path(),
            get_language() or "",
            request.headers.get("HX-Request", ""),
            timezone.localdate().isoformat(),
        )
        digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        return f'W/"{digest[:32]}"'

    @staticmethod
    def _mark(response: HttpResponse, tag: str) -> HttpResponse:
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = "public, no-cache"
        patch_vary_headers(response, ("Cookie", "Accept-Language", "HX-Request"))
        return response
