# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of an edition, set like a book; its repairs; its text as it came."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bruecke.library.models import Passage
from bruecke.pages.record_kind import edit_href
from bruecke.pages.record_kinds import EDITION
from bruecke.strategy.models import Edition, Footnote
from bruecke.strategy.queries.book import Block, Book, Loose, Mark, book, readable_edition

ADDRESSES = {"measure": "measure", "goal": "goal", "principle": "principle"}


def _edition(request: HttpRequest, pk: int) -> Edition:
    edition = readable_edition(pk, request.principal)  # type: ignore[attr-defined]
    if edition is None:
        raise Http404
    return edition


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The edition to read, records in its margin."""
    principal = request.principal  # type: ignore[attr-defined]
    found = book(_edition(request, pk), principal=principal)
    way = {"edit_href": edit_href(EDITION, found.edition, principal)}
    return render(request, "document/book.html", _context(found) | way)


def _context(found: Book) -> dict[str, Any]:
    notes = {note.anchor_line: note for note in found.notes if note.anchor_line}
    anchors = {note.pk: note.anchor_line for note in found.notes}
    hrefs = _Hrefs(anchors)
    return {
        "edition": found.edition,
        "language": found.edition.text.language or "de",
        "blocks": [_shown(block, hrefs, notes) for block in found.blocks],
        "chapters": [
            (f"#z{lines[chapter.passage_id]}", str(chapter))
            for lines in [_first_lines(found.blocks)]
            for chapter in found.chapters
            if chapter.level == 1 and chapter.passage_id in lines
        ],
        "repairs": len(found.edition.text.repairs),
    }


def _first_lines(blocks: Iterable[Block | Loose]) -> dict[int | None, int]:
    return {block.passage.pk: block.passage.first_line for block in blocks if isinstance(block, Block)}


class _Hrefs:
    """Addresses of what stands in the margin, without asking the URL resolver for each."""

    def __init__(self, anchors: dict[int, int | None]) -> None:
        self.patterns = {kind: reverse(name, args=[0]) for kind, name in ADDRESSES.items()}
        self.anchors = anchors

    def link(self, mark: Mark) -> SafeString:
        """The mark as a link, with its kind in words for a goal or a principle."""
        if mark.kind == "note":
            line = self.anchors.get(mark.pk)
            return format_html('<a href="#z{}">{}</a>', line, _("zur Stelle im Text")) if line else SafeString("")
        href = self.patterns[mark.kind].replace("/0/", f"/{mark.pk}/")
        words = {"measure": _("Maßnahme %s"), "goal": _("Ziel %s"), "principle": _("Grundsatz: %s")}
        return format_html('<a href="{}">{}</a>', href, words[mark.kind] % mark.label)


def _shown(block: Block | Loose, hrefs: _Hrefs, notes: dict[int, Footnote]) -> dict[str, Any]:
    if isinstance(block, Loose):
        lines = format_html_join(SafeString("<br>"), '<span id="z{}">{}</span>', block.lines)
        return {"style": "loose", "html": lines}
    passage = block.passage
    links = [hrefs.link(mark) for mark in block.marks if mark.kind in {*ADDRESSES, "note"}]
    links += [_note(notes[line]) for line in range(passage.first_line, passage.last_line + 1) if line in notes]
    kinds = {mark.kind for mark in block.marks}
    return {
        "id": f"z{passage.first_line}",
        "level": min(6, block.heading + 1) if block.heading else 0,
        "style": _style(kinds, block.heading),
        "html": wording(passage),
        "lines": _lines(passage),
        "margin": [link for link in links if link],
    }


def _style(kinds: set[str], heading: int) -> str:
    if heading:
        return "heading"
    if kinds & {"measure", "entry", "goal"}:
        return "item"
    return "note" if "note" in kinds else "text"


def _note(note: Footnote) -> SafeString:
    if note.passage is None:
        return SafeString("")
    return format_html('<a href="#z{}">{}</a>', note.passage.first_line, _("Fußnote %s") % note.number)


def _lines(passage: Passage) -> str:
    if passage.first_line == passage.last_line:
        return str(passage.first_line)
    return f"{passage.first_line}–{passage.last_line}"


def wording(passage: Passage) -> SafeString:
    """The wording with an address for each further line and a mark on each repaired spot."""
    text = passage.wording
    opens: dict[int, list[str]] = {}
    for number, start in enumerate(passage.line_starts[1:], start=passage.first_line + 1):
        opens.setdefault(start, []).append(f'<span id="z{number}"></span>')
    for start, end, original in passage.spots:
        title = escape(_("im Original: %s") % original)
        opens.setdefault(start, []).append(f'<span class="fix" title="{title}">')
        opens.setdefault(end, []).insert(0, "</span>")
    parts, at = [], 0
    for place in sorted(opens):
        parts += [escape(text[at:place]), *opens[place]]
        at = place
    # Everything between our own tags was escaped above.
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308


def repairs(request: HttpRequest, pk: int) -> HttpResponse:
    """Every spot where the scan was misread, as it came and as it is read now."""
    edition = _edition(request, pk)
    lines = edition.text.repaired.split("\n")
    rows = [
        {"line": line, "original": original, "suggestion": suggestion, "text": lines[line - 1].strip()}
        for line, _column, original, suggestion, *_rest in edition.text.repairs
    ]
    return render(request, "document/repairs.html", {"edition": edition, "rows": rows})


def raw(request: HttpRequest, pk: int) -> HttpResponse:
    """The text as it came, line by line."""
    edition = _edition(request, pk)
    lines = list(enumerate(edition.text.raw.split("\n"), start=1))
    return render(request, "document/raw.html", {"edition": edition, "lines": lines})


urlpatterns = [
    path("dokument/<int:pk>/", document, name="edition_document"),
    path("dokument/<int:pk>/reparaturen/", repairs, name="edition_repairs"),
    path("dokument/<int:pk>/original/", raw, name="edition_raw"),
]
