# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and kinds of records of the room inquiries: inquiry, question, supply of a house."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import seen_organisations
from bruecke.inquiries import actions
from bruecke.inquiries.models import Inquiry, InquiryKind, InquiryState, SubQuestion
from bruecke.inquiries.queries.known import places, seen_inquiry, seen_question, seen_supply, sent_inquiries
from bruecke.inquiries.shape import shapes
from bruecke.pages.fields import keys_field
from bruecke.pages.inquiry_words import in_words
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import FILING, Choices, DayField, FiledForm, RecordForm, key_field
from bruecke.pages.record_kind import Above, Kind, own_page
from bruecke.records.visibility import Visibility


class YesField(forms.BooleanField):
    """A box to tick, with what history and comparisons say of it."""

    def in_words(self, value: bool) -> str:
        """Yes or no."""
        return _("ja") if value else _("nein")


class InquiryForm(FiledForm):
    """An inquiry. What its verbs change is named here, too, for its history."""

    groups = (
        ("", ("kind", "number", "title", "asked_by")),
        (gettext_lazy("Fristen"), ("dispatched_on", "due_on")),
        (gettext_lazy("Zusammenhang"), ("lead_id", "earlier")),
        FILING,
    )

    kind = forms.ChoiceField(
        label=gettext_lazy("Art"),
        choices=[("", "–"), *InquiryKind.choices],
        error_messages={"required": gettext_lazy("Es fehlt noch die Art der Anfrage.")},
    )
    number = forms.CharField(
        label=gettext_lazy("Nummer"),
        max_length=60,
        help_text=gettext_lazy("Drucksache oder Zeichen, unter dem die Anfrage geführt wird"),
        error_messages={"required": gettext_lazy("Es fehlt noch die Nummer.")},
    )
    title = forms.CharField(
        label=gettext_lazy("Gegenstand"),
        max_length=300,
        error_messages={"required": gettext_lazy("Es fehlt noch der Gegenstand.")},
    )
    asked_by = forms.CharField(
        label=gettext_lazy("Gestellt von"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Fraktion, Ausschuss oder Stelle; wird nicht veröffentlicht. Keine Privatperson."),
    )
    dispatched_on = DayField(label=gettext_lazy("Zugeleitet am"))
    due_on = DayField(label=gettext_lazy("Frist"), help_text=gettext_lazy("Letzter Tag für die Antwort"))
    lead_id = key_field(gettext_lazy("Federführung"))
    earlier = keys_field(
        gettext_lazy("Frühere Antworten zur Sache"),
        help_text=gettext_lazy(
            "Was dieselben Tabellen für dieselbe Zeit enthält, findet Brücke auch ohne Ihre Auswahl."
        ),
    )

    def label(self, name: str) -> str:
        """What a verb changes has no field."""
        verbs = {"state": _("Stand"), "extended_until": _("Frist verlängert bis"), "extended_because": _("Grund")}
        return verbs.get(name) or super().label(name)

    def in_words(self, name: str, value: Any) -> str:
        """The state as its word, the new deadline as a day."""
        if name == "state" and value in InquiryState.values:
            return str(InquiryState(value).label)
        if name == "extended_until" and value:
            return in_words(str(value))
        return super().in_words(name, value)


class QuestionForm(RecordForm):
    """A question with its answer."""

    groups = (
        ("", ("position", "text")),
        (gettext_lazy("Tabelle"), ("shape", "period_from", "period_until", "place_id", "amounts_are_public")),
        (gettext_lazy("Antwort"), ("answer",)),
    )

    position = forms.IntegerField(
        label=gettext_lazy("Nummer"),
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Es fehlt noch die Nummer der Frage."),
            "invalid": gettext_lazy("Das ist keine ganze Zahl."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("Frage"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Es fehlt noch die Frage.")},
    )
    shape = forms.ChoiceField(
        label=gettext_lazy("Tabelle aus den Registern"),
        required=False,
        help_text=gettext_lazy("Brücke zieht sie beim Speichern so, wie alle Ressorts die Register sehen."),
    )
    period_from = DayField(label=gettext_lazy("Zeitraum von"), required=False)
    period_until = DayField(label=gettext_lazy("Zeitraum bis"), required=False)
    place_id = key_field(gettext_lazy("Land oder Ort"), help_text=gettext_lazy("Mit allem, was darin liegt"))
    amounts_are_public = YesField(
        label=gettext_lazy("Die Beträge werden mit der Antwort veröffentlicht"),
        required=False,
        help_text=gettext_lazy("Kosten zeigen die Register sonst nur der Regierung."),
    )
    answer = forms.CharField(
        label=gettext_lazy("Antwort in Worten"), required=False, widget=forms.Textarea(attrs={"rows": 10})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(name, str(shape.label)) for name, shape in shapes().items()]
        self.fields["shape"].choices = [("", _("keine, nur Text")), *offered]  # type: ignore[attr-defined]

    def label(self, name: str) -> str:
        """What a verb changes has no field."""
        verbs = {"refused_because": _("Nicht beantwortet"), "secret_because": _("Nicht veröffentlicht")}
        return verbs.get(name) or super().label(name)


class SupplyForm(RecordForm):
    """What a house supplies; its own draft until it is given."""

    groups = (("", ("text",)),)

    text = forms.CharField(
        label=gettext_lazy("Zulieferung"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Entwurf Ihres Hauses: Niemand sonst liest ihn, bevor Sie ihn abgeben."),
        error_messages={"required": gettext_lazy("Es fehlt noch der Text der Zulieferung.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = False


def _of_inquiry(record: Inquiry | None, principal: Principal) -> dict[str, Choices]:
    houses = [(row.pk, row.name) for row in seen_organisations(principal=principal) if row.may_lead]
    earlier = sent_inquiries(principal=principal, but=record.pk if record else None)
    return {
        "lead_id": [("", _("noch niemand")), *houses],
        "earlier": [(row.pk, str(row)) for row in earlier],
    }


def _of_question(record: SubQuestion | None, principal: Principal) -> dict[str, Choices]:
    return {"place_id": [("", _("alle")), *places()]}


def inquiry_page(record: Any) -> str:
    """The page of the inquiry above a question or a supply, at its place where it has one."""
    anchor = f"#{'frage' if isinstance(record, SubQuestion) else 'zulieferung'}-{record.pk}" if record.pk else ""
    return reverse("inquiry", args=[record.inquiry_id]) + anchor


INQUIRY = Kind(
    "inquiry",
    "anfragen",
    own_page("inquiry"),
    gettext_lazy("Anfrage bearbeiten"),
    InquiryForm,
    actions.INQUIRY,
    seen_inquiry,
    _of_inquiry,
    actions.register,
    gettext_lazy("Anfrage erfassen"),
    {"visibility": Visibility.MINISTRIES},
    back="inquiries",
)
QUESTION = Kind(
    "sub_question",
    "teilfragen",
    inquiry_page,
    gettext_lazy("Frage bearbeiten"),
    QuestionForm,
    actions.QUESTION,
    seen_question,
    _of_question,
    new_title=gettext_lazy("Frage erfassen"),
    above=Above("anfragen", seen_inquiry, SubQuestion, "inquiry"),
)
SUPPLY = Kind(
    "supply",
    "zulieferungen",
    inquiry_page,
    gettext_lazy("Zulieferung schreiben"),
    SupplyForm,
    actions.SUPPLY,
    seen_supply,
)

KINDS = (INQUIRY, QUESTION, SUPPLY)
urlpatterns = [pattern for kind in KINDS for pattern in addresses(kind)]
