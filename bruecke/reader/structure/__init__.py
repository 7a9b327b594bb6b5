# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meaning from lines: title, chapters, goals, lists, measures, targets, footnotes, statements.

Pure; the cost is linear in the number of lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bruecke.reader.draft import Chapter, Draft, Footnote, Measure, Repair, Warning
from bruecke.reader.lines import Line, Source
from bruecke.reader.structure import alarms
from bruecke.reader.structure.blocks import blocks
from bruecke.reader.structure.collect import Collected, collect
from bruecke.reader.structure.contents import Entry, contents
from bruecke.reader.structure.headed import headed
from bruecke.reader.structure.headings import with_headings
from bruecke.reader.structure.language import language
from bruecke.reader.structure.notes import Note, notes
from bruecke.reader.structure.references import References
from bruecke.reader.structure.seams import mended
from bruecke.reader.structure.tree import Node, tree
from bruecke.reader.structure.wrapping import wrap_width


def structure(source: Source, lines: Sequence[Line], repairs: Sequence[Repair], *, sha256: str) -> Draft:
    """The draft of a document. lines: source.lines after furniture and repair, one for one. Never raises on any lines;
    where it is unsure the draft's warnings say so."""
    noted = notes(lines)
    toc = contents(mended(blocks(noted.lines, source.format)))
    grown = tree(with_headings(toc, wrap_width(noted.lines)), source.title)
    tongue = language(source.language, (line.text for line in lines))
    references = References(tongue)
    measured = headed(grown.nodes)
    headings = {id(member.node) for members in measured.values() for member in members}
    nodes = [node for node in grown.nodes if id(node) not in headings]
    references.chapters(nodes)
    found = collect(nodes, tongue, references, repairs, measured)
    chapters = tuple(_chapter(node, found) for node in nodes[1:])
    measures, footnotes = _noted(noted.notes, tuple(found.measures), chapters)
    return Draft(
        format=source.format,
        sha256=sha256,
        language=tongue,
        pages=source.pages,
        title=grown.title,
        preamble=tuple(found.bodies[""]),
        goals=tuple(found.goals),
        chapters=chapters,
        lists=tuple(found.lists),
        measures=measures,
        target_lists=tuple(found.targets),
        footnotes=footnotes,
        statements=tuple(found.statements),
        repairs=tuple(repairs),
        warnings=tuple(_warnings(found, nodes, toc.entries, noted.notes, titled=grown.title is not None)),
        source_lines=tuple(line.text for line in source.lines),
        text_lines=tuple(line.text for line in lines),
        line_pages=tuple(line.page for line in source.lines),
    )


def _chapter(node: Node, found: Collected) -> Chapter:
    return Chapter(
        reference=node.reference,
        number=node.printed,
        title=node.title,
        level=node.level,
        parent=node.parent.reference if node.parent else "",
        closing=node.closing,
        lines=node.span,
        heading_lines=node.heading.span if node.heading else node.span,
        body=tuple(found.bodies[node.reference]),
    )


def _noted(
    found: Sequence[Note], measures: tuple[Measure, ...], chapters: Sequence[Chapter]
) -> tuple[tuple[Measure, ...], tuple[Footnote, ...]]:
    """Footnotes with what they belong to, and the measures with their footnotes."""
    owner = {line: chapter.reference for chapter in chapters for line in range(chapter.lines[0], chapter.lines[1] + 1)}
    marked = {line: measure.reference for measure in measures for line in range(*_through(measure.lines))}
    footnotes = []
    of_measure: dict[str, list[str]] = {}
    for note in found:
        line, column = note.place if note.place else (None, None)
        anchor = (marked.get(line) or owner.get(line, "")) if line is not None else ""
        if line is not None and line in marked:
            of_measure.setdefault(anchor, []).append(note.number)
        footnotes.append(Footnote(note.number, note.text, note.lines, line, column, anchor))
    with_notes = tuple(
        replace(measure, footnotes=tuple(of_measure[measure.reference])) if measure.reference in of_measure else measure
        for measure in measures
    )
    return with_notes, tuple(footnotes)


def _through(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], span[1] + 1


def _warnings(
    found: Collected, nodes: Sequence[Node], entries: Sequence[Entry], marks: Sequence[Note], *, titled: bool
) -> Iterator[Warning]:
    """General warnings first, then those of single places in the order of the document."""
    if not titled:
        yield alarms.no_title()
    if len(nodes) == 1:
        yield alarms.no_chapters()
    if not found.lists:
        yield alarms.no_list()
    local = [*found.warnings, *_gaps(nodes)]
    local += [alarms.contents_missing(entry.title, entry.lines) for entry in entries if not entry.found]
    local += [alarms.anchor_missing(note.number, note.lines) for note in marks if note.place is None]
    local += [alarms.anchor_guessed(note.number, note.lines) for note in marks if note.guessed]
    yield from sorted(local, key=lambda warning: warning.lines or (0, 0))


def _gaps(nodes: Sequence[Node]) -> Iterator[Warning]:
    """Chapters of the first level whose numbers do not count on."""
    tops = [node for node in nodes if node.level == 1 and node.number and node.heading]
    for before, node in pairwise(tops):
        one, other = before.number, node.number
        if one and other and node.heading and one.family == other.family and other.value > one.value + 1:
            yield alarms.numbers_missing(one.number, other.number, node.heading.span)
