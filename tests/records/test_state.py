# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of the database is another one after every write, by whomever."""

from threading import Thread

import pytest
from django.db import connection, transaction

from bruecke.places.models import Place
from bruecke.records.state import database_state
from tests.factories.plan import make_place


def elsewhere(act: object) -> None:
    """Do it on a connection of its own."""

    def run() -> None:
        try:
            act()  # type: ignore[operator]
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_reading_changes_no_state() -> None:
    make_place()
    states = [database_state() for _ in range(3) if Place.objects.count()]
    elsewhere(lambda: list(Place.objects.all()))
    assert states == [database_state()] * 3
    assert states[0] is not None


@pytest.mark.django_db(transaction=True)
def test_every_write_of_this_connection_and_of_another_makes_a_new_state() -> None:
    seen = {database_state()}
    place = make_place()
    seen.add(database_state())
    Place.objects.filter(pk=place.pk).update(name="Anders")
    seen.add(database_state())
    elsewhere(make_place)
    seen.add(database_state())
    elsewhere(lambda: Place.objects.filter(pk=place.pk).update(name="Noch anders"))
    seen.add(database_state())
    Place.objects.all().delete()
    seen.add(database_state())
    assert len(seen) == 6


@pytest.mark.django_db(transaction=True)
def test_what_was_written_while_the_connection_was_closed_makes_a_new_state() -> None:
    before = database_state()
    connection.close()
    elsewhere(make_place)
    assert database_state() != before


@pytest.mark.django_db(transaction=True)
def test_inside_of_a_transaction_there_is_no_state() -> None:
    with transaction.atomic():
        assert database_state() is None
    assert database_state() is not None
