# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Posts: who holds which role for which house, who stands in for a time, and who did before."""

from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal, Role
from bruecke.actors.actions.posts import assign_post, end_post
from bruecke.actors.models import Post
from bruecke.actors.permissions import can_assign_post, can_assign_some_post, can_see_posts, deputies
from bruecke.actors.queries import appointable, posts, seen_post
from bruecke.pages.activity_steps import done, stopped
from bruecke.pages.record_form import DayField, key_field
from bruecke.pages.signed_out import signed_in
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.queries import houses

ROLES: dict[Role, Promise] = {
    Role.COORDINATOR: gettext_lazy("Koordination"),
    Role.FOCAL_POINT: gettext_lazy("Ressortkoordination"),
    Role.REPORTER: gettext_lazy("Berichterstattung"),
    Role.SIGNATORY: gettext_lazy("Mitzeichnung"),
    Role.LIAISON: gettext_lazy("Verbindungsbüro"),
    Role.PARTNER: gettext_lazy("Partnereinrichtung"),
    Role.LEADERSHIP: gettext_lazy("Leitung"),
    Role.AUDITOR: gettext_lazy("Prüfung"),
    Role.ADMINISTRATOR: gettext_lazy("Administration"),
}


class PostForm(forms.Form):
    """Who, for which house, in which role, from when to when."""

    user_id = forms.TypedChoiceField(
        label=gettext_lazy("Wer"), coerce=int, error_messages={"required": gettext_lazy("Es fehlt noch, wer.")}
    )
    house_id = key_field(gettext_lazy("Haus"))
    role = forms.TypedChoiceField(
        label=gettext_lazy("Funktion"),
        coerce=Role,
        error_messages={"required": gettext_lazy("Es fehlt noch die Funktion.")},
    )
    is_deputy = forms.BooleanField(
        label=gettext_lazy("In Vertretung (i. V.)"),
        required=False,
        help_text=gettext_lazy("Auf Zeit für jemanden, der verhindert ist; so wird auch gezeichnet"),
    )
    starts_on = DayField(label=gettext_lazy("Ab"))
    ends_on = DayField(label=gettext_lazy("Bis"), required=False, help_text=gettext_lazy("Der letzte Tag"))

    def __init__(self, *args: Any, principal: Principal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_free = principal.has(Role.ADMINISTRATOR)
        own = [(house.pk, house.name) for house in houses() if is_free or house.pk in principal.units]
        roles = list(Role) if is_free else sorted(deputies(principal))
        people = [(user.pk, str(user)) for user in appointable() if user.pk != principal.user_id]
        choices = {
            "user_id": [("", "–"), *people],
            "house_id": [("", "–"), *own],
            "role": [("", "–"), *((role.value, ROLES[role]) for role in roles)],
        }
        for name, pairs in choices.items():
            self.fields[name].choices = pairs  # type: ignore[attr-defined]
        if not is_free:
            # Who is no administrator names deputies only.
            self.fields["is_deputy"].initial = True
            self.fields["is_deputy"].disabled = True


class EndForm(forms.Form):
    """The last day."""

    ends_on = DayField(label=gettext_lazy("Letzter Tag"))


@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """Posts of today and later, house by house; those before on demand ("frueher")."""
    principal = _reader(request)
    today, is_past = timezone.localdate(), "frueher" in request.GET
    rows = [
        (row, ROLES[Role(row.role)], row.starts_on > today, _end_href(row, principal, is_past))
        for row in posts(day=today, is_past=is_past)
    ]
    context = {
        "groups": [
            (house or _("Ohne Haus"), list(group))
            for house, group in groupby(rows, key=lambda each: each[0].house.name if each[0].house else "")
        ],
        "is_past": is_past,
        "new_href": reverse("post_new") if can_assign_some_post(principal) else "",
    }
    return render(request, "posts/list.html", context)


def _reader(request: HttpRequest) -> Principal:
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_see_posts(principal):
        raise PermissionDenied
    return principal


def _end_href(row: Post, principal: Principal, is_past: bool) -> str:
    return reverse("post_end", args=[row.pk]) if not is_past and _may_end(row, principal) else ""


def _may_end(row: Post, principal: Principal) -> bool:
    return can_assign_post(principal, role=Role(row.role), house_id=row.house_id, is_deputy=row.is_deputy)


@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Give somebody a post, or name a deputy for a time."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_assign_some_post(principal):
        raise PermissionDenied
    initial = {"starts_on": timezone.localdate()}
    form = PostForm(request.POST or None, principal=principal, initial=initial)
    return done(
        request, form, lambda said: _assign(said, principal), _("Funktion vergeben"), _("Funktionen"), reverse("posts")
    )


def _assign(said: dict[str, Any], principal: Principal) -> None:
    """What the form did not offer was not sent by it: refused like everything else that is not theirs."""
    try:
        assign_post(by=principal, **said)
    except NotAllowed:
        raise Refused({"": _("Diese Funktion können Sie nicht vergeben.")}) from None


@signed_in
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a post end."""
    principal = _reader(request)
    try:
        post = seen_post(pk)
    except Post.DoesNotExist:
        raise Http404 from None
    if (stop := stopped(request, _may_end(post, principal))) is not None:
        return stop
    form = EndForm(request.POST or None, initial={"ends_on": post.ends_on or timezone.localdate()})
    subject = f"{post.user}, {ROLES[Role(post.role)]}"
    act = lambda said: end_post(post=post, by=principal, **said)  # noqa: E731
    return done(request, form, act, _("Funktion beenden"), subject, reverse("posts"))


urlpatterns = [
    path("funktionen/", listing, name="posts"),
    path("funktionen/neu/", new, name="post_new"),
    path("funktionen/<int:pk>/beenden/", end, name="post_end"),
]
