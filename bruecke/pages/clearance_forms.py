# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short forms of co-signature."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import signing_organisations
from bruecke.clearance.actions import MOST_DAYS
from bruecke.clearance.models import Answer, Circulation
from bruecke.clearance.queries import Answerable
from bruecke.pages.versioned_forms import VersionedForm


def days_field() -> forms.IntegerField:
    """A deadline in working days."""
    return forms.IntegerField(
        label=gettext_lazy("Frist in Arbeitstagen"),
        initial=10,
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Gezählt ab morgen, ohne Wochenenden und Feiertage"),
        error_messages={
            "required": gettext_lazy("Es fehlt noch die Frist."),
            "invalid": gettext_lazy("Das ist keine ganze Zahl von Arbeitstagen."),
        },
    )


class AnswerForm(forms.Form):
    """A house's word on what it read: `content` is its hash."""

    needed = ("answer",)

    content = forms.CharField(widget=forms.HiddenInput, max_length=64)
    house = forms.TypedChoiceField(label=gettext_lazy("Für"), coerce=int)
    answer = forms.ChoiceField(
        label=gettext_lazy("Antwort"), choices=Answer.choices, widget=forms.RadioSelect, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Änderungswunsch oder Begründung"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Nötig, wenn Sie Änderungen wünschen oder nicht einverstanden sind"),
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Zugleich für diese Teile"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Weitere Teile desselben Papiers, die auf Ihre Antwort warten"),
    )

    def __init__(self, *args: Any, circulation: Circulation, offered: list[Answerable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._circulation = circulation
        self._parts = {row.organisation.pk: {part.pk for part in row.parts} for row in offered}
        self.fields["content"].initial = circulation.content_hash
        names = [(row.organisation.pk, self._name(row)) for row in offered]
        self.fields["house"].choices = names  # type: ignore[attr-defined]
        self.fields["house"].initial = names[0][0]
        parts = {part.pk: part for row in offered for part in row.parts}
        if parts:
            choices = [(f"{pk}:{part.content_hash}", part.part or part.title) for pk, part in parts.items()]
            self.fields["parts"].choices = choices  # type: ignore[attr-defined]
            self.fields["parts"].initial = [value for value, _label in choices]
        else:
            del self.fields["parts"]

    @staticmethod
    def _name(row: Answerable) -> str:
        return _("%(house)s (i. V.)") % {"house": row.organisation} if row.is_deputy else str(row.organisation)

    @property
    def organisation(self) -> int:
        """Key of whom is signed for."""
        return int(self.cleaned_data["house"])

    def seen(self) -> dict[int, str]:
        """Circulations with the hash of what the form showed of them."""
        parts = (value.partition(":") for value in self.cleaned_data.get("parts", ()))
        return {self._circulation.pk: self.cleaned_data["content"]} | {
            int(pk): content for pk, _colon, content in parts
        }


class ReasonForm(VersionedForm):
    """Why it goes on, or is called back."""

    needed = ("reason",)

    reason = forms.CharField(label=gettext_lazy("Grund"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


class DaysForm(VersionedForm):
    """How long the houses have for the new content."""

    days = days_field()


class CirculateForm(forms.Form):
    """Who is asked, and until when."""

    needed = ("addressees",)

    addressees = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wer soll mitzeichnen?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    days = days_field()

    def __init__(self, *args: Any, principal: Principal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        houses = [(row.pk, row.name) for row in signing_organisations(principal=principal)]
        self.fields["addressees"].choices = houses  # type: ignore[attr-defined]
