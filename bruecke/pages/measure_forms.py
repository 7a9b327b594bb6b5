# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms around a measure. They read what was typed; what may be saved is decided by the actions."""

import json
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.models import House
from bruecke.pages.fields import EuroField, FuzzyDateField, typed_date
from bruecke.pages.record_form import Choices, with_standing
from bruecke.pages.versioned_forms import VersionedForm
from bruecke.records.visibility import Visibility
from bruecke.strategy.actions.measures import COORDINATORS_OWN
from bruecke.strategy.models import BudgetNeed, MeasureKind, OptionState
from bruecke.strategy.queries.vocabulary import Entry, Vocabulary


class MeasureForm(VersionedForm):
    """What people fill in. Values of fields_of go in by `shown` and come out by `typed`."""

    grundlage = forms.CharField(widget=forms.HiddenInput, required=False)
    title_de = forms.CharField(label=gettext_lazy("Kurztitel"), max_length=300, required=False)
    title_en = forms.CharField(label=gettext_lazy("Kurztitel (englisch)"), max_length=300, required=False)
    title_pl = forms.CharField(label=gettext_lazy("Kurztitel (polnisch)"), max_length=300, required=False)
    title_cs = forms.CharField(label=gettext_lazy("Kurztitel (tschechisch)"), max_length=300, required=False)
    title_hsb = forms.CharField(label=gettext_lazy("Kurztitel (obersorbisch)"), max_length=300, required=False)
    lead_id = forms.TypedChoiceField(label=gettext_lazy("Federführung"), coerce=int, empty_value=None, required=False)
    participants = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Beteiligt"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    themes = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Themen"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    deadline = FuzzyDateField(
        label=gettext_lazy("Termin"),
        required=False,
        help_text=gettext_lazy("Jahr, Monat oder Tag, zum Beispiel 2027, 5.2027 oder 31.5.2027"),
    )
    indicator = forms.CharField(
        label=gettext_lazy("Indikator"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Woran lässt sich der Erfolg ablesen?"),
    )
    needs_state_money = forms.ChoiceField(
        label=gettext_lazy("Landesmittel"),
        choices=BudgetNeed.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Die Strategie bindet den Landeshaushalt nicht."),
    )
    cost_cents = EuroField(
        label=gettext_lazy("Kosten in Euro"),
        min_value=0,
        max_digits=14,
        decimal_places=2,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=gettext_lazy("Ein Planwert, keine Zusage von Mitteln"),
    )
    source_of_funds = forms.CharField(label=gettext_lazy("Mittelherkunft"), max_length=200, required=False)
    precondition = forms.CharField(
        label=gettext_lazy("Bedingung"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Worauf die Maßnahme wartet"),
    )
    file_reference = forms.CharField(label=gettext_lazy("Aktenzeichen"), max_length=80, required=False)
    internal_note = forms.CharField(
        label=gettext_lazy("Interner Vermerk"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    visibility = forms.ChoiceField(
        label=gettext_lazy("Sichtbar für"), choices=Visibility.choices, widget=forms.RadioSelect
    )
    named_houses = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Benannte Ressorts"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    owner_id = forms.TypedChoiceField(
        label=gettext_lazy("Gehört dem Referat"), coerce=int, empty_value=None, required=False
    )
    why = forms.CharField(
        label=gettext_lazy("Grund der Änderung"),
        max_length=300,
        help_text=gettext_lazy("Steht im Verlauf bei Ihrem Namen"),
        error_messages={"required": gettext_lazy("Es fehlt noch der Grund der Änderung.")},
    )

    def __init__(
        self,
        *args: Any,
        known: Vocabulary,
        houses: list[House],
        has_all_fields: bool,
        lead_id: int | None,
        **kwargs: Any,
    ) -> None:
        """known, houses: what there is to choose from; lead_id: who leads now, whom the editor may not know of."""
        super().__init__(*args, **kwargs)
        self.goals = known.entries["ziel"]
        self._choose(known, houses, lead_id)
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = forms.BooleanField(label=goal.full_label, required=False)
            self.fields[f"why_{goal.pk}"] = forms.CharField(
                label=_("Warum dient sie %(goal)s?") % {"goal": goal.number}, max_length=500, required=False
            )
        for name in () if has_all_fields else COORDINATORS_OWN:
            del self.fields[name]

    def _choose(self, known: Vocabulary, houses: list[House], lead_id: int | None) -> None:
        all_houses = [(house.pk, house.name) for house in houses]
        choices: dict[str, list[tuple[Any, str]]] = {
            "lead_id": _leads(known, lead_id),
            "participants": _pairs(known.entries["organisation"]),
            "themes": _pairs(known.entries["thema"]),
            "named_houses": all_houses,
            "owner_id": [("", "–"), *all_houses],
        }
        for name, pairs in choices.items():
            self.fields[name].choices = pairs  # type: ignore[attr-defined]

    @property
    def goal_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Check box and reason for each goal."""
        return [(self[f"goal_{goal.pk}"], self[f"why_{goal.pk}"]) for goal in self.goals]

    def typed(self) -> dict[str, Any]:
        """The cleaned values as the action takes them."""
        data = self.cleaned_data
        values = {name: data[name] for name in self.fields if name in _SAVED}
        if values.get("cost_cents") is not None:
            values["cost_cents"] = int(values["cost_cents"] * 100)
        values["goals"] = {goal.pk: data[f"why_{goal.pk}"] for goal in self.goals if data[f"goal_{goal.pk}"]}
        for name in ("participants", "themes", "named_houses"):
            if name in values:
                values[name] = sorted(values[name])
        return values

    def base(self) -> dict[str, Any]:
        """The values the form was opened with, as far as the hidden field still says so."""
        return read_base(self.cleaned_data["grundlage"])


_SAVED = frozenset(name for name in MeasureForm.declared_fields if name not in {"version", "grundlage", "why"})


def shown(values: dict[str, Any], version: int) -> dict[str, Any]:
    """Values of fields_of as initial values of the form."""
    initial = dict(values) | {"version": version, "grundlage": json.dumps(values)}
    initial["deadline"] = typed_date(values["deadline"])
    if values["cost_cents"] is not None:
        initial["cost_cents"] = f"{Decimal(values['cost_cents']) / 100:.2f}".replace(".", ",")
    for goal, why in values["goals"].items():
        initial |= {f"goal_{goal}": True, f"why_{goal}": why}
    return initial


def read_base(text: str) -> dict[str, Any]:
    """The hidden field of the form; {} where it was tampered with."""
    try:
        values = json.loads(text or "{}")
        values["goals"] = {int(goal): why for goal, why in values.get("goals", {}).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
    return dict(values)


def _leads(known: Vocabulary, now: int | None) -> list[tuple[Any, str]]:
    return with_standing([("", _("noch niemand")), *_pairs(known.entries["federfuehrung"])], now)


def _pairs(entries: tuple[Entry, ...]) -> list[tuple[Any, str]]:
    return [(entry.pk, entry.label) for entry in entries]


class DecisionForm(VersionedForm):
    """A decision on an option."""

    needed = ("outcome", "reference", "decided_on")

    outcome = forms.ChoiceField(
        label=gettext_lazy("Wie wurde entschieden?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            (OptionState.TAKEN_UP, gettext_lazy("Die Option wird aufgegriffen")),
            (OptionState.NOT_TAKEN_UP, gettext_lazy("Die Option wird nicht aufgegriffen")),
            (OptionState.OPEN, gettext_lazy("Die frühere Entscheidung ist aufgehoben, die Option ist wieder offen")),
        ],
    )
    decision_id = forms.TypedChoiceField(
        label=gettext_lazy("Festgehaltener Beschluss"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("Wählen Sie einen, können Nummer und Tag leer bleiben: Sie werden übernommen."),
    )
    reference = forms.CharField(
        label=gettext_lazy("Beschluss"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Gremium und Nummer; zu sehen für alle, die die Maßnahme sehen"),
    )
    decided_on = forms.DateField(
        label=gettext_lazy("Beschlossen am"),
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Dieser Tag ist nicht lesbar. Schreiben Sie zum Beispiel 14.1.2026.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Begründung"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Ein Nein wird begründet. Die Begründung sehen nur die Ressorts."),
    )

    def __init__(self, *args: Any, decisions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision_id"].choices = decisions  # type: ignore[attr-defined]


class PartForm(VersionedForm):
    """A part of a compound measure."""

    needed = ("title",)

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=300, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Maßnahmenart"), choices=MeasureKind.choices)
    lead_id = forms.TypedChoiceField(label=gettext_lazy("Federführung"), coerce=int, empty_value=None, required=False)
    needs_state_money = forms.ChoiceField(
        label=gettext_lazy("Landesmittel"), choices=BudgetNeed.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, known: Vocabulary, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_id"].choices = _leads(known, self.initial.get("lead_id"))  # type: ignore[attr-defined]


class ExampleForm(VersionedForm):
    """An example."""

    needed = ("title",)
    title = forms.CharField(label=gettext_lazy("Beispiel"), max_length=300, required=False)


class CheckForm(VersionedForm):
    """An answer to a point to be considered."""

    answer = forms.TypedChoiceField(
        label=gettext_lazy("Wurde das beachtet?"),
        coerce={"ja": True, "nein": False}.get,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("ja", gettext_lazy("ja")),
            ("nein", gettext_lazy("nein")),
            ("", gettext_lazy("noch offen")),
        ],
    )
    reference = forms.CharField(
        label=gettext_lazy("Beleg"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Wo lässt sich das nachlesen?"),
    )
