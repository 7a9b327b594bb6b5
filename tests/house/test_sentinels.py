# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is not published never shows: sentinel words in internal fields, and a crawl of every address as every role."""

import html
import io
import re
import zipfile
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import pypdfium2
import pytest
from django.conf import LazySettings
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import get_resolver

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.pages import directory, plan
from bruecke.records import journal
from bruecke.strategy.models import (
    Check,
    Edition,
    Example,
    MeasureActor,
    MeasureDocument,
    MeasureGoal,
    OptionDecision,
    Part,
    Principle,
)
from tests.factories.drafts import make_import
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_document, make_edition, make_goal, make_measure
from tests.house.sentinels import STAFF, Bed, institutions, rooms

NEVER_CRAWLED = ("/konto/", "/static/", "/sprache/")
"""Sign-in pages hold no content of ours; the rest is assets and a switch."""
BACKEND = "bruecke.accounts.backends.EmailBackend"
MOST = 1200
SEARCHES = ("/suche/", "/massnahmen/", "/vorhaben/")
"""Pages that take a question."""


@dataclass(frozen=True)
class World:
    """Who looks, and which words each of them may meet."""

    visitors: dict[str, User | None]
    allowed: dict[str, set[str]]


def sentinel(level: str, where: str) -> str:
    """One unmistakable word; letters only, so that search, folding and stemming keep it whole."""
    return f"Zq{level}{where}zq".replace("_", "")


SENTINEL = re.compile(r"zq[a-z]+?zq", re.IGNORECASE)
LEVELS = ("published", "ministries", "named", "unit")
SEES = {
    "published": STAFF | {"public", "partner", "institution", "administrator"},
    "ministries": STAFF,
    "named": {"reporter", "auditor"},
    "unit": {"reporter", "auditor"},
}


@pytest.fixture
def world(db: None, settings: LazySettings, tmp_path: Path) -> World:
    """A plan with a record of each level in each kind, and somebody of each role."""
    settings.MEDIA_ROOT = str(tmp_path)
    own, other, partner = make_house("Eigenes Haus"), make_house("Anderes Haus"), make_house("Partner")
    edition = make_edition()
    allowed: dict[str, set[str]] = {}
    for level in LEVELS:
        _records(edition, level, own, allowed)
    imported = sentinel("import", "file")
    allowed[imported] = {"coordinator"}
    make_import(name=f"{imported}.txt")
    visitors: dict[str, User | None] = {
        "public": None,
        "partner": make_user(Role.PARTNER, house=partner),
        "institution": make_user(Role.PARTNER, house=House.objects.get(key=institutions.HOUSE)),
        "administrator": make_user(Role.ADMINISTRATOR),
        "reporter": make_user(Role.REPORTER, house=own),
        "stranger": make_user(Role.FOCAL_POINT, house=other),
        "leadership": make_user(Role.LEADERSHIP, house=other),
        "coordinator": make_user(Role.COORDINATOR, house=other),
        "auditor": make_user(Role.AUDITOR),
    }
    return World(visitors, allowed)


def _records(edition: Edition, level: str, own: House, allowed: dict[str, set[str]]) -> None:
    def word(where: str, sees: set[str] | None = None) -> str:
        text = sentinel(level, where)
        allowed[text] = SEES[level] if sees is None else sees & SEES[level]
        return text

    def fields(where: str) -> dict[str, Any]:
        note = word(where + "note", STAFF)
        return {"visibility": level, "owner": own, "internal_note": note, "file_reference": word(where + "file", STAFF)}

    goal = make_goal(edition, word("goal"), **fields("goal"))
    lead = make_organisation(word("house"), **fields("house"))
    document = make_document(word("document"), **fields("document"))
    # What a published document says is public, whatever becomes of the measure: the title is not the wording here.
    measure = make_measure(edition, f"Wortlaut {level}", lead=None, **fields("measure"))
    measure.title = word("measure")
    measure.save()
    principle = Principle.objects.create(
        strategy=edition.strategy,
        edition=edition,
        position=1 + LEVELS.index(level),
        title=word("principle"),
        wording="Es gilt.",
        **fields("principle"),
    )
    _open_measure(edition, level, lead, document)
    Part.objects.create(measure=measure, position=1, title=word("part"), kind="expand", visibility=level, owner=own)
    Example.objects.create(measure=measure, position=1, title=word("example"))
    Check.objects.create(measure=measure, position=1, question=word("check"), reference=word("checked", STAFF))
    MeasureGoal.objects.create(measure=measure, goal=goal, why=word("why"))
    decision = OptionDecision.objects.create(
        measure=measure,
        outcome="taken_up",
        reference=word("decision"),
        decided_on="2026-01-02",
        reason=word("reason"),
        visibility=level,
        owner=own,
    )
    records = [goal, lead, document, measure, decision, principle]
    bed = Bed(edition, level, own, lead, document, goal, word, fields)
    for room in rooms():
        room.plant(bed)
    if level == "named":
        for record in (*records, *measure.parts.all()):
            record.named_houses.add(own)
    measure.title = word("renamed")
    measure._change_reason = word("changed", STAFF)  # type: ignore[attr-defined]
    measure.save()
    journal.record(
        *records, verb="changed", by=SYSTEM, why=word("journal", STAFF), changes={"x": ["", word("change", STAFF)]}
    )


def _open_measure(edition: Edition, level: str, house: Organisation, document: Document) -> None:
    """A measure everybody sees whose lead, participants and documents are not for everybody."""
    measure = make_measure(edition, f"Für alle, {level}", lead=house, goal_count=0)
    measure.participants.add(house)
    make_organisation(f"Teil davon, {level}", parent=house)
    MeasureActor.objects.create(measure=measure, organisation=house, source="person")
    MeasureDocument.objects.create(measure=measure, document=document, source="person")
    Part.objects.create(
        measure=measure, position=1, title=f"Teil, {level}", kind="expand", visibility="published", lead=house
    )


def client_of(user: User | None) -> Client:
    """A browser, signed in where there is somebody."""
    client = Client()
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return client


def said_by(response: HttpResponseBase) -> str:
    """What a person could read in a response: markup unescaped, archives and PDFs opened."""
    streamed = getattr(response, "streaming_content", None)
    content = b"".join(streamed) if streamed is not None else response.content  # type: ignore[attr-defined]
    if content[:4] == b"%PDF":
        with pypdfium2.PdfDocument(content) as document:
            # A line break inside of a word is no break of the word.
            return "".join(page.get_textpage().get_text_bounded() for page in document).replace("\u200b", "")
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return html.unescape(content.decode("utf-8", "replace"))


def links(page: str, base: str) -> set[str]:
    """Addresses on our site that a page leads to, forms by GET and fragments loaded later included."""
    found = re.findall(r'(?:href|hx-get|action|data-href|src)="([^"#]+)', page)
    whole = (urljoin(base, html.unescape(address)) for address in found)
    ours = {address for address in whole if address.startswith("/") and not address.startswith("//")}
    return {address for address in ours if not address.startswith(NEVER_CRAWLED)}


def shape(address: str) -> str:
    """Address without numbers, so that one pattern does not eat the whole crawl."""
    return re.sub(r"\d+", "#", urlsplit(address).path)


def seeds(words: list[str]) -> list[str]:
    """Addresses without arguments, and searches for every sentinel."""
    plain = [
        "/" + str(pattern.pattern)
        for pattern in _patterns(get_resolver().url_patterns)
        if "<" not in str(pattern.pattern) and "(" not in str(pattern.pattern)
    ]
    # Hidden words find nothing: the test below asks every page for each of them.
    asked = [word for word in words if word.startswith("Zqpublished")]
    searches = [f"{page}?q={quote(word)}" for word in asked for page in SEARCHES]
    suggestions = [f"/suche/vorschlaege/?q={quote(word[:7])}" for word in words[:4]]
    return [address for address in [*plain, *searches, *suggestions] if not address.startswith(NEVER_CRAWLED)]


def _patterns(patterns: list[object]) -> list[object]:
    found: list[object] = []
    for pattern in patterns:
        inner = getattr(pattern, "url_patterns", None)
        if inner is None:
            found.append(pattern)
        elif str(pattern.pattern) == "":  # type: ignore[attr-defined]
            found.extend(_patterns(inner))
    return found


def crawl(client: Client, words: list[str]) -> dict[str, str]:
    """Every address reached, with what it says; at most 25 of a shape."""
    first = seeds(words)
    waiting, seen, pages, shapes = deque(first), set[str](), dict[str, str](), dict[str, int]()
    always = set(first)
    while waiting and len(pages) < len(always) + MOST:
        address = waiting.popleft()
        if address in seen:
            continue
        seen.add(address)
        form = shape(address)
        shapes[form] = shapes.get(form, 0) + 1
        if shapes[form] > 25 and address not in always:
            continue
        response = client.get(address, follow=False)
        assert response.status_code < 500, f"{address}: {response.status_code}"
        said = said_by(response)
        pages[address] = said
        waiting.extend(sorted(links(said, address)))
        if response.status_code in {301, 302}:
            waiting.append(response.headers["Location"])
    return pages


ROLES = (
    "public",
    "partner",
    "institution",
    "administrator",
    "reporter",
    "stranger",
    "leadership",
    "coordinator",
    "auditor",
)
CONTROL = "Zqniemandschriebdiesjezq"
"""A word that stands nowhere: how often a page repeats it is how often it repeats any question."""


@pytest.mark.parametrize("role", ROLES)
def test_nobody_meets_a_word_that_is_not_for_them(world: World, role: str) -> None:
    assert leaks(world, role) == []


def leaks(world: World, role: str) -> list[tuple[str, str]]:
    """Words that `role` met and may not, each with the address."""
    client, words = client_of(world.visitors[role]), sorted(world.allowed)
    pages = crawl(client, words)
    assert len(pages) > 40
    hidden = {word.lower(): word for word in words if role not in world.allowed[word]}
    # Every sentinel is one word, so that a page's words are looked up instead of every sentinel searched for.
    return [
        (hidden[word], address)
        for address, said in pages.items()
        for word in sorted({found.lower() for found in SENTINEL.findall(said)} & set(hidden))
        if not _only_echoed(client, hidden[word], address, said)
    ]


def _only_echoed(client: Client, word: str, address: str, said: str) -> bool:
    """Whether the page repeats the word asked for, and only as often as one that stands nowhere."""
    if quote(word) not in address:
        return False
    control = said_by(client.get(address.replace(quote(word), CONTROL)))
    return said.lower().count(word.lower()) == control.lower().count(CONTROL.lower())


@pytest.mark.parametrize("role", ["public", "stranger", "coordinator"])
def test_searching_for_a_word_that_is_not_for_them_finds_as_much_as_for_one_that_is_nowhere(
    world: World, role: str
) -> None:
    client = client_of(world.visitors[role])
    for page in (*SEARCHES, "/massnahmen/zahlen/", "/massnahmen/export.csv", "/vorhaben/export.csv"):
        nothing = numbers(client.get(f"{page}?q={CONTROL}"))
        for word, allowed in sorted(world.allowed.items()):
            if role not in allowed:
                assert numbers(client.get(f"{page}?q={quote(word)}")) == nothing, (page, word)


def test_page_that_forgot_whom_it_shows_to_would_be_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((directory, "documents"), (plan, "plan"), (directory, "organisation_sheet")):
        query = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda *said, _query=query, **more: _query(*said, **more | {"principal": SYSTEM})
        )
    met = {
        (re.sub(r"^Zq[a-z]+?(document|goal|house)zq$", r"\1", word), shape(address))
        for word, address in leaks(world, "public")
    }
    assert met >= {("document", "/dokumente/"), ("goal", "/plan/"), ("house", "/einrichtungen/#/")}


def numbers(response: HttpResponseBase) -> list[str]:
    """All numbers that a person reads on a page."""
    return re.findall(r"\d+", re.sub(r"<[^>]+>", " ", said_by(response)))


def test_those_who_may_do_meet_the_words(world: World) -> None:
    words = sorted(world.allowed)
    met = " ".join(crawl(client_of(world.visitors["reporter"]), words).values())
    places = ("renamed", "assembly", "minutes", "outcome", "resolved", "result")
    expected = [sentinel(level, where) for level in LEVELS for where in places]
    missing = [word for word in expected if word not in met]
    assert missing == []
