# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be kept of an answer: visitors without a session get a tag, everybody else nothing."""

from datetime import timedelta

import pytest
from django.conf import LazySettings, settings
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, RequestFactory
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM
from bruecke.pages import middleware
from bruecke.pages.context import address
from bruecke.records import journal
from bruecke.records.journal import published_version
from tests.factories.plan import make_edition, make_goal, make_measure

pytestmark = pytest.mark.django_db
PAGE = "/plan/"
PRIVATE = "private, no-store"


def tag(client: Client, path: str = PAGE, **headers: str) -> str:
    """The tag of a page."""
    return str(client.get(path, headers=headers)["ETag"])


def test_visitor_gets_a_tag_and_what_it_depends_on(client: Client) -> None:
    response = client.get(PAGE)
    assert response["ETag"].startswith('W/"')
    assert response["Cache-Control"] == "public, no-cache"
    assert {part.strip() for part in response["Vary"].split(",")} >= {"Cookie", "Accept-Language", "HX-Request"}


def test_unchanged_page_is_answered_without_being_made(client: Client) -> None:
    known = tag(client)
    response = client.get(PAGE, headers={"If-None-Match": known})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", known)
    assert {part.strip() for part in response["Vary"].split(",")} >= {"Cookie", "Accept-Language", "HX-Request"}
    assert response["Cache-Control"] == "public, no-cache"


def test_unchanged_page_takes_one_statement(client: Client, django_assert_num_queries: object) -> None:
    known = tag(client)
    with django_assert_num_queries(1):  # type: ignore[operator]
        client.get(PAGE, headers={"If-None-Match": known})


def test_tag_may_stand_among_others(client: Client) -> None:
    known = tag(client)
    assert client.get(PAGE, headers={"If-None-Match": f'"a", {known}, W/"b"'}).status_code == 304
    assert client.get(PAGE, headers={"If-None-Match": '"a", W/"b"'}).status_code == 200
    assert client.get(PAGE, headers={"If-None-Match": "rubbish"}).status_code == 200


def test_head_is_answered_like_get(client: Client) -> None:
    known = tag(client)
    assert client.head(PAGE)["ETag"] == known
    assert client.head(PAGE, headers={"If-None-Match": known}).status_code == 304


def test_tag_changes_with_whatever_is_recorded(client: Client) -> None:
    edition = make_edition()
    before, version = tag(client), published_version()
    journal.record(make_goal(edition), verb="created", by=SYSTEM)
    assert published_version() > version
    assert tag(client) != before
    assert client.get(PAGE, headers={"If-None-Match": before}).status_code == 200


def test_tag_changes_with_language_kind_of_request_address_release_and_day(
    client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    tags = [
        tag(client),
        tag(client, **{"Accept-Language": "en"}),
        tag(client, **{"HX-Request": "true"}),
        tag(client, f"{PAGE}?x=1"),
        tag(client, "/dokumente/"),
    ]
    settings.RELEASE = "99"
    tags.append(tag(client))
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(middleware.timezone, "localdate", lambda: tomorrow)
    tags.append(tag(client))
    assert len(set(tags)) == len(tags)


def test_language_of_the_cookie_counts_as_that_of_the_browser(client: Client) -> None:
    english = tag(client, **{"Accept-Language": "en"})
    client.cookies["django_language"] = "en"
    assert tag(client) == english


def test_tag_of_one_page_does_not_open_another(client: Client) -> None:
    known = tag(client, "/dokumente/")
    assert client.get(PAGE, headers={"If-None-Match": known}).status_code == 200


def test_signed_in_answers_are_private_even_where_a_tag_is_shown(coordinator_client: Client, client: Client) -> None:
    response = coordinator_client.get(PAGE, headers={"If-None-Match": tag(client)})
    assert (response.status_code, response["Cache-Control"]) == (200, PRIVATE)
    assert "ETag" not in response


def test_visitor_never_gets_the_page_of_somebody_signed_in(coordinator_client: Client, client: Client) -> None:
    measure = make_measure(title="Nur intern", visibility="ministries", goal_count=0)
    known = tag(client, address("measures"))
    assert measure.title in coordinator_client.get(address("measures")).content.decode()
    response = client.get(address("measures"), headers={"If-None-Match": known})
    assert response.status_code == 304
    assert measure.title not in client.get(address("measures")).content.decode()


def test_session_that_is_not_valid_is_answered_privately_as_to_a_visitor(client: Client) -> None:
    make_measure(title="Nur intern", visibility="ministries")
    known = tag(client, address("measures"))
    client.cookies[settings.SESSION_COOKIE_NAME] = "expired-or-invented"
    response = client.get(address("measures"), headers={"If-None-Match": known})
    assert (response.status_code, response["Cache-Control"]) == (200, PRIVATE)
    assert "ETag" not in response
    assert "Nur intern" not in response.content.decode()


def test_session_of_somebody_who_left_is_answered_as_to_a_visitor(coordinator_client: Client) -> None:
    make_measure(title="Nur intern", visibility="ministries")
    coordinator_client.get("/")
    session = coordinator_client.session
    session.flush()
    response = coordinator_client.get(address("measures"))
    assert "Nur intern" not in response.content.decode()
    assert response["Cache-Control"] == PRIVATE


@pytest.mark.parametrize("again", [False, True])
def test_page_with_a_form_token_is_kept_by_nobody(again: bool) -> None:
    client = Client(enforce_csrf_checks=True)
    if again:
        client.get(address("account_login"))
        assert "csrftoken" in client.cookies
    response = client.get(address("account_login"))
    assert "csrftoken" in response.cookies
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response


def test_cookie_set_outside_of_the_view_is_seen() -> None:
    """The session, CSRF and messages middlewares set theirs on the way back, so this one must stand outside of them."""
    order = [name.rsplit(".", 1)[-1] for name in settings.MIDDLEWARE]
    mine = order.index("CachingMiddleware")
    assert order.index("LocaleMiddleware") < mine
    assert all(mine < order.index(f"{name}Middleware") for name in ("Session", "CsrfView", "Message", "Principal"))


def test_page_that_sets_a_cookie_is_not_kept(client: Client) -> None:
    response = client.post("/sprache/", {"language": "en", "next": "/"})
    assert response["Cache-Control"] == PRIVATE
    assert "django_language" in response.cookies


def test_message_that_waits_in_a_cookie_is_shown_and_kept_by_nobody_else(client: Client) -> None:
    request = RequestFactory().get("/")
    known = tag(client)
    client.cookies["messages"] = CookieStorage(request)._encode([Message(25, "Sie sind abgemeldet")])  # type: ignore[attr-defined]
    response = client.get(PAGE, headers={"If-None-Match": known})
    assert response.status_code == 200
    assert "Sie sind abgemeldet" in response.content.decode()
    assert response["Cache-Control"] == PRIVATE


def test_posts_are_never_kept(client: Client) -> None:
    known = tag(client)
    response = client.post(PAGE, headers={"If-None-Match": known})
    assert response.status_code != 304
    assert "ETag" not in response
    assert response["Cache-Control"] == PRIVATE


@pytest.mark.parametrize("path", ["/ziele/999999/", "/gibt-es-nicht/"])
def test_missing_page_gets_no_tag(client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response["Cache-Control"]) == (404, PRIVATE)
    assert "ETag" not in response


def test_page_that_vanished_is_not_answered_as_unchanged(client: Client) -> None:
    goal = make_goal(make_edition())
    path = f"/ziele/{goal.pk}/"
    known = tag(client, path)
    goal.visibility = "ministries"
    goal.save()
    journal.record(goal, verb="changed", by=SYSTEM)
    assert client.get(path, headers={"If-None-Match": known}).status_code == 404


def test_answer_for_monitors_is_never_kept(client: Client) -> None:
    response = client.get("/bereit/")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert "ETag" not in response
