# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of measures, the numbers beside its filters, and one measure."""

from dataclasses import replace
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bruecke.pages import measure_edit, measure_export, measure_rail, measure_sheet, measure_work
from bruecke.pages.context import address
from bruecke.pages.measure_question import Question, question
from bruecke.pages.measure_rows import rows_as_html
from bruecke.pages.measure_words import Words, measure_words
from bruecke.pages.table_files import TYPES
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.permissions import can_see_internal
from bruecke.strategy.queries.facets import FacetCounts
from bruecke.strategy.queries.measure_list import EXACT_UP_TO
from bruecke.strategy.queries.vocabulary import Vocabulary


def measures(request: HttpRequest) -> HttpResponse:
    """The list: filters, sort and page are the address."""
    asking = question(request)
    if asking is None:
        return render(request, "measures/none.html")
    return render(request, "measures/list.html", _list_context(request, asking))


def numbers(request: HttpRequest) -> HttpResponse:
    """Numbers beside the filters, as a fragment for the places the list keeps for them."""
    asking = question(request)
    if asking is None:
        return HttpResponse()
    facets = asking.counts()
    spans = measure_rail.numbers(
        measure_words(), asking.entries, facets.counts, is_staff=can_see_internal(asking.principal)
    )
    sentence = count_sentence(asking.asked, facets.found, facets.total)
    return render(request, "measures/numbers.html", {"spans": spans, "sentence": sentence})


def _list_context(request: HttpRequest, asking: Question) -> dict[str, Any]:
    words, asked, is_staff = measure_words(), asking.asked, can_see_internal(asking.principal)
    page = asking.page(request.GET.get("ab", ""))
    facets = asking.counts() if request.GET.get("zahlen") else None
    query = asked.query()
    return {
        "asked": asked,
        "editions": asking.editions,
        "edition": asking.edition,
        "rows": rows_as_html(page.rows, words, asking.entries),
        "previous": asked.query(ab=page.previous) if page.previous else "",
        "next": asked.query(ab=page.next) if page.next else "",
        "groups": measure_rail.groups(
            asked, asking.entries, counts=facets.counts if facets else None, is_staff=is_staff
        ),
        "chips": _chips(asked, words, asking.entries),
        "sentence": _sentence(asking, facets),
        "sorts": SimpleLazyObject(lambda: _sorts(asked)),
        "query": query,
        "numbers_query": "" if facets else asked.query(zahlen="1"),
        "clear": SimpleLazyObject(
            lambda: MeasureFilter(sort=asked.sort, strategy=asked.strategy).query() or address("measures")
        ),
        "downloads": SimpleLazyObject(lambda: [(reverse(f"measures_{end}") + query, end.upper()) for end in TYPES]),
    }


def _sentence(asking: Question, facets: FacetCounts | None) -> str:
    if facets is not None:
        return count_sentence(asking.asked, facets.found, facets.total)
    return count_sentence(asking.asked, *asking.sizes())


def count_sentence(asked: MeasureFilter, found: int | None, total: int | None) -> str:
    """ "8 von 66 Maßnahmen"; None is "more than counted on a page"."""
    many = _("mehr als %(number)s") % {"number": intcomma(EXACT_UP_TO)}
    if asked.is_narrow:
        values = {
            "found": many if found is None else intcomma(found),
            "total": many if total is None else intcomma(total),
        }
        return _("%(found)s von %(total)s Maßnahmen") % values
    if total is None:
        return _("%(number)s Maßnahmen") % {"number": many}
    return ngettext("%(number)s Maßnahme", "%(number)s Maßnahmen", total) % {"number": intcomma(total)}


def _chips(asked: MeasureFilter, words: Words, entries: Vocabulary) -> list[tuple[str, str]]:
    found = measure_rail.in_words(asked, words, entries)
    return [(asked.without(name, value).query() or address("measures"), text) for name, value, text in found]


def _sorts(asked: MeasureFilter) -> dict[str, tuple[str, bool]]:
    """Addresses of the other orders, and which one is on."""
    return {
        sort: (replace(asked, sort=sort).query() or address("measures"), sort == asked.sort)
        for sort in ("fundstelle", "titel", "federfuehrung", "aenderung")
    }


urlpatterns = [
    path("massnahmen/", measures, name="measures"),
    path("massnahmen/zahlen/", numbers, name="measures_numbers"),
    *measure_export.urlpatterns,
    *measure_sheet.urlpatterns,
    *measure_edit.urlpatterns,
    *measure_work.urlpatterns,
]
