# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading in a process of its own: the same draft, and an answer whatever happens to the process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bruecke.reader import refusals, sandbox
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import MEGABYTE, Limits
from bruecke.reader.pipeline import read_bytes

ROOT = Path(__file__).parents[2]
STRATEGY = """Strategie

I. Wirtschaft

Folgende Maßnahmen sollen ergriffen werden:

– Ausbau der Messebeteiligungen
– Förderung von Reisen nach Polen
"""


def refusal(data: bytes, limits: Limits) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        sandbox.read_upload(data, "a.txt", limits=limits)
    return caught.value.code


def test_upload_gives_the_draft_of_the_pipeline():
    data = STRATEGY.encode()
    assert sandbox.read_upload(data, "a.txt") == read_bytes(data, name="a.txt")


def test_file_gives_the_draft_of_the_pipeline(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Strategie\n\n- Ausbau\n")
    assert sandbox.read_file(path) == read_bytes(path.read_bytes(), name="a.md")


def test_refusal_comes_through_with_both_sentences():
    with pytest.raises(UnreadableDocument) as caught:
        sandbox.read_upload(b" ", "a.txt")
    direct = refusals.empty()
    assert (caught.value.code, caught.value.german, caught.value.english) == (
        direct.code,
        direct.german,
        direct.english,
    )


def test_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as sparse:
        sparse.truncate(Limits().file_bytes + 1)
    with pytest.raises(UnreadableDocument) as caught:
        sandbox.read_file(path)
    assert caught.value.code == "too_large"


def test_upload_that_is_too_large_is_refused():
    assert refusal(b"x" * 11, Limits(file_bytes=10)) == "too_large"


def test_reading_that_takes_too_long_is_ended():
    assert refusal(STRATEGY.encode() * 20_000, Limits(seconds=1)) == "timeout"


def test_reading_that_needs_too_much_memory_is_ended():
    assert refusal(STRATEGY.encode() * 50_000, Limits(memory_bytes=150 * MEGABYTE)) == "memory"


def test_process_that_cannot_even_start_reports_memory():
    assert refusal(STRATEGY.encode(), Limits(memory_bytes=40 * MEGABYTE)) == "memory"


def test_file_that_is_not_there_is_the_callers_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        sandbox.read_file(tmp_path / "none.txt")


def test_reading_process_does_not_see_the_callers_secrets(monkeypatch):
    monkeypatch.setenv("DJANGO_SECRET_KEY", "secret")
    code = "import os, bruecke.reader.sandbox as s; print('DJANGO_SECRET_KEY' in s._environment())"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert shown.stdout == "False\n"


def test_reading_imports_no_django():
    code = "import bruecke.reader.pipeline, bruecke.cli, sys, json; print(json.dumps('django' in sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert json.loads(shown.stdout) is False


def test_a_giant_word_does_not_use_up_the_time() -> None:
    draft = sandbox.read_upload(b"a" * 400_000, limits=Limits(seconds=30))
    assert draft.measures == ()
