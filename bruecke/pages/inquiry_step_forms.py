# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short forms of the verbs on inquiries, questions and supplies."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.inquiries.models import SubQuestion, SupplyState
from bruecke.pages.fields import keys_field
from bruecke.pages.record_form import DayField
from bruecke.pages.versioned_forms import VersionedForm


class ConfirmForm(VersionedForm):
    """Nothing but yes."""


class ReasonForm(VersionedForm):
    """Why; the action insists on it."""

    needed = ("reason",)

    reason = forms.CharField(
        label=gettext_lazy("Grund"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class GroundForm(VersionedForm):
    """On which ground; empty takes it back."""

    reason = forms.CharField(
        label=gettext_lazy("Grund"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Leer lassen, um es zurückzunehmen"),
    )


class ExtendForm(VersionedForm):
    """Until when, and why."""

    needed = ("reason",)

    until = DayField(label=gettext_lazy("Neue Frist"))
    reason = forms.CharField(label=gettext_lazy("Grund der Verlängerung"), required=False, max_length=300)


class AskForm(VersionedForm):
    """Which houses are asked for what, until when."""

    needed = ("houses",)

    houses = keys_field(gettext_lazy("Wer soll zuliefern?"))
    questions = keys_field(
        gettext_lazy("Zu welchen Fragen?"), help_text=gettext_lazy("Ohne Auswahl gilt die Bitte der ganzen Anfrage.")
    )
    due_on = DayField(
        label=gettext_lazy("Interne Frist"),
        help_text=gettext_lazy("Vorgeschlagen sind fünf Arbeitstage vor der Frist der Anfrage."),
    )

    def __init__(self, *args: Any, houses: list[tuple[int, str]], questions: list[SubQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["houses"].choices = houses  # type: ignore[attr-defined]
        self.fields["questions"].choices = named(questions)  # type: ignore[attr-defined]
        if not questions:
            del self.fields["questions"]


class GiveForm(VersionedForm):
    """What a house hands over."""

    needed = ("state",)

    state = forms.ChoiceField(
        label=gettext_lazy("Was geben Sie ab?"),
        required=False,
        choices=[
            (SupplyState.GIVEN, gettext_lazy("die Zulieferung, wie sie geschrieben steht")),
            (SupplyState.NOTHING, gettext_lazy("Fehlanzeige")),
        ],
        widget=forms.RadioSelect,
    )


class TakeOverForm(VersionedForm):
    """Into the answer to which question."""

    question = forms.TypedChoiceField(
        label=gettext_lazy("In die Antwort auf"),
        coerce=int,
        help_text=gettext_lazy("Der Text wird angefügt und lässt sich dort bearbeiten."),
        error_messages={"required": gettext_lazy("Bitte wählen Sie die Frage, deren Antwort ergänzt wird.")},
    )

    def __init__(self, *args: Any, questions: list[SubQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = [("", "–"), *named(questions)]  # type: ignore[attr-defined]
        if len(questions) == 1 and not self.initial.get("question"):
            self.initial["question"] = questions[0].pk


class SendForm(VersionedForm):
    """On which day it went out."""

    on = DayField(label=gettext_lazy("Abgesandt am"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


def named(questions: list[SubQuestion]) -> list[tuple[int, str]]:
    """Questions to choose from."""
    return [(row.pk, _("Frage %(n)s: %(text)s") % {"n": row.position, "text": row.text[:120]}) for row in questions]
