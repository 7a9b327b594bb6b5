# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How pages name what bodies do: days, who is responsible, how late a task is."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.base.dates import day_in_words, fuzzy_in_words
from bruecke.bodies.models import BodyMember, Session, Task, TaskState


def fuzzy(value: str) -> str:
    """A truncated date in words; "" where there is none."""
    return fuzzy_in_words(value, get_language() or "de") if value else ""


def session_name(session: Session) -> str:
    """How a session is called: number and day."""
    words = {"number": session.number, "day": fuzzy(session.held_on)}
    return _("%(number)s. Sitzung, %(day)s") % words if session.number.isdecimal() else str(session)


def lateness(task: Task) -> str:
    """How long a task is overdue; "" where it is not."""
    days = task.days_overdue(timezone.localdate())
    return ngettext("seit %(n)s Tag überfällig", "seit %(n)s Tagen überfällig", days) % {"n": days} if days else ""


def task_rows(tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """Tasks (with `knows_responsible`) as bodies/tasks.html shows them."""
    return [
        {
            "task": task,
            "responsible": _responsible(task),
            "due": day_in_words(task.due_on, get_language() or "de") if task.due_on else "",
            "late": lateness(task),
            "is_open": task.state == TaskState.OPEN,
        }
        for task in tasks
    ]


def _responsible(task: Task) -> str:
    if task.responsible is None:
        return ""
    return str(task.responsible) if task.knows_responsible else _("nicht öffentlich")  # type: ignore[attr-defined]


def member_rows(members: Iterable[BodyMember]) -> list[dict[str, Any]]:
    """Members (with what may be told) in words."""
    return [
        {
            "member": member,
            "name": str(member.organisation) if member.knows_organisation else _("nicht öffentlich"),  # type: ignore[attr-defined]
            "is_known": member.knows_organisation,  # type: ignore[attr-defined]
            "person": str(member.person) if member.person and member.knows_person else "",  # type: ignore[attr-defined]
            "role": member.get_role_display(),
            "term": _term(member),
        }
        for member in members
    ]


def _term(member: BodyMember) -> str:
    since, until = fuzzy(member.since), fuzzy(member.until)
    if since and until:
        return _("%(since)s bis %(until)s") % {"since": since, "until": until}
    if until:
        return _("bis %(until)s") % {"until": until}
    return _("seit %(since)s") % {"since": since} if since else ""
