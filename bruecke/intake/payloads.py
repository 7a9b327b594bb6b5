# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a proposal says, as stored JSON: one typed form for all kinds, each using the fields it has. Pure."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from bruecke.intake.spans import Spot
from bruecke.reader.draft import Mention, MentionType

Line = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of running text with its lines (first, last)."""

    text: str
    lines: Line


@dataclass(frozen=True, slots=True)
class Payload:
    """text: title, wording, intro or sentence, by kind. Offsets of mentions and spots count in it.

    paragraphs: running text below a heading (kinds chapter and title). lines of an intro or heading: head_lines.
    """

    text: str = ""
    number: str = ""
    level: int = 1
    closing: bool = False
    head_lines: Line | None = None
    paragraphs: tuple[Block, ...] = ()
    modality: str = "unknown"
    cue: str = ""
    kind: str = "other"
    kind_cue: str = ""
    continuing: bool = False
    open: bool = False
    open_cue: str = ""
    lead: str = ""
    participants: str = ""
    deadline: str = ""
    indicator: str = ""
    cost: str = ""
    examples: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spots: tuple[Spot, ...] = ()
    anchor: str = ""
    anchor_line: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Only what differs from the default, so that a thousand proposals stay small."""
        data = asdict(self)
        return {f.name: _plain(data[f.name]) for f in fields(self) if getattr(self, f.name) != f.default}


def read(data: dict[str, Any]) -> Payload:
    """The payload that as_json gave; keys of an older version are ignored."""
    known = {f.name for f in fields(Payload)}
    plain = {key: value for key, value in data.items() if key in known}
    payload = Payload(**plain)
    return replace(
        payload,
        head_lines=_line(plain.get("head_lines")),
        paragraphs=tuple(Block(item["text"], (item["lines"][0], item["lines"][1])) for item in payload.paragraphs),  # type: ignore[index]
        examples=tuple(payload.examples),
        mentions=tuple(_mention(item) for item in plain.get("mentions", ())),
        spots=tuple(Spot(**item) for item in plain.get("spots", ())),
    )


def _line(value: Any) -> Line | None:
    return (value[0], value[1]) if value else None


def _mention(item: dict[str, Any]) -> Mention:
    return Mention(**(item | {"type": MentionType(item["type"])}))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
