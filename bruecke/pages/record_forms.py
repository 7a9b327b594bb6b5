# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of goals, principles, organisations, documents, editions and strategies, declared field by field."""

from django import forms
from django.utils.translation import gettext_lazy

from bruecke.actors.models import OrganisationKind
from bruecke.library.models import DocumentKind, DocumentStatus
from bruecke.pages.fields import FuzzyDateField
from bruecke.pages.record_form import FILING, DayField, FiledForm, RecordForm, key_field
from bruecke.strategy.actions.records import LONGEST_INTERVAL
from bruecke.strategy.models import BudgetNeed, PrincipleScope


class GoalForm(FiledForm):
    """What the document leaves open about a goal."""

    titles = (("title", gettext_lazy("Titel"), 300),)
    groups = (("", ("title", "needs_state_money")), FILING)

    needs_state_money = forms.ChoiceField(
        label=gettext_lazy("Landesmittel"),
        choices=BudgetNeed.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Die Strategie bindet den Landeshaushalt nicht."),
    )


class PrincipleForm(FiledForm):
    """What a principle is called and what it governs."""

    titles = (("title", gettext_lazy("Titel"), 300),)
    groups = (("", ("title", "scope", "chapter_reference")), FILING)

    scope = forms.ChoiceField(label=gettext_lazy("Gilt für"), choices=PrincipleScope.choices, widget=forms.RadioSelect)
    chapter_reference = forms.ChoiceField(
        label=gettext_lazy("Instrument"),
        required=False,
        help_text=gettext_lazy("Nur wenn der Grundsatz für ein Instrument gilt"),
    )


class OrganisationForm(FiledForm):
    """An organisation."""

    titles = (("name", gettext_lazy("Name"), 250), ("short_name", gettext_lazy("Kurzname"), 60))
    groups = (
        ("", ("name", "short_name", "kind", "parent_id")),
        (gettext_lazy("Bestand"), ("valid_from", "valid_until", "former_names", "successor_id")),
        FILING,
    )

    kind = forms.ChoiceField(
        label=gettext_lazy("Art"),
        choices=[("", "–"), *OrganisationKind.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch die Art der Einrichtung.")},
    )
    parent_id = key_field(gettext_lazy("Gehört zu"))
    valid_from = DayField(label=gettext_lazy("Gültig ab"), required=False)
    valid_until = DayField(
        label=gettext_lazy("Gültig bis"),
        required=False,
        help_text=gettext_lazy("Was endet, bleibt stehen; gelöscht wird nichts."),
    )
    former_names = forms.CharField(
        label=gettext_lazy("Frühere Namen"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Ein Name in jeder Zeile, gern mit Jahren; auch darunter bleibt sie auffindbar."),
    )
    successor_id = key_field(
        gettext_lazy("Nachfolgerin"),
        help_text=gettext_lazy("Wenn sie aufgelöst, zusammengelegt oder einem anderen Haus zugeordnet wurde"),
    )


class DocumentForm(FiledForm):
    """A document that something refers to."""

    titles = (("title", gettext_lazy("Titel"), 300),)
    groups = (("", ("title", "kind", "status", "issued", "publisher", "url")), FILING)

    kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=DocumentKind.choices)
    status = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        choices=DocumentStatus.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Ein geplantes Dokument wird nicht gezeigt, als läge es vor."),
    )
    issued = FuzzyDateField(
        label=gettext_lazy("Datum"),
        required=False,
        help_text=gettext_lazy("Jahr, Monat oder Tag, zum Beispiel 2027, 5.2027 oder 31.5.2027"),
    )
    publisher = forms.CharField(label=gettext_lazy("Herausgeber"), max_length=200, required=False)
    url = forms.URLField(
        label=gettext_lazy("Adresse"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Wo es im Netz steht"),
        error_messages={
            "invalid": gettext_lazy(
                "Diese Adresse ist nicht vollständig. Schreiben Sie zum Beispiel https://www.example.org/plan."
            )
        },
    )


class EditionForm(RecordForm):
    """What the document does not say of its own adoption."""

    groups = (("", ("decision_id", "adopted_on", "decision_reference")),)

    decision_id = key_field(
        gettext_lazy("Festgehaltener Beschluss"),
        help_text=gettext_lazy("Wählen Sie einen, können Tag und Nummer leer bleiben: Sie werden übernommen."),
    )
    adopted_on = DayField(label=gettext_lazy("Beschlossen am"), required=False)
    decision_reference = forms.CharField(
        label=gettext_lazy("Beschluss"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Gremium und Nummer; zu sehen für alle, die die Fassung lesen"),
    )


class StrategyForm(FiledForm):
    """Who holds and coordinates a strategy, and how often it is evaluated."""

    titles = (("name", gettext_lazy("Name"), 250),)
    groups = (
        ("", ("name", "holder", "coordinating_body_id", "evaluation_interval_months")),
        FILING,
    )

    holder = forms.CharField(label=gettext_lazy("Träger"), max_length=200, required=False)
    coordinating_body_id = key_field(
        gettext_lazy("Koordiniert von"), help_text=gettext_lazy("Das Gremium, das die Umsetzung koordiniert")
    )
    evaluation_interval_months = forms.IntegerField(
        label=gettext_lazy("Evaluiert alle (Monate)"),
        required=False,
        min_value=1,
        max_value=LONGEST_INTERVAL,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Bleibt leer, bis jemand den Abstand festlegt"),
        error_messages={
            "invalid": gettext_lazy("Das ist keine ganze Zahl von Monaten."),
            "min_value": gettext_lazy("Der Abstand beträgt mindestens einen Monat."),
            "max_value": gettext_lazy("Der Abstand beträgt höchstens %(limit_value)s Monate."),
        },
    )
