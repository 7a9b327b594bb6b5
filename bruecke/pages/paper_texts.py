# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts kept for the briefings of a partnership: the list, and the form of one."""

from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import signing_organisations
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import FILING, Choices, DayField, FiledForm, key_field
from bruecke.pages.record_kind import Above, Kind, edit_href, new_href
from bruecke.publish.actions import SECTION_TEXT as RULES
from bruecke.publish.models import SectionText
from bruecke.publish.queries import seen_partnership, seen_text, texts_of
from bruecke.records.visibility import Visibility


class SectionTextForm(FiledForm):
    """A text, who writes it until when, and since when it may be printed."""

    groups = (
        ("", ("heading", "text", "author")),
        (gettext_lazy("Zulieferung und Freigabe"), ("asked_of_id", "due_on", "released_on")),
        FILING,
    )

    heading = forms.CharField(
        label=gettext_lazy("Überschrift"),
        max_length=200,
        help_text=gettext_lazy("Zum Beispiel „Gesprächspunkte“ oder „Wirtschaftliche Lage“"),
        error_messages={"required": gettext_lazy("Es fehlt noch die Überschrift.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Leere Zeilen trennen Absätze. Der Text bleibt für die nächste Mappe stehen."),
    )
    author = forms.CharField(label=gettext_lazy("Verfasst von"), max_length=200, required=False)
    asked_of_id = key_field(gettext_lazy("Erbeten von"))
    due_on = DayField(label=gettext_lazy("Erbeten bis"), required=False)
    released_on = DayField(
        label=gettext_lazy("Freigegeben am"),
        required=False,
        help_text=gettext_lazy("Ohne Freigabe steht in der Mappe nur, was fehlt und wer es schuldet."),
    )


def _offers(record: Any, principal: Principal) -> dict[str, Choices]:
    known = [(row.pk, row.name) for row in signing_organisations(principal=principal)]
    return {"asked_of_id": [("", _("von niemandem")), *known]}


def _page(text: SectionText) -> str:
    return reverse("section_texts", args=[text.partnership_id])


SECTION_TEXT = Kind(
    name="section_text",
    folder="bausteine",
    page=_page,
    title=gettext_lazy("Text für Mappen bearbeiten"),
    form=SectionTextForm,
    rules=RULES,
    find=seen_text,
    offers=_offers,
    new_title=gettext_lazy("Text für Mappen anlegen"),
    blank={"visibility": Visibility.MINISTRIES},
    above=Above("partnerschaften", seen_partnership, SectionText, "partnership"),
)


def listing(request: HttpRequest, pk: int) -> HttpResponse:
    """All texts kept for a partnership, with what is still owed."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        found = texts_of(pk, principal=principal)
    except ObjectDoesNotExist:
        raise Http404 from None
    context = {
        "partnership": found.partnership,
        "texts": [(text, house, edit_href(SECTION_TEXT, text, principal)) for text, house in found.texts],
        "new_href": new_href(SECTION_TEXT, principal, found.partnership),
        "print_href": f"{reverse('paper_print', args=['briefing'])}?fuer=partnership-{found.partnership.pk}",
        "today": timezone.localdate(),
        "crumbs": [(reverse("papers"), _("Papiere"))],
    }
    return render(request, "papers/texts.html", context)


urlpatterns = [path("partnerschaften/<int:pk>/texte/", listing, name="section_texts"), *addresses(SECTION_TEXT)]
