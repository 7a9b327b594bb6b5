# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small forms of one step each: of an activity's life, a call for interest, a promise, a year."""

from django import forms
from django.utils.translation import gettext_lazy

from bruecke.pages.record_form import DayField


class StepForm(forms.Form):
    """Base of the small forms of a step: the version it was opened on, and a word to it."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PlanForm(StepForm):
    """From an idea to a plan."""

    why = forms.CharField(label=gettext_lazy("Anlass"), max_length=300, required=False)


class ApproveForm(StepForm):
    """Who approved it."""

    approval = forms.CharField(
        label=gettext_lazy("Genehmigung"),
        max_length=300,
        help_text=gettext_lazy("Wer genehmigt hat, wann, unter welchem Zeichen"),
        error_messages={"required": gettext_lazy("Es fehlt noch, wer wann genehmigt hat.")},
    )


class HoldForm(StepForm):
    """How it went."""

    result = forms.CharField(
        label=gettext_lazy("Ergebnis"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("In einfachen Worten. Zusagen halten Sie danach einzeln fest."),
        error_messages={"required": gettext_lazy("Es fehlt noch das Ergebnis, in ein, zwei Sätzen.")},
    )


class CancelForm(StepForm):
    """Why it does not take place."""

    why = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch der Grund.")},
    )


class InviteForm(StepForm):
    """Whom a call for interest asks."""

    organisations = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wer gefragt wird"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Es fehlt noch, wer gefragt wird.")},
    )
    until = DayField(label=gettext_lazy("Antwort bis"), required=False)


class SettleForm(StepForm):
    """What became of a promise."""

    state = forms.ChoiceField(
        label=gettext_lazy("Was daraus wurde"),
        choices=[
            ("kept", gettext_lazy("eingelöst")),
            ("broken", gettext_lazy("nicht eingelöst")),
            ("released", gettext_lazy("erledigt ohne Einlösung")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Es fehlt noch, was daraus wurde.")},
    )
    settled_on = DayField(label=gettext_lazy("Am"))
    note = forms.CharField(
        label=gettext_lazy("Vermerk"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Nötig, wenn sie nicht eingelöst wurde"),
    )


class ReopenForm(StepForm):
    """Why a promise is open again."""

    note = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch, warum.")},
    )


class BeginYearForm(forms.Form):
    """Whose plan begins with last year's."""

    lead_id = forms.TypedChoiceField(
        label=gettext_lazy("Haus"),
        coerce=int,
        error_messages={"required": gettext_lazy("Es fehlt noch, wessen Plan es ist.")},
    )
    year = forms.IntegerField(
        label=gettext_lazy("Jahr"),
        min_value=1000,
        max_value=2999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Was im Jahr davor stattfand, steht dann als Vorschlag in diesem Jahr"),
    )
