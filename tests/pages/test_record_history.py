# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The acts on a record in words, and which of them can be gone back to."""

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.pages.record_history import versions
from bruecke.records import journal
from bruecke.records.models import JournalEntry
from bruecke.strategy.models import Measure
from tests.factories.plan import make_measure
from tests.pages.reading import read
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_an_act_that_names_no_version_made_the_one_the_next_act_found() -> None:
    entries = [
        JournalEntry(verb="changed", changes={"version": [4, 5], "a": ["x", "y"]}),
        JournalEntry(verb="changed", changes={"version": [3, 4]}),
        JournalEntry(verb="adopted"),
        JournalEntry(verb="created"),
    ]
    found = versions(entries, 5, label=str.upper, in_words=lambda _name, value: value, restore=lambda n: f"/{n}/")
    assert [(act.number, act.is_current, act.restore_href) for act in found] == [
        (5, True, ""), (4, False, "/4/"), (3, False, "/3/"), (None, False, ""),
    ]  # fmt: skip
    assert found[0].changes == [("A", "x", "y")]


def test_who_may_not_change_is_not_led_back() -> None:
    entries = [JournalEntry(verb="changed", changes={"version": [n, n + 1]}) for n in (2, 1)]
    found = versions(entries, 3, label=str, in_words=lambda _name, value: value, restore=None)
    assert [act.restore_href for act in found] == ["", ""]


def test_a_measure_goes_back_to_how_its_edition_brought_it() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure(title="Wie beschlossen", version=2)
    journal.record(measure, verb="adopted", by=SYSTEM)
    address = f"/massnahmen/{measure.pk}/"
    client.post(f"{address}bearbeiten/", opened(client, f"{address}bearbeiten/") | {"title_de": "Anders", "why": "x"})
    assert f'href="{address}stand/2/"' in read(client, address)
    assert client.post(f"{address}stand/2/", {"version": "3", "why": ""}).status_code == 302
    assert Measure.objects.get().title_de == "Wie beschlossen"
