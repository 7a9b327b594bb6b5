# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two prints of one paper, told from what was frozen. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bruecke.publish.paper import Block, Facts, Items, Kept, Paragraph, Printed, Section, Table, Text

Parts = dict[str, tuple[Text, tuple[tuple[str, Text], ...]]]
"""Key of a part → what names it, and pairs (label, value) of all it says."""


class Act(StrEnum):
    """What happened to one part."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the section `heading` that is not what it was. what: its name; label: which value; old, new: values,
    "" where the part is new or gone."""

    heading: str
    act: Act
    what: Text
    label: str = ""
    old: Text = ""
    new: Text = ""


def changes(old: Printed, new: Printed) -> tuple[Change, ...]:
    """Section by section as the new print has them, then what stood in sections that are gone."""
    before = {section.key: section for section in old.sections}
    now = {section.key: section for section in new.sections}
    found: list[Change] = []
    for section in (*new.sections, *(section for key, section in before.items() if key not in now)):
        earlier, later = _parts(before.get(section.key)), _parts(now.get(section.key))
        found += _between(section.heading, earlier, later)
    return tuple(found)


def _between(heading: str, old: Parts, new: Parts) -> Iterator[Change]:
    for key, (what, values) in new.items():
        if key not in old:
            yield Change(heading, Act.ADDED, what)
        elif values != old[key][1]:
            yield from _differences(heading, what, dict(old[key][1]), dict(values))
    for key, (what, _values) in old.items():
        if key not in new:
            yield Change(heading, Act.GONE, what)


def _differences(heading: str, what: Text, old: dict[str, Text], new: dict[str, Text]) -> Iterator[Change]:
    for label in (*new, *(label for label in old if label not in new)):
        was, says = old.get(label, ""), new.get(label, "")
        if was != says:
            yield Change(heading, Act.CHANGED, what, label, was, says)


def _parts(section: Section | None) -> Parts:
    """Everything in a section that has a key."""
    found: Parts = {}
    for block in section.blocks if section else ():
        found |= _of(block)
    return found


def _of(block: Block) -> Parts:
    match block:
        case Facts(facts):
            return {f"fact:{fact.term}": (fact.term, (("", fact.value),)) for fact in facts}
        case Table(columns=columns, rows=rows, named_by=named_by):
            titles = [column.title for column in columns]
            return {row.key: (row.cells[named_by], tuple(zip(titles, row.cells, strict=True))) for row in rows}
        case Items(items):
            return {item.key: (item.text, (("", item.text),)) for item in items}
        case Kept(key, heading, text, _note):
            return {key: (heading, (("", text),))}
        case Paragraph(text=text, key=key) if key:
            return {key: (text, (("", text),))}
    return {}
