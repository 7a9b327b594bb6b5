# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections of a briefing on the trip it is made for: its programme, who travels, whom we meet."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bruecke.activities.models import Involvement, InvolvementRole, ProgrammeItem
from bruecke.base.dates import day_in_words
from bruecke.partnerships.models import Partnership
from bruecke.publish.paper import Block, Column, Fact, Facts, Gap, Paragraph, Row, Section, Somebody, Table, Text
from bruecke.publish.reports.briefing.scope import Scope
from bruecke.publish.seen import Contact, contacts, full_names
from bruecke.publish.tables_of import as_of, title_of

_THEIRS = frozenset({InvolvementRole.HOST, InvolvementRole.PARTNER, InvolvementRole.CONTACT})
_OURS = frozenset(
    {InvolvementRole.HEAD, InvolvementRole.PARTICIPANT, InvolvementRole.SELECTED, InvolvementRole.INTERPRETER}
)


def programme(scope: Scope) -> Section | None:
    """The trip by the hour; one statement. None where the briefing is for no trip.

    The public learns what a trip is for, not where a delegation is at what hour.
    """
    if scope.trip is None:
        return None
    trip, language = scope.trip, scope.order.language
    rows = ProgrammeItem.objects.standing().filter(activity=trip.key).order_by("day", "at", "pk")
    columns = (Column(_("Wann"), 9), Column(_("Programmpunkt"), 9), Column(_("Ort"), 5), Column(_("Mit wem"), 7))
    found = tuple(
        Row(f"programmeitem:{row.pk}", (_moment(row, language), row.title, row.venue or "–", row.with_whom or "–"))
        for row in rows
    )
    facts = Facts(
        (
            Fact(_("Reise"), title_of(trip)),
            Fact(pgettext("day of a trip or session", "Termin"), trip.when),
            Fact(_("Stand"), trip.state_words),
        )
    )
    purpose: Block = (
        Paragraph(trip.purpose, key="purpose") if trip.purpose else Gap(_("Es fehlt noch der Zweck der Reise."))
    )
    if not scope.order.reader.is_staff:
        return Section("programme", _("Programm"), (facts, purpose))
    table: Block = Gap(_("Es fehlt noch das Programm."))
    if found:
        table = Table(_("Programm"), columns, found, as_of(scope.order), named_by=1)
    return Section("programme", _("Programm"), (facts, purpose, table))


def _moment(row: ProgrammeItem, language: str) -> str:
    day = day_in_words(row.day, language)
    clock = "%H:%M Uhr" if language == "de" else "%H:%M"
    return f"{day}, {row.at.strftime(clock)}" if row.at else day


def people(scope: Scope) -> Section:
    """Whom we meet, and who travels; seven statements."""
    order = scope.order
    involved = _involved(scope)
    theirs = [row for row in involved if row.role in _THEIRS]
    standing = Partnership.objects.filter(pk__in=scope.keys, contacts__isnull=False)
    kept = list(standing.order_by("pk", "contacts").values_list("contacts", flat=True))
    keys = {row.person_id for row in involved if row.person_id} | set(kept)
    known = contacts(keys, order.reader, before=order.on, language=order.language)
    houses = full_names((row.organisation_id for row in involved), order.reader)
    met = [*_met(theirs, known, houses), *_kept(kept, known, {row.person_id for row in theirs})]
    blocks: list[Block] = []
    if met:
        blocks.append(Table(_("Wen wir treffen"), _met_columns(), tuple(met), as_of(order)))
    else:
        blocks.append(Gap(_("Es ist keine Ansprechperson erfasst.")))
    if scope.trip is not None:
        blocks += _travelling([row for row in involved if row.role in _OURS], known, houses, scope)
    return Section("people", _("Wen wir treffen"), tuple(blocks))


def _involved(scope: Scope) -> list[Involvement]:
    if scope.trip is None:
        return []
    return list(Involvement.objects.standing().filter(activity=scope.trip.key).order_by("pk"))


def _met_columns() -> tuple[Column, ...]:
    return (
        Column(_("Wer"), 9),
        Column(_("Einrichtung"), 7),
        Column(_("Rolle"), 5),
        Column(_("Letztes Treffen"), 5),
    )


def _met(rows: Iterable[Involvement], known: dict[int, Contact], houses: dict[int, str]) -> Iterable[Row]:
    """Hosts and partners of the trip; organisations without a person too."""
    for row in rows:
        contact = known.get(row.person_id or 0)
        house = houses.get(row.organisation_id or 0, "") or (contact.organisation if contact else "")
        who: Text = Somebody(contact.key, contact.function) if contact else ""
        if who or (house and not row.person_id):
            met = (contact.met if contact else "") or _("keines erfasst")
            yield Row(f"involvement:{row.pk}", (who or "–", house or "–", row.get_role_display(), met))


def _kept(kept: list[int], known: dict[int, Contact], already: set[int | None]) -> Iterable[Row]:
    """The partnership's standing contacts who were not named for the trip."""
    for key in dict.fromkeys(kept):
        contact = known.get(key)
        if contact and key not in already:
            met = contact.met or _("keines erfasst")
            who = Somebody(key, contact.function)
            yield Row(f"person:{key}", (who, contact.organisation or "–", _("Ansprechperson"), met))


def _travelling(
    rows: list[Involvement], known: dict[int, Contact], houses: dict[int, str], scope: Scope
) -> list[Block]:
    """Who travels; who pays for them stays within the government."""
    found = []
    for row in rows:
        contact = known.get(row.person_id or 0)
        house = houses.get(row.organisation_id or 0, "")
        who: Text = Somebody(contact.key, contact.function) if contact else ""
        if who or (house and not row.person_id):
            payer = row.payer or _("nicht bekannt")
            cells = (who or "–", house or "–", row.get_role_display(), payer)
            found.append(Row(f"involvement:{row.pk}", cells if scope.order.reader.is_staff else cells[:3]))
    if not found:
        return [Gap(_("Es ist noch nicht erfasst, wer mitreist; ohne beteiligte Akteure bleibt es eine Lücke."))]
    columns = (Column(_("Wer"), 9), Column(_("Einrichtung"), 7), Column(_("Rolle"), 5), Column(_("Wer zahlt"), 5))
    shown = columns if scope.order.reader.is_staff else columns[:3]
    return [Table(_("Wer mitreist"), shown, tuple(found), as_of(scope.order))]
