# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages as somebody reads them: their words, their links, and what the linked lists show."""

import html
import re
from urllib.parse import urljoin

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def read(client: Client, address: str, language: str = "de") -> str:
    """The page's HTML; it has to be there."""
    response = client.get(address, headers={"Accept-Language": language})
    assert response.status_code == 200, (address, response.status_code)
    return str(response.content.decode())


def words(page: str) -> str:
    """What is read: without markup, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def links(page: str, base: str = "/") -> dict[str, str]:
    """Address by text of every link of the page's own part."""
    own = page[page.index("<main") : page.index("</main>")]
    found = re.findall(r'<a\b[^>]*href="([^"#]+)[^"]*"[^>]*>(.*?)</a>', own, re.DOTALL)
    return {words(text): urljoin(base, html.unescape(href)) for href, text in found}


def listed(client: Client, address: str) -> set[str]:
    """References of the measures on the list at `address`."""
    return set(re.findall(r'<td class="ref"[^>]*>([^<]+)</td>', read(client, address)))


def statements(client: Client, address: str) -> int:
    """How many statements a page takes, once everything that is kept in the process is there."""
    read(client, address)
    with CaptureQueriesContext(connection) as caught:
        read(client, address)
    return len(caught)
