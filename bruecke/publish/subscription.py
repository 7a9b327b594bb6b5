# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers follow the journal: where a person is erased, the files that name them go in the same transaction."""

from collections.abc import Sequence

from django.db import models

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Person
from bruecke.publish.actions.forgetting import forget_people
from bruecke.records.journal import recorded


def on_recorded(*, records: Sequence[models.Model], by: Principal, **_: object) -> None:
    """Subscriber: whatever act says that a person is erased."""
    gone = [record.pk for record in records if isinstance(record, Person) and record.erased_on is not None]
    if gone:
        forget_people(keys=gone, by=by)


def connect() -> None:
    """Called once, when the app is ready."""
    recorded.connect(on_recorded, dispatch_uid="publish-erasure")
