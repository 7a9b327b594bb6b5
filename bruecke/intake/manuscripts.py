# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accepted proposals become the manuscript of an edition; what stands in the way is said in words. Pure.

Measures are counted anew where a person split, merged, added or rejected some: I.1, I.2 ... in the order of the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bruecke.base.dates import is_fuzzy_date
from bruecke.base.languages import CONTENT, VERBATIM_DEFAULT
from bruecke.base.text import lower
from bruecke.intake.payloads import Payload
from bruecke.intake.titles import short_title
from bruecke.reader.draft import Mention, MentionType
from bruecke.strategy.manuscript import (
    ChapterText,
    EntryText,
    GoalText,
    ListText,
    Manuscript,
    MeasureText,
    NoteText,
    PrincipleText,
    TargetText,
)

Lines = tuple[int, int]
FRONT = "0"
"""Reference of the chapter that holds lists standing before any heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """An accepted proposal. match: key of the standing measure it rewords; change: as compared with it."""

    key: int
    kind: str
    reference: str
    parent: str
    section: str
    lines: Lines
    payload: Payload
    is_edited: bool = False
    match: int | None = None
    change: str = "added"


@dataclass(frozen=True, slots=True)
class Names:
    """Keys of records that a text may name. codes: by ISO code; the others by lower-case name."""

    codes: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)
    leads: Mapping[str, int] = field(default_factory=dict)
    documents: Mapping[str, int] = field(default_factory=dict)

    def of(self, mentions: Iterable[Mention], kind: MentionType, names: Mapping[str, int]) -> tuple[int, ...]:
        """Keys of what the mentions of one kind name, each once."""
        found = (self._one(mention, names) for mention in mentions if mention.type == kind)
        return tuple(dict.fromkeys(key for key in found if key))

    def _one(self, mention: Mention, names: Mapping[str, int]) -> int | None:
        by_code = self.codes.get(mention.code) if mention.code and mention.type == MentionType.PLACE else None
        return by_code or names.get(lower(mention.text))


def language_of(code: str) -> str:
    """The content language of a document's language tag; the default where we do not have it."""
    short = code.split("-")[0]
    return short if short in CONTENT else VERBATIM_DEFAULT


def manuscript(
    parts: Sequence[Part], *, title: str, language: str, names: Names, formers: Mapping[int, int]
) -> Manuscript:
    """The edition that these parts (in the order of the text) make. formers: proposal key of a goal → former goal."""
    kinds: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        kinds[part.kind].append(part)
    numbers = references(kinds["measure"])
    chapters = {part.reference for part in kinds["chapter"]}
    homes = {part.reference: part.parent if part.parent in chapters else FRONT for part in kinds["list"]}
    governable = _governable(kinds["chapter"])
    return Manuscript(
        title=title,
        language=language_of(language),
        chapters=tuple(_chapters(kinds["chapter"], title, homes.values(), kinds["target_list"], chapters)),
        lists=tuple(_list(part, homes[part.reference]) for part in kinds["list"]),
        measures=tuple(
            _measure(part, position, numbers[part.key], homes[part.parent], names)
            for position, part in enumerate(kinds["measure"], start=1)
        ),
        goals=tuple(_goal(part, position, formers) for position, part in enumerate(kinds["goal"], start=1)),
        principles=tuple(
            _principle(part, position, governable) for position, part in enumerate(kinds["statement"], start=1)
        ),
        targets=tuple(_target(part, kinds["target_entry"], chapters, names) for part in kinds["target_list"]),
        notes=tuple(_note(part, _renamed(kinds["measure"], numbers)) for part in kinds["footnote"]),
    )


def references(measures: Sequence[Part]) -> dict[int, str]:
    """The reference of each measure by its key: the reader's, or counted anew below the same heading."""
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in measures:
        groups[_prefix(part)].append(part)
    numbered: dict[int, str] = {}
    for prefix, group in groups.items():
        numbered |= {part.key: f"{prefix}{number}" for number, part in enumerate(group, start=1)}
    return numbered


def _prefix(part: Part) -> str:
    """ "III.Außenwirtschaft." of "III.Außenwirtschaft.2"."""
    head, dot, _ = part.reference.rpartition(".")
    return f"{head}{dot}" if dot else f"{part.parent}."


def _renamed(measures: Sequence[Part], numbers: Mapping[int, str]) -> dict[str, str]:
    return {part.reference: numbers[part.key] for part in measures}


def _chapters(
    parts: Sequence[Part], title: str, homes: Iterable[str], targets: Sequence[Part], known: set[str]
) -> Iterable[ChapterText]:
    if FRONT in set(homes) or any(part.parent not in known for part in targets):
        yield ChapterText(FRONT, "", title, 1, "", is_closing=False, lines=None)
    for part in parts:
        payload = part.payload
        parent = part.parent if part.parent in known else ""
        yield ChapterText(
            part.reference, payload.number, payload.text, payload.level, parent, payload.closing, part.lines
        )


def _list(part: Part, chapter: str) -> ListText:
    payload = part.payload
    return ListText(
        reference=part.reference,
        chapter=chapter,
        intro=payload.text,
        lines=payload.head_lines,
        modality=payload.modality,
        cue=payload.cue,
        is_open=payload.open,
        open_cue=payload.open_cue,
        is_continuing=payload.continuing,
    )


def _measure(part: Part, position: int, reference: str, chapter: str, names: Names) -> MeasureText:
    payload = part.payload
    stated = {
        name: getattr(payload, name)
        for name in ("lead", "participants", "deadline", "indicator", "cost")
        if getattr(payload, name)
    }
    return MeasureText(
        reference=reference,
        position=position,
        chapter=chapter,
        measure_list=part.parent,
        title=short_title(payload.text),
        wording=payload.text,
        lines=part.lines,
        modality=payload.modality,
        kind=payload.kind,
        kind_cue=payload.kind_cue,
        is_continuing=payload.continuing,
        is_open=payload.open,
        change=part.change,
        standing=part.match,
        lead=names.leads.get(lower(payload.lead.strip())) if payload.lead else None,
        deadline=payload.deadline if is_fuzzy_date(payload.deadline) else "",
        indicator=payload.indicator,
        stated=stated,
        examples=payload.examples,
        places=names.of(payload.mentions, MentionType.PLACE, names.places),
        actors=names.of(payload.mentions, MentionType.ORGANISATION, names.organisations),
        documents=names.of(payload.mentions, MentionType.DOCUMENT, names.documents),
    )


def _goal(part: Part, position: int, formers: Mapping[int, int]) -> GoalText:
    text = part.payload.text
    return GoalText(part.reference, position, short_title(text), text, part.lines, formers.get(part.key))


def _governable(chapters: Sequence[Part]) -> set[str]:
    """Chapters that a statement in them governs; what the document says at its end it says of everything."""
    closing = {part.reference for part in chapters if part.payload.closing}
    return {part.reference for part in chapters if not closing & {part.reference, part.parent}}


def _principle(part: Part, position: int, chapters: set[str]) -> PrincipleText:
    text = part.payload.text
    chapter = part.section if part.section in chapters else ""
    return PrincipleText(position, short_title(text), text, part.lines, part.payload.modality, chapter)


def _target(part: Part, entries: Sequence[Part], chapters: set[str], names: Names) -> TargetText:
    own = tuple(
        EntryText(item.payload.text, item.lines, names.of(item.payload.mentions, MentionType.PLACE, names.places))
        for item in entries
        if item.parent == part.reference
    )
    chapter = part.parent if part.parent in chapters else FRONT
    return TargetText(part.reference, chapter, part.payload.text, part.lines, own)


def _note(part: Part, renamed: Mapping[str, str]) -> NoteText:
    payload = part.payload
    anchor = renamed.get(payload.anchor, payload.anchor)
    return NoteText(payload.number, payload.text, part.lines, payload.anchor_line, anchor)


def problems(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """What stands in the way, as (code, reference): nothing, duplicate, no_list, empty, no_target_list."""
    if not parts:
        return [("nothing", "")]
    found = [("duplicate", reference) for reference in _duplicates(parts)]
    lists = {part.reference for part in parts if part.kind == "list"}
    targets = {part.reference for part in parts if part.kind == "target_list"}
    for part in parts:
        if part.kind == "measure" and part.parent not in lists:
            found.append(("no_list", part.reference))
        if part.kind == "target_entry" and part.parent not in targets:
            found.append(("no_target_list", part.reference))
        if part.kind not in {"list", "target_list", "title"} and not part.payload.text.strip():
            found.append(("empty", part.reference))
    return found


def _duplicates(parts: Sequence[Part]) -> list[str]:
    counted = Counter(
        (part.kind, part.reference) for part in parts if part.kind in {"chapter", "list", "goal", "target_list"}
    )
    matched = Counter(part.match for part in parts if part.match)
    twice = [reference for (_, reference), count in counted.items() if count > 1]
    return twice + [part.reference for part in parts if part.match and matched[part.match] > 1]
