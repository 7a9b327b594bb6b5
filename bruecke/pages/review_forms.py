# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form by which a reviewer adds what the reader missed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.intake.actions.shape import ADDABLE
from bruecke.intake.models import ProposalKind

_NO_LINE = gettext_lazy("Bitte geben Sie die Nummer der Zeile an, wie sie links neben dem Text steht.")
_INTRO = 80
"""Characters of a list's intro sentence among the choices."""


class LineField(forms.IntegerField):
    """The number of a line of the document."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"invalid": _NO_LINE, "required": _NO_LINE, "min_value": _NO_LINE}
        super().__init__(
            min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"}), error_messages=messages, **kwargs
        )


class AddForm(forms.Form):
    """What it is, where it stands, what it says. What may be added is decided by the action."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Art"), choices=[choice for choice in ProposalKind.choices if choice[0] in ADDABLE]
    )
    parent = forms.ChoiceField(label=gettext_lazy("Gehört zur Liste"), required=False)
    first_line = LineField(label=gettext_lazy("Von Zeile"))
    last_line = LineField(label=gettext_lazy("bis Zeile"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Es fehlt noch der Text.")},
    )

    def __init__(self, data: Any = None, *, lists: Sequence[tuple[str, str]], lines: int) -> None:
        """lists: reference and intro sentence of those there are; lines: of the document."""
        super().__init__(data, auto_id="add-%s", initial={"kind": ProposalKind.MEASURE})
        self.lines = lines
        self.fields["parent"].choices = [  # type: ignore[attr-defined]
            ("", _("die davor steht")),
            *((reference, f"{reference} {_short(intro)}") for reference, intro in lists),
        ]
        if not lists:
            del self.fields["parent"]

    def clean(self) -> dict[str, Any]:
        """The last line is the first one where it was left out; both lie in the document, in their order."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_line"), data.get("last_line")
        for name, line in (("first_line", first), ("last_line", last)):
            if line is not None and line > self.lines:
                self.add_error(name, _("Die letzte Zeile des Dokuments ist %(lines)d.") % {"lines": self.lines})
        if first is not None and last is not None and last < first:
            self.add_error("last_line", _("Die letzte Zeile liegt vor der ersten."))
        return data


def _short(intro: str) -> str:
    return intro if len(intro) <= _INTRO else intro[:_INTRO].rsplit(" ", 1)[0] + " …"
