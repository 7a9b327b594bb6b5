# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repair on real scans and real clean documents beside the checkout; skipped where they are missing."""

import re
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from bruecke.reader.lines import Line
from bruecke.reader.repair import Repaired, apply, repair
from bruecke.reader.repair.detect import damaged_lines


def repaired(text: str) -> Repaired:
    return repair([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def text_of(result: Repaired) -> str:
    return "\n".join(line.text for line in result.lines)


def squeezed(text: str) -> str:
    """The text without its line breaks; the true texts have other blank lines, and no ligatures count."""
    return " ".join(text.replace("ﬀ", "ff").split())


@pytest.fixture
def strategy(shared: Path) -> str:
    path = shared / "source" / "leitlinien.txt"
    if not path.is_file():
        pytest.skip("../shared/source/leitlinien.txt is missing")
    return path.read_text(encoding="utf-8")


@pytest.fixture
def pairs(shared: Path) -> list[tuple[str, str]]:
    paths = sorted((shared / "data" / "ocr_pairs").glob("*.gold.txt"))
    if not paths:
        pytest.skip("../shared/data/ocr_pairs is missing")
    return [
        (p.with_name(p.name.replace(".gold", ".ocr_eng")).read_text(encoding="utf-8"), p.read_text(encoding="utf-8"))
        for p in paths
    ]


def test_scanned_pages_come_near_their_true_text(pairs: list[tuple[str, str]]):
    letters = letter_errors = words = word_errors = 0
    for scanned, true in pairs:
        mended, meant = squeezed(text_of(repaired(scanned))), squeezed(true)
        letters += len(meant)
        letter_errors += Levenshtein.distance(mended, meant)
        words += len(meant.split())
        word_errors += Levenshtein.distance(mended.split(), meant.split())
    assert letter_errors / letters <= 0.0012
    assert word_errors / words <= 0.008


def test_no_right_word_of_the_scanned_pages_is_spoilt(pairs: list[tuple[str, str]]):
    for scanned, true in pairs:
        right = set(squeezed(true).split())
        spoilt = [r for r in repaired(scanned).repairs if r.original in right and r.suggestion not in squeezed(true)]
        assert spoilt == []


def test_the_true_text_of_the_scanned_pages_is_left_alone(pairs: list[tuple[str, str]]):
    for _, true in pairs:
        assert repaired(true).repairs == ()


def test_clean_documents_are_left_alone(shared: Path):
    paths = sorted((shared / "data" / "documents").rglob("*.md"))
    if not paths:
        pytest.skip("../shared/data/documents is missing")
    touched = {path.name: r.repairs[:3] for path in paths if (r := repaired(path.read_text(encoding="utf-8"))).repairs}
    assert touched == {}


def test_the_strategy_keeps_its_lines_and_every_repair_its_place(strategy: str):
    result = repaired(strategy)
    before = strategy.split("\n")
    assert len(result.lines) == len(before)
    for number, line in enumerate(result.lines, 1):
        assert apply(before[number - 1], [r for r in result.repairs if r.line == number]) == line.text


def test_the_strategy_shows_no_damage_afterwards(strategy: str):
    result = repaired(strategy)
    assert damaged_lines(result.lines) == frozenset()
    assert repair(result.lines).repairs == ()


def test_the_strategy_numbers_its_chapters_in_order_twice(strategy: str):
    numbers = re.findall(r"^([IVX]+)\) ", text_of(repaired(strategy)), flags=re.MULTILINE)
    assert numbers == ["I", "II", "III", "IV", "V", "VI", "VII"] * 2


def test_the_strategy_gets_its_three_footnotes_and_their_marks(strategy: str):
    notes = [r for r in repaired(strategy).repairs if r.reason == "footnote"]
    assert [r.suggestion for r in notes if not r.suggestion.endswith(" ")] == ["1", "2", "3"]
    assert [r.suggestion for r in notes if r.suggestion.endswith(" ")] == ["1 ", "2 "]


def test_the_strategy_keeps_names_and_adjectives_that_are_right(strategy: str):
    changed = {r.original for r in repaired(strategy).repairs}
    assert not changed & {"Québec", "Tatarstan", "Charkiw", "Legacy", "Transition"}
    assert "die starken" in text_of(repaired(strategy))


def test_the_strategy_reads_options_as_options(strategy: str):
    text = text_of(repaired(strategy))
    assert len(re.findall(r"\bkönnten?\b", text)) == 6
    assert not re.search(r"\bkonnten?\b", text)
