# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are made by an administrator or an invitation; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


def client_ip(request: HttpRequest) -> str:
    """Where a visitor asks from, past as many proxies as the settings trust; sign-in attempts are counted by it."""
    return str(ClosedSignup(request).get_client_ip(request))
