# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search over everything."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.search.excerpts import Piece
from bruecke.search.queries import Group, Hit, Hits, search, suggest
from bruecke.search.source import sources

LONGEST = 200
MOST_ALSO = 6


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit ready for the page. note: what stands small beside the title."""

    href: str
    title: SafeString | str
    excerpt: SafeString
    language: str
    reference: str
    modality: str
    note: str


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
    return f"{reverse('search')}?{urlencode({name: value for name, value in asked.items() if value})}"


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
        "hits": [_shown(hit) for hit in group.hits],
        "all_href": "" if is_alone or group.count <= len(group.hits) else _href(text, group.kind),
        "all_text": _("Alle anzeigen: %(count)s") % {"count": source.count_text(group.count)},
    }


def _shown(hit: Hit) -> ShownHit:
    href = reverse(sources()[hit.kind].url_name, args=[hit.place])
    line = hit.fragment.removeprefix("z")
    return ShownHit(
        href=f"{href}#{hit.fragment}" if hit.fragment else href,
        title=_html(hit.title) or _("ab Zeile %(line)s") % {"line": line},
        excerpt=_html(hit.excerpt),
        language=hit.excerpt_language,
        reference=hit.facts.get("reference", ""),
        modality=hit.facts.get("modality", ""),
        note=_note(hit),
    )


def _note(hit: Hit) -> str:
    if hit.facts.get("status") == "planned":
        return _("geplant")
    return _("aus internem Vermerk") if hit.is_internal else ""


def _html(pieces: tuple[Piece, ...]) -> SafeString:
    """The pieces escaped, hits in <mark>."""
    parts = [format_html("<mark>{}</mark>" if piece.is_hit else "{}", piece.text) for piece in pieces]
    return SafeString("".join(parts))


urlpatterns = [
    path("suche/", results, name="search"),
    path("suche/vorschlaege/", suggestions, name="search_suggestions"),
]
