# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a person, and its kind."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import PERSON as RULES
from bruecke.actors.actions import enter_person
from bruecke.actors.models import LegalBasis, Person, Retention
from bruecke.actors.queries import seen_organisations
from bruecke.pages.fields import FuzzyDateField
from bruecke.pages.record_form import FILING, Choices, DayField, FiledForm, key_field
from bruecke.pages.record_kind import Kind, own_page
from bruecke.records.queries import seen
from bruecke.records.visibility import Visibility


class PersonForm(FiledForm):
    """Somebody the office deals with; why it may hold the data is asked as plainly as the name."""

    groups = (
        ("", ("name", "is_another", "title", "function", "organisation_id", "in_office_from", "in_office_until")),
        (gettext_lazy("Erreichbar"), ("email", "phone", "languages")),
        (gettext_lazy("Datenschutz"), ("legal_basis", "source", "retention", "review_on")),
        FILING,
    )

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        error_messages={"required": gettext_lazy("Es fehlt noch der Name.")},
        help_text=gettext_lazy("Vorname und Nachname, auch in anderer Schrift"),
    )
    is_another = forms.BooleanField(
        label=gettext_lazy("Es ist jemand anderes als die Personen ähnlichen Namens"), required=False
    )
    title = forms.CharField(label=gettext_lazy("Titel, Anrede"), max_length=80, required=False)
    function = forms.CharField(label=gettext_lazy("Funktion"), max_length=200, required=False)
    organisation_id = key_field(gettext_lazy("Einrichtung"))
    in_office_from = FuzzyDateField(label=gettext_lazy("Im Amt seit"), required=False)
    in_office_until = FuzzyDateField(label=gettext_lazy("Im Amt bis"), required=False)
    email = forms.EmailField(label=gettext_lazy("E-Mail-Adresse"), required=False)
    phone = forms.CharField(label=gettext_lazy("Telefon"), max_length=60, required=False)
    languages = forms.CharField(label=gettext_lazy("Sprachen"), max_length=120, required=False)
    legal_basis = forms.ChoiceField(
        label=gettext_lazy("Rechtsgrundlage"),
        choices=[("", "–"), *LegalBasis.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch die Rechtsgrundlage.")},
    )
    source = forms.CharField(
        label=gettext_lazy("Herkunft der Angaben"),
        max_length=300,
        help_text=gettext_lazy("Zum Beispiel Visitenkarte vom 3. März 2026 oder Internetseite der Einrichtung"),
        error_messages={"required": gettext_lazy("Es fehlt noch, woher die Angaben stammen.")},
    )
    retention = forms.ChoiceField(
        label=gettext_lazy("Aufbewahrung"),
        choices=[("", "–"), *Retention.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch, wie lange die Angaben aufbewahrt werden.")},
    )
    review_on = DayField(label=gettext_lazy("Zu prüfen am"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].error_messages["required"] = _(
            "Es fehlt noch der Tag, an dem die Angaben geprüft werden."
        )
        if kwargs["standing"]:
            # Whether it is the same person is asked once, when somebody is entered.
            del self.fields["is_another"]


def _organisations(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    known = seen_organisations(principal=principal)
    return {"organisation_id": [("", _("keine")), *((row.pk, row.name) for row in known)]}


PERSON = Kind(
    "person",
    "personen",
    own_page("person"),
    gettext_lazy("Person bearbeiten"),
    PersonForm,
    RULES,
    lambda pk, *, principal: seen(Person, pk, principal=principal),
    _organisations,
    enter_person,
    gettext_lazy("Person anlegen"),
    {"visibility": Visibility.MINISTRIES},
    back="people",
)
