# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Target lists of the strategy (R28, R29): for how long they hold, who says so, which places an entry means."""

from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import fuzzy_in_words
from bruecke.pages.fields import FuzzyDateField, keys_field
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import RecordForm
from bruecke.pages.record_kind import Kind, edit_href
from bruecke.places.queries import all_places
from bruecke.places.validity import holds
from bruecke.strategy.actions import records as rules
from bruecke.strategy.models import TargetEntry, TargetList
from bruecke.strategy.queries.records import seen_target_entry, seen_target_list


class TargetListForm(RecordForm):
    """For how long a list holds, and who says so."""

    groups = (("", ("since", "until", "source")),)

    since = FuzzyDateField(label=gettext_lazy("Gilt ab"), required=False)
    until = FuzzyDateField(
        label=gettext_lazy("Gilt bis"),
        required=False,
        help_text=gettext_lazy("Danach steht dabei, dass sie abgelaufen ist."),
    )
    source = forms.CharField(
        label=gettext_lazy("Quelle"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Wer die Geltung festgelegt hat, und wo; etwa der Jahresplan der Außenwirtschaft"),
    )


class TargetEntryForm(RecordForm):
    """Which places an entry means; its wording is the edition's."""

    groups = (("", ("places",)),)

    places = keys_field(gettext_lazy("Orte"))


TARGET_LIST = Kind(
    "target_list",
    "ziellisten",
    lambda target: reverse("chapter", args=[target.chapter_id]),
    gettext_lazy("Geltung der Zielliste"),
    TargetListForm,
    rules.TARGET_LIST,
    seen_target_list,
)
TARGET_ENTRY = Kind(
    "target_entry",
    "zieleintraege",
    lambda entry: reverse("chapter", args=[entry.target_list.chapter_id]),
    gettext_lazy("Orte eines Eintrags der Zielliste"),
    TargetEntryForm,
    rules.TARGET_ENTRY,
    seen_target_entry,
    lambda entry, principal: {"places": all_places()},
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A list as its chapter shows it. span: "gilt seit 2020, bis 2024", "" where no date is stated."""

    target: TargetList
    span: str
    is_holding: bool
    edit_href: str
    entries: list[tuple[TargetEntry, str]]


def shown(target: TargetList, principal: Principal) -> Shown:
    """No statement, on what chapter_sheet() gives."""
    return Shown(
        target=target,
        span=_span(target),
        is_holding=holds(target.since, target.until, timezone.localdate()),
        edit_href=edit_href(TARGET_LIST, target, principal),
        entries=[(entry, edit_href(TARGET_ENTRY, entry, principal)) for entry in target.entries.all()],
    )


def _span(target: TargetList) -> str:
    language = get_language() or "de"
    since, until = (fuzzy_in_words(day, language) if day else "" for day in (target.since, target.until))
    if since and until:
        return _("Gilt von %(since)s bis %(until)s") % {"since": since, "until": until}
    if until:
        return _("Gilt bis %(until)s") % {"until": until}
    return _("Gilt seit %(since)s") % {"since": since} if since else ""


urlpatterns = [*addresses(TARGET_LIST), *addresses(TARGET_ENTRY)]
