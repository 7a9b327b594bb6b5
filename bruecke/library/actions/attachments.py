# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that hang on records of any room: attach, remove, and let go what is kept long enough.

The library knows no other room's records: who may work on one is asked of the rules that the caller hands over.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.library.file_types import TYPES, FileType, Scripted, recognised, safe_name
from bruecke.library.models import Attachment
from bruecke.library.permissions import can_publish_file
from bruecke.records import journal
from bruecke.records.actions import claim, save_changed
from bruecke.records.editing import Fillable, May, Values, enter
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.files import Shelf, opened
from bruecke.records.models import JournalEntry

SHELF = Shelf("attachments")
MEGABYTE = 1024 * 1024
MOST = 25 * MEGABYTE
"""Bytes of one file."""


def _problems(attachment: Attachment, values: Values, by: Principal) -> dict[str, str]:
    problems = {}
    if values["is_public"] and not attachment.is_public and not can_publish_file(by):
        problems["is_public"] = _("Veröffentlichungen gibt die Koordination frei.")
    if values["names_person"]:
        if not values["retention_ground"].strip():
            problems["retention_ground"] = _("Es fehlt noch, warum eine Datei mit Personen aufbewahrt wird.")
        if values["retained_until"] is None:
            problems["retained_until"] = _("Es fehlt noch, bis wann sie aufbewahrt wird.")
    return problems


def attachment_rules(may: May) -> Fillable[Attachment]:
    """What is filled in on a file. may: whether somebody works on the record it hangs on."""
    names = ("title", "is_public", "names_person", "retention_ground", "retained_until")
    return Fillable(names, may, _problems)


def attach(
    *,
    record: models.Model,
    rules: Fillable[Attachment],
    data: bytes | Path,
    file_name: str,
    fields: Mapping[str, Any],
    by: Principal,
) -> Attachment:
    """Keep a file on `record`. fields: names of attachment_rules.

    Raises NotAllowed; Refused with the problem at "file" where it is too large, of a type that is not accepted, carries
    what may run, or is there already; NotKept where the server has no room.
    """
    attachment = Attachment(record_type=record._meta.model_name or "", record_id=record.pk)
    if not rules.may(by, attachment):
        raise NotAllowed
    attachment.size, kind = _size(data), _accepted(data)
    attachment.media_type, attachment.file_name = kind.media_type, safe_name(file_name, kind)
    attachment.stored_name, attachment.sha256 = SHELF.keep(data, f".{kind.ending}")
    try:
        with transaction.atomic():
            _once(attachment)
            entered = enter(record=attachment, rules=rules, fields=fields, by=by)
            journal.record(record, verb="attached", by=by)
    except BaseException:
        SHELF.remove(attachment.stored_name)
        raise
    return entered


def _size(data: bytes | Path) -> int:
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if not size:
        raise Refused({"file": _("Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben.")})
    if size > MOST:
        said = _("Die Datei ist größer als %(mb)d MB. Bitte verkleinern oder teilen Sie sie.")
        raise Refused({"file": said % {"mb": MOST // MEGABYTE}})
    return size


def _accepted(data: bytes | Path) -> FileType:
    try:
        with opened(data) as stream:
            kind = recognised(stream)
    except Scripted:
        raise Refused(
            {
                "file": _(
                    "Die Datei enthält, was ausgeführt werden könnte (Makros, HTML oder SVG). Bitte speichern Sie sie "
                    "ohne Makros oder als PDF."
                )
            }
        ) from None
    if kind is None:
        names = ", ".join(dict.fromkeys(each.name for each in TYPES.values()))
        said = _("Diese Art von Datei nimmt Brücke nicht an, gleich wie sie heißt. Angenommen werden: %(names)s.")
        raise Refused({"file": said % {"names": names}})
    return kind


def _once(attachment: Attachment) -> None:
    """Said before the database says it; what comes in the same moment is refused by its constraint."""
    same = Attachment.objects.standing().filter(
        record_type=attachment.record_type, record_id=attachment.record_id, sha256=attachment.sha256
    )
    if same.exists():
        raise Refused({"file": _("Diese Datei ist hier schon abgelegt.")})


@transaction.atomic
def remove_attachment(*, attachment: Attachment, may: May, expected: int, why: str, by: Principal) -> Attachment:
    """Remove the bytes and the names for good; hash and note stay. Raises NotAllowed, StaleRecord, Refused."""
    if not may(by, attachment):
        raise NotAllowed
    if not why.strip():
        raise Refused({"why": _("Es fehlt noch, warum die Datei entfernt wird.")})
    return _removed(claim(attachment, expected=expected), why.strip(), by)


@transaction.atomic
def let_go_of_files(*, by: Principal) -> int:
    """Remove what was kept until a day that is over; returns how many. For the system, every morning."""
    if not by.is_system:
        raise NotAllowed
    over = Attachment.objects.standing().filter(retained_until__lt=timezone.localdate()).select_for_update()
    rows = list(over.order_by("pk"))
    for row in rows:
        _removed(row, _("Die Aufbewahrungsfrist ist abgelaufen."), by)
    return len(rows)


def _removed(attachment: Attachment, why: str, by: Principal) -> Attachment:
    if attachment.removed_at is not None:
        return attachment
    stored = attachment.stored_name
    attachment.title = attachment.file_name = attachment.stored_name = attachment.retention_ground = ""
    attachment.removed_at, attachment.removed_why = timezone.now(), why[:300]
    transaction.on_commit(lambda: SHELF.remove(stored))
    # Earlier titles and grounds go with the last ones; that something was changed, when and by whom stays.
    JournalEntry.objects.filter(record_type="attachment", record_id=attachment.pk).update(changes={})
    version = [attachment.version, attachment.version + 1]
    return save_changed(attachment, by=by, why=why, verb="file_removed", changes={"version": version})
