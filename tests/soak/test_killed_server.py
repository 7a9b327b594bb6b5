# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 at any moment: what was answered with "saved" is there afterwards."""

import http.client
import http.cookiejar
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import pytest

from bruecke.intake.actions.region import ACCOUNTS, PASSWORD
from tests.soak.conftest import Installation, kill

pytestmark = pytest.mark.soak
INTEGRITY = """
from django.db import connection
cursor = connection.cursor()
cursor.execute("PRAGMA integrity_check")
print(cursor.fetchone()[0])
"""
BROKEN = (OSError, urllib.error.URLError, http.client.HTTPException)


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(installation: Installation, port: int) -> subprocess.Popen[bytes]:
    """The server, once it answers."""
    server = installation.start(
        str(Path(sys.executable).parent / "granian"),
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--no-access-log",
        "config.wsgi:application",
    )
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/bereit/", timeout=5)
        except BROKEN:
            time.sleep(0.1)
        else:
            return server
    kill(server)
    raise AssertionError("the server did not answer within 30 seconds")


@dataclass
class Person:
    """Somebody at a browser who fills in one measure again and again, and remembers what was answered as saved."""

    port: int
    measure: int
    saved: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> lxml.html.HtmlElement:
        """A page."""
        with self.opener.open(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return lxml.html.fromstring(answer.read().decode())

    def send(self, path: str, form: lxml.html.FormElement, **values: str) -> tuple[str, lxml.html.HtmlElement]:
        """A form as the browser sends it, with some values put in; the address it led to, and the page."""
        fields = [(name, value) for name, value in form.form_values() if name not in values] + list(values.items())
        data = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data)
        with self.opener.open(request, timeout=30) as answer:
            return answer.geturl(), lxml.html.fromstring(answer.read().decode())

    def sign_in(self) -> None:
        """As the coordinator of the demonstration."""
        path = "/konto/login/"
        form = next(each for each in self.get(path).forms if "password" in each.fields)
        self.send(path, form, login=ACCOUNTS[0][0], password=PASSWORD)

    def save(self, number: int) -> None:
        """Fill in the indicator; what counts as saved is the measure's page after the redirect."""
        path, text = f"/massnahmen/{self.measure}/bearbeiten/", f"Indikator {self.measure} {number}"
        page = self.get(path)
        form = next(each for each in page.forms if "indicator" in each.fields)
        where, after = self.send(path, form, indicator=text, why="Dauerlauf")
        if where.endswith(f"/massnahmen/{self.measure}/") and text in after.text_content():
            self.saved.append(text)
        else:
            self.refused.append(after.text_content()[:500])

    def work(self, until: float) -> None:
        """Until then; a server that is gone is waited for, as a person would."""
        signed_in, number = False, 0
        while time.monotonic() < until:
            try:
                if not signed_in:
                    self.sign_in()
                    signed_in = True
                number += 1
                self.save(number)
            except BROKEN:
                time.sleep(0.3)


def test_what_was_answered_with_saved_survives_kill_9(
    demonstration: Installation, tmp_path: Path, seconds: float, dice: random.Random
) -> None:
    installation, port = demonstration.copy_to(tmp_path / "var"), free_port()
    installation.manage("collectstatic", "--noinput", "-v", "0")
    keys = [
        int(key)
        for key in installation.python(
            "from bruecke.models import Measure; print(*Measure.objects.values_list('pk', flat=True)[:4])"
        ).split()
    ]
    server = start_server(installation, port)
    until, kills = time.monotonic() + seconds, 0
    people = [Person(port, key) for key in keys]
    threads = [threading.Thread(target=person.work, args=(until,)) for person in people]
    for thread in threads:
        thread.start()
    while time.monotonic() < until:
        time.sleep(min(dice.uniform(2.0, 6.0), max(until - time.monotonic(), 0.1)))
        kill(server)
        kills += 1
        server = start_server(installation, port)
    for thread in threads:
        thread.join()
    kill(server)
    answered = [text for person in people for text in person.saved]
    kept = installation.python(
        "from bruecke.models import Measure\n"
        "print('|'.join(Measure.history.exclude(indicator='').values_list('indicator', flat=True)))"
    ).split("|")
    sys.stdout.write(f"killed {kills} times, {len(answered)} saves answered\n")
    assert sorted(set(answered) - set(kept)) == []
    assert [text for person in people for text in person.refused] == []
    assert installation.python(INTEGRITY) == "ok"
    assert len(answered) > kills
