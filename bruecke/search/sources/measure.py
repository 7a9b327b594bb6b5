# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures: short title, wording of their edition, examples, parts and decisions as far as each may be read."""

from collections.abc import Callable, Sequence

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.records.visibility import Visibility
from bruecke.search.source import (
    Found,
    Ids,
    Source,
    Text,
    circle_in,
    is_findable,
    texts,
    translations,
)
from bruecke.strategy.models import Check, Example, Measure, OptionDecision, Part, Wording

_OPEN_TO_STAFF = {Visibility.PUBLISHED, Visibility.MINISTRIES}


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these measures; eight statements."""
    rows = (
        Measure.objects.filter(pk__in=ids)
        .select_related("edition__text", "edition__strategy")
        .prefetch_related(
            "named_houses",
            "edition__strategy__named_houses",
            Prefetch("wordings", Wording.objects.order_by("edition_id")),
            "examples",
            "parts",
            "checks",
            "decisions",
        )
    )
    return [_found(measure) for measure in rows if is_findable(measure.edition.state)]


def _found(measure: Measure) -> Found:
    return Found(
        record_id=measure.pk,
        titles=translations(measure, "title"),
        public=_public(measure),
        internal=_internal(measure),
        place=measure.pk,
        **circle_in(measure.edition, measure),
        facts={"reference": measure.reference, "modality": measure.modality},
    )


def _public(measure: Measure) -> list[Text]:
    language = measure.edition.text.language
    wordings = [row for row in measure.wordings.all() if row.edition_id == measure.edition_id]
    found = texts([row.wording for row in wordings], language)
    found += texts([str(value) for row in wordings for value in row.stated.values()], language)
    for row in (*measure.examples.all(), *_parts(measure, Visibility.PUBLISHED)):
        found += translations(row, "title").items()
    found += texts([measure.reference, measure.precondition])
    return found + _decisions(measure, Visibility.PUBLISHED)


def _internal(measure: Measure) -> list[Text]:
    below = [row for row in (*measure.parts.all(), *measure.decisions.all()) if row.visibility in _OPEN_TO_STAFF]
    found = texts([measure.internal_note, *(row.internal_note for row in below)])
    for part in _parts(measure, Visibility.MINISTRIES):
        found += translations(part, "title").items()
    found += texts([check.reference for check in measure.checks.all()])
    return found + _decisions(measure, Visibility.MINISTRIES)


def _parts(measure: Measure, visibility: str) -> list[Part]:
    return [part for part in measure.parts.all() if part.visibility == visibility]


def _decisions(measure: Measure, visibility: str) -> list[Text]:
    """References and reasons of decisions that exactly this circle reads; narrower ones are not found here."""
    rows = [row for row in measure.decisions.all() if row.visibility == visibility]
    return texts(value for row in rows for value in (row.reference, row.reason))


def _through(model: type[Part | Example | Check | OptionDecision | Wording]) -> Callable[[Sequence[int]], Ids]:
    def touched(ids: Sequence[int]) -> Ids:
        return model._default_manager.filter(pk__in=ids).values_list("measure_id", flat=True)

    return touched


def _of_strategies(ids: Sequence[int]) -> Ids:
    return Measure.objects.filter(strategy_id__in=ids).values_list("pk", flat=True)


def _of_editions(ids: Sequence[int]) -> Ids:
    return Measure.objects.filter(edition_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="measure",
    position=10,
    label=_("Maßnahmen"),
    count_text=lambda n: ngettext("%(n)d Maßnahme", "%(n)d Maßnahmen", n) % {"n": n},
    url_name="measure",
    rows=Measure.objects.all,
    fetch=fetch,
    touched={
        "measure": lambda ids: ids,
        "edition": _of_editions,
        "strategy": _of_strategies,
        "part": _through(Part),
        "example": _through(Example),
        "check": _through(Check),
        "optiondecision": _through(OptionDecision),
        "wording": _through(Wording),
    },
)
