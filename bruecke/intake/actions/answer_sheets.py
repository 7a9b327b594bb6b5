# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A spreadsheet of answers comes back: read by the worker, taken whole or, where a row is wrong, not at all."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import own_institutions
from bruecke.base.languages import CONTENT
from bruecke.intake import files
from bruecke.intake.actions.answers import confirm, propose
from bruecke.intake.answer_lines import Answers, understood
from bruecke.intake.models import AnswerSheet, SheetState
from bruecke.intake.table_mapping import OURS
from bruecke.intake.table_problems import Problem
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import LIMITS, MEGABYTE
from bruecke.reader.tables.sheet import Sheet
from bruecke.records import journal
from bruecke.records.errors import NotAllowed, Refused

SHEET_LIMITS = replace(LIMITS, table_bytes=4 * MEGABYTE, cells=100_000, seconds=30)
_NOT_OURS = (
    "Das ist nicht die Tabelle von hier. Bitte laden Sie sie neu herunter und füllen Sie die letzte Spalte aus.",
    "This is not the table from here. Please download it anew and fill in the last column.",
)


class _Wrong(Exception):
    """Some rows cannot be taken, so none is."""


def receive_sheet(*, data: bytes | Path, file_name: str, by: Principal) -> AnswerSheet:
    """Store a spreadsheet and have the worker read it. Raises NotAllowed for who has no institution, NotStored."""
    institution = own_institutions(by).order_by("pk").first()
    if institution is None:
        raise NotAllowed
    stored, _sha256 = files.keep(data, file_name)
    with transaction.atomic():
        sheet = AnswerSheet.objects.create(organisation=institution, stored_name=stored, sent_by_id=by.user_id)
        journal.record(sheet, verb="received", by=by)
    # tasks.py imports these actions: the one import that has to wait.
    from bruecke.intake.tasks import read_answer_sheet

    read_answer_sheet.enqueue(sheet.pk, by.user_id)
    return sheet


def read_sheet_now(*, sheet: AnswerSheet, by: Principal) -> AnswerSheet:
    """Take what a spreadsheet says as confirmations and proposals; again after an interruption it changes nothing."""
    # The web process never loads what starts the reader.
    from bruecke.reader.sandbox import read_table_file

    if sheet.state != SheetState.READING:
        return sheet
    try:
        read = read_table_file(files.path_of(sheet.stored_name), limits=SHEET_LIMITS)
        answers = _understood(read)
    except (UnreadableDocument, OSError) as error:
        sheet.state = SheetState.FAILED
        sheet.message, sheet.english = (
            (error.german, error.english) if isinstance(error, UnreadableDocument) else _NOT_OURS
        )
        sheet.save()
        return sheet
    return _taken(sheet, answers, by)


def headings(text: str) -> list[str]:
    """A heading of ours in every language of the interface."""
    found = []
    for language in CONTENT:
        with translation.override(language):
            found.append(_(text))
    return found


def _understood(read: Sheet) -> Answers:
    answers = understood(read, key_heading=OURS, new_headings=headings("soll heißen"))
    if answers is None:
        raise UnreadableDocument("not_ours", *_NOT_OURS)
    return answers


def _taken(sheet: AnswerSheet, answers: Answers, by: Principal) -> AnswerSheet:
    result: dict[str, Any] = {"proposed": 0, "confirmed": 0}
    try:
        with transaction.atomic():
            _take(answers, result, by)
            if answers.problems:
                raise _Wrong
    except _Wrong:
        result = {"proposed": 0, "confirmed": 0}
    result["problems"] = [[number, problem.as_json()] for number, problem in sorted(answers.problems, key=_number)]
    sheet.state = SheetState.FAILED if answers.problems else SheetState.TAKEN
    sheet.result = result
    sheet.save()
    journal.record(sheet, verb="read", by=by)
    files.remove(sheet.stored_name)
    return sheet


def _number(row: tuple[int, Problem]) -> int:
    return row[0]


def _take(answers: Answers, result: dict[str, Any], by: Principal) -> None:
    for (kind, pk), answer in answers.answers.items():
        number = answers.numbers[kind, pk]
        try:
            if answer.fields or answer.note:
                propose(kind=kind, pk=pk, fields=answer.fields, note=answer.note, by=by)
                result["proposed"] += 1
            elif answer.is_confirmed:
                confirm(records=[(kind, pk)], by=by)
                result["confirmed"] += 1
        except NotAllowed:
            answers.problems.append((number, Problem("not_yours", cell=f"{kind}:{pk}")))
        except Refused as refusal:
            answers.problems.append((number, Problem("refused", other=str(refusal))))
