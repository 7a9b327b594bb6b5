# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, instruments and principles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.pages.measure_addresses import measures_with
from bruecke.pages.record_kind import working
from bruecke.pages.record_kinds import GOAL, PRINCIPLE
from bruecke.pages.target_lists import shown
from bruecke.strategy.models import Chapter, EditionState, Goal, Principle
from bruecke.strategy.queries.plan import Plan, chapter_of, chapter_sheet, goal_sheet, plan, principle_sheet
from bruecke.strategy.queries.standing import standing_edition


def overview(request: HttpRequest) -> HttpResponse:
    """All goals, instruments and principles of the standing edition."""
    principal = request.principal  # type: ignore[attr-defined]
    edition = standing_edition(principal)
    sheet = plan(edition, principal=principal) if edition else None
    context = {"edition": edition, "plan": sheet, "principles": _governing(sheet) if sheet else []}
    return render(request, "plan/overview.html", context)


def _governing(sheet: Plan) -> list[tuple[Principle, str]]:
    """Each principle with what it governs in words: an instrument by its name."""
    return [
        (principle, str(sheet.chapter(principle.chapter_reference) or principle.get_scope_display()))
        for principle in sheet.principles
    ]


def goal(request: HttpRequest, pk: int) -> HttpResponse:
    """One goal and what serves it."""
    try:
        sheet = goal_sheet(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Goal.DoesNotExist:
        raise Http404 from None
    work = working(GOAL, sheet.goal, request.principal)  # type: ignore[attr-defined]
    context = {"sheet": sheet, "crumbs": _crumbs()} | _source(sheet.goal) | work
    return render(request, "plan/goal.html", context)


def chapter(request: HttpRequest, pk: int) -> HttpResponse:
    """One instrument or section, as the document orders it."""
    principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = chapter_sheet(pk, principal=principal)
    except Chapter.DoesNotExist:
        raise Http404 from None
    crumbs = _crumbs()
    if sheet.chapter.parent is not None:
        crumbs.append((reverse("chapter", args=[sheet.chapter.parent_id]), str(sheet.chapter.parent)))
    context = {"sheet": sheet, "crumbs": crumbs, "listed": _listed(sheet.chapter)}
    context["targets"] = [shown(target, principal) for target in sheet.targets]
    return render(request, "plan/chapter.html", context)


def _listed(chapter: Chapter) -> str:
    """The list of the chapter's measures; "" where it lists none (a closing chapter, a former edition)."""
    if chapter.is_closing or chapter.edition.state != EditionState.ADOPTED:
        return ""
    return measures_with(strategy=chapter.edition.strategy.key, instrument=chapter.reference)


def principle(request: HttpRequest, pk: int) -> HttpResponse:
    """One principle."""
    try:
        found = principle_sheet(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Principle.DoesNotExist:
        raise Http404 from None
    work = working(PRINCIPLE, found, request.principal)  # type: ignore[attr-defined]
    context = {"principle": found, "chapter": chapter_of(found), "crumbs": _crumbs()} | _source(found) | work
    return render(request, "plan/principle.html", context)


def _source(record: Goal | Principle) -> dict[str, str]:
    """Where the wording stands, in words and as an address; the edition alone where no passage is known."""
    edition, href = record.edition.ordinal, reverse("edition_document", args=[record.edition_id])
    passage = record.passage
    if passage is None:
        return {"source": _("Fassung %(edition)d") % {"edition": edition}, "href": href}
    words = {"edition": edition, "first": passage.first_line, "last": passage.last_line}
    if passage.first_line == passage.last_line:
        source = _("Fassung %(edition)d, Zeile %(first)d") % words
    else:
        source = _("Fassung %(edition)d, Zeilen %(first)d–%(last)d") % words
    return {"source": source, "href": f"{href}#{passage.anchor}"}


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("plan"), _("Ziele und Instrumente"))]


urlpatterns = [
    path("plan/", overview, name="plan"),
    path("ziele/<int:pk>/", goal, name="goal"),
    path("instrumente/<int:pk>/", chapter, name="chapter"),
    path("grundsaetze/<int:pk>/", principle, name="principle"),
]
