# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and kinds of the room partnerships: partnerships, agreements, liaison offices."""

from typing import Any

from django import forms
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.pages.fields import FuzzyDateField
from bruecke.pages.record_form import FILING, Choices, FiledForm, key_field
from bruecke.pages.record_kind import Above, Kind, own_page
from bruecke.partnerships.actions import records as rules
from bruecke.partnerships.models import Agreement, Basis, OfficeOperator, PartnershipKind, PartnershipState
from bruecke.partnerships.queries import choices
from bruecke.partnerships.queries.offices import seen_office
from bruecke.partnerships.queries.sheet import seen_partnership
from bruecke.records.visibility import Visibility

FUZZY_HELP = gettext_lazy("Jahr, Monat oder Tag, zum Beispiel 2027, 5.2027 oder 31.5.2027")


def keys_field(label: Any, **kwargs: Any) -> forms.TypedMultipleChoiceField:
    """A choice of many records."""
    return forms.TypedMultipleChoiceField(
        label=label, coerce=int, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )


def _text(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PartnershipForm(FiledForm):
    """A partnership; a new one also with the first known state of its life."""

    titles = (("name", gettext_lazy("Name"), 250),)
    groups = (
        ("", ("name", "kind", "is_neighbour", "place_id", "holder_id", "partners")),
        (gettext_lazy("Stand"), rules.BEGINS),
        (gettext_lazy("Grundlage"), ("basis", "since", "sectoral_answer", "precondition")),
        (gettext_lazy("Wozu und mit wem"), ("goals", "sectors", "working_group_id", "contacts")),
        (gettext_lazy("In Worten"), ("summary", "sensitive")),
        FILING,
    )

    kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=PartnershipKind.choices, widget=forms.RadioSelect)
    is_neighbour = forms.BooleanField(label=gettext_lazy("Nachbarregion"), required=False)
    place_id = key_field(gettext_lazy("Ort"))
    holder_id = key_field(
        gettext_lazy("Träger"), help_text=gettext_lazy("Wer die Partnerschaft auf unserer Seite trägt")
    )
    partners = keys_field(gettext_lazy("Partnereinrichtungen"))
    begins_as = forms.ChoiceField(
        label=gettext_lazy("Stand heute"),
        choices=PartnershipState.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Kandidaten zählen nicht als Partner. Spätere Schritte halten Sie auf der Seite fest."),
    )
    begins_on = FuzzyDateField(label=gettext_lazy("Seit wann"), required=False, help_text=FUZZY_HELP)
    begins_because = forms.CharField(label=gettext_lazy("Grund"), required=False, widget=_text(3))
    basis = forms.ChoiceField(label=gettext_lazy("Grundlage"), choices=Basis.choices)
    since = FuzzyDateField(label=gettext_lazy("Partnerschaft seit"), required=False, help_text=FUZZY_HELP)
    sectoral_answer = forms.CharField(
        label=gettext_lazy("Warum genügt keine sektorale Zusammenarbeit?"),
        required=False,
        widget=_text(3),
        help_text=gettext_lazy(
            "Nur bei Regionalpartnerschaften. Sektorale Zusammenarbeit hat grundsätzlich Vorrang; "
            "eine Abweichung wird begründet."
        ),
    )
    precondition = forms.CharField(
        label=gettext_lazy("Bedingung"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Was erfüllt sein muss, bevor eine ruhende Partnerschaft wieder geprüft wird"),
    )
    goals = keys_field(gettext_lazy("Ziele"))
    sectors = keys_field(gettext_lazy("Felder der Zusammenarbeit"))
    working_group_id = key_field(gettext_lazy("Arbeitsgruppe"))
    contacts = keys_field(gettext_lazy("Ansprechpersonen"))
    summary = forms.CharField(
        label=gettext_lazy("Stand in Worten"),
        required=False,
        widget=_text(),
        help_text=gettext_lazy("So sichtbar wie die Partnerschaft selbst"),
    )
    sensitive = forms.CharField(
        label=gettext_lazy("Heikle Punkte"),
        required=False,
        widget=_text(),
        help_text=gettext_lazy("Nur für die Regierung sichtbar, was immer sonst veröffentlicht ist"),
    )

    def __init__(self, *args: Any, standing: Any, **kwargs: Any) -> None:
        super().__init__(*args, standing=standing, **kwargs)
        if standing:
            for name in rules.BEGINS:
                del self.fields[name]

    def label(self, name: str) -> str:
        """A field's name; those of a move are no fields of the form."""
        moved = {"state": _("Stand"), "move": _("Standänderung")}
        return moved.get(name) or super().label(name)

    def in_words(self, name: str, value: Any) -> str:
        """A stored value as a person reads it."""
        if name in {"state", "move"} and value:
            state, _space, day = str(value).partition(" ")
            date = self.fields["since"]
            words = str(PartnershipState(state).label)
            return f"{words} ({super().in_words('since', day)})" if day and date else words
        return super().in_words(name, value)


class AgreementForm(FiledForm):
    """A text a partnership rests on."""

    groups = (
        ("", ("title", "parties", "signatories", "signed_on", "ends_on", "is_renewed_by_itself")),
        (gettext_lazy("Text"), ("languages", "document_id")),
        FILING,
    )

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=300, required=False)
    parties = keys_field(gettext_lazy("Vertragsparteien"))
    signatories = forms.CharField(label=gettext_lazy("Unterzeichnet von"), max_length=300, required=False)
    signed_on = FuzzyDateField(label=gettext_lazy("Unterzeichnet am"), required=False, help_text=FUZZY_HELP)
    ends_on = FuzzyDateField(label=gettext_lazy("Läuft bis"), required=False, help_text=FUZZY_HELP)
    is_renewed_by_itself = forms.BooleanField(label=gettext_lazy("Verlängert sich von selbst"), required=False)
    languages = forms.CharField(label=gettext_lazy("Sprachen"), max_length=120, required=False)
    document_id = key_field(gettext_lazy("Dokument"))


class OfficeForm(FiledForm):
    """A liaison office."""

    titles = (("name", gettext_lazy("Name"), 250),)
    groups = (
        ("", ("name", "operator_kind", "operator_id", "place_id", "since", "partnerships")),
        FILING,
    )

    operator_kind = forms.ChoiceField(
        label=gettext_lazy("Betreiber"),
        choices=OfficeOperator.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Büros der Staatsregierung und der Hochschulen bleiben getrennt."),
    )
    operator_id = key_field(gettext_lazy("Betreibende Einrichtung"))
    place_id = key_field(gettext_lazy("Ort"))
    since = FuzzyDateField(label=gettext_lazy("Seit"), required=False, help_text=FUZZY_HELP)
    partnerships = keys_field(gettext_lazy("Partnerschaften"))


def _none(pairs: list[tuple[int, str]]) -> Choices:
    return [("", "–"), *pairs]


def _partnership_offers(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    organisations = choices.organisations(principal=principal)
    return {
        "place_id": _none(choices.places()),
        "holder_id": _none(organisations),
        "partners": organisations,
        "goals": choices.goals(principal=principal),
        "sectors": choices.sectors(),
        "working_group_id": _none(choices.bodies(principal=principal)),
        "contacts": choices.people(principal=principal),
    }


def _agreement_offers(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    return {
        "parties": choices.organisations(principal=principal),
        "document_id": _none(choices.documents(principal=principal)),
    }


def _office_offers(record: models.Model | None, principal: Principal) -> dict[str, Choices]:
    return {
        "operator_id": _none(choices.organisations(principal=principal)),
        "place_id": _none(choices.places()),
        "partnerships": choices.partnerships(principal=principal),
    }


PARTNERSHIP = Kind(
    "partnership",
    "partner",
    own_page("partnership"),
    gettext_lazy("Partnerschaft bearbeiten"),
    PartnershipForm,
    rules.PARTNERSHIP,
    seen_partnership,
    _partnership_offers,
    rules.enter_partnership,
    gettext_lazy("Partnerschaft anlegen"),
    {"visibility": Visibility.MINISTRIES, "basis": Basis.UNKNOWN, "begins_as": PartnershipState.PROPOSED},
    back="partnerships",
)
AGREEMENT = Kind(
    "agreement",
    "vertraege",
    lambda agreement: reverse("partnership", args=[agreement.partnership_id]),
    gettext_lazy("Erklärung oder Vertrag bearbeiten"),
    AgreementForm,
    rules.AGREEMENT,
    choices.seen_agreement,
    _agreement_offers,
    new_title=gettext_lazy("Erklärung oder Vertrag erfassen"),
    blank={"visibility": Visibility.MINISTRIES},
    above=Above("partner", seen_partnership, Agreement, "partnership"),
)
OFFICE = Kind(
    "liaison_office",
    "verbindungsbueros",
    own_page("liaison_office"),
    gettext_lazy("Verbindungsbüro bearbeiten"),
    OfficeForm,
    rules.LIAISON_OFFICE,
    seen_office,
    _office_offers,
    rules.enter_office,
    gettext_lazy("Verbindungsbüro anlegen"),
    {"visibility": Visibility.MINISTRIES, "operator_kind": OfficeOperator.GOVERNMENT},
    back="liaison_offices",
)
KINDS = (PARTNERSHIP, AGREEMENT, OFFICE)
