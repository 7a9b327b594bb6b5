# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures that are headings: "Maßnahme 4: Aufbau einer Anlaufstelle", with lines such as "Zuständig: ..." below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.structure.flow import Flow, join
from bruecke.reader.structure.groups import Group, Part, parts
from bruecke.reader.structure.tables import is_labelled, label
from bruecke.reader.structure.tree import Node

_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Headed:
    """node: the heading and what stands below it. values: what labelled lines say. rest: its other paragraphs."""

    node: Node
    values: dict[str, str]
    rest: tuple[Flow, ...]


def headed(nodes: Sequence[Node]) -> dict[int, list[Headed]]:
    """id of a parent node → its headed measures, in order. Only where all headings of one parent that are called
    measures hold nothing but text and labelled lines; where one holds a list, all are chapters. A heading that is
    not called so is a measure where the lines below it name who does it, by when, or the like."""
    parents = {id(node.parent) for node in nodes if node.parent}
    called: dict[int, list[Node]] = defaultdict(list)
    found: dict[int, list[Headed]] = defaultdict(list)
    for node in nodes:
        parent = id(node.parent) if node.parent else id(nodes[0])
        if node.number and node.number.action and node.title:
            called[parent].append(node)
        elif node.title and id(node) not in parents and (sheet := _read(node)) and len(sheet.values) >= _FEWEST_LABELS:
            found[parent].append(sheet)
    for parent, members in called.items():
        read = [_read(node) for node in members if id(node) not in parents]
        whole = [member for member in read if member is not None]
        if len(whole) == len(members):
            found[parent] = sorted((*found[parent], *whole), key=lambda member: member.node.span)
    return dict(found)


def _read(node: Node) -> Headed | None:
    values: dict[str, str] = {}
    rest: list[Flow] = []
    for part in parts(node.blocks):
        flows = _flows(part)
        named = [label(flow.text) for flow in flows]
        if not isinstance(part, Flow) and not _is_sheet(flows, named):
            return None
        for flow, meaning in zip(flows, named, strict=True):
            if meaning:
                values.setdefault(*meaning)
            else:
                rest.append(flow)
    return Headed(node, values, tuple(rest))


def _is_sheet(flows: Sequence[Flow], named: Sequence[tuple[str, str] | None]) -> bool:
    """Whether a list or table says "name: value" throughout and names at least one field of a measure."""
    return any(named) and all(is_labelled(flow.text) for flow in flows)


def _flows(part: Part) -> list[Flow]:
    """A paragraph, the items of a list, or the rows of a table of two columns as "name: value"."""
    if isinstance(part, Flow):
        return [part]
    if isinstance(part, Group):
        return [item.flow for item in part.items]
    return [
        join([(row.number, f"{row.cells[0].rstrip(': ')}: {row.cells[1]}")]) for row in part.rows if len(row.cells) == 2
    ]
