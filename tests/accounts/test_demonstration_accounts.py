# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts of the demonstration work only while DEBUG is on."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client, override_settings

from bruecke.accounts.principal import SYSTEM
from bruecke.actors.actions import open_account

pytestmark = pytest.mark.django_db
PASSWORD = "ein-langes-passwort"


@pytest.fixture
def signed_in() -> Client:
    """A browser with a session of a demonstration account, begun while DEBUG was on."""
    open_account(email="v@example.org", name="V Orführung", by=SYSTEM, password=PASSWORD, is_demonstration=True)
    client = Client()
    with override_settings(DEBUG=True):
        assert client.login(email="v@example.org", password=PASSWORD)
    return client


@override_settings(DEBUG=False, TESTING=False)
def test_a_demonstration_account_is_refused_where_debug_is_off(signed_in: Client) -> None:
    assert not Client().login(email="v@example.org", password=PASSWORD)


@override_settings(DEBUG=False, TESTING=False)
def test_an_old_session_of_a_demonstration_account_ends_where_debug_is_off(signed_in: Client) -> None:
    assert signed_in.get("/einlesen/").status_code in {302, 403, 404}


@override_settings(DEBUG=False)
def test_the_demonstration_is_not_loaded_where_debug_is_off() -> None:
    with pytest.raises(CommandError, match="BRUECKE_DEBUG"):
        call_command("demonstration")
