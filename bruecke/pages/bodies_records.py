# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and kinds of records of the room bodies: body, member, session, agenda item, decision, task."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import seen_organisations, seen_people
from bruecke.bodies import actions as rules
from bruecke.bodies.models import (
    AgendaItem,
    Body,
    BodyKind,
    BodyMember,
    Decision,
    MemberRole,
    Session,
    SessionState,
    Task,
    TaskState,
)
from bruecke.bodies.queries import (
    decisions,
    seen_body,
    seen_decision,
    seen_member,
    seen_session,
    seen_task,
    sessions_of,
)
from bruecke.pages.fields import FuzzyDateField
from bruecke.pages.record_form import FILING, Choices, DayField, FiledForm, RecordForm, key_field
from bruecke.pages.record_kind import Above, Kind, own_page
from bruecke.records.editing import enter
from bruecke.records.queries import seen_entry
from bruecke.records.visibility import Visibility

_FUZZY_HELP = gettext_lazy("Jahr, Monat oder Tag, zum Beispiel 2027, 5.2027 oder 31.5.2027")


class BodyForm(FiledForm):
    """A body."""

    groups = (("", ("organisation_id", "kind", "purpose", "is_members_open")), FILING)

    organisation_id = forms.TypedChoiceField(
        label=gettext_lazy("Einrichtung"),
        coerce=int,
        help_text=gettext_lazy("Nach ihr heißt das Gremium. Fehlt sie, legen Sie sie zuerst unter „Wer und wo“ an."),
        error_messages={"required": gettext_lazy("Es fehlt noch, welche Einrichtung das Gremium ist.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Art"),
        choices=[("", "–"), *BodyKind.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch die Art des Gremiums.")},
    )
    purpose = forms.CharField(label=gettext_lazy("Aufgabe"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    is_members_open = forms.BooleanField(
        label=gettext_lazy("Die Liste der Mitglieder ist nicht abschließend"), required=False
    )


class MemberForm(RecordForm):
    """Who sits in a body."""

    groups = (("", ("organisation_id", "person_id", "role", "since", "until")),)

    organisation_id = forms.TypedChoiceField(
        label=gettext_lazy("Einrichtung"),
        coerce=int,
        error_messages={"required": gettext_lazy("Es fehlt noch, welche Einrichtung Mitglied ist.")},
    )
    person_id = key_field(gettext_lazy("Vertreten durch"))
    role = forms.ChoiceField(label=gettext_lazy("Rolle"), choices=MemberRole.choices)
    since = FuzzyDateField(label=gettext_lazy("Seit"), required=False, help_text=_FUZZY_HELP)
    until = FuzzyDateField(
        label=gettext_lazy("Bis"),
        required=False,
        help_text=gettext_lazy("Wer ausscheidet, bleibt mit seinem Ende stehen."),
    )


class SessionForm(FiledForm):
    """A session of a body."""

    groups = (
        ("", ("held_on", "number", "venue", "state")),
        (gettext_lazy("Ergebnisse"), ("minutes",)),
        FILING,
    )

    held_on = FuzzyDateField(
        label=gettext_lazy("Termin"),
        help_text=_FUZZY_HELP,
        error_messages={"required": gettext_lazy("Es fehlt noch der Termin.")},
    )
    number = forms.CharField(
        label=gettext_lazy("Nummer"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Wie das Gremium seine Sitzungen zählt"),
    )
    venue = forms.CharField(label=gettext_lazy("Ort"), max_length=200, required=False)
    state = forms.ChoiceField(label=gettext_lazy("Stand"), choices=SessionState.choices, widget=forms.RadioSelect)
    minutes = forms.CharField(
        label=gettext_lazy("Niederschrift"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Was besprochen wurde. Beschlüsse und Aufgaben werden eigens festgehalten."),
    )


class AgendaItemForm(RecordForm):
    """A point of a session."""

    groups = (("", ("position", "title", "outcome")),)

    position = forms.IntegerField(
        label=gettext_lazy("Reihenfolge"),
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Es fehlt noch, an welcher Stelle der Punkt steht."),
            "invalid": gettext_lazy("Das ist keine ganze Zahl."),
        },
    )
    title = forms.CharField(
        label=gettext_lazy("Gegenstand"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch der Gegenstand.")},
    )
    outcome = forms.CharField(label=gettext_lazy("Ergebnis"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


class DecisionForm(FiledForm):
    """What a body decided."""

    groups = (("", ("number", "decided_on", "title", "text", "session_id")), FILING)

    number = forms.CharField(
        label=gettext_lazy("Nummer"),
        max_length=80,
        error_messages={"required": gettext_lazy("Es fehlt noch die Nummer des Beschlusses.")},
    )
    decided_on = DayField(label=gettext_lazy("Beschlossen am"))
    title = forms.CharField(
        label=gettext_lazy("Gegenstand"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch der Gegenstand.")},
    )
    text = forms.CharField(label=gettext_lazy("Wortlaut"), required=False, widget=forms.Textarea(attrs={"rows": 8}))
    session_id = key_field(gettext_lazy("In der Sitzung"))


class TaskForm(FiledForm):
    """What somebody is to do."""

    groups = (
        ("", ("title", "responsible_id", "due_on", "session_id", "decision_id")),
        (gettext_lazy("Was daraus wurde"), ("state", "result")),
        FILING,
    )

    title = forms.CharField(
        label=gettext_lazy("Aufgabe"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch, was zu tun ist.")},
    )
    responsible_id = key_field(gettext_lazy("Zuständig"))
    due_on = DayField(label=gettext_lazy("Fällig am"), required=False)
    session_id = key_field(gettext_lazy("Aus der Sitzung"))
    decision_id = key_field(gettext_lazy("Folgt aus dem Beschluss"))
    state = forms.ChoiceField(label=gettext_lazy("Stand"), choices=TaskState.choices, widget=forms.RadioSelect)
    result = forms.CharField(label=gettext_lazy("Ergebnis"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


def _keyed(rows: Iterable[Any], nothing: str = "–") -> Choices:
    return [("", nothing), *((row.pk, str(row)) for row in rows)]


def _organisations(record: Any, principal: Principal) -> dict[str, Choices]:
    return {"organisation_id": _keyed(seen_organisations(principal=principal))}


def _members(record: Any, principal: Principal) -> dict[str, Choices]:
    people = seen_people(principal=principal)
    return _organisations(record, principal) | {"person_id": _keyed(people, _("noch niemand benannt"))}


def _decision_choices(decision: Decision, principal: Principal) -> dict[str, Choices]:
    return {"session_id": _keyed(sessions_of(decision.body_id, principal=principal), _("außerhalb einer Sitzung"))}


def _task_choices(task: Task, principal: Principal) -> dict[str, Choices]:
    return {
        "responsible_id": _keyed(seen_organisations(principal=principal), _("noch niemand")),
        "session_id": _keyed(sessions_of(task.body_id, principal=principal), _("aus keiner Sitzung")),
        "decision_id": _keyed(decisions(principal=principal, body=task.body_id), _("aus keinem Beschluss")),
    }


def _enter_body(**said: Any) -> Body:
    return enter(record=Body(), rules=rules.BODY, **said)


def _body_page(record: Any) -> str:
    return reverse("body", args=[record.body_id])


def _own_page(name: str) -> Callable[[Any], str]:
    """Of a record below a body: its own page; one that is not there yet goes back to its body's."""
    return lambda record: _body_page(record) if record.pk is None else reverse(name, args=[record.pk])


_FILED = {"visibility": Visibility.MINISTRIES}

BODY = Kind(
    "body",
    "gremien",
    own_page("body"),
    gettext_lazy("Gremium bearbeiten"),
    BodyForm,
    rules.BODY,
    seen_body,
    _organisations,
    _enter_body,
    gettext_lazy("Gremium anlegen"),
    _FILED,
    back="bodies",
)
MEMBER = Kind(
    "body_member",
    "mitglieder",
    _body_page,
    gettext_lazy("Mitglied bearbeiten"),
    MemberForm,
    rules.BODY_MEMBER,
    seen_member,
    _members,
    new_title=gettext_lazy("Mitglied eintragen"),
    blank={"role": MemberRole.MEMBER},
    above=Above("gremien", seen_body, BodyMember, "body"),
)
SESSION = Kind(
    "session",
    "sitzungen",
    _own_page("session"),
    gettext_lazy("Sitzung bearbeiten"),
    SessionForm,
    rules.SESSION,
    seen_session,
    new_title=gettext_lazy("Sitzung ansetzen"),
    blank=_FILED | {"state": SessionState.PLANNED},
    above=Above("gremien", seen_body, Session, "body"),
)
AGENDA_ITEM = Kind(
    "agenda_item",
    "tagesordnungspunkte",
    lambda item: reverse("session", args=[item.session_id]),
    gettext_lazy("Tagesordnungspunkt bearbeiten"),
    AgendaItemForm,
    rules.AGENDA_ITEM,
    lambda pk, *, principal: seen_entry(AgendaItem, pk, principal=principal),
    new_title=gettext_lazy("Tagesordnungspunkt ergänzen"),
    above=Above("sitzungen", seen_session, AgendaItem, "session"),
)
DECISION = Kind(
    "decision",
    "beschluesse",
    _own_page("decision"),
    gettext_lazy("Beschluss bearbeiten"),
    DecisionForm,
    rules.DECISION,
    seen_decision,
    _decision_choices,
    new_title=gettext_lazy("Beschluss festhalten"),
    blank=_FILED,
    above=Above("gremien", seen_body, Decision, "body"),
)
TASK = Kind(
    "task",
    "aufgaben",
    _own_page("task"),
    gettext_lazy("Aufgabe bearbeiten"),
    TaskForm,
    rules.TASK,
    seen_task,
    _task_choices,
    new_title=gettext_lazy("Aufgabe festhalten"),
    blank=_FILED | {"state": TaskState.OPEN},
    above=Above("gremien", seen_body, Task, "body"),
)

KINDS = (BODY, MEMBER, SESSION, AGENDA_ITEM, DECISION, TASK)
