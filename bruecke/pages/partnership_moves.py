# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page for each act in a partnership's life: what it blocks or opens is said before."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.pages.fields import FuzzyDateField
from bruecke.pages.partnership_words import since_in_words
from bruecke.pages.record_form import key_field
from bruecke.pages.versioned_forms import VersionedForm, rebase, show_problems
from bruecke.partnerships.actions.moves import move, take_back
from bruecke.partnerships.life_cycle import MOVES, Demand, State, demands, ways_on
from bruecke.partnerships.models import Partnership, StateChange
from bruecke.partnerships.permissions import can_move_partnership
from bruecke.partnerships.queries.choices import decisions
from bruecke.partnerships.queries.sheet import seen_partnership
from bruecke.records.errors import Refused, StaleRecord

STEPS = {
    "vorschlagen": (State.PROPOSED, gettext_lazy("Neu vorschlagen")),
    "pruefen": (State.EXAMINED, gettext_lazy("In Prüfung nehmen")),
    "aufnehmen": (State.ACTIVE, gettext_lazy("Als aktiv festhalten")),
    "ablehnen": (State.REJECTED, gettext_lazy("Nicht eingehen")),
    "ruhen": (State.DORMANT, gettext_lazy("Ruhen lassen")),
    "reaktivierung": (State.REACTIVATION, gettext_lazy("Reaktivierung prüfen")),
    "beenden": (State.ENDED, gettext_lazy("Beenden")),
}
"""Word of the address: where to, and what the act is called."""
_SLUGS = {state: slug for slug, (state, _title) in STEPS.items()}


class MoveForm(VersionedForm):
    """A move; which fields there are follows from what it demands. needed: fields the action insists on."""

    on = FuzzyDateField(
        label=gettext_lazy("Wirksam ab"),
        required=False,
        help_text=gettext_lazy(
            "Jahr, Monat oder Tag, auch zurückliegend. Was erst kommt, braucht den genauen Tag, zum Beispiel 31.5.2027."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Grund"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("So sichtbar wie die Partnerschaft selbst"),
    )
    sectoral_answer = forms.CharField(
        label=gettext_lazy("Warum genügt keine sektorale Zusammenarbeit?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Sektorale Zusammenarbeit hat grundsätzlich Vorrang vor formalisierten Regionalpartnerschaften."
        ),
    )
    is_condition_met = forms.BooleanField(label=gettext_lazy("Die Bedingung ist erfüllt"), required=False)
    decision_id = key_field(
        gettext_lazy("Beschluss"),
        help_text=gettext_lazy(
            "Fehlt er in der Liste? Halten Sie ihn zuerst bei dem Gremium fest, das ihn gefasst hat."
        ),
    )

    def __init__(self, *args: Any, asked: frozenset[Demand], decided: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision_id"].choices = [("", "–"), *decided]  # type: ignore[attr-defined]
        if Demand.SECTORAL_ANSWER not in asked:
            del self.fields["sectoral_answer"]
        if Demand.CONDITION_MET not in asked:
            del self.fields["is_condition_met"]
        has_decision = {"decision_id"} if Demand.DECISION in asked else set()
        self.needed = {"on", "reason", "sectoral_answer", "is_condition_met"} | has_decision


class TakeBackForm(VersionedForm):
    """Why a change does not count."""

    why = forms.CharField(label=gettext_lazy("Grund"), max_length=300)


def moves_from(partnership: Partnership) -> list[tuple[str, str]]:
    """Addresses and names of the acts that are open to a partnership as it stands."""
    return [
        (reverse("partnership_move", args=[partnership.pk, _SLUGS[state]]), str(STEPS[_SLUGS[state]][1]))
        for state in ways_on(State(partnership.state))
    ]


def consequences(partnership: Partnership, to: State) -> list[str]:
    """What the act will block or open, in sentences."""
    words = {"condition": partnership.precondition or _("noch nicht festgehalten")}
    said = {
        State.PROPOSED: [
            _("Sie steht dann bei den Kandidaten und zählt nicht als Partner."),
            _("Sie durchläuft die Prüfung von Neuem; ihre Geschichte bleibt erhalten."),
        ],
        State.EXAMINED: [
            _("Sie bleibt Kandidat: Sie zählt nicht als Partner, und es lässt sich nichts auf sie planen.")
        ],
        State.ACTIVE: [_("Sie zählt ab dann als aktive Partnerschaft, und Vorhaben lassen sich auf sie planen.")],
        State.REJECTED: [
            _("Die Prüfung endet mit einem begründeten Nein; das erfüllt den Prüfauftrag ebenso."),
            _("Neu vorschlagen lässt sie sich später."),
        ],
        State.DORMANT: [
            _("Ab dann lassen sich keine neuen Vorhaben auf sie planen; Geschichte und Verträge bleiben stehen."),
            _("Bereits geplante Vorhaben bleiben stehen und sind einzeln zu prüfen."),
            _("Zurück führt nur eine eigene Prüfung, sobald die Bedingung erfüllt ist. Bedingung: %(condition)s.")
            % words,
        ],
        State.REACTIVATION: [
            _("Bedingung: %(condition)s. Mit diesem Schritt stellen Sie fest, dass sie erfüllt ist.") % words,
            _("Die Partnerschaft ruht weiter, bis über die Prüfung beschlossen ist; planen lässt sich noch nichts."),
        ],
        State.ENDED: [
            _("Ab dann lassen sich keine neuen Vorhaben auf sie planen, und sie zählt nicht mehr als Partner."),
            _("Ihre Geschichte bleibt erhalten; neu vorschlagen lässt sie sich später."),
        ],
    }
    return said[to]


def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Record a move."""
    if slug not in STEPS:
        raise Http404
    found = _found(request, pk)
    if (stop := _refused(request)) is not None:
        return stop
    principal: Principal = request.principal  # type: ignore[attr-defined]
    to, title = STEPS[slug]
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        asked=_asked(found, to),
        decided=decisions(principal=principal),
        initial={"version": found.version, "sectoral_answer": found.sectoral_answer},
    )

    def act(data: dict[str, Any]) -> object:
        return move(partnership=found, expected=data.pop("version"), to=to, by=principal, **data)

    if request.method == "POST" and form.is_valid() and _done(form, act):
        messages.success(request, _("Festgehalten. Der frühere Stand steht in der Zeitleiste."))
        return redirect("partnership", found.pk)
    context = {
        "title": title,
        "partnership": found,
        "state": since_in_words(found.state, found.state_since),
        "consequences": consequences(found, to),
        "form": form,
        "lacks_condition": to is State.REACTIVATION and not found.precondition,
    }
    return render(request, "partnerships/move.html", context)


def _asked(found: Partnership, to: State) -> frozenset[Demand]:
    """What the move asks for from the present state; a backdated one from another state is judged by the action."""
    state = State(found.state)
    if to in MOVES[state]:
        return demands(state, to, found.kind)
    return frozenset().union(*(demands(before, to, found.kind) for before in State if to in MOVES[before]))


def undo(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take a change back."""
    found = _found(request, pk)
    if (stop := _refused(request)) is not None:
        return stop
    change = StateChange.objects.filter(partnership=found, pk=row).first()
    if change is None:
        raise Http404
    principal: Principal = request.principal  # type: ignore[attr-defined]
    form = TakeBackForm(request.POST if request.method == "POST" else None, initial={"version": found.version})

    def act(data: dict[str, Any]) -> object:
        return take_back(
            partnership=found, expected=data["version"], change_id=change.pk, why=data["why"], by=principal
        )

    if request.method == "POST" and form.is_valid() and _done(form, act):
        messages.success(request, _("Zurückgenommen. Der Eintrag bleibt in der Zeitleiste, durchgestrichen."))
        return redirect("partnership", found.pk)
    title = _("Zurücknehmen: %(change)s") % {"change": since_in_words(change.to_state, change.effective_on)}
    context = {"href": reverse("partnership", args=[pk]), "subject": str(found), "form": form, "title": title}
    return render(request, "records/small.html", context)


def _found(request: HttpRequest, pk: int) -> Partnership:
    try:
        return seen_partnership(pk, principal=request.principal)  # type: ignore[attr-defined]
    except Partnership.DoesNotExist:
        raise Http404 from None


def _refused(request: HttpRequest) -> HttpResponse | None:
    """Sign in first, or "not yours"; None where the visitor may."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    if not can_move_partnership(principal):
        raise PermissionDenied
    return None


def _done(form: VersionedForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """Do it; False with the reason at the form where it is refused."""
    try:
        act(dict(form.cleaned_data))
    except Refused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(
            None,
            _("Inzwischen hat jemand die Partnerschaft geändert. Ihre Eingabe steht noch da: ")
            + _("Bitte prüfen Sie sie und speichern Sie noch einmal."),
        )
    else:
        return True
    return False


urlpatterns = [
    path("partner/<int:pk>/schritt/<slug:slug>/", step, name="partnership_move"),
    path("partner/<int:pk>/standaenderungen/<int:row>/zuruecknehmen/", undo, name="partnership_take_back"),
]
