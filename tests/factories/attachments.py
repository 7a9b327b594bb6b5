# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files on records, with their bytes."""

from itertools import count

from django.db import models

from bruecke.library.actions.attachments import SHELF
from bruecke.library.models import Attachment

_number = count(1)


def make_attachment(record: models.Model, title: str = "", **fields: object) -> Attachment:
    """A small PDF that the government alone sees."""
    data = f"%PDF-1.7 {next(_number)}".encode()
    stored, sha256 = SHELF.keep(data, ".pdf")
    values: dict[str, object] = {
        "record_type": record._meta.model_name,
        "record_id": record.pk,
        "title": title,
        "file_name": "Datei.pdf",
        "media_type": "application/pdf",
        "stored_name": stored,
        "sha256": sha256,
        "size": len(data),
    }
    return Attachment.objects.create(**(values | fields))
