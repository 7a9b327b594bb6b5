# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start page: one sentence of state, one picture, what is missing, what needs me."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.accounts.principal import Principal
from bruecke.intake.permissions import can_import
from bruecke.strategy.models import MeasureKind, Modality
from bruecke.strategy.queries.overview import SEGMENTS, InstrumentState, Overview, overview
from bruecke.strategy.queries.standing import standing_edition

SEGMENT_NAMES = {
    "open": gettext_lazy("Option, offen"),
    "taken_up": gettext_lazy("Option, aufgegriffen"),
    "not_taken_up": gettext_lazy("Option, nicht aufgegriffen"),
    "intention": gettext_lazy("Absicht"),
    "statement": gettext_lazy("Feststellung"),
    "unknown": gettext_lazy("Verbindlichkeit nicht erkennbar"),
}

SHOWN_KINDS = 6
"""More would push what matters off the page."""


def start(request: HttpRequest) -> HttpResponse:
    """State of play at a glance."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    edition = standing_edition(principal)
    context: dict[str, Any] = {"edition": edition, "can_import": can_import(principal)}
    if edition is not None:
        state = overview(edition, principal=principal)
        context |= {
            "state": state,
            "headline": headline(state),
            "sentence": sentence(state),
            "bars": _bars(state),
            "legend": [name for segment, name in _segment_names() if _occurs(state, segment)],
            "kinds": _kinds(state)[:SHOWN_KINDS],
            "more_kinds": max(len(state.kinds) - SHOWN_KINDS, 0),
            "modalities": _modalities(state),
            "gaps": gaps(state),
        }
    return render(request, "start.html", context)


def headline(state: Overview) -> str:
    """How many measures, how many of them options, how many of those undecided: only what the data prove."""
    first = ngettext("%(n)d Maßnahme.", "%(n)d Maßnahmen.", state.measures) % {"n": state.measures}
    options = state.modalities.get(Modality.OPTION, 0)
    if not options:
        return first
    if not state.options_open:
        return first + " " + _("Über alle %(n)d Optionen ist entschieden.") % {"n": options}
    if state.options_open == options:
        return first + " " + _("%(n)d davon sind Optionen; über keine ist entschieden.") % {"n": options}
    return (
        first
        + " "
        + _("%(n)d davon sind Optionen, über %(open)d ist noch nicht entschieden.")
        % {
            "n": options,
            "open": state.options_open,
        }
    )


def sentence(state: Overview) -> str:
    """What is continued and what has no lead yet."""
    parts = []
    if state.continuing:
        parts.append(
            ngettext(
                "%(n)d Maßnahme setzt Bestehendes fort", "%(n)d Maßnahmen setzen Bestehendes fort", state.continuing
            )
            % {"n": state.continuing}
        )
    if state.without_lead:
        parts.append(
            ngettext("%(n)d hat noch keine Federführung", "%(n)d haben noch keine Federführung", state.without_lead)
            % {"n": state.without_lead}
        )
    return ", ".join(parts) + "." if parts else ""


def gaps(state: Overview) -> list[tuple[str, str]]:
    """What is missing: sentence and address of the list that shows it."""
    measures = reverse("measures")
    rows = (
        (
            state.without_lead,
            ngettext("%(n)d Maßnahme ohne Federführung", "%(n)d Maßnahmen ohne Federführung", state.without_lead),
            f"{measures}?luecke=lead",
        ),
        (
            state.without_goal,
            ngettext("%(n)d Maßnahme ohne Ziel", "%(n)d Maßnahmen ohne Ziel", state.without_goal),
            f"{measures}?luecke=goal",
        ),
        (
            state.goals_without_measure,
            ngettext("%(n)d Ziel ohne Maßnahme", "%(n)d Ziele ohne Maßnahme", state.goals_without_measure),
            reverse("plan"),
        ),
        (
            state.without_deadline,
            ngettext("%(n)d Maßnahme ohne Termin", "%(n)d Maßnahmen ohne Termin", state.without_deadline),
            f"{measures}?luecke=deadline",
        ),
        (
            state.reservation_unknown,
            ngettext(
                "Bei %(n)d Maßnahme ist offen, ob sie Landesmittel braucht",
                "Bei %(n)d Maßnahmen ist offen, ob sie Landesmittel brauchen",
                state.reservation_unknown,
            ),
            f"{measures}?vorbehalt=unknown",
        ),
    )
    return [(text % {"n": count}, href) for count, text, href in rows if count]


def _segment_names() -> list[tuple[str, str]]:
    return [(segment, str(SEGMENT_NAMES[segment])) for segment in SEGMENTS]


def _occurs(state: Overview, segment: str) -> bool:
    position = SEGMENTS.index(segment)
    return any(row.counts[position] for row in state.instruments)


def _bars(state: Overview) -> list[dict[str, Any]]:
    used = [number for number, segment in enumerate(SEGMENTS) if _occurs(state, segment)]
    return [
        {
            "label": f"{row.number} {row.title}".strip(),
            "href": _of_instrument(row),
            "counts": [row.counts[number] for number in used],
        }
        for row in state.instruments
    ]


def _of_instrument(row: InstrumentState) -> str:
    """The list of an instrument's measures."""
    return f"{reverse('measures')}?instrument={row.chapter_id}"


def _kinds(state: Overview) -> list[tuple[str, int, str]]:
    ordered = sorted(state.kinds.items(), key=lambda item: -item[1])
    return [(str(MeasureKind(kind).label), n, f"{reverse('measures')}?art={kind}") for kind, n in ordered]


def _modalities(state: Overview) -> list[tuple[str, int, str]]:
    return [
        (str(modality.label), state.modalities[modality], f"{reverse('measures')}?verbindlichkeit={modality.value}")
        for modality in Modality
        if state.modalities.get(modality)
    ]
