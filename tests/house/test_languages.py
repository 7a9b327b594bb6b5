# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Complete English, German that libraries do not spoil: catalogues, and every page as it is read."""

import os
import re
import shutil
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.apps import apps
from django.core import mail
from django.db import models
from django.test import Client
from django.urls import reverse

from bruecke.accounts.models import User
from tests.factories.people import make_user
from tests.journeys.samples import address_of, make_plan, visited_addresses

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "bruecke" / "locale").glob("*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr%]|\{\w*\}|</?\w+[^>]*>")
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
EVERYDAY = frozenset(
    re.findall(r"\w+", "und oder nicht keine ist sind wird werden mit für von dem den das der die auf aus bei")
)
"""German that must not stand on an English page, besides the words of our own texts."""
DU = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?)\b")
SECRET = re.compile(r"[A-Z2-7]{32}")
"""The key of an authenticator app, another one on every page."""
SPOKEN = ("title", "alt", "placeholder", "aria-label", "data-label", "content")


@pytest.fixture(scope="module")
def messages() -> object:
    """scripts/messages.py, whose collecting and compiling are under test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        return import_module("messages")


def read(path: Path) -> Catalog:
    """A catalogue."""
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        return read_po(source, locale=path.parent.parent.name)


def texts(message: Message) -> list[tuple[str, str]]:
    """(original, translation), of a plural both forms."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string, strict=True))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_text_is_translated_and_none_is_a_guess(path: Path) -> None:
    known = [message for message in read(path) if message.id]
    assert len(known) > 50
    assert [message.id for message in known if message.fuzzy] == []
    assert [source for message in known for source, words in texts(message) if not words.strip()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_translations_keep_placeholders_and_markup(path: Path) -> None:
    differing = [
        (source, words)
        for message in read(path)
        if message.id
        for source, words in texts(message)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(words))
    ]
    assert differing == []


def test_collecting_again_finds_no_new_text(messages: object, tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        if os.environ.get("CI"):
            pytest.fail("xgettext is missing: install gettext")
        pytest.skip("xgettext is not installed; CI runs this")
    house = tmp_path / "bruecke"
    shutil.copytree(ROOT / "bruecke", house, ignore=shutil.ignore_patterns("static", "__pycache__", "*.mo"))
    messages.collect(house)  # type: ignore[attr-defined]
    kept = Path("locale", "en", "LC_MESSAGES", "django.po")
    assert names(read(house / kept)) == names(read(ROOT / "bruecke" / kept)), "run `make messages` and translate"


def names(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """What a catalogue holds: (context, original)."""
    return {(message.context, texts(message)[0][0]) for message in catalogue if message.id}


def test_texts_are_marked_with_names_that_collecting_knows() -> None:
    aliases = {
        f"{path.relative_to(ROOT)}: {alias}"
        for path in (ROOT / "bruecke").rglob("*.py")
        for alias in re.findall(r"import .*gettext\w* as (\w+)", path.read_text(encoding="utf-8"))
        if alias != "_"
    }
    assert aliases == set(), "xgettext does not know these names and leaves their texts out"


class Visible(HTMLParser):
    """Texts and spoken attributes of a page, without what is marked as another language than the page."""

    VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.found: list[str] = []
        self._outside = [False]
        self._tags: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Goes one down; an element of another language, and what is code, is passed over."""
        known = dict(attributes)
        other = known.get("lang", self.language) != self.language or tag in {"script", "style", "code"}
        outside = self._outside[-1] or other
        if not outside and not (tag == "meta" and known.get("name") != "description"):
            self.found += [value for name, value in attributes if name in SPOKEN and value]
        if tag not in self.VOID:
            self._tags.append(tag)
            self._outside.append(outside)

    def handle_endtag(self, tag: str) -> None:
        """Goes up to the element that ends."""
        while tag in self._tags:
            self._outside.pop()
            if self._tags.pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        """A text."""
        if not self._outside[-1] and data.strip():
            self.found.append(data.strip())


def visible(html: str, language: str) -> list[str]:
    """What a reader of `language` reads and hears."""
    page = Visible(language)
    page.feed(html)
    return page.found


def written() -> list[str]:
    """What records hold, longest first: their German is no text of the interface."""
    found: set[str] = set()
    for model in apps.get_app_config("bruecke").get_models():
        kinds = models.CharField | models.TextField | models.JSONField
        fields = [field.attname for field in model._meta.concrete_fields if isinstance(field, kinds)]
        if fields:
            for row in model._default_manager.values_list(*fields):
                found.update(pieces(list(row)))
    return sorted((value for value in found if len(value) > 4), key=len, reverse=True)


def pieces(value: object) -> list[str]:
    """A value's texts, whole and line by line, through lists and objects."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [piece for item in value for piece in pieces(item)]
    return [value, *value.splitlines()] if isinstance(value, str) else []


@cache
def german_words() -> frozenset[str]:
    """Words of our German texts that no English text of ours uses."""
    pairs = [pair for m in read(ROOT / "bruecke/locale/en/LC_MESSAGES/django.po") if m.id for pair in texts(m)]
    english = {word.casefold() for _source, words in pairs for word in WORD.findall(words)}
    return (EVERYDAY | {word.casefold() for source, _words in pairs for word in WORD.findall(source)}) - english


def german_left(html: str, german: frozenset[str], records: list[str]) -> list[str]:
    """Texts of an English page that hold German of the interface."""
    left = []
    for text in visible(html, "en"):
        rest = "" if is_shortened(text, records) else text
        for value in records:
            rest = rest.replace(value, " ")
        if german & {word.casefold() for word in WORD.findall(rest)}:
            left.append(text)
    return left


def is_shortened(text: str, records: list[str]) -> bool:
    """Whether it is a record's text, perhaps behind a number, cut off ("II Partnerschaften und …")."""
    start = text.removesuffix("…").rstrip()
    return start != text and any(value.startswith((start, start.partition(" ")[2])) for value in records)


@pytest.mark.django_db
@pytest.mark.parametrize("name", visited_addresses())
def test_page_is_english_for_english_readers(name: str, coordinator: User) -> None:
    address, german = address_of(name, make_plan()), german_words()
    staff = Client()
    staff.force_login(coordinator, backend="bruecke.accounts.backends.EmailBackend")
    for reader in (Client(), staff):
        answer = reader.get(address, follow=True, headers={"Accept-Language": "en"})
        html = answer.content.decode()
        assert '<html lang="en"' in html
        left = german_left(html, german, written())
        assert left == [], "\n".join(left)


@pytest.mark.django_db
@pytest.mark.parametrize("name", visited_addresses())
def test_page_is_german_for_others_and_says_sie(name: str, coordinator_client: Client) -> None:
    address = address_of(name, make_plan())
    pages = {}
    for language in ("de", "fr"):
        answer = coordinator_client.get(address, follow=True, headers={"Accept-Language": language})
        pages[language] = [text for text in visible(answer.content.decode(), "de") if not SECRET.fullmatch(text)]
        assert '<html lang="de"' in answer.content.decode()
    assert pages["fr"] == pages["de"]
    assert "Überblick" in pages["de"]
    assert [text for text in pages["de"] if DU.search(text)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("de", "Bitte ausfüllen."), ("en", "This field is required.")])
def test_form_errors_are_in_the_readers_language(language: str, words: str) -> None:
    answer = Client().post(reverse("account_login"), {}, headers={"Accept-Language": language})
    assert words in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("de", "Hier legen Sie es fest", "Zu dieser Adresse gibt es hier kein Konto"),
        ("en", "You can set it here", "There is no account here with this address"),
    ],
)
def test_mail_of_a_forgotten_password_offers_no_account(language: str, known: str, unknown: str) -> None:
    make_user(email="somebody@example.org", password="a-long-old-password")
    for address in ("somebody@example.org", "nobody@example.org"):
        Client().post(reverse("account_reset_password"), {"email": address}, headers={"Accept-Language": language})
    to_known, to_nobody = mail.outbox
    assert known in to_known.body
    assert "/konto/password/reset/key/" in to_known.body
    assert unknown in to_nobody.body
    assert "signup" not in to_nobody.body
