# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the task worker does for this room."""

from django_tasks import task


@task()
def set_files(paper_id: int) -> None:
    """Set the files of a paper that are not there yet."""
    # The worker's: the web process knows the task and never loads what sets papers.
    from bruecke.publish.actions.setting import set_paper

    set_paper(paper_id)
