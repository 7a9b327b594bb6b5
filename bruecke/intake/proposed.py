# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reader's draft as proposals: one part each, in the order of the document, with what is doubtful about it. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bruecke.intake import spans
from bruecke.intake.payloads import Block, Payload
from bruecke.reader.draft import Draft, Measure, MeasureList, Repair, TargetList

Lines = tuple[int, int]

_UNSURE = 0.8
"""A repair below this confidence makes its proposal one to look at."""
_ORDER = {"title": 0, "chapter": 1, "goal": 2, "list": 3, "target_list": 3, "measure": 4, "target_entry": 4}
_MODALITY = {"list", "measure", "statement"}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One part of the draft. doubts: stable codes; "warning:<code>" is one of the reader's warnings."""

    kind: str
    reference: str
    parent: str
    lines: Lines
    payload: Payload
    section: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nothing about it is doubtful."""
        return not self.doubts


def proposals(draft: Draft) -> list[Proposed]:
    """All parts of `draft`, ordered by their first line, with sections, repairs in place and doubts."""
    found = sorted(_parts(draft), key=lambda part: (part.lines[0], _ORDER.get(part.kind, 5)))
    look = _Look(draft)
    return [look.at(part) for part in _in_sections(found)]


def _parts(draft: Draft) -> Iterator[Proposed]:
    yield from _frame(draft)
    for item in draft.lists:
        yield Proposed("list", item.reference, item.chapter, item.intro_lines or item.lines, _list(item))
    for measure in draft.measures:
        yield Proposed("measure", measure.reference, measure.list, measure.lines, _measure(measure))
    yield from _targets(draft)
    for number, note in enumerate(draft.footnotes, start=1):
        payload = Payload(text=note.text, number=note.number, anchor=note.anchor, anchor_line=note.anchor_line)
        yield Proposed("footnote", f"F{number}", note.anchor, note.lines, payload)
    for number, statement in enumerate(draft.statements, start=1):
        payload = Payload(text=statement.text, modality=statement.modality.value, cue=statement.cue)
        yield Proposed("statement", f"G{number}", statement.chapter, statement.lines, payload)


def _frame(draft: Draft) -> Iterator[Proposed]:
    preamble = tuple(Block(item.text, item.lines) for item in draft.preamble)
    if draft.title:
        yield Proposed("title", "title", "", draft.title.lines, Payload(text=draft.title.text, paragraphs=preamble))
    elif preamble:
        yield Proposed("title", "title", "", preamble[0].lines, Payload(paragraphs=preamble))
    for goal in draft.goals:
        yield Proposed("goal", goal.reference, "", goal.lines, Payload(text=goal.text))
    for chapter in draft.chapters:
        payload = Payload(
            text=chapter.title,
            number=chapter.number,
            level=chapter.level,
            closing=chapter.closing,
            head_lines=chapter.heading_lines,
            paragraphs=tuple(Block(item.text, item.lines) for item in chapter.body),
        )
        yield Proposed("chapter", chapter.reference, chapter.parent, chapter.heading_lines, payload)


def _targets(draft: Draft) -> Iterator[Proposed]:
    for target in draft.target_lists:
        head = _head(target, draft.text_lines)
        yield Proposed("target_list", target.reference, target.chapter, head, Payload(text=target.intro))
        for number, entry in enumerate(target.entries, start=1):
            payload = Payload(text=entry.text, mentions=entry.mentions)
            yield Proposed("target_entry", f"{target.reference}.{number}", target.reference, entry.lines, payload)


def _head(target: TargetList, lines: Sequence[str]) -> Lines:
    """The lines of a target list before its first entry, without the blank ones at their end."""
    first = target.lines[0]
    last = target.entries[0].lines[0] - 1 if target.entries else target.lines[1]
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, max(first, last)


def _list(item: MeasureList) -> Payload:
    return Payload(
        text=item.intro,
        head_lines=item.intro_lines,
        modality=item.modality.value,
        cue=item.cue,
        open=item.open,
        open_cue=item.open_cue,
        continuing=item.continuing,
    )


def _measure(item: Measure) -> Payload:
    return Payload(
        text=item.text,
        modality=item.modality.value,
        kind=item.kind.value,
        kind_cue=item.kind_cue,
        continuing=item.continuing,
        open=item.open,
        lead=item.lead,
        participants=item.participants,
        deadline=item.deadline,
        indicator=item.indicator,
        cost=item.cost,
        examples=item.examples,
        mentions=item.mentions,
    )


def _in_sections(parts: list[Proposed]) -> Iterator[Proposed]:
    """Each part with the top chapter that was opened last."""
    section = ""
    for part in parts:
        if part.kind == "chapter" and part.payload.level == 1:
            section = part.reference
        yield replace(part, section=section)


class _Look:
    """What of the draft touches a line: repairs and warnings, indexed once."""

    def __init__(self, draft: Draft) -> None:
        self.lines = draft.text_lines
        self.repairs: dict[int, list[Repair]] = defaultdict(list)
        for repair in draft.repairs:
            self.repairs[repair.line].append(repair)
        self.warnings = [(item.lines, item.code) for item in draft.warnings if item.lines]

    def at(self, part: Proposed) -> Proposed:
        """The part with its repairs in place and its doubts."""
        first, last = part.lines
        repairs = [repair for line in range(first, last + 1) for repair in self.repairs.get(line, ())]
        spots = spans.locate(part.payload.text, first, self.lines[first - 1 : last], repairs)
        payload = replace(part.payload, spots=tuple(spots))
        return replace(part, payload=payload, doubts=tuple(self._doubts(part, repairs, payload)))

    def _doubts(self, part: Proposed, repairs: list[Repair], payload: Payload) -> Iterator[str]:
        if part.kind in _MODALITY and payload.modality == "unknown":
            yield "modality"
        if part.kind == "measure" and payload.kind == "other":
            yield "kind"
        if part.kind == "footnote" and payload.anchor_line is None:
            yield "anchor"
        if not payload.text.strip():
            yield "empty"
        if any(repair.confidence < _UNSURE for repair in repairs):
            yield "repair"
        first, last = part.lines
        codes = {code for lines, code in self.warnings if lines[0] >= first and lines[1] <= last}
        yield from sorted(f"warning:{code}" for code in codes)
