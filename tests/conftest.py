# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fixtures of all tests: the real database, real files, real people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from tests.factories.people import make_user


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long a soak run may go on."""
    parser.addoption("--soak-seconds", type=float, default=300.0, help="seconds of one soak run (make soak)")


SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder with the real documents and data, beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real documents is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Every test begins in German: a request in English leaves its language behind in the thread."""
    translation.activate("de")
    yield
    translation.deactivate()


@pytest.fixture
def coordinator(db: None) -> User:
    """Somebody of the state chancellery's coordination."""
    return make_user(Role.COORDINATOR)


@pytest.fixture
def coordinator_client(coordinator: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(coordinator, backend="bruecke.accounts.backends.EmailBackend")
    return client
