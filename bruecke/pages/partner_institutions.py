# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner institutions for the coordinator: invited, reminded, their proposals decided; the page of an invitation."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.actors.actions.invitations import VALID_FOR, accept_invitation, hashed, invite, revoke_invitation
from bruecke.actors.models import Organisation
from bruecke.actors.permissions import can_invite
from bruecke.actors.queries import invitation_of, open_invitations, seen_organisation
from bruecke.intake.actions.answers import accept_correction, refuse_correction
from bruecke.intake.answerable import DAYS, KINDS
from bruecke.intake.queries.answers import Proposal, institutions, open_proposals, proposal_of
from bruecke.pages.partnership_words import day
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import rebase, show_problems
from bruecke.records.editing import fields_of
from bruecke.records.errors import Refused, StaleRecord

log = logging.getLogger(__name__)


def inviter(request: HttpRequest) -> Principal:
    """Who asks, if they may invite and decide."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_invite(principal):
        raise PermissionDenied
    return principal


@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """Institutions, those to be reminded first; open proposals; open invitations."""
    principal = inviter(request)
    context = {
        "institutions": institutions(principal=principal),
        "proposals": open_proposals(principal=principal),
        "invitations": open_invitations(),
    }
    return render(request, "partner_institutions/list.html", context)


class InviteForm(forms.Form):
    """Who is invited."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        error_messages={"required": gettext_lazy("Es fehlt noch der Name.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("E-Mail-Adresse"),
        error_messages={"required": gettext_lazy("Es fehlt noch die E-Mail-Adresse.")},
        help_text=gettext_lazy("Mit dieser Adresse meldet sich die Person später an."),
    )


@signed_in
def invite_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite somebody for an institution."""
    principal = inviter(request)
    try:
        organisation = seen_organisation(pk, principal=principal)
    except Organisation.DoesNotExist:
        raise Http404 from None
    is_sent = request.method == "POST"
    form = InviteForm(request.POST if is_sent else None)
    if is_sent and form.is_valid():
        try:
            secret = invite(organisation=organisation, by=principal, **form.cleaned_data)
        except Refused as refusal:
            show_problems(form, refusal)
        else:
            _send(request, organisation, form.cleaned_data["email"], secret)
            return redirect("partner_institutions")
    context = {"form": form, "organisation": organisation}
    return render(request, "partner_institutions/invite.html", context, status=422 if is_sent else 200)


def _send(request: HttpRequest, organisation: Organisation, email: str, secret: str) -> None:
    """The link goes by mail and is shown nowhere; where no mail goes out, the invitation is made once more."""
    link = request.build_absolute_uri(reverse("invitation", args=[secret]))
    text = _(
        "Guten Tag,\n\nfür %(organisation)s sind Sie eingeladen, die Angaben über Ihre Partnerschaften in Brücke zu "
        "sehen und einmal im Jahr zu bestätigen oder zu berichtigen.\n\nHier öffnen Sie Ihr Konto:\n%(link)s\n\n"
        "Der Link gilt %(days)d Tage und nur einmal. Wenn Sie ihn nicht erwartet haben, können Sie diese Nachricht "
        "löschen.\n"
    ) % {"organisation": organisation.name, "link": link, "days": VALID_FOR.days}
    try:
        send_mail(_("Einladung zu Brücke"), text, None, [email])
    except (SMTPException, OSError) as error:
        log.error("an invitation could not be sent: %s", error)
        messages.warning(
            request,
            _("Die E-Mail ließ sich nicht senden. Bitte laden Sie später noch einmal ein."),
        )
    else:
        messages.success(request, _("Die Einladung an %(email)s ist gesendet.") % {"email": email})


@require_POST
@signed_in
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """An invitation stops."""
    principal = inviter(request)
    invitation = next((row for row in open_invitations() if row.pk == pk), None)
    if invitation is None:
        raise Http404
    revoke_invitation(invitation=invitation, by=principal)
    messages.success(request, _("Die Einladung an %(email)s gilt nicht mehr.") % {"email": invitation.email})
    return redirect("partner_institutions")


def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """What the link of an invitation opens; from here on to the page that sets the password."""
    found = invitation_of(hashed(secret))
    if found is not None and request.method == "POST":
        try:
            user = accept_invitation(secret=secret)
        except Refused as refusal:
            found = None
            messages.warning(request, str(refusal))
        else:
            token = default_token_generator.make_token(user)
            return redirect("account_reset_password_from_key", user_pk_to_url_str(user), token)
    status = 200 if found is not None else (409 if request.method == "POST" else 410)
    response = render(request, "partner_institutions/invitation.html", {"invitation": found}, status=status)
    # The address itself is the key: nobody keeps the page. That no other site learns it is the settings' same-origin.
    response.headers["Cache-Control"] = "private, no-store"
    return response


class DecideForm(forms.Form):
    """Which version was looked at, and why a proposal is refused."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Warum nicht?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Nur für eine Ablehnung; die Einrichtung liest es."),
    )


@signed_in
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposal beside the record: accept or refuse."""
    principal = inviter(request)
    proposal = proposal_of(pk, principal=principal)
    if proposal is None:
        raise Http404
    is_sent = request.method == "POST"
    form = DecideForm(request.POST if is_sent else None, initial={"version": proposal.record.version})
    if is_sent and form.is_valid() and _decided(request, form, proposal, principal):
        return redirect("partner_institutions")
    if is_sent:
        rebase(form, version=proposal.record.version)
    context = {"form": form, "proposal": proposal, "rows": _compared(proposal)}
    return render(request, "partner_institutions/decide.html", context, status=422 if is_sent else 200)


def _decided(request: HttpRequest, form: DecideForm, proposal: Proposal, principal: Principal) -> bool:
    correction, data = proposal.correction, form.cleaned_data
    try:
        if "refuse" in request.POST:
            refuse_correction(correction=correction, reason=data["reason"], by=principal)
        else:
            accept_correction(correction=correction, expected=data["version"], by=principal)
    except Refused as refusal:
        show_problems(form, refusal)
        return False
    except StaleRecord:
        form.add_error(None, _("Jemand hat den Eintrag inzwischen geändert. Bitte vergleichen Sie noch einmal."))
        return False
    return True


def _compared(proposal: Proposal) -> list[dict[str, Any]]:
    """Each field: as the institution saw it, as it stands now, as it should be."""
    kind = KINDS[proposal.correction.record_type]
    standing = fields_of(proposal.record, kind.names)
    words = {name: (day if name in DAYS else str) for name in kind.names}
    return [
        {
            "label": kind.names[name],
            "was": words[name](was),
            "now": words[name](standing[name]),
            "new": words[name](new),
            "is_moved": standing[name] != was,
        }
        for name, (was, new) in proposal.correction.fields.items()
    ]


urlpatterns = [
    path("partnereinrichtungen/", listing, name="partner_institutions"),
    path("partnereinrichtungen/vorschlaege/<int:pk>/", decide, name="partner_proposal"),
    path("partnereinrichtungen/einladungen/<int:pk>/widerrufen/", revoke, name="invitation_revoke"),
    path("einrichtungen/<int:pk>/einladen/", invite_page, name="invite"),
    path("einladung/<str:secret>/", invitation, name="invitation"),
]
