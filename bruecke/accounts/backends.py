# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may sign in."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from bruecke.accounts.models import User


class EmailBackend(AuthenticationBackend):
    """Sign-in by e-mail address and password; accounts of the demonstration are refused wherever DEBUG is off."""

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Asked at sign-in and again for every session's user, so an old session ends too."""
        if isinstance(user, User) and user.is_demonstration and not (settings.DEBUG or settings.TESTING):
            return False
        return bool(super().user_can_authenticate(user))
