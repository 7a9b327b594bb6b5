# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attempts to sign in are counted by the visitor's address, not by that of the proxy they all come through."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from bruecke.accounts.adapter import client_ip

FORGED = {"HTTP_X_FORWARDED_FOR": "1.2.3.4, 203.0.113.9", "REMOTE_ADDR": "127.0.0.1"}


@pytest.mark.parametrize(("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.9")])
def test_only_what_a_trusted_proxy_said_counts(settings: LazySettings, proxies: int, address: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert client_ip(RequestFactory().get("/konto/login/", **FORGED)) == address


def test_both_counters_ask_the_same_function(settings: LazySettings) -> None:
    assert f"{client_ip.__module__}.{client_ip.__name__}" == settings.AXES_CLIENT_IP_CALLABLE
