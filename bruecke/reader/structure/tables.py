# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of measures: which column says what, in German and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bruecke.reader.draft import Span
from bruecke.reader.lines import Line
from bruecke.reader.structure.flow import Flow
from bruecke.reader.structure.words import loose

_COLUMNS = tuple(
    (name, loose("".join(line.strip() for line in words.splitlines())))
    for name, words in (
        (
            "number",
            r"""(?:(?:lfd\.? ?)?nr\.?|nummer|no\.?|#|id|kürzel|code|number|ziffer)\W*$""",
        ),
        (
            "measure",
            r"""(?:\w+ )?(?:(?:\w*maßnahmen?|vorhaben|aktion(?:en)?|aktivität(?:en)?|teilprojekte?|projekte?
            |meilensteine?|arbeitsschritte?|handlungsschritte?|empfehlung(?:en)?|schlüsselmaßnahmen?)
            |milestones?|measures?(?! of\b)|actions?|activit(?:y|ies)|tasks?|deliverables?|projects?|commitments?
            |initiatives?|recommendations?)\b""",
        ),
        (
            "deadline",
            r"""\w*(?:termine?|frist(?:en)?|zeitraum|zeitplan(?:ung)?|zeithorizont|umsetzungszeitraum|laufzeit
            |zieldatum|umsetzung bis|(?:fertigstellung )?bis(?: wann)?|beginn|start|ende|datum|zeitrahmen)\b
            |(?:target |due |completion |delivery )?dates?\b|deadline|timeline|time ?(?:frame|scale)|due|by when
            |when\b|by$""",
        ),
        (
            "lead",
            r"""(?:haupt)?(?:zuständig\w*|federführung|federführend\w*|ressort\w*|verantwort\w*|träger\w*|wer\b
            |leitung|ansprechpartner)|lead\b|leads|lead \w+|responsib\w*|owner|who\b|accountable\w*""",
        ),
        (
            "participants",
            r"""(?:beteilig\w*|mitwirk\w*|partner\w*|akteure|kooperationspartner\w*|unterstützung durch|involved
            |participants|stakeholders|support(?:ing)? \w+|contributors|with whom)""",
        ),
        (
            "indicator",
            r"""(?:\w*indikator\w*|kennzahl\w*|messgröße\w*|erfolgs\w+|zielwert\w*|messung|kriteri\w+|indicators?
            |measures? of \w+|measurements?|metrics?|kpis?|performance \w+|success \w+|targets?$)""",
        ),
        (
            "cost",
            r"""(?:\w*kosten\w*|budget\w*|finanz\w*|mittel\w*|haushalt\w*|costs?|funding|resources|budget)""",
        ),
        (
            "title",
            r"""(?:titel|bezeichnung|name|kurztitel|title|what\b|was\b)\W*""",
        ),
        (
            "description",
            r"""(?:beschreibung|kurzbeschreibung|inhalte?|erläuterung\w*|description|details|summary)\W*""",
        ),
    )
)
FIELDS = ("lead", "participants", "deadline", "indicator", "cost")
_LONGEST_LABEL = 40
_LONGEST_VALUE = 120
_FEWEST_FIELDS = 2
_INLINE = re.compile(r"(?P<before>[(.;,|–—])\s*\**(?P<name>[A-ZÄÖÜ][\w /-]{1,38}):\**\s+(?=\S)")
_LABELLED = re.compile(r"\W{0,3}[A-ZÄÖÜ][\w /&()-]{1,38}:\W*\s\W*\w")
_MEASURES = loose(r"maßnahme|vorhaben|projekt|aktion|action|measure|milestone|activit|initiative")


@dataclass(slots=True)
class Table:
    """A table: rows in order, header among them where the format or the words say so; intro: the sentence before it."""

    rows: list[Line] = field(default_factory=list)
    intro: Flow | None = None

    @property
    def span(self) -> Span:
        """First and last source line."""
        return self.rows[0].number, self.rows[-1].number


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of a table; every column verbatim."""

    text: str
    lines: Span
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """rows: the measures. ignored: names of columns without meaning here. skipped: rows that hold no measure."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    skipped: tuple[Line, ...]


def read(table: Table, heading: str) -> Reading | None:
    """The measures of a table, None where its header names no column of measures. A column called only "title" or
    "what" counts where the heading above the table speaks of measures, or columns say by whom and by when."""
    for position, header in enumerate(table.rows[:3]):
        columns = _columns(header.cells, heading)
        if columns is not None:
            return _read(table.rows[position + 1 :], header, columns)
    return None


def label(text: str) -> tuple[str, str] | None:
    """What a line such as "Zuständig: Sozialamt" says of a measure: name of the field and its value."""
    name, colon, value = text.partition(":")
    if not colon or not value.strip() or len(name) > _LONGEST_LABEL:
        return None
    meaning = next((found for found, pattern in _COLUMNS if pattern.match(_plain(name))), "")
    return (meaning, value.strip(" *_")) if meaning in (*FIELDS, "description") else None


def inline_labels(text: str) -> dict[str, str]:
    """What a measure's own wording says by label: "Radweg bauen (Zuständig: Bauamt; Frist: 2026)"; name → value."""
    places = [match for match in _INLINE.finditer(text) if label(f"{match['name']}: x")]
    ends = [*(match.start() for match in places[1:]), len(text)]
    found: dict[str, str] = {}
    for place, end in zip(places, ends, strict=False):
        value = text[place.end() : end]
        closed = value.partition(")")[0] if place["before"] == "(" or value.count(")") > value.count("(") else value
        meaning = label(f"{place['name']}: {closed.strip(' .;,|–—')}")
        if meaning and meaning[0] in FIELDS and len(meaning[1]) <= _LONGEST_VALUE:
            found.setdefault(*meaning)
    return found


def is_labelled(text: str) -> bool:
    """Whether a line has the form of "Priorität: hoch", whatever it says."""
    return bool(_LABELLED.match(text))


def _columns(cells: tuple[str, ...], heading: str) -> list[str] | None:
    """The meaning of each column ("" for none), None where no column holds measures."""
    taken: list[str] = []
    for cell in cells:
        meaning = next((name for name, pattern in _COLUMNS if pattern.match(_plain(cell))), "")
        taken.append("" if meaning in taken else meaning)
    if any(len(cell) > 60 for cell in cells):
        return None
    if "measure" in taken and len([name for name in taken if name]) >= 2:
        return taken
    if "measure" in taken and len(cells) > 1:
        return taken
    says = _MEASURES.search(heading) or len([name for name in taken if name in FIELDS]) >= _FEWEST_FIELDS
    if ("title" in taken or "description" in taken) and says and len(cells) > 1:
        taken[taken.index("title" if "title" in taken else "description")] = "measure"
        return taken
    return None


def _plain(cell: str) -> str:
    return re.sub(r"^[\W_]+", "", cell).strip()


def _read(rows: list[Line], header: Line, columns: list[str]) -> Reading:
    found = list(_rows(rows, header, columns))
    skipped = tuple(line for line, row in found if row is None and not _repeats(line, header))
    ignored = tuple(
        cell for cell, name in zip(header.cells, columns, strict=False) if name in ("", "title") and _plain(cell)
    )
    return Reading(tuple(row for _, row in found if row), ignored, skipped)


def _rows(rows: list[Line], header: Line, columns: list[str]) -> Iterator[tuple[Line, Row | None]]:
    values: dict[str, str] = {}
    for line in rows:
        above, values = values, {}
        for column, (name, cell) in enumerate(zip(columns, line.cells, strict=False)):
            if name:
                goes_on = column in line.carried and name in FIELDS
                values[name] = above.get(name, "") if goes_on else _said(cell, name)
        filled = {cell for cell in line.cells if cell.strip()}
        divides = len(line.cells) > 2 and len(filled) == 1 and len([c for c in line.cells if c.strip()]) != 1
        text = values.get("measure", "")
        if not text or divides or line.across or _repeats(line, header) or not any(char.isalpha() for char in text):
            yield line, None
            continue
        text = described(text, values.get("description", ""))
        yield line, Row(text, (line.number, line.number), values)


def _said(cell: str, name: str) -> str:
    """What a cell says; a dash in a field of a measure says that there is nothing to say."""
    says = name not in FIELDS or any(char.isalnum() for char in cell)
    return cell.strip() if says else ""


def described(text: str, description: str) -> str:
    """A measure's title with its description, if any."""
    return f"{text.rstrip('.')}. {description}" if len(description) > 2 else text


def _repeats(line: Line, header: Line) -> bool:
    return line.header or line.cells == header.cells or not any(cell.strip() for cell in line.cells)
