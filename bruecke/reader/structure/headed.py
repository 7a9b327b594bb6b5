# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures that are headings: "Maßnahme 4: Aufbau einer Anlaufstelle", with lines such as "Zuständig: ..." below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.structure.flow import Flow
from bruecke.reader.structure.groups import Group, Part, parts
from bruecke.reader.structure.tables import Table, label
from bruecke.reader.structure.tree import Node


@dataclass(frozen=True, slots=True)
class Headed:
    """node: the heading and what stands below it. values: what labelled lines say. rest: its other paragraphs."""

    node: Node
    values: dict[str, str]
    rest: tuple[Flow, ...]


def headed(nodes: Sequence[Node]) -> dict[int, list[Headed]]:
    """id of a parent node → its headed measures, in order. Only where all headings of one parent that are called
    measures hold nothing but text and labelled lines; where one holds a list, all are chapters."""
    parents = {id(node.parent) for node in nodes if node.parent}
    families: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.number and node.number.action and node.title:
            families[id(node.parent) if node.parent else id(nodes[0])].append(node)
    found: dict[int, list[Headed]] = {}
    for parent, members in families.items():
        read = [_read(node) for node in members if id(node) not in parents]
        whole = [member for member in read if member is not None]
        if len(whole) == len(members):
            found[parent] = whole
    return found


def _read(node: Node) -> Headed | None:
    values: dict[str, str] = {}
    rest: list[Flow] = []
    for part in parts(node.blocks):
        labelled = _labels(part)
        if labelled is not None:
            values.update(labelled)
        elif isinstance(part, Flow):
            rest.append(part)
        else:
            return None
    return Headed(node, values, tuple(rest))


def _labels(part: Part) -> dict[str, str] | None:
    """The labelled values of a paragraph, a list or a table of two columns; None where it holds anything else."""
    found = [label(text) for text in _texts(part)]
    named = [value for value in found if value]
    return dict(named) if found and len(named) == len(found) else None


def _texts(part: Part) -> list[str]:
    if isinstance(part, Flow):
        return [part.text]
    if isinstance(part, Group):
        return part.texts
    if isinstance(part, Table):
        return [f"{row.cells[0]}: {row.cells[1]}" if len(row.cells) == 2 else "" for row in part.rows]
    return []
