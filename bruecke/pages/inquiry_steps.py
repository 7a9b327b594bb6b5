# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small pages of one step each: more time, houses asked, supplies given and taken over, answer sent and released."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bruecke.accounts.principal import Principal
from bruecke.actors.queries import signing_organisations
from bruecke.inquiries import actions, permissions
from bruecke.inquiries.answer import Answer, hidden_rows, holds_amounts
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion, Supply, SupplyState
from bruecke.inquiries.queries.content import standing_answer
from bruecke.inquiries.queries.known import questions_of, seen_inquiry, seen_question, seen_supply
from bruecke.pages import inquiry_step_forms as forms
from bruecke.pages.activity_steps import done, stopped
from bruecke.pages.inquiry_records import inquiry_page
from bruecke.pages.record_kind import own_page
from bruecke.records.visibility import Visibility

_page = own_page("inquiry")


def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """More time."""
    found, by = _inquiry(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_inquiry(by, found))) is not None:
        return stop
    form = forms.ExtendForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.extend(inquiry=found, by=by, **said)  # noqa: E731
    return done(request, form, act, _("Frist verlängern"), str(found), _page(found))


def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask houses to supply."""
    found, by = _inquiry(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_inquiry(by, found))) is not None:
        return stop
    due_on = found.clock.internal_deadline(timezone.localdate(), settings.HOLIDAY_REGION)
    form = forms.AskForm(
        request.POST or None,
        houses=[(row.pk, row.name) for row in signing_organisations(principal=by)],
        questions=questions_of(found),
        initial={"version": found.version, "due_on": due_on},
    )
    act = lambda said: actions.ask(inquiry=found, by=by, **{"questions": [], **said})  # noqa: E731
    return done(request, form, act, _("Häuser um Zulieferung bitten"), str(found), _page(found))


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer goes out and is frozen."""
    found, by = _inquiry(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_inquiry(by, found))) is not None:
        return stop
    form = forms.SendForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.send(inquiry=found, by=by, **said)  # noqa: E731
    note = _("Danach steht die Antwort fest. Veröffentlicht ist sie erst mit der Freigabe.")
    return done(request, form, act, _("Antwort absenden"), str(found), _page(found), note, verb=_("Antwort absenden"))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever asked took it back."""
    found, by = _inquiry(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_inquiry(by, found))) is not None:
        return stop
    form = forms.ReasonForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.withdraw(inquiry=found, by=by, **said)  # noqa: E731
    return done(
        request,
        form,
        act,
        _("Anfrage als zurückgezogen festhalten"),
        str(found),
        _page(found),
        verb=_("Anfrage als zurückgezogen festhalten"),
    )


def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish what was sent, or take that back."""
    found, by = _inquiry(request, pk), _principal(request)
    may = permissions.can_work_on_inquiries(by) and found.state == InquiryState.SENT
    if (stop := stopped(request, may)) is not None:
        return stop
    is_out = found.visibility == Visibility.PUBLISHED
    verb = actions.take_back_release if is_out else actions.release
    form = forms.ConfirmForm(request.POST or None, initial={"version": found.version})
    act = lambda said: verb(inquiry=found, by=by, **said)  # noqa: E731
    title = _("Freigabe zurücknehmen") if is_out else _("Antwort veröffentlichen")
    note = "" if is_out else withheld(standing_answer(found))
    return done(request, form, act, title, str(found), _page(found), note, verb=title)


def withheld(answer: Answer) -> str:
    """What the published version leaves out."""
    secret = sum(bool(part.secret_because) for part in answer.parts)
    rows = sum(hidden_rows(part.drawn) for part in answer.parts if part.drawn and not part.secret_because)
    shown = [part for part in answer.parts if part.drawn and not (part.secret_because or part.amounts_are_public)]
    amounts = sum(holds_amounts(part.drawn) for part in shown if part.drawn)
    counted = (
        (secret, ngettext("%(n)d Antwort", "%(n)d Antworten", secret)),
        (rows, ngettext("%(n)d Tabellenzeile", "%(n)d Tabellenzeilen", rows)),
        (amounts, ngettext("die Beträge zu %(n)d Frage", "die Beträge zu %(n)d Fragen", amounts)),
    )
    said = [text % {"n": number} for number, text in counted if number]
    if not said:
        return _("Die ganze Antwort wird öffentlich.")
    return _("Nicht veröffentlicht: %(parts)s.") % {"parts": ", ".join(said)}


def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Do not answer a question, on a ground."""
    found, by = _question(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_question(by, found))) is not None:
        return stop
    start = {"version": found.version, "reason": found.refused_because}
    form = forms.GroundForm(request.POST or None, initial=start)
    act = lambda said: actions.refuse(question=found, by=by, **said)  # noqa: E731
    return done(request, form, act, _("Frage nicht beantworten"), found.text, inquiry_page(found))


def keep_secret(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave an answer out of the published version, on a ground."""
    found, by = _question(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_question(by, found))) is not None:
        return stop
    start = {"version": found.version, "reason": found.secret_because}
    form = forms.GroundForm(request.POST or None, initial=start)
    act = lambda said: actions.keep_secret(question=found, by=by, **said)  # noqa: E731
    return done(request, form, act, _("Antwort nicht veröffentlichen"), found.text, inquiry_page(found))


def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the tables as the registers stand today."""
    found, by = _question(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_edit_question(by, found))) is not None:
        return stop
    form = forms.ConfirmForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.draw_again(question=found, by=by, **said)  # noqa: E731
    note = _(
        "Die Tabellen werden aus den Registern von heute gezogen. Eine Mitzeichnung gilt dann der früheren Fassung."
    )
    return done(
        request,
        form,
        act,
        _("Tabellen neu ziehen"),
        found.text,
        inquiry_page(found),
        note,
        verb=_("Tabellen neu ziehen"),
    )


def give(request: HttpRequest, pk: int) -> HttpResponse:
    """The house hands over what it wrote."""
    found, by = _supply(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_supply(by, found))) is not None:
        return stop
    form = forms.GiveForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.give(supply=found, by=by, **said)  # noqa: E731
    return done(
        request,
        form,
        act,
        _("Zulieferung abgeben"),
        str(found.inquiry),
        inquiry_page(found),
        verb=_("Zulieferung abgeben"),
    )


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a supply again for its house."""
    found, by = _supply(request, pk), _principal(request)
    if (stop := stopped(request, permissions.can_return_supply(by, found))) is not None:
        return stop
    form = forms.ReasonForm(request.POST or None, initial={"version": found.version})
    act = lambda said: actions.return_supply(supply=found, by=by, **said)  # noqa: E731
    return done(
        request,
        form,
        act,
        _("Zulieferung zurückgeben"),
        str(found.inquiry),
        inquiry_page(found),
        verb=_("Zulieferung zurückgeben"),
    )


def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what a house supplied into an answer."""
    found, by = _supply(request, pk), _principal(request)
    may = permissions.can_edit_inquiry(by, found.inquiry) and found.state == SupplyState.GIVEN
    if (stop := stopped(request, may and found.taken_over_at is None)) is not None:
        return stop
    form = forms.TakeOverForm(
        request.POST or None,
        questions=questions_of(found.inquiry),
        initial={"version": found.version, "question": found.question_id},
    )
    act = lambda said: actions.take_over(supply=found, by=by, **said)  # noqa: E731
    return done(
        request,
        form,
        act,
        _("Zulieferung übernehmen"),
        str(found.inquiry),
        inquiry_page(found),
        verb=_("Zulieferung übernehmen"),
    )


def _principal(request: HttpRequest) -> Principal:
    return request.principal  # type: ignore[attr-defined, no-any-return]


def _inquiry(request: HttpRequest, pk: int) -> Inquiry:
    found: Inquiry = _seen(seen_inquiry, request, pk)
    return found


def _question(request: HttpRequest, pk: int) -> SubQuestion:
    found: SubQuestion = _seen(seen_question, request, pk)
    return found


def _supply(request: HttpRequest, pk: int) -> Supply:
    found: Supply = _seen(seen_supply, request, pk)
    return found


def _seen(find: Any, request: HttpRequest, pk: int) -> Any:
    """The record, or "not found" also where it may not be known of."""
    try:
        return find(pk, principal=_principal(request))
    except ObjectDoesNotExist:
        raise Http404 from None


urlpatterns = [
    path("anfragen/<int:pk>/verlaengern/", extend, name="inquiry_extend"),
    path("anfragen/<int:pk>/haeuser/", ask, name="inquiry_ask"),
    path("anfragen/<int:pk>/absenden/", send, name="inquiry_send"),
    path("anfragen/<int:pk>/zurueckziehen/", withdraw, name="inquiry_withdraw"),
    path("anfragen/<int:pk>/freigabe/", release, name="inquiry_release"),
    path("teilfragen/<int:pk>/ablehnen/", refuse, name="sub_question_refuse"),
    path("teilfragen/<int:pk>/verschluss/", keep_secret, name="sub_question_secret"),
    path("teilfragen/<int:pk>/tabellen/", draw, name="sub_question_draw"),
    path("zulieferungen/<int:pk>/abgeben/", give, name="supply_give"),
    path("zulieferungen/<int:pk>/zurueckgeben/", send_back, name="supply_return"),
    path("zulieferungen/<int:pk>/uebernehmen/", take_over, name="supply_take_over"),
]
