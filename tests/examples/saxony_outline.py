# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration strategy read without the reader: headings and list items counted, nothing else.

It stands apart from bruecke.reader on purpose: the tests of the records must fail when strategy.md is wrong, not when
the reader is.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SAXONY = Path(__file__).parents[2] / "examples" / "saxony"
_HEADING = re.compile(r"^(#+) (?:([IVX]+)\) )?(.+)$")
_NOTE = re.compile(r"^\[\^(\d+)\]: (.+)$")
_SHORT = {"Internationale Ansiedlungen in Sachsen": "Ansiedlungen"}  # as the reader shortens it
_MARK = re.compile(r"\[\^\d+\]")


@dataclass
class Outline:
    """passages: lines of every reference a citation may name. lists: number of measures by chapter."""

    passages: dict[str, list[str]] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    goals: list[str] = field(default_factory=list)
    measures: dict[str, str] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def records(name: str) -> Any:
    """The YAML file of the demonstration called `name`."""
    return yaml.safe_load((SAXONY / name).read_text(encoding="utf-8"))


def outline() -> Outline:
    """strategy.md by its headings and list items."""
    found, chapter, intro = Outline(), "", ""
    for line in (SAXONY / "strategy.md").read_text(encoding="utf-8").splitlines():
        if heading := _HEADING.match(line):
            chapter = _reference(heading, chapter)
            found.passages.setdefault(chapter, [])
        elif note := _NOTE.match(line):
            found.notes[note[1]] = note[2]
            found.passages[f"footnote.{note[1]}"] = [note[2]]
        elif line.startswith("- "):
            _add_item(found, chapter, intro, _MARK.sub("", line[2:]))
        elif line.strip() and chapter:
            intro = line
            found.passages[chapter].append(line)
    return found


def _reference(heading: re.Match[str], before: str) -> str:
    marks, number, title = heading.groups()
    if marks == "#":
        return "title"
    if marks == "###":
        return f"{before.split('.')[0]}.{_SHORT.get(title, title)}"
    return number or {"Präambel": "preamble"}.get(title, "closing")


def _add_item(found: Outline, chapter: str, intro: str, text: str) -> None:
    found.passages[chapter].append(text)
    if intro.startswith("Ziele"):
        found.goals.append(text)
        reference = f"Z{len(found.goals)}"
    elif "Ziell" in intro:
        found.targets.append(text)
        reference = f"{chapter}.target.{len(found.targets)}"
    else:
        found.lists[chapter] = found.lists.get(chapter, 0) + 1
        reference = f"{chapter}.{found.lists[chapter]}"
        found.measures[reference] = text
    found.passages[reference] = [text]
