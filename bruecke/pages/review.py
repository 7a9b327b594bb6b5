# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The review of an import: one chapter of the document beside what is proposed of it; every act a small POST."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.intake import actions, meta
from bruecke.intake.actions.review import CORRECTABLE
from bruecke.intake.actions.shape import DIVISIBLE
from bruecke.intake.errors import IntakeRefused, StaleProposal
from bruecke.intake.models import ImportDraft, Proposal, ProposalKind
from bruecke.intake.permissions import can_import
from bruecke.intake.queries.drafts import draft_of
from bruecke.intake.queries.review import Card, Row, Sheet, card_of, progress_of, review_sheet
from bruecke.pages.review_forms import AddForm
from bruecke.pages.review_verbs import SMALL, VERBS, number, typed
from bruecke.pages.signed_out import signed_in
from bruecke.pages.words import word_diff
from bruecke.strategy.models import MeasureKind, Modality
from bruecke.strategy.queries.editions import standing_references

KINDS = tuple(ProposalKind.choices)
SHOWS = (
    ("", gettext_lazy("alles")),
    ("open", gettext_lazy("offene")),
    ("doubtful", gettext_lazy("zweifelhafte")),
    *KINDS,
)
DOUBTS = {
    "modality": gettext_lazy("Verbindlichkeit nicht erkannt"),
    "kind": gettext_lazy("Maßnahmenart nicht erkannt"),
    "anchor": gettext_lazy("Stelle der Fußnote nicht gefunden"),
    "empty": gettext_lazy("ohne Text"),
    "repair": gettext_lazy("unsichere Reparatur"),
}


def page(request: HttpRequest, draft: ImportDraft) -> HttpResponse:
    """One chapter of the review; chapter, filter and page are the address."""
    sheet = _sheet(draft, request.GET)
    return render(request, "intake/review.html", _context(draft, sheet, request.GET, request.principal))  # type: ignore[attr-defined]


def _sheet(draft: ImportDraft, asked: QueryDict) -> Sheet:
    show = asked.get("zeige", "")
    show = show if show in dict(SHOWS) else ""
    return review_sheet(
        draft, section=asked.get("kapitel", "").replace("\x00", ""), show=show, page=number(asked, "seite") or 1
    )


def _context(draft: ImportDraft, sheet: Sheet, asked: QueryDict, principal: Principal) -> dict[str, Any]:
    address = reverse("intake_draft", args=[draft.pk])
    section, show = asked.get("kapitel", ""), asked.get("zeige", "")
    return {
        "draft": draft,
        "meta": meta.read(draft.meta),
        "sheet": sheet,
        "rows": [_row(row, draft) for row in sheet.rows],
        "address": address,
        "back": urlencode({"kapitel": section, "zeige": show, "seite": sheet.page}),
        "tabs": [_tab(address, part, section) for part in sheet.sections],
        "shows": [
            (f"{address}?{urlencode({'kapitel': section, 'zeige': key})}", label, key == show) for key, label in SHOWS
        ],
        "previous": _page_href(address, section, show, sheet.page - 1, sheet.pages),
        "next": _page_href(address, section, show, sheet.page + 1, sheet.pages),
        "add": AddForm(lists=sheet.lists, lines=_line_count(draft)),
        "modalities": Modality.choices,
        "kinds": MeasureKind.choices,
        "standing": standing_references(draft.strategy, principal=principal) if draft.strategy else [],
    }


def _line_count(draft: ImportDraft) -> int:
    return draft.text.repaired.count("\n") + 1 if draft.text else 0


def _tab(address: str, part: Any, section: str) -> dict[str, Any]:
    left = part.total - part.done
    return {
        "href": f"{address}?{urlencode({'kapitel': part.reference})}",
        "label": part.title or _("Vorspann"),
        "count": left or None,
        "is_current": part.reference == section,
    }


def _page_href(address: str, section: str, show: str, number: int, pages: int) -> str:
    if not 1 <= number <= pages:
        return ""
    return f"{address}?{urlencode({'kapitel': section, 'zeige': show, 'seite': number})}"


def _row(row: Row, draft: ImportDraft) -> dict[str, Any]:
    if row.card is None:
        return {"lines": row.lines, "last": row.lines[-1].number}
    return _card(row.card, draft)


def _card(card: Card, draft: ImportDraft) -> dict[str, Any]:
    proposal = card.proposal
    return {
        "lines": card.lines,
        "card": card,
        "proposal": proposal,
        "payload": card.payload,
        "act": reverse("intake_review_one", args=[draft.pk, proposal.pk]),
        "fields": CORRECTABLE[proposal.kind],
        "can_split": proposal.kind in DIVISIBLE,
        "doubts": [_doubt(code, draft) for code in proposal.doubt.split(",") if code],
        "difference": word_diff(_wording(proposal), card.payload.text) if proposal.match_id else [],
    }


def _wording(proposal: Proposal) -> str:
    return getattr(proposal, "match_wording", "") or (proposal.match.title if proposal.match else "")


def _doubt(code: str, draft: ImportDraft) -> str:
    if not code.startswith("warning:"):
        return str(DOUBTS.get(code, code))
    known = meta.read(draft.meta).notes
    name = code.removeprefix("warning:")
    said = next((note for note in known if note.code == name), None)
    if said is None:
        return name
    return said.english if get_language() == "en" else said.german


@require_POST
@signed_in
def act_on_one(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    """One reviewer's act on one proposal. A second reviewer's older page is shown what changed; nothing is lost."""
    principal, draft = _draft(request, pk)
    verb = VERBS.get(request.POST.get("act", ""))
    if verb is None:
        raise Http404
    try:
        done = verb(draft, proposal, request.POST, principal)
    except StaleProposal as error:
        return _conflict(request, draft, error)
    except IntakeRefused as error:
        return _refused(request, draft, proposal, str(error))
    if request.headers.get("HX-Request") and request.POST["act"] in SMALL:
        return _fragment(request, draft, done)
    return _back(request, draft, f"v{done.pk if done else proposal}")


def _draft(request: HttpRequest, pk: int) -> tuple[Principal, ImportDraft]:
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_import(principal):
        raise PermissionDenied
    draft = draft_of(pk)
    if draft is None:
        raise Http404
    return principal, draft


def _fragment(request: HttpRequest, draft: ImportDraft, proposal: Proposal, **more: Any) -> HttpResponse:
    proposal.draft = draft
    context = {
        "row": _card(card_of(proposal), draft) | more,
        "progress": progress_of(draft),
        "modalities": Modality.choices,
        "kinds": MeasureKind.choices,
        "back": _asked(request),
        "is_fragment": True,
    }
    return render(request, "intake/fragment.html", context)


def _asked(request: HttpRequest) -> str:
    """The page the act came from, as its query; rebuilt from known names only."""
    said = QueryDict(request.POST.get("back", ""))
    return urlencode({name: said[name] for name in ("kapitel", "zeige", "seite") if name in said})


def _back(request: HttpRequest, draft: ImportDraft, anchor: str = "") -> HttpResponse:
    address = f"{reverse('intake_draft', args=[draft.pk])}?{_asked(request)}#{anchor}"
    if request.headers.get("HX-Request"):
        # Another fragment alone is no new page to a browser: the row list has changed, so it is asked for anew.
        return HttpResponse(headers={"HX-Location": address, "HX-Refresh": "true"})
    return redirect(address)


def _conflict(request: HttpRequest, draft: ImportDraft, error: StaleProposal) -> HttpResponse:
    """What stands now beside what was typed."""
    fields = typed(request.POST)
    if error.current is None:
        messages.warning(request, str(error))
        return render(
            request, "intake/conflict.html", {"draft": draft, "typed": fields, "back": _asked(request)}, status=409
        )
    error.current.draft = draft
    row = _card(card_of(error.current), draft)
    row |= {"conflict": str(error), "typed": fields, "changes": word_diff(row["payload"].text, fields.get("text", ""))}
    context = {
        "row": row,
        "draft": draft,
        "typed": fields,
        "back": _asked(request),
        "modalities": Modality.choices,
        "kinds": MeasureKind.choices,
        "progress": progress_of(draft),
    }
    if request.headers.get("HX-Request"):
        return render(request, "intake/fragment.html", context | {"is_fragment": True})
    return render(request, "intake/conflict.html", context, status=409)


def _refused(request: HttpRequest, draft: ImportDraft, key: int, message: str) -> HttpResponse:
    """The reason at the proposal, with what was typed still in its fields."""
    said = {"refused": message, "typed": typed(request.POST), "split_text": request.POST.get("split_text", "")}
    if request.headers.get("HX-Request"):
        return _fragment(request, draft, Proposal.objects.get(pk=key), **said)
    asked = QueryDict(_asked(request))
    context = _context(draft, _sheet(draft, asked), asked, request.principal)  # type: ignore[attr-defined]
    card = next((row for row in context["rows"] if "proposal" in row and row["proposal"].pk == key), None)
    if card is None:
        messages.warning(request, message)
        return _back(request, draft, f"v{key}")
    card |= said
    return render(request, "intake/review.html", context, status=422)


@require_POST
@signed_in
def act_on_all(request: HttpRequest, pk: int) -> HttpResponse:
    """An act on the whole review: accept what is certain, accept or reject all that is open, undo, redo, add."""
    principal, draft = _draft(request, pk)
    if request.POST.get("act") == "add":
        return _add(request, draft, principal)
    try:
        anchor = _all(draft, request.POST, principal, request)
    except IntakeRefused as error:
        messages.warning(request, str(error))
        anchor = ""
    return _back(request, draft, anchor)


def _all(draft: ImportDraft, said: QueryDict, by: Principal, request: HttpRequest) -> str:
    act = said.get("act", "")
    if act in COUNTED:
        count = COUNTED[act](draft=draft, by=by)
        messages.success(request, _("%(count)d Vorschläge bearbeitet.") % {"count": count})
        return ""
    if act in {"undo", "redo"}:
        step = actions.undo(draft=draft, by=by) if act == "undo" else actions.redo(draft=draft, by=by)
        return f"v{step.before[0]['id']}" if step.before else ""
    raise Http404


def _add(request: HttpRequest, draft: ImportDraft, by: Principal) -> HttpResponse:
    """Add what the reader missed; where that is refused, the page again, with the reasons at the fields."""
    asked = QueryDict(_asked(request))
    sheet = _sheet(draft, asked)
    form = AddForm(request.POST, lists=sheet.lists, lines=_line_count(draft))
    if form.is_valid():
        data = form.cleaned_data
        lines = (data["first_line"], data["last_line"] or data["first_line"])
        try:
            made = actions.add_missed(
                draft=draft, kind=data["kind"], lines=lines, text=data["text"], by=by, parent=data.get("parent", "")
            )
        except IntakeRefused as error:
            form.add_error(None, str(error))
        else:
            return _back(request, draft, f"v{made.pk}")
    context = _context(draft, sheet, asked, request.principal) | {"add": form}  # type: ignore[attr-defined]
    return render(request, "intake/review.html", context, status=422)


COUNTED: Mapping[str, Callable[..., int]] = {
    "accept_certain": actions.accept_certain,
    "accept_all": actions.accept_all,
    "reject_open": actions.reject_open,
    "confirm_matches": actions.confirm_certain_matches,
}
