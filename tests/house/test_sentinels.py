# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is not published never shows: sentinel words in internal fields, and a crawl of every address as every role."""

import html
import io
import re
import zipfile
from collections import deque
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import get_resolver

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.records import journal
from bruecke.strategy.models import Check, Example, MeasureGoal, OptionDecision, Part
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_document, make_edition, make_goal, make_measure

NEVER_CRAWLED = ("/konto/", "/static/", "/sprache/")
"""Sign-in pages hold no content of ours; the rest is assets and a switch."""
BACKEND = "bruecke.accounts.backends.EmailBackend"
MOST = 700


@dataclass(frozen=True)
class World:
    """Who looks, and which words each of them may meet."""

    visitors: dict[str, User | None]
    allowed: dict[str, set[str]]


def sentinel(level: str, where: str) -> str:
    """One unmistakable word; letters only, so that search, folding and stemming keep it whole."""
    return f"Zq{level}{where}zq".replace("_", "")


LEVELS = ("published", "ministries", "named", "unit")
STAFF = {"coordinator", "leadership", "reporter", "stranger", "auditor"}
SEES = {
    "published": STAFF | {"public", "partner", "administrator"},
    "ministries": STAFF,
    "named": {"reporter", "auditor"},
    "unit": {"reporter", "auditor"},
}


@pytest.fixture
def world(db: None) -> World:
    """A plan with a record of each level in each kind, and somebody of each role."""
    own, other, partner = make_house("Eigenes Haus"), make_house("Anderes Haus"), make_house("Partner")
    edition = make_edition()
    allowed: dict[str, set[str]] = {}
    for level in LEVELS:
        _records(edition, level, own, allowed)
    visitors: dict[str, User | None] = {
        "public": None,
        "partner": make_user(Role.PARTNER, house=partner),
        "administrator": make_user(Role.ADMINISTRATOR),
        "reporter": make_user(Role.REPORTER, house=own),
        "stranger": make_user(Role.FOCAL_POINT, house=other),
        "leadership": make_user(Role.LEADERSHIP, house=other),
        "coordinator": make_user(Role.COORDINATOR, house=other),
        "auditor": make_user(Role.AUDITOR),
    }
    return World(visitors, allowed)


def _records(edition: object, level: str, own: House, allowed: dict[str, set[str]]) -> None:
    def word(where: str, sees: set[str] | None = None) -> str:
        text = sentinel(level, where)
        allowed[text] = SEES[level] if sees is None else sees & SEES[level]
        return text

    def fields(where: str) -> dict[str, object]:
        note = word(where + "note", STAFF)
        return {"visibility": level, "owner": own, "internal_note": note, "file_reference": word(where + "file", STAFF)}

    goal = make_goal(edition, word("goal"), **fields("goal"))
    lead = make_organisation(word("house"), **fields("house"))
    document = make_document(word("document"), **fields("document"))
    measure = make_measure(edition, word("measure"), lead=None, **fields("measure"))
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
    records = [goal, lead, document, measure, decision]
    if level == "named":
        for record in (*records, *measure.parts.all()):
            record.named_houses.add(own)
    measure.title = word("renamed")
    measure._change_reason = word("changed", STAFF)  # type: ignore[attr-defined]
    measure.save()
    journal.record(
        *records, verb="changed", by=SYSTEM, why=word("journal", STAFF), changes={"x": ["", word("change", STAFF)]}
    )


def client_of(user: User | None) -> Client:
    """A browser, signed in where there is somebody."""
    client = Client()
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return client


def text_of(content: bytes, kind: str) -> str:
    """What a person could read in a response: markup unescaped, archives opened."""
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
    searches = [f"{page}?q={quote(word)}" for word in words for page in ("/suche/", "/massnahmen/")]
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
    waiting, seen, pages, shapes = deque(seeds(words)), set[str](), dict[str, str](), dict[str, int]()
    while waiting and len(pages) < MOST:
        address = waiting.popleft()
        if address in seen:
            continue
        seen.add(address)
        form = shape(address)
        shapes[form] = shapes.get(form, 0) + 1
        if shapes[form] > 25 and "?q=" not in address:
            continue
        response = client.get(address, follow=False)
        assert response.status_code < 500, f"{address}: {response.status_code}"
        content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
        said = text_of(content, response.headers.get("Content-Type", ""))
        # The question itself is printed again in its own field; that is no leak.
        for word in words:
            if quote(word) in address:
                said = said.replace(word, "", said.count(f'value="{word}"') + said.count(f"„{word}“"))
        pages[address] = said
        waiting.extend(sorted(links(said, address)))
        if response.status_code in {301, 302}:
            waiting.append(response.headers["Location"])
    return pages


@pytest.mark.parametrize(
    "role", ["public", "partner", "administrator", "reporter", "stranger", "leadership", "coordinator", "auditor"]
)
def test_nobody_meets_a_word_that_is_not_for_them(world: World, role: str) -> None:
    words = sorted(world.allowed)
    pages = crawl(client_of(world.visitors[role]), words)
    assert len(pages) > 40
    leaks = sorted(
        {
            (word, address)
            for address, said in pages.items()
            for word in words
            if role not in world.allowed[word] and word.lower() in said.lower() and quote(word) not in address
        }
    )
    asked = [
        (word, address)
        for address, said in pages.items()
        for word in words
        if role not in world.allowed[word]
        and quote(word) in address
        and said.lower().count(word.lower()) > 0
        and not _only_echoed(word, said)
    ]
    assert leaks == []
    assert asked == []


def _only_echoed(word: str, said: str) -> bool:
    """Whether a page repeats only the question: in addresses, and once or twice as the words looked for."""
    without_addresses = re.sub(r'(?:href|hx-get|action|value|content)="[^"]*"', "", said)
    visible = re.sub(r"<[^>]+>", " ", without_addresses)
    return visible.lower().count(word.lower()) <= 3


def test_those_who_may_do_meet_the_words(world: World) -> None:
    words = sorted(world.allowed)
    met = " ".join(crawl(client_of(world.visitors["reporter"]), words).values())
    missing = [sentinel(level, "renamed") for level in LEVELS if sentinel(level, "renamed") not in met]
    assert missing == []
