# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Index work of the worker."""

from django_tasks import task

from bruecke.search import actions


@task()
def refresh(kind: str, ids: list[int]) -> None:
    """Read records again after an act on many; batch by batch, may be repeated."""
    actions.refresh(kind, ids)
