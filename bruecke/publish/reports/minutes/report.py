# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Minutes of a session: who sits in the body, the agenda with its results, decisions, tasks and promises."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from bruecke.activities.models import Activity
from bruecke.base.dates import day_in_words, fuzzy_in_words
from bruecke.bodies.models import AgendaItem, BodyMember, Decision, Session, Task
from bruecke.publish.paper import (
    Block,
    Column,
    Fact,
    Gap,
    Kept,
    Paragraph,
    Printed,
    Row,
    Section,
    Somebody,
    Table,
    Text,
)
from bruecke.publish.report import NothingToPrint, Order, Report
from bruecke.publish.seen import body_names, contacts, full_names, promises
from bruecke.publish.subjects import sessions
from bruecke.publish.tables_of import as_of, promises_table


def gather(order: Order) -> Printed:
    """The session as its reader may know of it; sixteen statements. Raises NothingToPrint."""
    rows = Session.objects.visible_to(order.reader).filter(pk=order.subject.key)
    session = rows.first() if order.subject.kind == "session" else None
    body = body_names([session.body_id], order.reader).get(session.body_id) if session else None
    if session is None or body is None:
        raise NothingToPrint
    day = fuzzy_in_words(session.held_on, order.language)
    return Printed(
        kind=_("Niederschrift"),
        title=body,
        subtitle=_("Sitzung %(number)s vom %(day)s") % {"number": session.number, "day": day}
        if session.number
        else _("Sitzung vom %(day)s") % {"day": day},
        language=order.language,
        marking=order.marking,
        file_reference=order.file_reference,
        printed_on="",
        facts=(
            Fact(pgettext("day of a trip or session", "Termin"), day),
            Fact(_("Ort"), session.venue),
            Fact(_("Stand"), session.get_state_display()),
        ),
        sections=(
            _results(session),
            _agenda(session, order),
            _decisions(session, order),
            _tasks(session, order),
            _promises(session, order),
            _members(session, order),
        ),
    )


def _results(session: Session) -> Section:
    said: Block = (
        Paragraph(session.minutes, key="minutes") if session.minutes else Gap(_("Es fehlen noch die Ergebnisse."))
    )
    return Section("results", _("Ergebnisse"), (said,))


def _agenda(session: Session, order: Order) -> Section:
    rows = list(AgendaItem.objects.standing().filter(session=session).order_by("position", "pk"))
    heading = _("Tagesordnung")
    if not rows:
        return Section("agenda", heading, (Gap(_("Es ist keine Tagesordnung erfasst.")),))
    columns = (Column(_("Nr."), 1), Column(_("Gegenstand"), 7), Column(_("Ergebnis"), 10))
    found = tuple(
        Row(f"agendaitem:{row.pk}", (str(number), row.title, row.outcome or _("kein Ergebnis erfasst")))
        for number, row in enumerate(rows, start=1)
    )
    return Section("agenda", heading, (Table(heading, columns, found, as_of(order), named_by=1),))


def _decisions(session: Session, order: Order) -> Section:
    rows = Decision.objects.visible_to(order.reader).filter(session=session).order_by("number", "pk")
    found = tuple(
        Kept(
            f"decision:{row.pk}",
            f"{row.number} {row.title}",
            row.text or _("Der Wortlaut ist nicht erfasst."),
            _("Beschlossen am %(day)s") % {"day": day_in_words(row.decided_on, order.language)},
        )
        for row in rows
    )
    return Section("decisions", _("Beschlüsse"), found or (Paragraph(_("Es wurde nichts beschlossen.")),))


def _tasks(session: Session, order: Order) -> Section:
    rows = list(
        Task.objects.visible_to(order.reader)
        .filter(Q(session=session) | Q(decision__session=session))
        .order_by("due_on", "pk")
    )
    houses = full_names((row.responsible_id for row in rows), order.reader)
    heading = _("Aufgaben")
    if not rows:
        return Section("tasks", heading, (Paragraph(_("Es wurden keine Aufgaben vergeben.")),))
    columns = (Column(_("Aufgabe"), 9), Column(_("Zuständig"), 6), Column(_("Fällig"), 4), Column(_("Stand"), 3))
    found = tuple(
        Row(
            f"task:{row.pk}",
            (
                row.title,
                houses.get(row.responsible_id or 0, _("noch niemand")),
                day_in_words(row.due_on, order.language) if row.due_on else _("ohne Frist"),
                row.get_state_display(),
            ),
        )
        for row in rows
    )
    return Section("tasks", heading, (Table(heading, columns, found, as_of(order)),))


def _promises(session: Session, order: Order) -> Section:
    of_session = Activity.objects.visible_to(order.reader).filter(session=session)
    found = promises(Q(activity__in=of_session), order.reader)
    heading = _("Zusagen")
    if not found:
        return Section("promises", heading, (Paragraph(_("Es wurden keine Zusagen gemacht.")),))
    table = promises_table(heading, found, order)
    return Section("promises", heading, (table,))


def _members(session: Session, order: Order) -> Section:
    """Who sat in the body on that day; a member without dates always does."""
    day = session.held_on
    rows = [
        row
        for row in BodyMember.objects.standing().filter(body=session.body_id).order_by("role", "pk")
        if (not row.since or row.since[: len(day)] <= day) and (not row.until or row.until >= day[: len(row.until)])
    ]
    houses = full_names((row.organisation_id for row in rows), order.reader)
    keys = {row.person_id for row in rows if row.person_id}
    known = contacts(keys, order.reader, before=order.on, language=order.language)
    found = []
    for row in rows:
        contact = known.get(row.person_id or 0)
        who: Text = Somebody(contact.key, contact.function) if contact else "–"
        if row.organisation_id in houses:
            cells = (houses[row.organisation_id], who, row.get_role_display())
            found.append(Row(f"bodymember:{row.pk}", cells))
    heading = _("Mitglieder des Gremiums")
    if not found:
        return Section("members", heading, (Gap(_("Es sind keine Mitglieder erfasst.")),))
    columns = (Column(_("Einrichtung"), 8), Column(_("Person"), 8), Column(_("Rolle"), 5))
    return Section("members", heading, (Table(heading, columns, tuple(found), as_of(order)),))


def _note(order: Order) -> str:
    return as_of(order)


REPORT = Report(
    name="minutes",
    label=gettext_lazy("Niederschrift"),
    about=gettext_lazy("Eine Sitzung mit Beschlüssen, Aufgaben und Zusagen."),
    subjects=sessions,
    gather=gather,
)
