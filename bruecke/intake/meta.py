# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of an uploaded document as a whole, as stored JSON. Pure."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from bruecke.reader.draft import Draft


@dataclass(frozen=True, slots=True)
class Note:
    """A warning of the reader, in both languages; lines (first, last) or none."""

    code: str
    german: str
    english: str
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """counts: number of each kind of part the reader found."""

    title: str = ""
    format: str = ""
    language: str = ""
    pages: int = 0
    repairs: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self) | {"notes": [asdict(note) for note in self.notes]}


def of_draft(draft: Draft) -> Meta:
    """What a draft says of its document."""
    parts = ("goals", "chapters", "lists", "measures", "target_lists", "footnotes", "statements")
    return Meta(
        title=draft.title.text if draft.title else "",
        format=draft.format,
        language=draft.language,
        pages=draft.pages,
        repairs=len(draft.repairs),
        counts={part: len(getattr(draft, part)) for part in parts},
        notes=tuple(Note(item.code, item.message, item.message_en, item.lines) for item in draft.warnings),
    )


def read(data: dict[str, Any]) -> Meta:
    """The meta that as_json gave; what else is kept beside it is left alone."""
    known = {item.name for item in fields(Meta)} - {"notes"}
    notes = tuple(
        Note(item["code"], item["german"], item["english"], tuple(item["lines"]) if item["lines"] else None)
        for item in data.get("notes", ())
    )
    return Meta(**{name: value for name, value in data.items() if name in known}, notes=notes)
