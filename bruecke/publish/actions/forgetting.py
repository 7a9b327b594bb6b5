# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person was erased: files that name them go; their hashes and a note stay, and the paper can be set anew."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Person
from bruecke.publish import files
from bruecke.publish.frozen import printed_of
from bruecke.publish.models import Paper, PaperFile
from bruecke.publish.paper import somebodies
from bruecke.records import journal

_AT_ONCE = 100


@transaction.atomic
def forget_people(*, keys: Iterable[int], by: Principal) -> int:
    """Remove the files of all papers in which these people stand; returns how many papers. The bytes go on commit."""
    gone, found = _with_merged(keys), []
    for paper in Paper.objects.filter(files__removed_why="").distinct().iterator(chunk_size=_AT_ONCE):
        if gone & {who.key for who in somebodies(printed_of(paper.data))}:
            found.append(paper)
    rows = list(PaperFile.objects.filter(paper__in=found, removed_why=""))
    PaperFile.objects.filter(pk__in=[row.pk for row in rows]).update(removed_why=_("Eine Person wurde gelöscht."))
    for row in rows:
        _remove_later(row.name)
    if found:
        hashes = {"files": [sorted(row.sha256 for row in rows), []]}
        journal.record(*found, verb="files_removed", by=by, why=_("Eine Person wurde gelöscht."), changes=hashes)
    return len(found)


def _with_merged(keys: Iterable[int]) -> set[int]:
    """These people and the rows that were merged into them: papers of that time name those."""
    gone = set(keys)
    return gone | set(Person.objects.filter(merged_into__in=gone).values_list("pk", flat=True))


def _remove_later(name: str) -> None:
    transaction.on_commit(lambda: files.remove(name))
