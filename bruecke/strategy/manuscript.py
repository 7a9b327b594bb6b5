# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition is to say, before it has any rows: handed to actions.editions by whoever prepared it. Pure.

References are final. `lines` is (first, last) of the source text; where no passage is there, None.
"""

from dataclasses import dataclass, field

Lines = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChapterText:
    """parent: reference of the chapter above, "" at the top. lines: of the heading."""

    reference: str
    number: str
    title: str
    level: int
    parent: str
    is_closing: bool
    lines: Lines | None


@dataclass(frozen=True, slots=True)
class ListText:
    """A list of measures; lines: of its intro."""

    reference: str
    chapter: str
    intro: str
    lines: Lines | None
    modality: str
    cue: str
    is_open: bool
    open_cue: str
    is_continuing: bool


@dataclass(frozen=True, slots=True)
class MeasureText:
    """standing: key of the measure that this is the new wording of, None for a new one. places, actors, documents: keys
    of what the wording names. stated: columns of a table, verbatim."""

    reference: str
    position: int
    chapter: str
    measure_list: str
    title: str
    wording: str
    lines: Lines
    modality: str
    kind: str
    kind_cue: str
    is_continuing: bool
    is_open: bool
    change: str = "added"
    standing: int | None = None
    deadline: str = ""
    lead: int | None = None
    indicator: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    documents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalText:
    """former: key of the same goal in the standing edition, whose links to measures go over to this one."""

    reference: str
    position: int
    title: str
    wording: str
    lines: Lines
    former: int | None = None


@dataclass(frozen=True, slots=True)
class PrincipleText:
    """chapter: reference of the top chapter it stands in, "" for none."""

    position: int
    title: str
    wording: str
    lines: Lines
    modality: str
    chapter: str


@dataclass(frozen=True, slots=True)
class EntryText:
    """One entry of a target list."""

    wording: str
    lines: Lines
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetText:
    """A list of targets that are no measures."""

    reference: str
    chapter: str
    intro: str
    lines: Lines
    entries: tuple[EntryText, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote; anchor: reference of what it belongs to."""

    number: str
    wording: str
    lines: Lines
    anchor_line: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """language: of the wording, one of base.languages.CONTENT."""

    title: str
    language: str
    chapters: tuple[ChapterText, ...] = ()
    lists: tuple[ListText, ...] = ()
    measures: tuple[MeasureText, ...] = ()
    goals: tuple[GoalText, ...] = ()
    principles: tuple[PrincipleText, ...] = ()
    targets: tuple[TargetText, ...] = ()
    notes: tuple[NoteText, ...] = ()
