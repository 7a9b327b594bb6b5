# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Briefing folder for a partnership or a country on a day, for a trip where one is chosen."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from bruecke.activities.models import ActivityState
from bruecke.base.dates import day_in_words
from bruecke.publish.paper import Block, Fact, Facts, Gap, Item, Items, Paragraph, Printed, Section
from bruecke.publish.report import Order, Report
from bruecke.publish.reports.briefing.doings import fairs, five_years, links, measures, owed, projects, promised
from bruecke.publish.reports.briefing.people import people, programme
from bruecke.publish.reports.briefing.relation import Texts, agreements, relation, sensitive, texts
from bruecke.publish.reports.briefing.scope import Scope, scope_of
from bruecke.publish.seen import Owed
from bruecke.publish.subjects import partnerships_and_countries, trips


def gather(order: Order) -> Printed:
    """Everything about the subject that a reader of the paper may see. Raises NothingToPrint."""
    scope = scope_of(order)
    promises, kept = owed(scope), texts(scope)
    told = (
        programme(scope),
        people(scope),
        relation(scope),
        agreements(scope),
        promised(scope, promises),
        five_years(scope),
        measures(scope),
        projects(scope),
        links(scope),
        fairs(scope),
        sensitive(scope),
    )
    sections = [section for section in told if section is not None]
    return Printed(
        kind=_("Briefingmappe"),
        title=scope.title,
        subtitle=scope.trip.title if scope.trip else _("Stand der Zusammenarbeit"),
        language=order.language,
        marking=order.marking,
        file_reference=order.file_reference,
        printed_on="",
        facts=_cover(scope),
        sections=(_glance(scope, promises), *_talking(kept), *sections, _missing(sections, kept)),
        reservation=_reservation(scope),
        has_cover=True,
    )


def _cover(scope: Scope) -> tuple[Fact, ...]:
    order = scope.order
    when = scope.trip.when if scope.trip else day_in_words(order.on, order.language)
    return (
        Fact(pgettext("day of a trip or session", "Termin"), when),
        Fact(_("Stand der Angaben"), day_in_words(order.today, order.language)),
    )


def _reservation(scope: Scope) -> str:
    if any(doing.is_invented for doing in scope.doings):
        return _("Diese Mappe enthält Vorhaben, die für die Vorführung erfunden sind; sie sind so bezeichnet.")
    return ""


def _glance(scope: Scope, promises: Sequence[Owed]) -> Section:
    """What somebody with two minutes must know."""
    last = next((doing for doing in scope.past if doing.state == ActivityState.HELD), None)
    coming = next((doing for doing in scope.coming if doing.state != ActivityState.CANCELLED), None)
    late = [each for each in promises if each.due and each.due < scope.order.late_before]
    said = ngettext("%(n)d offene Zusage", "%(n)d offene Zusagen", len(promises)) % {"n": len(promises)}
    overdue = ngettext("davon %(n)d überfällig", "davon %(n)d überfällig", len(late)) % {"n": len(late)}
    facts = (
        *(Fact(each.name, each.get_state_display()) for each in scope.partnerships),
        Fact(_("Zuletzt"), f"{last.title}, {last.when}" if last else ""),
        Fact(_("Als Nächstes"), f"{coming.title}, {coming.when}" if coming else _("nichts geplant")),
        Fact(_("Vorhaben in fünf Jahren"), str(len(scope.past))),
        Fact(_("Zusagen"), f"{said}, {overdue}" if late else said),
    )
    return Section("glance", _("Auf einen Blick"), (Facts(facts),))


def _talking(kept: Texts) -> tuple[Section, ...]:
    return (Section("texts", _("Gesprächspunkte und Einschätzungen"), kept.released),) if kept.released else ()


def _missing(sections: Sequence[Section], kept: Texts) -> Section:
    """All gaps once more, and what houses still owe."""
    found = [block.text for section in sections for block in section.blocks if isinstance(block, Gap)]
    owed = [gap.text for gap in kept.owed]
    items = tuple(Item(f"gap:{text}", text) for text in (*owed, *found))
    whole: Block = Items(items) if items else Paragraph(_("Es fehlt nichts, was Brücke kennt."))
    return Section("missing", _("Was noch fehlt"), (whole,))


REPORT = Report(
    name="briefing",
    label=gettext_lazy("Briefingmappe"),
    about=gettext_lazy("Alles über eine Partnerschaft oder einen Staat an einem Tag, auf Wunsch für eine Reise."),
    subjects=partnerships_and_countries,
    gather=gather,
    trips=trips,
)
