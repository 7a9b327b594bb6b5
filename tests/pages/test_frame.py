# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of every page: who is here, where one stands, what it weighs, and that the CSP has nothing to refuse."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from bruecke.accounts.models import User
from bruecke.pages.context import BELOW, FOOTER, NAVIGATION, WORK, frame
from bruecke.pages.urls import urlpatterns
from scripts.assets import FILES, copy

TEMPLATES = Path(__file__).resolve().parents[2] / "bruecke" / "templates"
STATIC = Path(__file__).resolve().parents[2] / "bruecke" / "static"

pytestmark = pytest.mark.django_db


def page(client: Client, address: str = "/ueber/") -> str:
    """The page's HTML."""
    return client.get(address).content.decode()


def test_every_entry_of_the_frame_leads_somewhere() -> None:
    for name, _label in (*NAVIGATION, *WORK, *FOOTER, ("search", ""), ("account_login", "")):
        assert reverse(name)


def test_at_most_six_entries_stand_on_top() -> None:
    assert len(frame("/").entries) <= 6


def test_entry_of_this_page_is_marked_and_the_one_above_it_too() -> None:
    marked = {
        path: [(e.is_current, e.is_section) for e in frame(path).entries if e.is_current or e.is_section]
        for path in ("/", "/plan/", "/dokumente/7/", "/ueber/")
    }
    assert marked == {"/": [(True, False)], "/plan/": [(True, True)], "/dokumente/7/": [(False, True)], "/ueber/": []}


def test_visitor_gets_no_cookie_and_may_keep_the_page(client: Client) -> None:
    response = client.get("/ueber/")
    assert not response.cookies
    assert client.get("/ueber/", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_visitor_is_offered_to_sign_in_but_not_to_sign_up(client: Client) -> None:
    html = page(client)
    assert "/konto/login/?next=/ueber/" in html
    assert "signup" not in html + page(client, "/konto/login/")


def test_nobody_can_sign_up(client: Client) -> None:
    client.post("/konto/signup/", {"email": "wer@example.org", "password1": "Elbe-und-Neisse-26"})
    assert not User.objects.filter(email="wer@example.org").exists()
    assert "Koordination" in page(client, "/konto/signup/")


def test_signed_in_person_sees_the_own_name_and_a_way_out(coordinator_client: Client, coordinator: User) -> None:
    html = page(coordinator_client)
    assert str(coordinator)[:20] in html
    assert 'action="/konto/logout/"' in html


def test_language_changes_without_script_and_stays(client: Client) -> None:
    response = client.post("/sprache/", {"language": "en", "next": "/ueber/"})
    assert (response.status_code, response["Location"]) == (302, "/ueber/")
    assert '<html lang="en">' in page(client)


def test_language_switch_leads_to_no_foreign_site(client: Client) -> None:
    assert client.post("/sprache/", {"language": "en", "next": "https://example.org/"})["Location"] == "/"


def test_banner_of_the_demonstration_stands_only_there(client: Client, settings: LazySettings) -> None:
    assert 'class="demo"' not in page(client)
    settings.DEBUG = True
    assert 'class="demo"' in render_to_string("about.html", request=RequestFactory().get("/ueber/"))


def test_unknown_address_is_answered_in_our_look(client: Client) -> None:
    response = client.get("/gibt-es-nicht/")
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()


def test_form_without_token_is_answered_in_our_look() -> None:
    response = Client(enforce_csrf_checks=True).post("/konto/login/", {"login": "a@example.org", "password": "x"})
    assert response.status_code == 403
    assert "Das Formular ist abgelaufen" in response.content.decode()


def test_error_page_needs_nothing_but_itself() -> None:
    assert "Something went wrong" in render_to_string("500.html")


def test_cold_first_page_weighs_less_than_ninety_kilobytes(client: Client) -> None:
    html = page(client, "/galerie/")
    names = set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', html)) | {"django_htmx/htmx-2.min.js"}
    weights = {name: len(gzip.compress(_static(name))) for name in names} | {"page": len(gzip.compress(html.encode()))}
    assert len(names) >= 5
    assert sum(weights.values()) <= 90_000, weights


def _static(name: str) -> bytes:
    path = finders.find(name)
    assert isinstance(path, str), f"{name} is missing: run make assets"
    return Path(path).read_bytes()


def test_css_names_only_files_that_are_there() -> None:
    css = STATIC / "css" / "bruecke.css"
    named = re.findall(r'url\("([^"]+)"\)', css.read_text("utf-8"))
    assert named
    assert [name for name in named if not (css.parent / name).is_file()] == []


@pytest.mark.parametrize("address", ["/", "/konto/login/", "/gibt-es-nicht/"])
def test_every_answer_says_that_only_our_own_scripts_and_styles_run(client: Client, address: str) -> None:
    policy = dict(part.strip().split(" ", 1) for part in client.get(address)["Content-Security-Policy"].split(";"))
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'",) * 3
    assert (policy["script-src"], policy["style-src"], policy["form-action"]) == ("'self'",) * 3


def test_templates_hold_nothing_the_csp_refuses() -> None:
    refused = re.compile(r"<style|\sstyle=|\son\w+=\"|<script(?![^>]*\bsrc=)|javascript:")
    found = [path.name for path in TEMPLATES.rglob("*.html") if refused.search(path.read_text("utf-8"))]
    assert found == []


def test_assets_are_copied_once_and_missing_ones_named(tmp_path: Path) -> None:
    modules = Path(__file__).resolve().parents[2] / "node_modules"
    if not modules.is_dir():
        pytest.skip("node_modules is missing: run npm ci")
    assert len(copy(modules, tmp_path)) == len(FILES)
    assert copy(modules, tmp_path) == []
    with pytest.raises(FileNotFoundError, match=r"kern\.min\.css"):
        copy(tmp_path / "nowhere", tmp_path)


def test_page_of_a_record_marks_the_entry_it_is_reached_by() -> None:
    marked = {path: [e.href for e in frame(path).entries if e.is_section] for path in ("/ziele/1/", "/orte/2/")}
    assert marked == {"/ziele/1/": ["/plan/"], "/orte/2/": ["/wer-und-wo/"]}
    assert [e.href for e in frame("/dokument/3/original/").entries if e.is_section] == ["/plan/"]


def test_every_folder_below_an_entry_is_an_address_of_ours() -> None:
    folders = {str(pattern.pattern).partition("/")[0] for pattern in urlpatterns}
    assert set(BELOW) <= folders


def test_demonstration_says_in_our_look_that_there_is_no_page(client: Client, settings: LazySettings) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "bruecke.pages.middleware.NotFoundMiddleware"]
    settings.DEBUG = True
    response = client.get("/gibt-es-nicht/")
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()
