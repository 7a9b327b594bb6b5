# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start page: one sentence of state, one picture, what is missing, what needs me."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.queries.promises import overdue_promises
from bruecke.base.dates import day_in_words
from bruecke.clearance.models import Circulation
from bruecke.clearance.queries import unsigned
from bruecke.inquiries.queries.listing import WaitingInquiry, waiting_inquiries
from bruecke.intake.permissions import can_import
from bruecke.intake.queries.waiting import Waiting, waiting_imports
from bruecke.pages.measure_addresses import measures_with
from bruecke.pages.partnership_overview import partner_block
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
    context: dict[str, Any] = {
        "edition": edition,
        "can_import": can_import(principal),
        "waiting": [
            *(_asked(row) for row in waiting_inquiries(principal=principal)),
            *(_unsigned(row) for row in unsigned(principal=principal)),
            *(_waiting(row) for row in waiting_imports(principal=principal)),
            *_overdue(overdue_promises(principal=principal)),
        ],
    }
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
            "decided": _decided(state),
            "partners": (partners := partner_block(principal)),
            "gaps": gaps(state) + (partners.gaps if partners else []),
        }
    return render(request, "start.html", context)


def headline(state: Overview) -> str:
    """How many measures, how many of them options, how many of those undecided: only what the data prove."""
    first = ngettext("%(n)d Maßnahme.", "%(n)d Maßnahmen.", state.measures) % {"n": state.measures}
    options = state.modalities.get(Modality.OPTION, 0)
    return f"{first} {_of_options(options, state.options_open)}" if options else first


def _of_options(options: int, undecided: int) -> str:
    if not undecided:
        text = ngettext("Über die eine Option ist entschieden.", "Über alle %(n)d Optionen ist entschieden.", options)
    elif undecided == options:
        text = ngettext(
            "Eine davon ist eine Option; über sie ist noch nicht entschieden.",
            "%(n)d davon sind Optionen; über keine ist entschieden.",
            options,
        )
    else:
        text = _("%(n)d davon sind Optionen, über %(open)d ist noch nicht entschieden.")
    return text % {"n": options, "open": undecided}


def sentence(state: Overview) -> str:
    """What is continued and what has no lead yet."""
    parts = []
    if state.continuing:
        parts.append(
            ngettext(
                "%(n)d Maßnahme setzt Bestehendes fort.", "%(n)d Maßnahmen setzen Bestehendes fort.", state.continuing
            )
            % {"n": state.continuing}
        )
    if state.without_lead:
        parts.append(
            ngettext(
                "%(n)d Maßnahme hat noch keine Federführung.",
                "%(n)d Maßnahmen haben noch keine Federführung.",
                state.without_lead,
            )
            % {"n": state.without_lead}
        )
    return " ".join(parts)


def gaps(state: Overview) -> list[tuple[str, str]]:
    """What is missing: sentence and address of the list that shows it."""
    rows = (
        (
            state.without_lead,
            ngettext("%(n)d Maßnahme ohne Federführung", "%(n)d Maßnahmen ohne Federführung", state.without_lead),
            measures_with(luecke="lead"),
        ),
        (
            state.without_goal,
            ngettext("%(n)d Maßnahme ohne Ziel", "%(n)d Maßnahmen ohne Ziel", state.without_goal),
            measures_with(luecke="goal"),
        ),
        (
            state.goals_without_measure,
            ngettext("%(n)d Ziel ohne Maßnahme", "%(n)d Ziele ohne Maßnahme", state.goals_without_measure),
            reverse("plan"),
        ),
        (
            state.without_deadline,
            ngettext("%(n)d Maßnahme ohne Termin", "%(n)d Maßnahmen ohne Termin", state.without_deadline),
            measures_with(luecke="deadline"),
        ),
        (
            state.reservation_unknown,
            ngettext(
                "Bei %(n)d Maßnahme ist offen, ob sie Landesmittel braucht",
                "Bei %(n)d Maßnahmen ist offen, ob sie Landesmittel brauchen",
                state.reservation_unknown,
            ),
            measures_with(vorbehalt="unknown"),
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
    return measures_with(instrument=row.reference)


def _kinds(state: Overview) -> list[tuple[str, int, str]]:
    ordered = sorted(state.kinds.items(), key=lambda item: (-item[1], item[0]))
    return [(str(MeasureKind(kind).label), n, measures_with(art=kind)) for kind, n in ordered]


def _modalities(state: Overview) -> list[tuple[str, int, str]]:
    return [
        (str(modality.label), state.modalities[modality], measures_with(verbindlichkeit=modality.value))
        for modality in Modality
        if state.modalities.get(modality)
    ]


def _decided(state: Overview) -> list[tuple[str, str]]:
    """What became of the options: text and address of the list; empty where there are none."""
    if not state.modalities.get(Modality.OPTION):
        return []
    rows = (
        (ngettext("%(n)d Option aufgegriffen", "%(n)d Optionen aufgegriffen", state.options_taken_up), "taken_up"),
        (_("%(n)d nicht aufgegriffen"), "not_taken_up"),
        (_("%(n)d noch offen"), "open"),
    )
    counts = {
        "taken_up": state.options_taken_up,
        "not_taken_up": state.options_not_taken_up,
        "open": state.options_open,
    }
    return [(text % {"n": counts[key]}, measures_with(entscheidung=key)) for text, key in rows]


def _asked(row: WaitingInquiry) -> tuple[str, str, str]:
    """An inquiry, its address, and what is due when."""
    values = {"day": day_in_words(row.due_on, get_language() or "de")}
    if row.supply is not None:
        text = _("Zulieferung überfällig seit %(day)s") if row.is_overdue else _("Zulieferung bis %(day)s")
    else:
        text = _("Antwort überfällig seit %(day)s") if row.is_overdue else _("Antwort bis %(day)s")
    return str(row.inquiry), reverse("inquiry", args=[row.inquiry.pk]), text % values


def _unsigned(row: Circulation) -> tuple[str, str, str]:
    """What is to be co-signed, its address, and until when."""
    late = row.deadline_on < timezone.localdate()
    text = _("Mitzeichnung überfällig seit %(day)s") if late else _("Mitzeichnung bis %(day)s")
    day = day_in_words(row.deadline_on, get_language() or "de")
    return row.title, reverse("circulation", args=[row.pk]), text % {"day": day}


def _overdue(promises: int) -> list[tuple[str, str, str]]:
    if not promises:
        return []
    text = ngettext("%(n)d Zusage ist überfällig", "%(n)d Zusagen sind überfällig", promises) % {"n": promises}
    return [(text, reverse("promises") + "?stand=ueberfaellig", _("von uns oder von Partnern"))]


def _waiting(row: Waiting) -> tuple[str, str, str]:
    """File, address and what is to be done."""
    if row.is_interrupted:
        detail = _("Veröffentlichung unterbrochen")
    elif row.open:
        detail = ngettext("%(n)d Vorschlag offen", "%(n)d Vorschläge offen", row.open) % {"n": row.open}
    else:
        detail = _("geprüft, noch nicht veröffentlicht")
    return row.file_name, reverse("intake_draft", args=[row.pk]), detail
