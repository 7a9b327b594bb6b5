# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places and groups of places as people keep them: forms, the page of a group, the regions of a country."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.base.dates import fuzzy_in_words
from bruecke.pages.fields import FuzzyDateField, keys_field
from bruecke.pages.measure_addresses import measures_with
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import Choices, RecordForm, key_field
from bruecke.pages.record_kind import Above, Kind, edit_href, new_href, own_page, working
from bruecke.pages.signed_out import signed_in
from bruecke.places.actions import (
    PLACE,
    PLACE_GROUP,
    PLACE_GROUP_MEMBER,
    enter_group,
    enter_place,
    load_subdivisions,
)
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember, PlaceKind
from bruecke.places.permissions import can_edit_places
from bruecke.places.queries import all_places, group_sheet, seen_group, seen_group_member, seen_place
from bruecke.places.validity import holds
from bruecke.records.errors import Refused


class DegreesField(forms.FloatField):
    """Degrees, with a decimal comma or point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        """A number, None where nothing was typed."""
        return super().to_python(str(value).replace(",", ".") if value not in (None, "") else value)


class PlaceForm(RecordForm):
    """A place: its names, where it lies, what statistics call it."""

    titles = (("name", gettext_lazy("Name"), 200),)
    groups = (
        ("", ("name", "kind", "parent_id", "is_unnamed")),
        (gettext_lazy("Lage"), ("latitude", "longitude", "neighbours")),
        (gettext_lazy("Statistik"), ("nuts", "nuts_version")),
    )

    kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=PlaceKind.choices)
    parent_id = key_field(gettext_lazy("Liegt in"))
    is_unnamed = forms.BooleanField(
        label=gettext_lazy("Die Quelle nennt keinen Namen"),
        required=False,
        help_text=gettext_lazy("Etwa „eine französische Region“: Sie wird nirgends verortet."),
    )
    latitude = DegreesField(
        label=gettext_lazy("Breite"), required=False, help_text=gettext_lazy("In Grad, zum Beispiel 51,05")
    )
    longitude = DegreesField(label=gettext_lazy("Länge"), required=False)
    neighbours = keys_field(gettext_lazy("Nachbarn"))
    nuts = forms.CharField(label=gettext_lazy("NUTS-Code"), max_length=5, required=False)
    nuts_version = forms.TypedChoiceField(
        label=gettext_lazy("Jahr der NUTS-Fassung"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[("", "–"), *((year, str(year)) for year in (2024, 2021, 2016, 2013, 2010))],
    )


class PlaceGroupForm(RecordForm):
    """A group of places."""

    titles = (("name", gettext_lazy("Name"), 200),)
    groups = (("", ("name", "is_open")),)

    is_open = forms.BooleanField(
        label=gettext_lazy("Offen: Weitere können dazugehören"),
        required=False,
        help_text=gettext_lazy("Wie bei „u. a.“ in der Strategie"),
    )


class PlaceGroupMemberForm(RecordForm):
    """A place in a group, since when, until when, and who says so."""

    groups = (("", ("place_id", "since", "until", "source")),)

    place_id = forms.TypedChoiceField(
        label=gettext_lazy("Ort"),
        coerce=int,
        error_messages={"required": gettext_lazy("Es fehlt noch, welcher Ort.")},
    )
    since = FuzzyDateField(label=gettext_lazy("Ab"), required=False)
    until = FuzzyDateField(
        label=gettext_lazy("Bis"),
        required=False,
        help_text=gettext_lazy("Danach zählt der Ort nicht mehr zur Gruppe; der Eintrag bleibt stehen."),
    )
    source = forms.CharField(
        label=gettext_lazy("Quelle"),
        max_length=300,
        help_text=gettext_lazy("Wer das sagt, und wo"),
        error_messages={"required": gettext_lazy("Es fehlt noch, wer das sagt.")},
    )


def _around(place: Any, principal: Principal) -> dict[str, Choices]:
    others = [pair for pair in all_places() if place is None or pair[0] != place.pk]
    return {"parent_id": [("", _("in keinem anderen")), *others], "neighbours": list(others)}


PLACE_KIND = Kind(
    "place",
    "orte",
    own_page("place"),
    gettext_lazy("Ort bearbeiten"),
    PlaceForm,
    PLACE,
    seen_place,
    _around,
    enter_place,
    gettext_lazy("Ort anlegen"),
    {"kind": PlaceKind.REGION},
    back="directory",
)
GROUP = Kind(
    "place_group",
    "laendergruppen",
    own_page("place_group"),
    gettext_lazy("Ländergruppe bearbeiten"),
    PlaceGroupForm,
    PLACE_GROUP,
    seen_group,
    enter=enter_group,
    new_title=gettext_lazy("Ländergruppe anlegen"),
    blank={"is_open": True},
    back="directory",
)
MEMBER = Kind(
    "place_group_member",
    "gruppenmitglieder",
    lambda member: reverse("place_group", args=[member.group_id]),
    gettext_lazy("Mitglied einer Ländergruppe bearbeiten"),
    PlaceGroupMemberForm,
    PLACE_GROUP_MEMBER,
    seen_group_member,
    lambda member, principal: {"place_id": [("", "–"), *all_places()]},
    new_title=gettext_lazy("Ort in die Gruppe aufnehmen"),
    above=Above("laendergruppen", seen_group, PlaceGroupMember, "group"),
)


def group(request: HttpRequest, pk: int) -> HttpResponse:
    """A group with its members of today, and those of other times."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = group_sheet(pk)
    except PlaceGroup.DoesNotExist:
        raise Http404 from None
    today = timezone.localdate()
    rows = [(row, _span(row), edit_href(MEMBER, row, principal)) for row in sheet.members]
    context = {
        "group": sheet.group,
        "standing": [row for row in rows if holds(row[0].since, row[0].until, today)],
        "others": [row for row in rows if not holds(row[0].since, row[0].until, today)],
        "measures_href": measures_with(laendergruppe=sheet.group.key),
        "partners_href": f"{reverse('partnerships')}?laendergruppe={sheet.group.key}",
        "new_href": new_href(MEMBER, principal, sheet.group),
        "crumbs": [(f"{reverse('directory')}#laendergruppen", _("Wer und wo"))],
    }
    return render(request, "directory/group.html", context | working(GROUP, sheet.group, principal))


def _span(row: PlaceGroupMember) -> str:
    """ "seit 2020, bis März 2027"; "" where no date is stated."""
    language = get_language() or "de"
    words = []
    if row.since:
        words.append(_("seit %(day)s") % {"day": fuzzy_in_words(row.since, language)})
    if row.until:
        words.append(_("bis %(day)s") % {"day": fuzzy_in_words(row.until, language)})
    return ", ".join(words)


@require_POST
@signed_in
def subdivisions(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the regions of a country that its standard names."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        country = seen_place(pk, principal=principal)
    except Place.DoesNotExist:
        raise Http404 from None
    if not can_edit_places(principal):
        raise PermissionDenied
    try:
        n = load_subdivisions(country=country, by=principal)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        text = ngettext("%(n)d Region aufgenommen.", "%(n)d Regionen aufgenommen.", n) % {"n": n}
        messages.success(request, text if n else _("Alle Regionen dieses Staates sind schon da."))
    return redirect("place", pk)


urlpatterns = [
    path("laendergruppen/<int:pk>/", group, name="place_group"),
    path("orte/<int:pk>/regionen/", subdivisions, name="place_subdivisions"),
    *(pattern for kind in (PLACE_KIND, GROUP, MEMBER) for pattern in addresses(kind)),
]
