# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draft: what the reader says of a document, and the vocabulary it says it in.

Everything points into the source: `lines` is (first, last), 1-based and inclusive. Offsets are counted in
characters of the repaired `text` of the thing they belong to. The JSON form is published in draft.schema.json.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

Span = tuple[int, int]


class Modality(StrEnum):
    """How binding a list is (domain.md: Verbindlichkeit)."""

    OPTION = "option"  # könnte, kann, may, could
    INTENTION = "intention"  # soll, wollen, should, aim to
    STATEMENT = "statement"  # wird, werden, will, shall
    UNKNOWN = "unknown"  # the text does not say; a person decides


class Kind(StrEnum):
    """What a measure does (domain.md: Maßnahmenart); decides its life cycle."""

    CREATE = "create"  # Erstellung, Schaffung, Einführung
    CONTINUE = "continue"  # Fortsetzung, Fortführung, Verstetigung
    EXPAND = "expand"  # Ausbau, Stärkung, Erweiterung, Vertiefung, Intensivierung
    DEVELOP = "develop"  # Weiterentwicklung, Fortschreibung, Konzeptionierung
    IMPLEMENT = "implement"  # Umsetzung, Koordinierung und Umsetzung
    EXAMINE = "examine"  # Prüfung
    EVALUATE = "evaluate"  # Evaluierung
    SUPPORT = "support"  # Förderung, Unterstützung
    ORGANISE = "organise"  # Veranstaltungen, Empfang, Treffen, Auftritte
    PARTICIPATE = "participate"  # Beteiligung, Teilnahme, Aktivitäten im Rahmen von
    COOPERATE = "cooperate"  # Zusammenarbeit, Kooperation, Vernetzung, Austausch
    INFORM = "inform"  # Information, Beratung, Marketing
    FORMAT = "format"  # a dialogue format or conference named as such
    OTHER = "other"  # nothing in the wording says


class MentionType(StrEnum):
    """What a measure names."""

    PLACE = "place"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    DOCUMENT = "document"
    DATE = "date"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of the repair step; undone by putting `original` back.

    line: source line. start: 0-based column in the source line as it came; end = start + len(original).
    suggestion: what is read instead. confidence: 0..1. reason: stable code ("umlaut", "sharp_s", "roman",
    "quote", "dash", "context", "word" ...).
    """

    line: int
    start: int
    original: str
    suggestion: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Something a text names. start, end: characters of the text; code: ISO 3166 alpha-2/-3166-2 for places, ISO date
    (possibly truncated: "2018-09") for dates, "" where none is certain."""

    type: MentionType
    text: str
    start: int
    end: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Title or name of a part, where it stands."""

    text: str
    lines: Span


@dataclass(frozen=True, slots=True)
class Goal:
    """reference: "Z1", "Z2" ... in the order of the document."""

    reference: str
    text: str
    lines: Span


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, section or closing chapter.

    reference: unique path, "III" or "III.Außenwirtschaft". number: as repaired and printed without punctuation
    ("III", "4.2", "a", ""). level: 1 = instrument/chapter, 2 = section ... parent: reference or "".
    closing: closing chapter (evaluation, budget, final provisions). lines: heading to last line of its body.
    heading_lines: of the heading alone. body: its paragraphs outside lists, repaired and joined.
    """

    reference: str
    number: str
    title: str
    level: int
    parent: str
    closing: bool
    lines: Span
    heading_lines: Span
    body: tuple["Paragraph", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text of a chapter; lines joined, hyphenation undone."""

    text: str
    lines: Span


@dataclass(frozen=True, slots=True)
class MeasureList:
    """A list (or table) of measures. reference: that of its chapter, with ".b", ".c" from the second list on.

    intro: its intro sentence; cue: the words of it that fix the modality, verbatim, "" where none.
    open: more measures are possible; open_cue: the words that say so. continuing: the intro itself says "auch künftig".
    """

    reference: str
    chapter: str
    intro: str
    intro_lines: Span | None
    lines: Span
    modality: Modality
    cue: str
    open: bool
    open_cue: str
    continuing: bool
    table: bool = False
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, reference "I.3" or "III.Außenwirtschaft.2".

    kind_cue: the words that fix the kind, verbatim. continuing: the wording or its list says that it goes on.
    lead, deadline, indicator, cost: only from columns of a table (or a line that names them), verbatim; "" elsewhere.
    examples: what the wording names as examples ("z. B. ..."). open: the wording itself is open.
    repairs: indexes into Draft.repairs.
    """

    reference: str
    chapter: str
    list: str
    text: str
    lines: Span
    modality: Modality
    kind: Kind
    kind_cue: str
    continuing: bool
    open: bool = False
    lead: str = ""
    participants: str = ""
    deadline: str = ""
    indicator: str = ""
    cost: str = ""
    examples: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    repairs: tuple[int, ...] = ()
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """One entry of a list that names targets, not measures."""

    text: str
    lines: Span
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetList:
    """A list of countries, regions, conferences ... that are no measures (R29)."""

    reference: str
    chapter: str
    intro: str
    lines: Span
    entries: tuple[TargetEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """number: as printed. anchor_line/anchor_column: where the mark stands, None where it was not found;
    anchor: reference of the measure or chapter it belongs to."""

    number: str
    text: str
    lines: Span
    anchor_line: int | None = None
    anchor_column: int | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of normative force outside the lists: a proposed principle."""

    text: str
    lines: Span
    chapter: str
    modality: Modality
    cue: str


@dataclass(frozen=True, slots=True)
class Warning:
    """What a person should look at. code: stable; message: German sentence; message_en: English."""

    code: str
    message: str
    message_en: str
    lines: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader says of one document. `text_lines` is the repaired text, one entry a source line."""

    format: str
    sha256: str
    language: str
    pages: int
    title: Heading | None
    preamble: tuple[Paragraph, ...] = ()
    goals: tuple[Goal, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    lists: tuple[MeasureList, ...] = ()
    measures: tuple[Measure, ...] = ()
    target_lists: tuple[TargetList, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    statements: tuple[Statement, ...] = ()
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[Warning, ...] = ()
    source_lines: tuple[str, ...] = field(default=(), repr=False)
    text_lines: tuple[str, ...] = field(default=(), repr=False)
    line_pages: tuple[int, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """JSON form of draft.schema.json: plain dicts, lists, strings, numbers; `title` is the string."""
        data: dict[str, Any] = asdict(self)
        data["schema"] = "bruecke-draft-1"
        data["title"] = self.title.text if self.title else ""
        data["title_lines"] = list(self.title.lines) if self.title else None
        return data
