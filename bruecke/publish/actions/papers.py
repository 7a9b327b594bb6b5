# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper is printed: gathered, frozen, and handed to the worker, which sets its files (setting.py)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words
from bruecke.publish.errors import NotInterrupted
from bruecke.publish.files import FORMATS
from bruecke.publish.frozen import as_json, hash_of, printed_of
from bruecke.publish.marking import in_words, marking_of, reader_of
from bruecke.publish.models import Paper
from bruecke.publish.paper import Printed
from bruecke.publish.permissions import can_print, can_publish_paper
from bruecke.publish.report import Order, Report, Subject
from bruecke.publish.since import with_changes
from bruecke.publish.tasks import set_files
from bruecke.records import journal
from bruecke.records.actions import start_job
from bruecke.records.editing import HOUSES, Fillable, Values, enter, whichever
from bruecke.records.errors import NotAllowed
from bruecke.records.models import JobState
from bruecke.records.visibility import Visibility


def _problems(paper: Paper, values: Values, by: Principal) -> dict[str, str]:
    if values["visibility"] == Visibility.PUBLISHED and not can_publish_paper(by):
        return {"visibility": _("Veröffentlichungen gibt die Koordination frei.")}
    return {}


PAPER: Fillable[Paper] = Fillable(
    names=("file_reference", "visibility", HOUSES, "owner_id"), may=whichever(can_print), problems=_problems
)


def print_paper(
    *,
    report: Report,
    subject: Subject,
    on: date,
    language: str,
    fields: Mapping[str, Any],
    by: Principal,
    activity: int | None = None,
) -> Paper:
    """Freeze what the report gathers for the readers of its marking, and have the worker set it.

    fields: file_reference, visibility, named_houses, owner_id. Raises NotAllowed, Refused (the marking, or two prints
    at once), NothingToPrint.
    """
    if not can_print(by):
        raise NotAllowed
    with translation.override(language):
        printed = _gathered(report, subject, on, language, fields, activity)
        paper = _blank(report, subject, on, printed, by)
        data = as_json(_as_printed(printed, paper, fields, by))
    paper.data, paper.content_hash = data, hash_of(data)
    entered = _enter(paper, fields, by)
    _enqueue(entered)
    return entered


def _gathered(
    report: Report, subject: Subject, on: date, language: str, fields: Mapping[str, Any], activity: int | None
) -> Printed:
    marking = marking_of(fields)
    is_public = marking.visibility == Visibility.PUBLISHED
    order = Order(
        subject=subject,
        on=on,
        today=timezone.localdate(),
        language=language,
        reader=reader_of(marking),
        marking=in_words(marking),
        # File references show to the government only.
        file_reference="" if is_public else str(fields.get("file_reference", "")),
        activity=activity,
    )
    return report.gather(order)


def _blank(report: Report, subject: Subject, on: date, printed: Printed, by: Principal) -> Paper:
    earlier = Paper.objects.filter(report=report.name, subject_type=subject.kind, subject_id=subject.key)
    last = earlier.aggregate(last=Max("ordinal"))["last"] or 0
    return Paper(
        report=report.name,
        subject_type=subject.kind,
        subject_id=subject.key,
        title=f"{printed.kind}: {printed.title}"[:300],
        language=printed.language,
        on=on,
        ordinal=last + 1,
        printed_at=timezone.now(),
        printed_by=by.label,
    )


def _as_printed(printed: Printed, paper: Paper, fields: Mapping[str, Any], by: Principal) -> Printed:
    """With day and number of the print, and what changed since the one before."""
    day = day_in_words(timezone.localdate(paper.printed_at), paper.language)
    said = replace(printed, printed_on=day, ordinal=_("Druck Nr. %(n)d") % {"n": paper.ordinal})
    last = _last(paper, fields, by)
    if last is None or not printed.sections:
        return said
    values = {"n": last.ordinal, "day": day_in_words(timezone.localdate(last.printed_at), paper.language)}
    return with_changes(said, printed_of(last.data), last=_("Druck Nr. %(n)d vom %(day)s") % values)


def _last(paper: Paper, fields: Mapping[str, Any], by: Principal) -> Paper | None:
    """The last print with the same readers: what another held may be none of theirs."""
    marking = marking_of(fields)
    rows = Paper.objects.visible_to(by).filter(
        report=paper.report,
        subject_type=paper.subject_type,
        subject_id=paper.subject_id,
        language=paper.language,
        visibility=marking.visibility,
    )
    if marking.visibility == Visibility.UNIT:
        rows = rows.filter(owner=marking.owner)
    candidates = rows.prefetch_related("named_houses").order_by("-ordinal")
    if marking.visibility != Visibility.NAMED:
        return candidates.first()
    return next(
        (each for each in candidates if {house.pk for house in each.named_houses.all()} == marking.houses), None
    )


@transaction.atomic
def _enter(paper: Paper, fields: Mapping[str, Any], by: Principal) -> Paper:
    names = {name: fields[name] for name in PAPER.names if name in fields}
    entered = enter(record=paper, rules=PAPER, fields=names, by=by)
    _start(entered, by)
    return entered


def _start(paper: Paper, by: Principal) -> None:
    job = start_job(
        kind="print", title=paper.title, by=by, subject=reverse("paper", args=[paper.pk]), total=len(FORMATS)
    )
    paper.job = job
    paper.save(update_fields=("job",))


def _enqueue(paper: Paper) -> None:
    set_files.enqueue(paper.pk)


def set_again(*, paper: Paper, by: Principal) -> Paper:
    """Set the files that are missing: the work was interrupted or failed, or a person was erased. Raises NotAllowed,
    NotInterrupted."""
    if not can_print(by):
        raise NotAllowed
    current = _begin_again(paper, by)
    _enqueue(current)
    return current


@transaction.atomic
def _begin_again(paper: Paper, by: Principal) -> Paper:
    current: Paper = Paper.objects.select_for_update(of=("self",)).select_related("job").get(pk=paper.pk)
    job = current.job
    is_at_work = job is not None and job.state in {JobState.WAITING, JobState.RUNNING} and not job.is_interrupted
    if is_at_work or current.files.filter(removed_why="").count() == len(FORMATS):
        raise NotInterrupted
    _start(current, by)
    journal.record(current, verb="set_again", by=by)
    return current
