# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command, as people call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[1]
LEITLINIEN = ROOT.parent / "shared" / "source" / "leitlinien.txt"
STRATEGY = """Internationale Strategie

I. Wirtschaft

Folgende Maßnahmen sollen ergriffen werden:

– Ausbau der Messebeteiligungen
– Förderung von Reisen nach Polen
"""


def bruecke(*arguments: str, stdin: bytes = b"", language: str = "de_DE.UTF-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": language}
    command = [sys.executable, "-m", "bruecke.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=environment, check=False)


@pytest.fixture
def strategy(tmp_path):
    path = tmp_path / "strategie.txt"
    path.write_text(STRATEGY)
    return str(path)


def test_json_is_the_draft_without_its_text(strategy):
    shown = bruecke("read", strategy, "--json")
    draft = json.loads(shown.stdout)
    assert shown.returncode == 0
    assert [measure["reference"] for measure in draft["measures"]] == ["I.1", "I.2"]
    assert {"text_lines", "source_lines", "line_pages"}.isdisjoint(draft)


def test_json_keeps_the_published_schema(strategy):
    schema = json.loads((ROOT / "bruecke" / "reader" / "draft.schema.json").read_text())
    jsonschema.validate(json.loads(bruecke("read", strategy, "--json").stdout), schema)


def test_outline_names_title_and_counts(strategy):
    shown = bruecke("read", strategy)
    assert shown.returncode == 0
    assert "Internationale Strategie" in shown.stdout.decode()
    assert "2 Maßnahmen" in shown.stdout.decode()


def test_outline_speaks_english_where_the_environment_does(strategy):
    assert "2 measures" in bruecke("read", strategy, language="en_GB.UTF-8").stdout.decode()


@pytest.mark.parametrize("text", [STRATEGY, STRATEGY.rstrip("\n"), STRATEGY.replace("\n", "\r\n"), "a\n\n\fb \n\t\n"])
def test_text_that_needs_no_repair_comes_back_byte_for_byte(text):
    assert bruecke("read", "-", "--text", stdin=text.encode()).stdout == text.encode()


def test_markdown_keeps_its_syntax_in_the_text(tmp_path):
    text = "---\ntitle: T\n---\n# Die **Strategie**\n\n- Ausbau der [Netze](x)\n\n|a|b|\n|-|-|\n|1|2|\n"
    (tmp_path / "a.md").write_text(text)
    assert bruecke("read", str(tmp_path / "a.md"), "--text").stdout.decode() == text


@pytest.mark.skipif(not LEITLINIEN.is_file(), reason="needs ../shared/source/leitlinien.txt beside the checkout")
def test_repaired_text_has_the_lines_of_the_scan():
    source = LEITLINIEN.read_text()
    repaired = bruecke("read", str(LEITLINIEN), "--text").stdout.decode()
    assert (repaired.count("\n"), repaired[-1:]) == (source.count("\n"), source[-1:])
    assert repaired.splitlines()[3] == "Präambel"


@pytest.mark.skipif(not LEITLINIEN.is_file(), reason="needs ../shared/source/leitlinien.txt beside the checkout")
def test_report_shows_each_repair_with_its_place():
    draft = json.loads(bruecke("read", str(LEITLINIEN), "--json").stdout)
    report = bruecke("read", str(LEITLINIEN), "--report").stdout.decode().splitlines()
    assert report[0] == f"{len(draft['repairs'])} Reparaturen"
    assert len(report) == len(draft["repairs"]) + 1
    assert any(line.startswith("Zeile 4, Spalte 1: Praambel → Präambel") for line in report)


def test_report_of_a_clean_text_counts_none(strategy):
    assert bruecke("read", strategy, "--report", language="en_GB.UTF-8").stdout == b"0 repairs\n"


def test_unreadable_document_ends_with_one_and_a_german_sentence():
    shown = bruecke("read", "-", stdin=b"")
    assert (shown.returncode, shown.stdout) == (1, b"")
    assert shown.stderr.decode().startswith("Die Datei ist leer.")


def test_unreadable_document_speaks_english_where_the_environment_does():
    assert bruecke("read", "-", language="en_US.UTF-8").stderr.startswith(b"The file is empty.")


def test_missing_file_ends_with_two_and_names_it():
    shown = bruecke("read", "nicht-da.pdf")
    assert shown.returncode == 2
    assert "nicht-da.pdf" in shown.stderr.decode()


def test_folder_instead_of_a_file_ends_with_two(tmp_path):
    assert bruecke("read", str(tmp_path)).returncode == 2


@pytest.mark.parametrize("arguments", [[], ["read"], ["read", "a", "--json", "--text"], ["lesen", "a"]])
def test_wrong_usage_ends_with_two(arguments):
    assert bruecke(*arguments).returncode == 2


def test_help_documents_the_exit_codes():
    assert "exit codes" in bruecke("read", "--help").stdout.decode()


def test_reader_of_the_output_may_leave_early(strategy):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "bruecke.cli", "read", strategy, "--json"]
    process = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(write)
    assert (process.returncode, process.stderr) == (0, b"")


def test_a_file_that_cannot_be_opened_is_answered_in_a_sentence(tmp_path):
    missing = bruecke("read", str(tmp_path / "fehlt.txt"))
    folder = bruecke("read", str(tmp_path))
    assert (missing.returncode, folder.returncode) == (2, 2)
    assert "Die Datei gibt es nicht." in missing.stderr.decode()
    assert "Das ist ein Ordner." in folder.stderr.decode()
    english = bruecke("read", str(tmp_path), language="en_GB.UTF-8")
    assert "This is a folder." in english.stderr.decode()
