# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all forms on records share: the version they show, kept drafts, and what happens where two save at once."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.base.three_way import differences
from bruecke.records.actions import drop_draft, keep_draft
from bruecke.records.errors import Refused

_DRAFT_LIMIT = 60_000
"""Characters of a kept draft."""


class VersionedForm(forms.Form):
    """A form that knows which version of the record it shows."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class RestoreForm(VersionedForm):
    """Why an earlier version comes back."""

    why = forms.CharField(label=gettext_lazy("Grund"), max_length=300, required=False)


def from_draft(form: forms.Form, kept: Mapping[str, Any]) -> dict[str, Any]:
    """A kept draft (lists of strings by name) as initial values."""
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return {name: field.widget.value_from_datadict(data, {}, name) for name, field in form.fields.items()}


def kept_or_dropped(request: HttpRequest, address: str) -> HttpResponse:
    """Keep what was typed into the form at `address` so far, or drop it ("verwerfen")."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if "verwerfen" in request.POST:
        drop_draft(by=principal, address=address)
        return redirect(address)
    fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    if len(json.dumps(fields)) > _DRAFT_LIMIT:
        return HttpResponseBadRequest()
    keep_draft(by=principal, address=address, fields=fields)
    return HttpResponse(status=204)


def conflicts(
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    *,
    label: Callable[[str], str],
    in_words: Callable[[str, Any], str],
) -> list[dict[str, Any]]:
    """Both values of every field that differs, in words, for records/conflicts.html."""
    return [
        {
            "name": difference.name,
            "label": label(difference.name),
            "mine": in_words(difference.name, difference.mine),
            "theirs": in_words(difference.name, difference.theirs),
            "keeps_mine": difference.is_mine,
        }
        for difference in differences(base, mine, theirs)
    ]


def says_the_same(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether all that was sent stands already: the button was pressed twice, or two people typed the same."""
    return all(theirs[name] == value for name, value in mine.items())


def rebase(form: forms.Form, **hidden: Any) -> None:
    """What was typed stays; the next save is on the version that stands now."""
    data = dict(form.data.lists()) if isinstance(form.data, QueryDict) else {}
    rebased = QueryDict(mutable=True)
    for name, values in data.items():
        rebased.setlist(name, values)
    for name, value in hidden.items():
        rebased[name] = str(value)
    form.data = rebased


def show_problems(form: forms.Form, refusal: Refused) -> None:
    """Sentences at their fields; on top where the form has no such field."""
    for name, sentence in refusal.problems.items():
        form.add_error(name if name in form.fields else None, sentence)
