# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists kept for all who may see the same: every write is seen, and nobody is shown what was made for others."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import Role
from tests.factories.activities import make_activity, make_promise
from tests.factories.partnerships import make_partnership
from tests.pages.reading import read
from tests.pages.test_measure_edit import browser

pytestmark = pytest.mark.django_db(transaction=True)


def test_second_visitor_of_a_list_costs_no_statement_on_its_records() -> None:
    make_partnership("Hinterland")
    for page, table in (("/partner/", "bruecke_partnership"), ("/vorhaben/", "bruecke_activity")):
        read(Client(), page)
        with CaptureQueriesContext(connection) as captured:
            read(Client(), page)
        assert [query["sql"] for query in captured if f'FROM "{table}"' in query["sql"]] == []


def test_what_was_written_stands_in_the_next_answer() -> None:
    make_partnership("Hinterland")
    assert "Oberland" not in read(Client(), "/partner/")
    partnership = make_partnership("Oberland")
    assert "Oberland" in read(Client(), "/partner/")
    partnership.visibility = "ministries"
    partnership.save()
    assert "Oberland" not in read(Client(), "/partner/")
    assert "Bergbau" not in read(Client(), "/vorhaben/") + read(Client(), "/zusagen/")
    make_promise("Bergbau zeigen", activity=make_activity("Bergbaureise"))
    assert "Bergbaureise" in read(Client(), "/vorhaben/")
    assert "Bergbau zeigen" in read(Client(), "/zusagen/")


def test_what_is_kept_for_the_government_is_not_shown_to_the_public() -> None:
    hidden = make_activity("Geheimreise", partnerships=(make_partnership("Geheimland", visibility="ministries"),))
    hidden.visibility = "ministries"
    hidden.save()
    staff = browser(Role.COORDINATOR)
    for page in ("/partner/", "/vorhaben/"):
        assert "Geheim" in read(staff, page)
        assert "Geheim" not in read(Client(), page)
        assert "Geheim" in read(staff, page)


def test_list_is_kept_for_each_language_by_itself() -> None:
    make_partnership("Hinterland")
    german, english = Client(), Client()
    english.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Partnerschaft" in read(german, "/partner/")
    assert "1 partnership" in read(english, "/partner/")
    assert "1 partnership" not in read(german, "/partner/")


def test_sheet_is_seen_as_it_was_last_written() -> None:
    partnership = make_partnership("Hinterland")
    assert "Wasserwirtschaft" not in read(Client(), f"/partner/{partnership.pk}/")
    activity = make_activity("Wasserwirtschaft", partnerships=(partnership,))
    assert "Wasserwirtschaft" in read(Client(), f"/partner/{partnership.pk}/")
    assert "Frist Ende Mai" not in read(Client(), f"/vorhaben/{activity.pk}/")
    make_promise("Frist Ende Mai", activity=activity)
    assert "Frist Ende Mai" in read(Client(), f"/vorhaben/{activity.pk}/")
