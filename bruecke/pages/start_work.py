# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""On the start page: what waits for whoever looks, the most binding first, and what comes next."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Promise
from bruecke.activities.queries.offers import next_activities
from bruecke.activities.queries.promises import Overdue, overdue_promises
from bruecke.base.dates import day_in_words
from bruecke.clearance.models import Circulation
from bruecke.clearance.queries import waiting_circulations
from bruecke.inquiries.queries.listing import WaitingInquiry, waiting_inquiries
from bruecke.intake.queries.waiting import Waiting, waiting_imports
from bruecke.pages.activity_words import line_when

Item = tuple[str, str, str]
"""What it is, its address, what is to be done."""
COMING = 5


def waiting_work(principal: Principal) -> list[Item]:
    """Inquiries, co-signatures, overdue promises and drafts of editions; nothing for the public."""
    return [
        *(_asked(row) for row in waiting_inquiries(principal=principal)),
        *(_to_sign(row) for row in waiting_circulations(principal=principal)),
        *_owed(overdue_promises(principal=principal)),
        *(_waiting(row) for row in waiting_imports(principal=principal)),
    ]


def coming(principal: Principal) -> list[Item]:
    """The next activities: title, address, when and of what kind; invented ones say so."""
    return [
        (
            line.title,
            reverse("activity", args=[line.pk]),
            " · ".join([line_when(line), line.kind_label, *([_("erfunden")] if line.is_invented else [])]),
        )
        for line in next_activities(principal=principal, limit=COMING)
    ]


def _to_sign(row: Circulation) -> Item:
    late = row.deadline_on < timezone.localdate()
    text = _("Mitzeichnung überfällig seit %(day)s") if late else _("Mitzeichnung bis %(day)s")
    day = day_in_words(row.deadline_on, get_language() or "de")
    return row.title, reverse("circulation", args=[row.pk]), text % {"day": day}


def _owed(overdue: Overdue) -> list[Item]:
    rows = [_promise(row) for row in overdue.first]
    if (more := overdue.total - len(rows)) > 0:
        text = ngettext("%(n)d weitere Zusage", "%(n)d weitere Zusagen", more) % {"n": more}
        rows.append((text, f"{reverse('promises')}?stand=ueberfaellig", _("überfällig")))
    return rows


def _promise(row: Promise) -> Item:
    day = day_in_words(row.due_on, get_language() or "de") if row.due_on else ""
    return row.text, reverse("promise", args=[row.pk]), _("Zusage überfällig seit %(day)s") % {"day": day}


def _asked(row: WaitingInquiry) -> tuple[str, str, str]:
    """An inquiry, its address, and what is due when."""
    values = {"day": day_in_words(row.due_on, get_language() or "de")}
    if row.supply is not None:
        text = _("Zulieferung überfällig seit %(day)s") if row.is_overdue else _("Zulieferung bis %(day)s")
    else:
        text = _("Antwort überfällig seit %(day)s") if row.is_overdue else _("Antwort bis %(day)s")
    return str(row.inquiry), reverse("inquiry", args=[row.inquiry.pk]), text % values


def _waiting(row: Waiting) -> tuple[str, str, str]:
    """File, address and what is to be done."""
    if row.is_interrupted:
        detail = _("Veröffentlichung unterbrochen")
    elif row.open:
        detail = ngettext("%(n)d Vorschlag offen", "%(n)d Vorschläge offen", row.open) % {"n": row.open}
    else:
        detail = _("geprüft, noch nicht veröffentlicht")
    return row.file_name, reverse("intake_draft", args=[row.pk]), detail
