# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections of a briefing on what is done together: five years, promises, measures and goals, projects, fairs, towns."""

from collections import Counter
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from bruecke.activities.models import Activity, ActivityState, PromiseDirection
from bruecke.base.dates import fuzzy_in_words
from bruecke.partnerships.models import Partnership, PartnershipKind
from bruecke.places.models import Place
from bruecke.publish.activity_words import FAIRS, PROJECTS
from bruecke.publish.paper import Block, Column, Gap, Paragraph, Picture, Row, Section, Table
from bruecke.publish.pictures.bars import Bars, bars_svg
from bruecke.publish.reports.briefing.scope import Scope
from bruecke.publish.seen import OPEN, Owed, doings, promises
from bruecke.publish.tables_of import as_of, doings_table, promises_table
from bruecke.strategy.models import BudgetNeed, Goal, Measure, MeasureGoal

_LINKS = frozenset({PartnershipKind.MUNICIPAL, PartnershipKind.ACADEMIC, PartnershipKind.SCHOOL})
_RUNNING = frozenset({ActivityState.IDEA, ActivityState.PLANNED, ActivityState.APPROVED})


def five_years(scope: Scope) -> Section:
    """What was done, and what is planned; no statement of its own."""
    note = as_of(scope.order)
    blocks: list[Block] = []
    if scope.coming:
        blocks.append(doings_table(_("Was geplant ist"), scope.coming, note))
    if scope.past:
        blocks.append(doings_table(_("Was war und was läuft"), scope.past, note))
        blocks.insert(0, _by_year(scope, note))
    else:
        blocks.append(Gap(_("In den letzten fünf Jahren ist kein gemeinsames Vorhaben erfasst.")))
    return Section("doings", _("Die letzten fünf Jahre"), tuple(blocks))


def _by_year(scope: Scope, note: str) -> Picture:
    """How many of them began in each year, the years without any included."""
    counts = Counter(doing.first.year for doing in scope.past)
    years = range(min(counts), scope.order.on.year + 1)
    rows = tuple((str(year), counts[year]) for year in years)
    said = ", ".join(_("%(year)s: %(n)d") % {"year": year, "n": n} for year, n in rows)
    alternative = _("Balken, einer je Jahr. %(rows)s.") % {"rows": said}
    title = _("Vorhaben nach dem Jahr ihres Beginns")
    return Picture(bars_svg(Bars(title, alternative, rows)), title, alternative, note)


def owed(scope: Scope) -> list[Owed]:
    """Open promises of the partnerships and of everything done with them; three statements."""
    keys = [doing.key for doing in scope.doings]
    trip = [scope.trip.key] if scope.trip else []
    which = Q(partnership__in=scope.keys) | Q(activity__in=keys + trip) | Q(activity__partnerships__in=scope.keys)
    return promises(OPEN & which, scope.order.reader)


def promised(scope: Scope, found: list[Owed]) -> Section:
    """Open promises both ways."""
    order = scope.order
    sides = (
        (PromiseDirection.WE_OWE, _("Was wir schulden"), _("Wir schulden nichts Offenes.")),
        (PromiseDirection.THEY_OWE, _("Was uns geschuldet wird"), _("Uns wird nichts Offenes geschuldet.")),
    )
    blocks: list[Block] = []
    for side, title, nothing in sides:
        rows = [each for each in found if each.direction == side]
        blocks.append(promises_table(title, rows, order) if rows else Paragraph(nothing))
    return Section("promises", _("Offene Zusagen"), tuple(blocks))


def measures(scope: Scope) -> Section:
    """Measures that the activities serve, with how binding they are, and the goals; four statements."""
    reader = scope.order.reader
    keys = [doing.key for doing in (*scope.doings, *([scope.trip] if scope.trip else []))]
    served = Activity.objects.filter(pk__in=keys, measures__isnull=False).values("measures")
    rows = list(Measure.objects.visible_to(reader).filter(pk__in=served).order_by("position", "pk"))
    pairs = list(MeasureGoal.objects.filter(measure__in=rows).order_by("goal__position").values_list("measure", "goal"))
    goals = {
        goal.pk: str(goal) for goal in Goal.objects.visible_to(reader).filter(pk__in={goal for _pk, goal in pairs})
    }
    heading = _("Berührte Maßnahmen und Ziele")
    if not rows:
        return Section("measures", heading, (Gap(_("Kein Vorhaben ist einer Maßnahme der Strategie zugeordnet.")),))
    columns = (
        Column(_("Maßnahme"), 10),
        Column(_("Verbindlichkeit"), 5),
        Column(_("Ziele"), 8),
        Column(_("Landesmittel"), 5),
    )
    found = tuple(
        Row(
            f"measure:{row.pk}",
            (
                str(row),
                row.get_modality_display(),
                "; ".join(goals[goal] for pk, goal in pairs if pk == row.pk and goal in goals) or _("nicht zugeordnet"),
                str(BudgetNeed(row.needs_state_money).label),
            ),
        )
        for row in rows
    )
    note = _("Eine Option ist weder beschlossen noch geplant. Die Strategie bindet den Landeshaushalt nicht. %(age)s")
    age = as_of(scope.order)
    return Section("measures", heading, (Table(heading, columns, found, note % {"age": age}),))


def projects(scope: Scope) -> Section | None:
    """Projects and grants among the activities; no statement of its own."""
    found = [doing for doing in scope.doings if doing.kind in PROJECTS]
    if not found:
        return None
    note = as_of(scope.order)
    return Section("projects", _("Projekte"), (doings_table(_("Projekte"), found, note),))


def fairs(scope: Scope) -> Section | None:
    """Fairs in the whole country since the year before last, those to come included; two statements."""
    order = scope.order
    which = Q(kind__in=FAIRS, places__in=scope.country, ends_by__gte=date(order.on.year - 2, 1, 1))
    found = doings(which, order.reader, language=order.language)
    if not found:
        return None
    return Section("fairs", _("Messen"), (doings_table(_("Messen"), found, as_of(order)),))


def links(scope: Scope) -> Section:
    """Twin towns, universities and schools of the place; two statements."""
    order = scope.order
    rows = list(
        Partnership.objects.visible_to(order.reader)
        .filter(kind__in=_LINKS, place__in=scope.places)
        .exclude(pk__in=scope.keys)
        .order_by("kind", "title_sort", "pk")
    )
    where = {place.pk: place.name for place in Place.objects.filter(pk__in={row.place_id for row in rows})}
    heading = _("Städte, Hochschulen und Schulen")
    if not rows:
        return Section("links", heading, (Gap(_("Es ist keine Städte-, Hochschul- oder Schulpartnerschaft erfasst.")),))
    columns = (
        Column(_("Partnerschaft"), 10),
        Column(_("Art"), 6),
        Column(_("Ort"), 5),
        Column(_("Seit"), 4),
        Column(_("Stand"), 4),
    )
    found = tuple(
        Row(
            f"partnership:{row.pk}",
            (
                row.name,
                row.get_kind_display(),
                where[row.place_id],
                fuzzy_in_words(row.since, order.language) if row.since else _("nicht bekannt"),
                row.get_state_display(),
            ),
        )
        for row in rows
    )
    return Section("links", heading, (Table(heading, columns, found, as_of(order)),))
