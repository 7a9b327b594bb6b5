# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draft as a person reads it in a terminal: title, counts, chapters with their lists, what to look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from bruecke.reader.draft import Chapter, Draft, MeasureList, Modality, TargetList

_LONGEST = 100
_NOUNS = {
    "de": {
        "goals": ("Ziel", "Ziele"),
        "chapters": ("Kapitel", "Kapitel"),
        "sections": ("Abschnitt", "Abschnitte"),
        "closing": ("Schlusskapitel", "Schlusskapitel"),
        "lists": ("Liste", "Listen"),
        "measures": ("Maßnahme", "Maßnahmen"),
        "targets": ("Zielliste", "Ziellisten"),
        "entries": ("Eintrag", "Einträge"),
        "footnotes": ("Fußnote", "Fußnoten"),
        "statements": ("Grundsatz", "Grundsätze"),
        "repairs": ("Reparatur", "Reparaturen"),
        "warnings": ("Hinweis", "Hinweise"),
    },
    "en": {
        "goals": ("goal", "goals"),
        "chapters": ("chapter", "chapters"),
        "sections": ("section", "sections"),
        "closing": ("closing chapter", "closing chapters"),
        "lists": ("list", "lists"),
        "measures": ("measure", "measures"),
        "targets": ("target list", "target lists"),
        "entries": ("entry", "entries"),
        "footnotes": ("footnote", "footnotes"),
        "statements": ("principle", "principles"),
        "repairs": ("repair", "repairs"),
        "warnings": ("note", "notes"),
    },
}
_PHRASES = {
    "de": {
        "title": "Titel",
        "no_title": "(ohne Titel)",
        "found": "Gefunden",
        "outline": "Gliederung",
        "open": "offen",
        "continuing": "fortlaufend",
        "table": "Tabelle",
        "line": "Zeile",
        Modality.OPTION: "Option",
        Modality.INTENTION: "Absicht",
        Modality.STATEMENT: "Feststellung",
        Modality.UNKNOWN: "Verbindlichkeit offen",
    },
    "en": {
        "title": "Title",
        "no_title": "(no title)",
        "found": "Found",
        "outline": "Outline",
        "open": "open",
        "continuing": "continuing",
        "table": "table",
        "line": "line",
        Modality.OPTION: "option",
        Modality.INTENTION: "intention",
        Modality.STATEMENT: "statement",
        Modality.UNKNOWN: "modality unclear",
    },
}


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The words of one language: "de" or "en"."""

    name: str

    def say(self, key: str) -> str:
        """One word or phrase."""
        return _PHRASES[self.name][key]

    def quote(self, text: str) -> str:
        """The words in quotation marks."""
        return f"“{text}”" if self.name == "en" else f"„{text}“"

    def count(self, number: int, key: str) -> str:
        """A number with its noun."""
        return f"{number} {_NOUNS[self.name][key][number != 1]}"


def outline(draft: Draft, *, language: str = "de") -> str:
    """A readable outline with counts, in German or English; ends with a line break."""
    tongue = _Tongue("en" if language.startswith("en") else "de")
    blocks = [
        [f"{tongue.say('title')}: {draft.title.text if draft.title else tongue.say('no_title')}"],
        [f"{tongue.say('found')}: " + ", ".join(_counts(draft, tongue))],
        list(_goals(draft, tongue)),
        list(_chapters(draft, tongue)),
        list(_warnings(draft, tongue)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _counts(draft: Draft, tongue: _Tongue) -> Iterator[str]:
    top = [chapter for chapter in draft.chapters if chapter.level == 1]
    yield tongue.count(len(draft.goals), "goals")
    yield tongue.count(sum(not chapter.closing for chapter in top), "chapters")
    yield tongue.count(len(draft.chapters) - len(top), "sections")
    yield tongue.count(sum(chapter.closing for chapter in top), "closing")
    yield tongue.count(len(draft.lists), "lists")
    yield tongue.count(len(draft.measures), "measures")
    yield tongue.count(len(draft.target_lists), "targets")
    yield tongue.count(len(draft.footnotes), "footnotes")
    yield tongue.count(len(draft.statements), "statements")
    yield tongue.count(len(draft.repairs), "repairs")
    yield tongue.count(len(draft.warnings), "warnings")


def _goals(draft: Draft, tongue: _Tongue) -> Iterator[str]:
    if draft.goals:
        yield tongue.count(len(draft.goals), "goals")
    for goal in draft.goals:
        yield f"  {goal.reference}  {_short(goal.text)}"


def _chapters(draft: Draft, tongue: _Tongue) -> Iterator[str]:
    lists: dict[str, list[MeasureList]] = {}
    targets: dict[str, list[TargetList]] = {}
    for found in draft.lists:
        lists.setdefault(found.chapter, []).append(found)
    for target in draft.target_lists:
        targets.setdefault(target.chapter, []).append(target)
    if draft.chapters or draft.lists:
        yield tongue.say("outline")
    yield from _contents("", 0, lists, targets, tongue)
    for chapter in draft.chapters:
        yield _heading(chapter, tongue)
        yield from _contents(chapter.reference, chapter.level, lists, targets, tongue)


def _heading(chapter: Chapter, tongue: _Tongue) -> str:
    number = f"{chapter.number}  " if chapter.number else ""
    closing = f"  [{_NOUNS[tongue.name]['closing'][0]}]" if chapter.closing else ""
    return "  " * chapter.level + _short(number + chapter.title) + closing


def _contents(
    chapter: str,
    level: int,
    lists: dict[str, list[MeasureList]],
    targets: dict[str, list[TargetList]],
    tongue: _Tongue,
) -> Iterator[str]:
    indent = "  " * (level + 1)
    for found in lists.get(chapter, ()):
        marks = [tongue.say(found.modality) + (f" {tongue.quote(found.cue)}" if found.cue else "")]
        marks += [tongue.say(key) for key in ("open", "continuing", "table") if getattr(found, key)]
        yield f"{indent}{found.reference}: {tongue.count(len(found.measures), 'measures')} ({', '.join(marks)})"
    for target in targets.get(chapter, ()):
        named = _short("; ".join(entry.text for entry in target.entries))
        entries = tongue.count(len(target.entries), "entries")
        yield f"{indent}{target.reference}: {_NOUNS[tongue.name]['targets'][0]}, {entries}: {named}"


def _warnings(draft: Draft, tongue: _Tongue) -> Iterator[str]:
    if draft.warnings:
        yield tongue.count(len(draft.warnings), "warnings")
    for warning in draft.warnings:
        place = f"{tongue.say('line')} {warning.lines[0]}: " if warning.lines else ""
        yield f"  {place}{warning.message_en if tongue.name == 'en' else warning.message}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
