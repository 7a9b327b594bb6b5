# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections of a briefing on the relation itself: how it stands, what it rests on, what is delicate, kept texts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bruecke.base.dates import day_in_words, fuzzy_in_words
from bruecke.bodies.models import Decision
from bruecke.partnerships.life_cycle import is_planned
from bruecke.partnerships.models import (
    Agreement,
    Basis,
    LiaisonOffice,
    Partnership,
    PartnershipState,
    Sector,
    StateChange,
)
from bruecke.publish.models import SectionText
from bruecke.publish.paper import Block, Column, Fact, Facts, Gap, Kept, Paragraph, Row, Section, Table
from bruecke.publish.reports.briefing.scope import Scope
from bruecke.publish.seen import body_names, full_names, names, sources
from bruecke.publish.tables_of import as_of
from bruecke.strategy.models import Goal

_CANDIDATE = {PartnershipState.PROPOSED, PartnershipState.EXAMINED}


def relation(scope: Scope) -> Section:
    """How each partnership stands, with the source and age of what is said; eleven statements."""
    order, found = scope.order, list(scope.partnerships)
    holders = full_names((each.holder_id for each in found), order.reader)
    groups = body_names((each.working_group_id for each in found), order.reader)
    origin = sources(Partnership, scope.keys, order.reader)
    linked = _linked(scope)
    blocks: list[Block] = []
    for each in found:
        if scope.is_country:
            blocks.append(Paragraph(each.name, "lead"))
        blocks += _standing(each, order.language)
        values = _facts(each, scope, holders.get(each.holder_id or 0, ""), groups.get(each.working_group_id or 0, ""))
        blocks.append(Facts(tuple(_sourced(each, values + linked.facts(each), origin, order.language))))
        blocks += _gaps(each, linked)
    if not found:
        blocks.append(Gap(_("Es besteht keine Partnerschaft der Staatsregierung.")))
    history = _history(scope)
    return Section("relation", _("Stand der Beziehung"), (*blocks, *([history] if history else [])))


def _standing(each: Partnership, language: str) -> list[Block]:
    since = fuzzy_in_words(each.state_since, language) if each.state_since else ""
    words = {
        PartnershipState.DORMANT: _("Die Partnerschaft ruht%(since)s. Neue Vorhaben werden nicht geplant."),
        PartnershipState.ENDED: _("Die Partnerschaft ist beendet%(since)s."),
        PartnershipState.REJECTED: _("Die Partnerschaft wurde nicht eingegangen%(since)s."),
        PartnershipState.REACTIVATION: _("Die Partnerschaft ruht; ihre Reaktivierung wird geprüft%(since)s."),
    }
    said: list[Block] = []
    if each.state in _CANDIDATE:
        said.append(Paragraph(_("Noch keine Partnerschaft: Die Aufnahme wird geprüft."), "lead"))
    elif each.state in words:
        when = _(" (seit %(day)s)") % {"day": since} if since else ""
        said.append(Paragraph(words[PartnershipState(each.state)] % {"since": when}, "lead"))
    return [*said, *([Paragraph(each.summary, key=f"summary:{each.pk}")] if each.summary else [])]


def _facts(each: Partnership, scope: Scope, holder: str, group: str) -> list[tuple[str, str]]:
    language = scope.order.language
    kind = each.get_kind_display()
    basis = "" if each.basis == Basis.UNKNOWN else each.get_basis_display()
    return [
        (_("Art"), _("%(kind)s, Nachbarregion") % {"kind": kind} if each.is_neighbour else kind),
        (_("Stand"), each.get_state_display()),
        (_("Seit"), fuzzy_in_words(each.since, language) if each.since else ""),
        (_("Grundlage"), basis),
        (_("Träger"), holder),
        *([(_("Arbeitsgruppe"), group)] if group else []),
    ]


Names = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Linked:
    """Names of the many that partnerships link to, by key of the partnership."""

    partners: Names
    sectors: Names
    goals: Names
    offices: Names

    def facts(self, each: Partnership) -> list[tuple[str, str]]:
        """Only those there are: a missing goal is a gap of its own, the others are none."""
        rows = (
            (_("Partner"), self.partners),
            (_("Felder"), self.sectors),
            (_("Ziele der Strategie"), self.goals),
            (_("Verbindungsbüro"), self.offices),
        )
        return [(term, "; ".join(found[each.pk])) for term, found in rows if found.get(each.pk)]


def _linked(scope: Scope) -> _Linked:
    """Eight statements."""
    reader, keys = scope.order.reader, scope.keys
    sectors, goals, partners = (_pairs(keys, name) for name in ("sectors", "goals", "partners"))
    sector_names = {each.pk: str(each) for each in Sector.objects.filter(pk__in={key for _pk, key in sectors})}
    offices = LiaisonOffice.objects.visible_to(reader).filter(partnerships__in=keys).distinct()
    office_names = {office.pk: str(office) for office in offices}
    at_offices = LiaisonOffice.objects.filter(partnerships__in=keys).order_by("pk")
    return _Linked(
        partners=_named(partners, full_names((key for _pk, key in partners), reader)),
        sectors=_named(sectors, sector_names),
        goals=_named(goals, names(Goal, (key for _pk, key in goals), reader)),
        offices=_named(list(at_offices.values_list("partnerships", "pk")), office_names),
    )


def _pairs(keys: list[int], name: str) -> list[tuple[int, int]]:
    """(key of the partnership, key of what it links to)."""
    rows = Partnership.objects.filter(pk__in=keys, **{f"{name}__isnull": False})
    return list(rows.order_by("pk", name).values_list("pk", name))


def _named(pairs: list[tuple[int, int]], found: dict[int, str]) -> Names:
    by_partnership: Names = {}
    for partnership, key in pairs:
        if key in found:
            by_partnership.setdefault(partnership, []).append(found[key])
    return by_partnership


def _sourced(each: Partnership, values: list[tuple[str, str]], origin: dict[int, str], language: str) -> list[Fact]:
    """The first fact says where all of them come from, and how old the record is."""
    age = day_in_words(each.updated_at.date(), language)
    (term, value), *rest = values
    source = origin.get(each.pk, "") or _("Register in Brücke")
    return [Fact(term, value, source, age), *(Fact(term, value) for term, value in rest)]


def _gaps(each: Partnership, linked: _Linked) -> list[Block]:
    missing = (
        (each.basis == Basis.UNKNOWN, _("Es fehlt noch, worauf „%(name)s“ beruht.")),
        (not linked.goals.get(each.pk), _("Es fehlt noch, welchem Ziel der Strategie „%(name)s“ dient.")),
    )
    return [Gap(sentence % {"name": each.name}) for is_missing, sentence in missing if is_missing]


def _history(scope: Scope) -> Table | None:
    """Every move of the partnerships' lives, those still to come for the government only; two statements, the
    decisions' numbers included."""
    moves = StateChange.objects.filter(partnership__in=scope.keys, taken_back_at__isnull=True)
    is_staff, today = scope.order.reader.is_staff, scope.order.today
    ordered = moves.order_by("partnership", "effective_on", "pk")
    rows = [row for row in ordered if is_staff or not is_planned(row.effective_on, today)]
    decisions = names(Decision, (row.decision_id for row in rows), scope.order.reader)
    if not rows:
        return None
    called = {each.pk: each.name for each in scope.partnerships}
    columns = (Column(_("Wirksam ab"), 3), Column(_("Partnerschaft"), 5), Column(_("Stand"), 3), Column(_("Grund"), 7))
    found = (
        Row(
            f"statechange:{row.pk}",
            (
                fuzzy_in_words(row.effective_on, scope.order.language) if row.effective_on else _("nicht bekannt"),
                called[row.partnership_id],
                row.get_to_state_display(),
                "; ".join(filter(None, (row.reason, decisions.get(row.decision_id or 0, "")))) or "–",
            ),
        )
        for row in rows
    )
    note = as_of(scope.order)
    return Table(_("Wie sich der Stand geändert hat"), columns, tuple(found), note, named_by=1)


def agreements(scope: Scope) -> Section:
    """What the partnerships rest on; seven statements."""
    reader, language = scope.order.reader, scope.order.language
    rows = list(Agreement.objects.visible_to(reader).filter(partnership__in=scope.keys).order_by("signed_on", "pk"))
    with_parties = Agreement.objects.filter(pk__in=[row.pk for row in rows], parties__isnull=False)
    pairs = list(with_parties.order_by("pk", "parties").values_list("pk", "parties"))
    parties = _named(pairs, full_names((key for _pk, key in pairs), reader))
    origin = sources(Agreement, [row.pk for row in rows], reader)
    if not rows:
        return Section("agreements", _("Vereinbarungen"), (Gap(_("Es ist keine Vereinbarung erfasst.")),))
    columns = (
        Column(_("Vereinbarung"), 9),
        Column(_("Unterzeichnet"), 6),
        Column(_("Läuft bis"), 5),
        Column(_("Parteien"), 7),
        Column(_("Beleg"), 6),
    )
    found = tuple(
        Row(
            f"agreement:{row.pk}",
            (
                row.title,
                _signed(row, language),
                _until(row, language),
                "; ".join(parties.get(row.pk, [])) or _("nicht bekannt"),
                origin.get(row.pk, "–"),
            ),
        )
        for row in rows
    )
    table = Table(_("Vereinbarungen"), columns, found, as_of(scope.order))
    return Section("agreements", _("Vereinbarungen"), (table,))


def _signed(row: Agreement, language: str) -> str:
    day = fuzzy_in_words(row.signed_on, language) if row.signed_on else _("nicht bekannt")
    return ", ".join(filter(None, (day, row.signatories)))


def _until(row: Agreement, language: str) -> str:
    day = fuzzy_in_words(row.ends_on, language) if row.ends_on else _("ohne Ende")
    return _("%(day)s, verlängert sich von selbst") % {"day": day} if row.is_renewed_by_itself and row.ends_on else day


@dataclass(frozen=True, slots=True)
class Texts:
    """Kept texts: those released, and what is still owed."""

    released: tuple[Kept, ...]
    owed: tuple[Gap, ...]


def texts(scope: Scope) -> Texts:
    """Talking points and others kept for the partnerships; two statements."""
    order = scope.order
    rows = list(
        SectionText.objects.visible_to(order.reader).filter(partnership__in=scope.keys).order_by("heading", "pk")
    )
    asked = full_names((row.asked_of_id for row in rows), order.reader)
    released = [row for row in rows if row.released_on and row.released_on <= order.today]
    owed = [row for row in rows if row not in released]
    return Texts(
        tuple(Kept(f"sectiontext:{row.pk}", row.heading, row.text, _release(row, order.language)) for row in released),
        tuple(Gap(_owed(row, asked.get(row.asked_of_id or 0, ""), order.language)) for row in owed),
    )


def _release(row: SectionText, language: str) -> str:
    author = _("Verfasst von %(author)s") % {"author": row.author} if row.author else _("Verfasser nicht bekannt")
    day = day_in_words(row.released_on, language) if row.released_on else ""
    return _("%(author)s, freigegeben am %(day)s") % {"author": author, "day": day}


def _owed(row: SectionText, house: str, language: str) -> str:
    """What is missing, who owes it, and until when."""
    values = {"heading": row.heading, "house": house, "day": day_in_words(row.due_on, language) if row.due_on else ""}
    if house and row.due_on:
        return _("Es fehlt „%(heading)s“: erbeten von %(house)s bis %(day)s.") % values
    if house:
        return _("Es fehlt „%(heading)s“: erbeten von %(house)s.") % values
    return _("Es fehlt „%(heading)s“: noch nicht freigegeben.") % values


def sensitive(scope: Scope) -> Section | None:
    """What is delicate; only in papers that stay within the government."""
    found = [each for each in scope.partnerships if each.sensitive]
    if not found or not scope.order.reader.is_staff:
        return None
    blocks: list[Block] = []
    for each in found:
        if scope.is_country:
            blocks.append(Paragraph(each.name, "lead"))
        blocks.append(Paragraph(each.sensitive, key=f"sensitive:{each.pk}"))
    return Section("sensitive", _("Heikle Punkte"), tuple(blocks))
