# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One measure: what it says, how it stands, what belongs to it, and, for the government, its history."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words, fuzzy_in_words
from bruecke.pages.context import address, record_address
from bruecke.pages.measure_history import field_name, house_names, value_in_words
from bruecke.pages.measure_words import Words, euro_in_words, measure_words
from bruecke.pages.record_history import Version, versions
from bruecke.records.queries import acts_on
from bruecke.strategy.models import (
    BudgetNeed,
    Edition,
    EditionState,
    Measure,
    MeasureKind,
    Modality,
    OptionDecision,
    OptionState,
    Wording,
)
from bruecke.strategy.permissions import can_decide_option, can_edit_measure, can_see_internal
from bruecke.strategy.queries.measure_sheet import Linked, Sheet, measure_sheet, seen_measure
from bruecke.strategy.queries.vocabulary import vocabulary

OPENING = 160
"""Letters of a neighbouring wording."""


def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a measure."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    sheet = measure_sheet(found_or_404(pk, principal), principal=principal)
    return render(request, "measures/measure.html", _context(sheet, principal))


def found_or_404(pk: int, principal: Principal) -> Measure:
    """The measure, or "not found" also where it may not be known of."""
    try:
        return seen_measure(pk, principal=principal)
    except Measure.DoesNotExist:
        raise Http404 from None


def lead_house(measure: Measure) -> int | None:
    """The house that leads, as permissions ask for it."""
    return measure.lead.house_id if measure.lead else None


def _context(sheet: Sheet, principal: Principal) -> dict[str, Any]:
    words, found, is_staff = measure_words(), sheet.measure, can_see_internal(principal)
    language = get_language() or "de"
    leads = sheet.names("lead")
    return {
        "measure": found,
        "title": found.title,
        "sheet": sheet,
        "links": sheet.links,
        "crumbs": _crumbs(found),
        "is_staff": is_staff,
        "is_dropped": found.edition.state == EditionState.SUPERSEDED,
        "can_edit": can_edit_measure(principal, lead_house=lead_house(found)),
        "can_decide": can_decide_option(principal) and found.modality == Modality.OPTION,
        "kind": words["kind"][found.kind] if found.kind != MeasureKind.OTHER else "",
        "budget": budget_in_words(found.needs_state_money),
        "modality_sentence": modality_sentence(sheet.wording),
        "state_sentence": state_sentence(sheet, language),
        "quote": passage_of(sheet.wording, found.edition),
        "before": passage_of(sheet.before, found.edition) if sheet.before else None,
        "after": passage_of(sheet.after, found.edition) if sheet.after else None,
        "lead": leads.get(found.lead_id, _("nicht öffentlich")) if found.lead_id else "",
        "deadline": fuzzy_in_words(found.deadline, language) if found.deadline else "",
        "cost": euro_in_words(found.cost_cents),
        "visibility": words["visibility"][found.visibility],
        "documents": [_document(link, language) for link in sheet.links["document"]],
        "parts": _parts(sheet, words, leads),
        "decided": _decided(sheet),
        "versions": _versions(found, principal) if is_staff else [],
    }


def _decided(sheet: Sheet) -> list[tuple[OptionDecision, str]]:
    """Decisions on the option, each with the address of the body's decision it rests on; "" where none may be seen."""
    hrefs = {link.pk: reverse("decision", args=[int(link.extra)]) for link in sheet.links["resolution"]}
    return [(decision, hrefs.get(decision.pk, "")) for decision in sheet.decisions]


def _crumbs(found: Measure) -> list[tuple[str, str]]:
    above = [found.chapter.parent] if found.chapter.parent else []
    chapters = [(record_address("chapter", c.pk), str(c)) for c in (*above, found.chapter)]
    return [(address("measures"), _("Maßnahmen")), *chapters]


def modality_sentence(wording: Wording) -> str:
    """How binding, in a sentence with the list's own words; an option never reads like a promise (R24)."""
    cue = f" („{wording.measure_list.cue}“)" if wording.measure_list.cue else ""
    match wording.modality:
        case Modality.OPTION:
            sentence = _("Als Möglichkeit formuliert%(cue)s. Das ist keine Zusage.")
        case Modality.INTENTION:
            sentence = _("Als Absicht formuliert%(cue)s.")
        case Modality.STATEMENT:
            sentence = _("Als Feststellung formuliert%(cue)s.")
        case _unknown:
            sentence = _("Wie verbindlich das ist, geht aus dem Wortlaut nicht hervor%(cue)s.")
    text = sentence % {"cue": cue}
    if wording.kind in {MeasureKind.EXAMINE, MeasureKind.EVALUATE}:
        text += " " + _("Eine begründete Ablehnung erfüllt die Maßnahme ebenso.")
    return text


def state_sentence(sheet: Sheet, language: str) -> str:
    """Whether an option was taken up, with the decision as far as it may be known; "" where it is no option."""
    state = sheet.measure.option_state
    if state == OptionState.NONE:
        return ""
    if state == OptionState.OPEN:
        return _("Noch ist nicht entschieden, ob die Option aufgegriffen wird.")
    decision = sheet.decisions[0] if sheet.decisions else None
    taken_up = state == OptionState.TAKEN_UP
    if decision is None:
        return _("Die Option ist aufgegriffen.") if taken_up else _("Die Option ist nicht aufgegriffen.")
    values = {"reference": decision.reference, "day": day_in_words(decision.decided_on, language)}
    if taken_up:
        return _("Die Option ist aufgegriffen: %(reference)s, %(day)s.") % values
    return _("Die Option ist nicht aufgegriffen: %(reference)s, %(day)s.") % values


def budget_in_words(need: str) -> str:
    """The reservation as a sentence (R05, R06)."""
    if need == BudgetNeed.YES:
        return _(
            "Die Maßnahme erfordert Landesmittel und steht unter dem Vorbehalt des Haushaltsgesetzgebers. "
            "Die Strategie bindet den Landeshaushalt nicht."
        )
    return _("Die Maßnahme erfordert keine Landesmittel.") if need == BudgetNeed.NO else ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A wording with its place in the document. href: the passage's own address."""

    text: str
    source: str
    href: str
    language: str
    repairs: int
    measure_href: str

    @property
    def opening(self) -> str:
        """Its first words, for a neighbour of the wording one reads."""
        return self.text if len(self.text) <= OPENING else f"{self.text[: OPENING - 1]}…"


def passage_of(wording: Wording, edition: Edition) -> Quote:
    """Where a wording of `edition` stands."""
    passage = wording.passage
    source = _("Fassung %(edition)s, %(reference)s") % {"edition": edition.ordinal, "reference": wording.reference}
    href = record_address("edition_document", edition.pk)
    if passage is not None:
        lines = (
            _("Zeile %(first)s") if passage.first_line == passage.last_line else _("Zeilen %(first)s–%(last)s")
        ) % {"first": passage.first_line, "last": passage.last_line}
        source, href = f"{source}, {lines}", f"{href}#{passage.anchor}"
    return Quote(
        text=wording.wording,
        source=source,
        href=href,
        language=wording.language,  # type: ignore[attr-defined]
        repairs=passage.repairs if passage else 0,
        measure_href=record_address("measure", wording.measure_id),
    )


def _document(link: Linked, language: str) -> dict[str, str]:
    details = [fuzzy_in_words(link.extra, language)] if link.extra else []
    details += [_("geplant")] if link.source == "planned" else []
    details += [link.note] if link.note else []
    return {"href": record_address("document", link.pk), "title": link.label, "details": ", ".join(details)}


def _parts(sheet: Sheet, words: Words, leads: dict[int, str]) -> list[dict[str, Any]]:
    return [
        {
            "part": part,
            "kind": words["kind"][part.kind] if part.kind != MeasureKind.OTHER else "",
            "lead": leads.get(part.lead_id, _("nicht öffentlich")) if part.lead_id else "",
            "is_reserved": part.needs_state_money == BudgetNeed.YES,
        }
        for part in sheet.parts
    ]


def _versions(found: Measure, principal: Principal) -> list[Version]:
    known, words, names = vocabulary(found.edition_id, principal=principal), measure_words(), house_names()
    may = can_edit_measure(principal, lead_house=lead_house(found))
    return versions(
        acts_on(found),
        found.version,
        label=field_name,
        in_words=lambda name, value: value_in_words(name, value, known, words, names),
        restore=(lambda number: reverse("measure_restore", args=[found.pk, number])) if may else None,
    )


urlpatterns = [path("massnahmen/<int:pk>/", measure, name="measure")]
