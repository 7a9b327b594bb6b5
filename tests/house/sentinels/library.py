# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file on a record of each level: on a published one, too, only the government knows of it."""

from bruecke.library.models import Attachment
from tests.factories.activities import make_activity
from tests.factories.plan import make_place
from tests.house.sentinels import STAFF, Bed


def plant(bed: Bed) -> None:
    """An activity of the level with a file that names a person."""
    place = make_place(f"Anlagenort {bed.level}")
    activity = make_activity(f"Mit Anlage {bed.level}", when="2026", places=(place,), **bed.fields("enclosing"))
    Attachment.objects.create(
        record_type="activity",
        record_id=activity.pk,
        title=bed.word("attachmenttitle", STAFF),
        file_name="Datei.pdf",
        media_type="application/pdf",
        names_person=True,
        retention_ground=bed.word("retentionground", STAFF),
        retained_until="2999-12-31",
        size=1,
        sha256="0" * 64,
    )
    bed.close(activity)
