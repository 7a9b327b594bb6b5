# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker sets the files of a paper. Imported by the task alone, when it runs: the web process sets nothing.

Called again after a kill it goes on: a file that is there stays, one that is half there was never named.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from bruecke.accounts.principal import SYSTEM
from bruecke.actors.models import Person
from bruecke.publish.files import FORMATS, digest, new_name, path_of
from bruecke.publish.frozen import printed_of
from bruecke.publish.models import Paper, PaperFile
from bruecke.publish.paper import Name, Printed, somebodies, with_names
from bruecke.publish.queries import names_in
from bruecke.publish.writers.docx import write_docx
from bruecke.publish.writers.odt import write_odt
from bruecke.publish.writers.pdf import NotSet, write_pdf
from bruecke.records import journal
from bruecke.records.actions import end_job, move_job

log = logging.getLogger(__name__)
_WRITERS: dict[str, Callable[..., None]] = {"pdf": write_pdf, "docx": write_docx, "odt": write_odt}


def set_paper(paper_id: int) -> None:
    """Write every file that is not there yet, and end the job, well or not."""
    paper = Paper.objects.get(pk=paper_id)
    frozen = printed_of(paper.data)
    standing = set(paper.files.filter(removed_why="").values_list("format", flat=True))
    for done, ending in enumerate(FORMATS):
        move_job(paper.job_id or 0, done=done, total=len(FORMATS))
        if ending not in standing and not _written(paper, frozen, ending):
            return
    move_job(paper.job_id or 0, done=len(FORMATS))
    end_job(paper.job_id or 0)
    journal.record(paper, verb="set", by=SYSTEM)


def _written(paper: Paper, frozen: Printed, ending: str) -> bool:
    """Write one file, with the names of today; anew where somebody in it is erased while it is being set."""
    while True:
        names = names_in(frozen, language=paper.language)
        target = _set(paper, with_names(frozen, names), ending)
        if target is None:
            return False
        if keep_file(paper=paper, frozen=frozen, names=names, ending=ending, target=target):
            return True
        target.unlink(missing_ok=True)


def _set(paper: Paper, printed: Printed, ending: str) -> Path | None:
    """The file; where it cannot be set the job says so, and the log says why."""
    target = path_of(new_name(ending))
    half = target.with_suffix(".half")
    try:
        _WRITERS[ending](printed, half, at=paper.printed_at)
        half.replace(target)
    except (NotSet, OSError):
        half.unlink(missing_ok=True)
        log.exception("paper %s could not be set as %s", paper.pk, ending)
        with translation.override("de"):
            end_job(paper.job_id or 0, failed=True, message=_("Das Papier ließ sich nicht setzen."))
        return None
    return target


@transaction.atomic
def keep_file(*, paper: Paper, frozen: Printed, names: Mapping[int, Name], ending: str, target: Path) -> bool:
    """Take a file to its paper; False where the people in it are not called like this any more.

    Their rows are held meanwhile: an erasure comes before, and is seen here, or after, and finds the file.
    """
    people = Person.objects.select_for_update().filter(pk__in={who.key for who in somebodies(frozen)})
    list(people.order_by("pk").values_list("pk", flat=True))
    if names_in(frozen, language=paper.language) != names:
        return False
    values = {"name": target.name, "size": target.stat().st_size, "sha256": digest(target), "removed_why": ""}
    PaperFile.objects.update_or_create(paper=paper, format=ending, defaults=values)
    return True
