# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short forms around bodies: an agenda from what is open, what became of a task."""

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
from django.utils.translation import gettext_lazy, ngettext

from bruecke.accounts.principal import Principal
from bruecke.bodies.actions import Offer, propose_agenda, settle_task
from bruecke.bodies.models import BodyKind, Session, Task, TaskState
from bruecke.bodies.permissions import can_edit_bodies, can_settle_task
from bruecke.bodies.queries import AgendaStart, agenda_start, seen_task
from bruecke.pages.bodies import house_of
from bruecke.pages.bodies_words import session_name
from bruecke.pages.versioned_forms import VersionedForm, rebase, show_problems
from bruecke.records.errors import Refused, StaleRecord
from bruecke.records.visibility import least_reader
from bruecke.strategy.queries.agenda import open_points

Groups = list[tuple[str, Any, list[Offer]]]
"""Name of the field, its label, what it offers."""


class AgendaForm(VersionedForm):
    """What is open, to choose from; the body's own tasks are chosen from the start."""

    def __init__(self, *args: Any, offered: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = [(name, label, offers) for name, label, offers in offered if offers]
        for name, label, offers in self.offered:
            self.fields[name] = forms.TypedMultipleChoiceField(
                label=label,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[(offer.key, offer.title) for offer in offers],
                initial=[offer.key for offer in offers if offer.type == "task"],
            )

    @property
    def is_offering(self) -> bool:
        """Whether anything is open."""
        return bool(self.offered)

    @property
    def groups(self) -> list[forms.BoundField]:
        """The fields to choose in."""
        return [self[name] for name, _label, _offers in self.offered]

    def chosen(self) -> list[Offer]:
        """What was chosen, in the order offered."""
        return [
            offer for name, _label, offers in self.offered for offer in offers if offer.key in self.cleaned_data[name]
        ]


class SettleForm(VersionedForm):
    """What became of a task."""

    needed = ("state", "result")

    state = forms.ChoiceField(
        label=gettext_lazy("Was ist daraus geworden?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[(TaskState.DONE, TaskState.DONE.label), (TaskState.DROPPED, TaskState.DROPPED.label)],
    )
    result = forms.CharField(label=gettext_lazy("Ergebnis"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose from what is open, and put it on the agenda."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        start = agenda_start(pk, principal=principal)
    except Session.DoesNotExist:
        raise Http404 from None
    if (stop := refused(request, is_allowed=can_edit_bodies(principal))) is not None:
        return stop
    version = {"version": start.session.version}
    form = AgendaForm(request.POST if request.method == "POST" else None, offered=_offered(start), initial=version)
    if request.method == "POST" and form.is_valid() and act(form, lambda: _propose(request, start.session, form)):
        return redirect("session", pk)
    context = {"form": form, "href": reverse("session", args=[pk]), "subject": session_name(start.session)}
    return render(request, "bodies/agenda.html", context)


def _offered(start: AgendaStart) -> Groups:
    """The body's open tasks; the plan's open points where the body coordinates it, or decides on everything."""
    groups: Groups = [("tasks", _("Offene Aufgaben"), [Offer("task", row.pk, row.title) for row in start.tasks])]
    reader = least_reader(start.session.visibility)
    everything = start.body.kind == BodyKind.CABINET
    points = open_points(principal=reader, coordinated_by=None if everything else start.body.organisation_id)
    for name, label, found in (
        ("undecided", _("Optionen, über die noch nicht entschieden ist"), points.undecided),
        ("leads", _("Maßnahmen ohne Federführung"), points.without_lead),
    ):
        offers = [Offer("measure", point.key, f"{point.reference} {point.title}") for point in found]
        groups.append((name, label, [offer for offer in offers if ("measure", offer.key) not in start.named]))
    return groups


def _propose(request: HttpRequest, session: Session, form: AgendaForm) -> None:
    chosen = form.chosen()
    items = propose_agenda(
        session=session,
        expected=form.cleaned_data["version"],
        tasks=[offer.key for offer in chosen if offer.type == "task"],
        offers=[offer for offer in chosen if offer.type != "task"],
        by=request.principal,  # type: ignore[attr-defined]
    )
    said = ngettext(
        "%(n)s Punkt steht neu auf der Tagesordnung.", "%(n)s Punkte stehen neu auf der Tagesordnung.", len(items)
    )
    messages.success(request, said % {"n": len(items)})


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what became of a task."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        task = seen_task(pk, principal=principal)
    except Task.DoesNotExist:
        raise Http404 from None
    is_allowed = can_settle_task(principal, responsible_house=house_of(task))
    if (stop := refused(request, is_allowed=is_allowed)) is not None:
        return stop
    form = SettleForm(request.POST if request.method == "POST" else None, initial={"version": task.version})
    if request.method == "POST" and form.is_valid() and act(form, lambda: _settle(task, form, principal)):
        messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
        return redirect("task", pk)
    context = {
        "form": form,
        "href": reverse("task", args=[pk]),
        "subject": task.title,
        "title": _("Aufgabe abschließen"),
    }
    return render(request, "records/small.html", context)


def _settle(task: Task, form: SettleForm, by: Principal) -> None:
    said = form.cleaned_data
    settle_task(task=task, expected=said["version"], state=said["state"], result=said["result"], by=by)


def refused(request: HttpRequest, *, is_allowed: bool) -> HttpResponse | None:
    """Sign in first, or "not yours"; None where the visitor may."""
    if request.principal.is_public:  # type: ignore[attr-defined]
        return redirect_to_login(request.get_full_path())
    if not is_allowed:
        raise PermissionDenied
    return None


def act(form: forms.Form, do: Callable[[], object]) -> bool:
    """Do it; False with the reason at the form where it is refused or somebody saved first."""
    try:
        do()
    except Refused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(
            None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie Ihre Eingabe und senden Sie sie noch einmal.")
        )
    else:
        return True
    return False


urlpatterns = [
    path("sitzungen/<int:pk>/tagesordnung/", agenda, name="session_agenda"),
    path("aufgaben/<int:pk>/abschliessen/", settle, name="task_settle"),
]
