# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search page: groups, kinds, corrections, marks, and nothing of what the visitor may not see."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.accounts.principal import SYSTEM
from bruecke.records import journal
from bruecke.strategy.models import Edition
from tests.factories.plan import make_document, make_edition, make_measure, make_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    """Two measures, a document and a text."""
    edition = make_edition(text=make_text("Titel", "", "Die Städtepartnerschaften werden gestärkt"))
    first = make_measure(edition, "Städtepartnerschaften ausbauen", internal_note="Geheimsentinel")
    second = make_measure(edition, "Förderung <b>der</b> Jugend")
    journal.record(edition, first, second, make_document("Konzept", status="planned"), verb="created", by=SYSTEM)
    return edition


def page(client: Client, **asked: str) -> str:
    """The HTML of the search page for these parameters."""
    response = client.get("/suche/", asked)
    assert response.status_code == 200
    return response.content.decode()


def test_hits_come_grouped_with_counts_in_words(client: Client, edition: Edition) -> None:
    html = page(client, q="Partnerschaft")
    assert "2 Treffer für „Partnerschaft“: 1 Maßnahme, 1 Stelle im Dokument" in html
    assert html.index('id="art-measure"') < html.index('id="art-passage"')


def test_a_hit_in_the_document_leads_to_its_line(client: Client, edition: Edition) -> None:
    html = page(client, q="gestärkt")
    assert "#z3" in html
    assert "<mark>gestärkt</mark>" in html


def test_the_words_found_are_marked_and_all_else_is_escaped(client: Client, edition: Edition) -> None:
    html = page(client, q="Foerderung")
    assert "<mark>Förderung</mark> &lt;b&gt;der&lt;/b&gt; Jugend" in html


def test_an_option_is_called_an_option(client: Client, edition: Edition) -> None:
    assert '<span class="tag option">Option</span>' in page(client, q="Städtepartnerschaften")


def test_a_planned_document_does_not_look_as_if_it_existed(client: Client, edition: Edition) -> None:
    assert "geplant" in page(client, q="Konzept")


def test_one_kind_alone_keeps_the_counts_of_the_others(client: Client, edition: Edition) -> None:
    html = page(client, q="Partnerschaft", art="passage")
    assert 'id="art-measure"' not in html
    assert 'id="art-passage"' in html
    assert "art=measure" in html


def test_a_slip_is_corrected_and_said(client: Client, edition: Edition) -> None:
    html = page(client, q="Fördrung")
    assert "„Fördrung“ kommt nicht vor. Gesucht wurde nach <strong>„Förderung“</strong>." in html


def test_nothing_found_says_what_to_try(client: Client, edition: Edition) -> None:
    assert "Nichts gefunden für „Quastenflosser“" in page(client, q="Quastenflosser")


def test_an_empty_question_says_what_is_searched(client: Client, edition: Edition) -> None:
    assert "Gesucht wird in Maßnahmen" in page(client)


def test_internal_words_are_found_by_staff_only(client: Client, coordinator_client: Client, edition: Edition) -> None:
    assert "Nichts gefunden" in page(client, q="Geheimsentinel")
    assert b"<option" not in client.get("/suche/vorschlaege/", {"q": "geheims"}).content
    assert "<mark>Geheimsentinel</mark>" in page(coordinator_client, q="Geheimsentinel")
    assert b'value="Geheimsentinel"' in coordinator_client.get("/suche/vorschlaege/", {"q": "geheims"}).content


def test_the_page_makes_as_many_statements_for_one_hit_as_for_fifty(
    client: Client, coordinator_client: Client, edition: Edition, django_assert_max_num_queries: Any
) -> None:
    journal.record(*[make_measure(edition, f"Brücke {n}") for n in range(50)], verb="created", by=SYSTEM)
    for question in ("Brücke", "Jugend", "Brükke Jugent Partnerschaft", "Jugend Konzept Hochschulfilm"):
        with django_assert_max_num_queries(12):
            page(client, q=question)
        with django_assert_max_num_queries(12):
            page(coordinator_client, q=question)


def test_the_pages_of_one_kind_follow_each_other(client: Client, edition: Edition) -> None:
    journal.record(*[make_measure(edition, f"Brücke {n}") for n in range(45)], verb="created", by=SYSTEM)
    html = page(client, q="Brücke", art="measure", nach="20")
    assert "nach=40" in html
    assert 'rel="prev"' in html
    assert html.count('class="name"') == 20


@given(
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=80),
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=12),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
def test_no_address_of_the_search_is_an_error(client: Client, edition: Edition, text: str, other: str) -> None:
    page(client, q=text, art=other, nach=other)
    assert client.get("/suche/vorschlaege/", {"q": text}).status_code == 200
