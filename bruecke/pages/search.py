# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search over everything."""

from html import escape
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.pages.context import address, record_address
from bruecke.pages.measure_words import measure_words
from bruecke.search.excerpts import Piece
from bruecke.search.queries import Group, Hit, Hits, search, suggest
from bruecke.search.source import sources

LONGEST = 200
MOST_ALSO = 6


def results(request: HttpRequest) -> HttpResponse:
    """Hits in groups, or of one kind page by page; says what was corrected and looked for besides."""
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    kind = request.GET.get("art", "")
    kinds = (kind,) if kind in sources() else ()
    after = _number(request.GET.get("nach", ""))
    language = get_language() or "de"
    principal = request.principal  # type: ignore[attr-defined]
    hits = search(text, principal=principal, language=language, kinds=kinds, after=after) if text else Hits()
    return render(request, "search/results.html", {"text": text, **_context(text, hits, kind if kinds else "", after)})


def suggestions(request: HttpRequest) -> HttpResponse:
    """Completions of the last word as options of a list, for the field of the search page."""
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST]
    found = suggest(text, principal=request.principal)  # type: ignore[attr-defined]
    return HttpResponse(format_html_join("", '<option value="{}"></option>', ((one,) for one in found)))


def _context(text: str, hits: Hits, kind: str, after: int) -> dict[str, Any]:
    shown = [group for group in hits.groups if group.hits]
    return {
        "kind": kind,
        "sentence": _sentence(text, hits),
        "tabs": _tabs(text, hits, kind),
        "groups": [_group(text, group, is_alone=bool(kind)) for group in shown],
        "corrections": hits.corrections,
        "also": hits.also[:MOST_ALSO],
        "is_loosened": hits.is_loosened,
        "next": next((_href(text, kind, group.after) for group in shown if kind and group.after), ""),
        "previous": _href(text, kind, max(0, after - 20)) if kind and after else "",
    }


def _number(value: str) -> int:
    """Hits to leave out, as the address says; 0 for anything else than a reasonable number."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0


def _href(text: str, kind: str = "", after: int | None = None) -> str:
    asked = {"q": text, "art": kind, "nach": after}
    return f"{address('search')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _sentence(text: str, hits: Hits) -> str:
    if not hits.total:
        return ""
    found = ngettext("%(n)d Treffer für „%(text)s“", "%(n)d Treffer für „%(text)s“", hits.total)
    counts = ", ".join(sources()[group.kind].count_text(group.count) for group in hits.groups)
    return f"{found % {'n': hits.total, 'text': text}}: {counts}"


def _tabs(text: str, hits: Hits, kind: str) -> list[dict[str, Any]]:
    every = {"href": _href(text), "label": _("Alles"), "count": hits.total, "is_current": not kind}
    return [every] + [
        {
            "href": _href(text, group.kind),
            "label": sources()[group.kind].label,
            "count": group.count,
            "is_current": group.kind == kind,
        }
        for group in hits.groups
    ]


def _group(text: str, group: Group, *, is_alone: bool) -> dict[str, Any]:
    source = sources()[group.kind]
    return {
        "kind": group.kind,
        "label": source.label,
        "hits": mark_safe("\n".join(map(_item, group.hits))),  # noqa: S308 - every value is escaped where it is joined
        "all_href": "" if is_alone or group.count <= len(group.hits) else _href(text, group.kind),
        "all_text": _("Alle anzeigen: %(count)s") % {"count": source.count_text(group.count)},
    }


def _item(hit: Hit) -> str:
    """A hit as an item of a list, joined here: in a template they took a third of the time of the page."""
    href = record_address(sources()[hit.kind].url_name, hit.place)
    title = _html(hit.title) or escape(_("ab Zeile %(line)s") % {"line": hit.fragment.removeprefix("z")})
    reference, modality = hit.facts.get("reference", ""), hit.facts.get("modality", "")
    excerpt, note = _html(hit.excerpt), _note(hit)
    parts = [
        f'<a class="name" href="{escape(f"{href}#{hit.fragment}" if hit.fragment else href)}">{title}</a>',
        f'<span class="small muted">{escape(reference)}</span>' if reference else "",
        f'<span class="tag {escape(modality)}">{escape(measure_words()["modality"][modality])}</span>'
        if modality
        else "",
        f'<span class="tag plain">{escape(note)}</span>' if note else "",
    ]
    shown = f'<span class="d" lang="{escape(hit.excerpt_language)}">{excerpt}</span>' if excerpt else ""
    return f"<li>{' '.join(filter(None, parts))}{shown}</li>"


def _note(hit: Hit) -> str:
    if hit.facts.get("status") == "planned":
        return _("geplant")
    return _("aus internem Vermerk") if hit.is_internal else ""


def _html(pieces: tuple[Piece, ...]) -> str:
    """The pieces escaped, hits in <mark>."""
    return "".join(f"<mark>{escape(piece.text)}</mark>" if piece.is_hit else escape(piece.text) for piece in pieces)


urlpatterns = [
    path("suche/", results, name="search"),
    path("suche/vorschlaege/", suggestions, name="search_suggestions"),
]
