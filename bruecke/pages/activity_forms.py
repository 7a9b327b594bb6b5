# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of activities and what hangs on them. The form of an activity derives from its kind."""

from functools import cache
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bruecke.activities.actions.activities import BEGINNINGS, OWN
from bruecke.activities.kind import ActivityKind, Field, FieldType, kinds
from bruecke.activities.models import (
    ActivityState,
    CountryEventKind,
    InvolvementRole,
    PromiseDirection,
    PromiseState,
)
from bruecke.base.dates import fuzzy_in_words
from bruecke.pages.fields import CentsField, HourField, YearsField, YesNoField, keys_field
from bruecke.pages.record_form import FILING, DayField, FiledForm, Group, RecordForm, key_field

TITLE = (("title", gettext_lazy("Titel"), 300),)


class SteppedForm(FiledForm):
    """Base of records whose steps have pages of their own: what those changed has no field and is told in words."""

    states: ClassVar[type[models.TextChoices]]

    def label(self, name: str) -> str:
        """A field's name; those of a step are no fields of the form."""
        stepped = {"state": _("Stand"), "settled_on": _("Erledigt am")}
        return super().label(name) if name in self.fields else stepped.get(name) or super().label(name)

    def in_words(self, name: str, value: Any) -> str:
        """A stored value as a person reads it."""
        if name == "state" and value in self.states.values:
            return str(self.states(value).label)
        if name == "settled_on" and value:
            return fuzzy_in_words(str(value), get_language() or "de")
        return super().in_words(name, value)


class ActivityForm(SteppedForm):
    """What activities of every kind have. form_of() adds the fields of one kind."""

    states = ActivityState

    titles = TITLE

    when_in_words = forms.CharField(
        label=gettext_lazy("Termin"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Wie man es sagt: 12.–14. Mai 2027, Mai 2027, 2. Halbjahr 2026"),
    )
    lead_id = key_field(gettext_lazy("Federführung"))
    places = keys_field(gettext_lazy("Orte"))
    partnerships = keys_field(gettext_lazy("Partnerschaften"))
    measures = keys_field(gettext_lazy("Maßnahmen"), help_text=gettext_lazy("Welchen Maßnahmen das Vorhaben dient"))
    themes = keys_field(gettext_lazy("Themen"))
    series_id = key_field(gettext_lazy("Reihe"), help_text=gettext_lazy("Wenn es immer wieder stattfindet"))
    session_id = key_field(gettext_lazy("Sitzung"))
    purpose = forms.CharField(
        label=gettext_lazy("Zweck"), required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000
    )
    result = forms.CharField(
        label=gettext_lazy("Ergebnis"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        help_text=gettext_lazy("In einfachen Worten, sobald es vorbei ist"),
    )


class NewActivityForm(ActivityForm):
    """A new one says where it stands."""

    state = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        choices=[(state.value, state.label) for state in BEGINNINGS],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Was schon vorbei ist, lässt sich mit seinem Ergebnis nachtragen"),
    )


_SERVES: Group = (gettext_lazy("Wem es dient"), ("partnerships", "measures", "themes", "series_id", "session_id"))


@cache
def form_of(kind: ActivityKind, base: type[ActivityForm]) -> type[ActivityForm]:
    """The form of activities of this kind. base: ActivityForm, or NewActivityForm for a new one."""
    own = {OWN + field.name: form_field(field) for field in kind.fields}
    head = ("title", "when_in_words", *(("state",) if base is NewActivityForm else ()), "lead_id", "places", "purpose")
    groups = (("", (*head, "result")), (kind.label, tuple(own)), _SERVES, FILING)
    return type(f"{base.__name__}Of{kind.name}", (base,), {**own, "groups": groups})


def activity_form(*said: Any, standing: dict[str, Any], **more: Any) -> ActivityForm:
    """The form of a standing activity."""
    return form_of(kinds()[standing["kind"]], ActivityForm)(*said, standing=standing, **more)


def form_field(field: Field) -> forms.Field:
    """The form's field of a kind's field."""
    said: dict[str, Any] = {"label": field.label, "help_text": field.help, "required": False}
    match field.type:
        case FieldType.LONG_TEXT:
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000, **said)
        case FieldType.YES_NO:
            return YesNoField(**said)
        case FieldType.DAY:
            return DayField(**said)
        case FieldType.NUMBER:
            return _number(said)
        case FieldType.MONEY:
            return CentsField(**said)
        case FieldType.CHOICE:
            return forms.ChoiceField(choices=[("", gettext_lazy("nicht angegeben")), *field.choices], **said)
        case FieldType.DOCUMENT:
            return key_field(field.label, help_text=field.help)
        case FieldType.YEARS:
            return YearsField(columns=field.columns, **said)
        case _:
            return forms.CharField(max_length=300, **said)


def _number(said: dict[str, Any]) -> forms.IntegerField:
    return forms.IntegerField(
        min_value=0,
        max_value=2**53,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": gettext_lazy("Das ist keine ganze Zahl.")},
        **said,
    )


class RowForm(RecordForm):
    """Base of rows below an activity: nobody has to say why a row changes."""

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        self.fields["why"].required = False


class InvolvementForm(RowForm):
    """Who takes part."""

    groups = (("", ("organisation_id", "person_id", "role", "payer", "reason")),)

    organisation_id = key_field(gettext_lazy("Einrichtung"))
    person_id = key_field(
        gettext_lazy("Person"), help_text=gettext_lazy("Wer hier fehlt, wird zuerst unter „Wer und wo“ eingetragen.")
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Rolle"),
        choices=[("", "–"), *InvolvementRole.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch die Rolle.")},
    )
    payer = forms.CharField(label=gettext_lazy("Wer zahlt"), max_length=200, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Begründung"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Warum ausgewählt oder nicht ausgewählt"),
    )


class ProgrammeItemForm(RowForm):
    """A point of the programme."""

    groups = (("", ("day", "at", "title", "venue", "with_whom")),)

    day = DayField(label=gettext_lazy("Tag"))
    at = HourField(label=gettext_lazy("Uhrzeit"), required=False, help_text=gettext_lazy("Ortszeit"))
    title = forms.CharField(label=gettext_lazy("Programmpunkt"), max_length=300)
    venue = forms.CharField(label=gettext_lazy("Ort"), max_length=200, required=False)
    with_whom = forms.CharField(label=gettext_lazy("Mit wem"), max_length=300, required=False)


class CostItemForm(RowForm):
    """What something costs."""

    groups = (("", ("title", "payer", "budget_line_id", "planned_cents", "actual_cents")),)

    title = forms.CharField(label=gettext_lazy("Wofür"), max_length=200)
    payer = forms.CharField(label=gettext_lazy("Wer zahlt"), max_length=200, required=False)
    budget_line_id = key_field(gettext_lazy("Haushaltsstelle"))
    planned_cents = CentsField(
        label=gettext_lazy("Geplant (Euro)"),
        required=False,
        help_text=gettext_lazy("Ein Planwert, keine Zusage von Mitteln"),
    )
    actual_cents = CentsField(label=gettext_lazy("Abgerechnet (Euro)"), required=False)


class PromiseForm(SteppedForm):
    """What somebody owes somebody."""

    states = PromiseState

    groups: ClassVar[tuple[Group, ...]] = (
        ("", ("text", "direction", "partnership_id", "responsible_id", "counterpart", "due_on")),
        FILING,
    )

    text = forms.CharField(label=gettext_lazy("Was"), max_length=500)
    direction = forms.ChoiceField(
        label=gettext_lazy("Wer schuldet"), choices=PromiseDirection.choices, widget=forms.RadioSelect
    )
    partnership_id = key_field(gettext_lazy("Partnerschaft"))
    responsible_id = key_field(gettext_lazy("Zuständig bei uns"))
    counterpart = forms.CharField(label=gettext_lazy("Gegenüber"), max_length=200, required=False)
    due_on = DayField(label=gettext_lazy("Fällig am"), required=False)


class PlanApprovalForm(FiledForm):
    """Whose plan of which year was approved, when and by whom."""

    groups = (("", ("lead_id", "year", "approved_on", "decision_id", "approved_by", "note")), FILING)

    lead_id = forms.TypedChoiceField(
        label=gettext_lazy("Haus"),
        coerce=int,
        error_messages={"required": gettext_lazy("Es fehlt noch, wessen Plan es ist.")},
    )
    year = forms.IntegerField(
        label=gettext_lazy("Jahr"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Genehmigt ist der Plan, wie er jetzt dasteht. Spätere Änderungen werden gezeigt."),
    )
    approved_on = DayField(label=gettext_lazy("Genehmigt am"))
    decision_id = key_field(gettext_lazy("Beschluss"))
    approved_by = forms.CharField(
        label=gettext_lazy("Genehmigt von"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Stelle und Zeichen, wenn es keinen Beschluss gibt. Geld ist damit nicht bewilligt."),
    )
    note = forms.CharField(label=gettext_lazy("Vermerk"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class EventForm(FiledForm):
    """What happened in a country."""

    groups = (("", ("title", "kind", "place_id", "happened_on", "note")), FILING)

    title = forms.CharField(label=gettext_lazy("Ereignis"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=CountryEventKind.choices, widget=forms.RadioSelect)
    place_id = forms.TypedChoiceField(
        label=gettext_lazy("Ort"),
        coerce=int,
        help_text=gettext_lazy("Was darin liegt, ist mit betroffen"),
        error_messages={"required": gettext_lazy("Es fehlt noch, wo es geschehen ist.")},
    )
    happened_on = DayField(label=gettext_lazy("Am"))
    note = forms.CharField(label=gettext_lazy("Einschätzung"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
