# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts as the reader would give them, and imports made of them."""

from itertools import count

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.intake.actions import accept_all, confirm_certain_matches, publish_here, store_upload, take_draft
from bruecke.intake.models import ImportDraft, Proposal
from bruecke.reader.draft import (
    Chapter,
    Draft,
    Footnote,
    Goal,
    Heading,
    Kind,
    Measure,
    MeasureList,
    Mention,
    MentionType,
    Modality,
    Paragraph,
    Repair,
    Statement,
    TargetEntry,
    TargetList,
)
from bruecke.strategy.models import Edition, Strategy

_number = count(1)
INTRO = "Folgende Maßnahmen könnten ergriffen werden:"


class Writer:
    """Writes lines and remembers where they stand."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, *lines: str) -> tuple[int, int]:
        """Lines (first, last) of what was written, a blank line behind."""
        first = len(self.lines) + 1
        self.lines += [*lines, ""]
        return first, first + len(lines) - 1


def make_draft(
    chapters: dict[str, list[str]],
    *,
    goals: tuple[str, ...] = ("Die Nachbarschaft pflegen.", "Den Handel fördern."),
    title: str = "Strategie des Musterlandes",
    with_notes: bool = True,
) -> Draft:
    """A draft with a chapter for each key ("Handel") and a list of its measures; the scan read "ü" as "ii" in "für".

    The first measure of each chapter names Polen. with_notes: a target list, a footnote and a statement in the first.
    """
    paper = Writer()
    head = Heading(title, paper.write(title))
    preamble = Paragraph("Das Land liegt in der Mitte.", paper.write("Das Land liegt", "in der Mitte."))
    found_goals = tuple(Goal(f"Z{n}", text, paper.write(f"- {text}")) for n, text in enumerate(goals, start=1))
    parts: dict[str, list[object]] = {"chapters": [], "lists": [], "measures": []}
    extra: dict[str, tuple[object, ...]] = {}
    for number, (name, wordings) in enumerate(chapters.items(), start=1):
        reference = "I" * number if number < 4 else f"K{number}"
        heading = paper.write(f"{reference}. {name}")
        body = Paragraph(f"Das Kapitel {name} ist wichtig.", paper.write(f"Das Kapitel {name} ist wichtig."))
        if with_notes and number == 1:
            extra = _notes(paper, reference)
        intro = paper.write(INTRO)
        measures = tuple(_measure(paper, reference, n, text) for n, text in enumerate(wordings, start=1))
        lines = (heading[0], len(paper.lines))
        parts["measures"] += measures
        parts["lists"].append(
            MeasureList(
                reference=reference,
                chapter=reference,
                intro=INTRO,
                intro_lines=intro,
                lines=(intro[0], lines[1]),
                modality=Modality.OPTION,
                cue="könnten",
                open=False,
                open_cue="",
                continuing=False,
                measures=tuple(measure.reference for measure in measures),
            )
        )
        parts["chapters"].append(Chapter(reference, reference, name, 1, "", False, lines, heading, (body,)))
    return Draft(
        format="text",
        sha256="",
        language="de",
        pages=1,
        title=head,
        preamble=(preamble,),
        goals=found_goals,
        chapters=tuple(parts["chapters"]),  # type: ignore[arg-type]
        lists=tuple(parts["lists"]),  # type: ignore[arg-type]
        measures=tuple(parts["measures"]),  # type: ignore[arg-type]
        target_lists=extra.get("target_lists", ()),  # type: ignore[arg-type]
        footnotes=extra.get("footnotes", ()),  # type: ignore[arg-type]
        statements=extra.get("statements", ()),  # type: ignore[arg-type]
        repairs=_repairs(paper.lines),
        source_lines=tuple(line.replace("für", "fiir") for line in paper.lines),
        text_lines=tuple(paper.lines),
        line_pages=tuple(1 for _ in paper.lines),
    )


def _measure(paper: Writer, chapter: str, number: int, text: str) -> Measure:
    at = text.find("Polen")
    mentions = (Mention(MentionType.PLACE, "Polen", at, at + 5, "PL"),) if at >= 0 else ()
    return Measure(
        reference=f"{chapter}.{number}",
        chapter=chapter,
        list=chapter,
        text=text,
        lines=paper.write(f"- {text}"),
        modality=Modality.OPTION,
        kind=Kind.EXPAND,
        kind_cue="Ausbau",
        continuing=False,
        mentions=mentions,
    )


def _notes(paper: Writer, chapter: str) -> dict[str, tuple[object, ...]]:
    said = "Das Land soll Verantwortung übernehmen."
    statement = Statement(said, paper.write(said), chapter, Modality.INTENTION, "soll")
    first = paper.write("Wichtige Länder sind:")
    entry = TargetEntry("Polen", paper.write("- Polen"), (Mention(MentionType.PLACE, "Polen", 0, 5, "PL"),))
    target = TargetList(f"{chapter}.target", chapter, "Wichtige Länder sind:", (first[0], entry.lines[1]), (entry,))
    note = Footnote("1", "Siehe den Plan.", paper.write("1 Siehe den Plan."), first[0], 3, f"{chapter}.1")
    return {"statements": (statement,), "target_lists": (target,), "footnotes": (note,)}


def _repairs(lines: list[str]) -> tuple[Repair, ...]:
    """Of every "für", where it stood in the scan."""
    found = []
    for number, line in enumerate(lines, start=1):
        at, shift = line.find("für"), 0
        while at >= 0:
            found.append(Repair(number, at + shift, "fiir", "für", 0.97, "umlaut"))
            at, shift = line.find("für", at + 3), shift + 1
    return tuple(found)


def make_import(
    draft: Draft | None = None, *, by: Principal = SYSTEM, strategy: Strategy | None = None, name: str = ""
) -> ImportDraft:
    """An import of `draft` (two chapters with three measures where None) that waits for its review."""
    n = next(_number)
    draft = draft or make_draft(
        {
            "Handel": ["Ausbau des Handels mit Polen", "Aufbau einer Stelle für Messen", "Förderung junger Betriebe"],
            "Kultur": ["Ausbau des Austauschs für Schulen", "Prüfung eines Kulturjahres", "Erhalt der Bühnen"],
        }
    )
    made = store_upload(data=f"Datei {n}".encode(), file_name=name or f"strategie-{n}.txt", by=by, strategy=strategy)
    return take_draft(draft=draft, import_draft=made, by=by)


def publish_import(made: ImportDraft, *, by: Principal = SYSTEM, **said: object) -> Edition:
    """Accept all of it, take every proposed match for right, and publish."""
    accept_all(draft=made, by=by)
    confirm_certain_matches(draft=made, by=by, least=0.0)
    return publish_here(import_draft=made, by=by, **said)  # type: ignore[arg-type]


def proposal_of(made: ImportDraft, reference: str, kind: str = "measure") -> Proposal:
    """One proposal by its reference."""
    return Proposal.objects.get(draft=made, reference=reference, kind=kind)
