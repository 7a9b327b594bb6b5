# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the tree to what the draft holds: goals, lists, measures, targets, statements, paragraphs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bruecke.reader.draft import (
    Goal,
    Measure,
    MeasureList,
    Modality,
    Paragraph,
    Repair,
    Span,
    Statement,
    TargetEntry,
    TargetList,
    Warning,
)
from bruecke.reader.structure import alarms
from bruecke.reader.structure.examples import examples
from bruecke.reader.structure.flow import Flow
from bruecke.reader.structure.groups import Group, Part, parts, resumes
from bruecke.reader.structure.headed import Headed
from bruecke.reader.structure.kinds import goes_on, kind
from bruecke.reader.structure.mentions import mentions
from bruecke.reader.structure.modality import Binding, binding, continuing, open_cue
from bruecke.reader.structure.references import References
from bruecke.reader.structure.sentences import sentences
from bruecke.reader.structure.sorts import Sort, sort_of
from bruecke.reader.structure.statements import statements
from bruecke.reader.structure.tables import Reading, Table, described, read
from bruecke.reader.structure.tree import Node

_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure before it has its list: text, lines, and the columns of a table."""

    text: str
    lines: Span
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Collected:
    """What was found so far, each in the order of the document."""

    language: str
    references: References
    repairs: dict[int, list[int]]
    goals: list[Goal] = field(default_factory=list)
    lists: list[MeasureList] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    targets: list[TargetList] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    bodies: dict[str, list[Paragraph]] = field(default_factory=lambda: defaultdict(list))


def collect(
    nodes: Sequence[Node],
    language: str,
    references: References,
    repairs: Sequence[Repair],
    headed: Mapping[int, list[Headed]],
) -> Collected:
    """Everything the chapters hold. The references of the chapters must have been given out before."""
    by_line: dict[int, list[int]] = defaultdict(list)
    for index, repair in enumerate(repairs):
        by_line[repair.line].append(index)
    found = Collected(language, references, by_line)
    for node in nodes:
        _goal_heading(found, node)
        for part in _resumed(parts(node.blocks)):
            _take(found, node, part)
        if id(node) in headed:
            _headed(found, node, headed[id(node)])
    return found


def _headed(found: Collected, node: Node, members: Sequence[Headed]) -> None:
    entries = [_entry(member.node.title, member.node.span, member.values) for member in members]
    _measures(found, node, entries, None, (members[0].node.span[0], members[-1].node.span[1]))
    for member in members:
        for flow in member.rest:
            _paragraph(found, node, flow)


def _entry(title: str, lines: Span, values: dict[str, str]) -> Entry:
    return Entry(described(title, values.get("description", "")), lines, values)


def _goal_heading(found: Collected, node: Node) -> None:
    if node.number and node.number.goal and node.heading and node.title:
        found.goals.append(Goal(f"Z{len(found.goals) + 1}", node.title, node.heading.span))


def _resumed(found: list[Part]) -> list[Part]:
    """A list that one short paragraph interrupts is one list; the paragraph stays a paragraph before it."""
    result: list[Part] = []
    for part in found:
        last_two = result[-2:]
        if (
            isinstance(part, Group)
            and len(last_two) == 2
            and isinstance(before := last_two[0], Group)
            and isinstance(between := last_two[1], Flow)
            and resumes(before, between, part)
        ):
            result[-2:] = [between, Group(before.items + part.items, before.intro)]
        else:
            result.append(part)
    return result


def _take(found: Collected, node: Node, part: Part) -> None:
    if isinstance(part, Flow):
        _paragraph(found, node, part)
    elif isinstance(part, Table):
        _table(found, node, part)
    else:
        _list(found, node, part)


def _paragraph(found: Collected, node: Node, flow: Flow) -> None:
    found.bodies[node.reference].append(Paragraph(flow.text, flow.span))
    found.statements.extend(statements(flow, node.reference, found.language))


def _list(found: Collected, node: Node, group: Group) -> None:
    intro = group.intro.text if group.intro else ""
    sort = Sort.MEASURES if group.called_measures else sort_of(intro, node.titles, group.texts, found.language)
    if sort is Sort.GOALS:
        for item in group.items:
            found.goals.append(Goal(f"Z{len(found.goals) + 1}", item.flow.text, item.lines))
    elif sort is Sort.TARGETS:
        found.targets.append(_targets(found, node, group))
    elif sort is Sort.OTHER:
        _as_text(found, node, group)
    else:
        entries = [_entry(item.flow.text, item.lines, item.values) for item in group.items]
        _measures(found, node, entries, group.intro, group.lines)
        if sort is Sort.UNSURE:
            found.warnings.append(alarms.unsure_list(found.lists[-1].reference, group.lines))


def _as_text(found: Collected, node: Node, group: Group) -> None:
    """A list that is none of ours stays in the text, and the draft says so."""
    flows = ([group.intro] if group.intro else []) + [item.flow for item in group.items]
    for flow in flows:
        _paragraph(found, node, flow)
    found.warnings.append(alarms.list_left(group.lines))


def _targets(found: Collected, node: Node, group: Group) -> TargetList:
    entries = tuple(TargetEntry(item.flow.text, item.lines, mentions(item.flow.text)) for item in group.items)
    wanted = f"{node.reference}.T" if node.reference else "T"
    intro = group.intro.text if group.intro else ""
    return TargetList(found.references.take(wanted), node.reference, intro, group.lines, entries)


def _table(found: Collected, node: Node, table: Table) -> None:
    reading = read(table, node.title)
    if reading is None or not reading.rows:
        if table.intro:
            _paragraph(found, node, table.intro)
        for row in table.rows:
            found.bodies[node.reference].append(Paragraph(row.text, (row.number, row.number)))
        found.warnings.append(alarms.table_left(table.span))
        return
    entries = [Entry(row.text, row.lines, row.values) for row in reading.rows]
    _measures(found, node, entries, table.intro, table.span, table=True)
    _table_alarms(found, reading, table)


def _table_alarms(found: Collected, reading: Reading, table: Table) -> None:
    if reading.ignored:
        found.warnings.append(alarms.columns_ignored(found.lists[-1].reference, reading.ignored, table.span))
    for row in reading.skipped:
        found.warnings.append(alarms.row_left(row.text, (row.number, row.number)))


def _measures(
    found: Collected, node: Node, entries: Sequence[Entry], intro: Flow | None, lines: Span, *, table: bool = False
) -> None:
    """Add a list and its measures."""
    text = intro.text if intro else ""
    bound = binding(text, found.language) if text else Binding(Modality.UNKNOWN, "")
    opened = open_cue(text)
    reference = found.references.list_reference(node.reference, len(entries))
    named = MeasureList(
        reference, node.reference, text, intro.span if intro else None, lines, bound.modality, bound.cue,
        bool(opened), opened, continuing(text), table,
        tuple(f"{reference}.{count}" for count in range(1, len(entries) + 1)),
    )  # fmt: skip
    found.lists.append(named)
    found.measures.extend(
        _measure(found, named, entry, own) for entry, own in zip(entries, named.measures, strict=True)
    )
    if bound.modality is Modality.UNKNOWN:
        found.warnings.append(alarms.modality_unknown(reference, lines))


def _measure(found: Collected, named: MeasureList, entry: Entry, reference: str) -> Measure:
    what, cue = kind(entry.text)
    modality = named.modality
    if modality is Modality.UNKNOWN:
        modality = _own_modality(entry.text, found.language)
    first, last = entry.lines
    measure = Measure(
        reference, named.chapter, named.reference, entry.text, entry.lines, modality, what, cue,
        named.continuing or goes_on(entry.text), bool(open_cue(entry.text)),
        examples=examples(entry.text), mentions=mentions(entry.text),
        repairs=tuple(index for line in range(first, last + 1) for index in found.repairs.get(line, ())),
    )  # fmt: skip
    if not entry.values:
        return measure
    column = entry.values.get
    return replace(
        measure,
        lead=column("lead", ""),
        participants=column("participants", ""),
        deadline=column("deadline", ""),
        indicator=column("indicator", ""),
        cost=column("cost", ""),
    )


def _own_modality(text: str, language: str) -> Modality:
    """What the measure itself says where its list says nothing: only a whole sentence can, and only its first."""
    start, end = (sentences(text) or [(0, 0)])[0]
    first = text[start:end]
    if not first.endswith(".") or len(first.split()) <= _FEWEST_WORDS:
        return Modality.UNKNOWN
    return binding(first, language).modality
