# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries of one level: everything of an open one, drafts of houses, what was sent and what of it is published."""

from typing import Any

from django.utils import timezone

from bruecke.accounts.principal import SYSTEM
from bruecke.actors.models import Organisation
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from bruecke.publish.report import Subject
from bruecke.records import journal
from tests.factories.activities import make_activity, make_cost_item, make_involvement
from tests.factories.inquiries import make_inquiry, make_question, make_sent, make_supply
from tests.factories.papers import make_paper, make_person
from tests.factories.people import make_house, make_organisation
from tests.house.sentinels import STAFF, Bed

PERIOD = {"period_from": "2011-01-01", "period_until": "2011-12-31"}


def plant(bed: Bed) -> None:
    """Every field of the room. An inquiry is for the public only once it was sent."""
    if bed.level == "published":
        _published(bed)
    else:
        _open(bed)
    _hidden_names(bed)


def _secret(bed: Bed) -> dict[str, Any]:
    """A question whose answer is marked: all of it is the government's."""
    names = {"text": "text", "answer": "answer", "refused_because": "ground", "secret_because": "secret"}
    return {name: bed.word(f"marked{word}", STAFF) for name, word in names.items()}


def _open(bed: Bed) -> None:
    word, fields = bed.word, bed.fields
    inquiry = make_inquiry(
        word("inquiry"), number=word("inquirynumber"), asked_by=word("whowantsit", STAFF), **fields("inquiry"),
        extended_until="2999-01-01", extended_because=word("extension", STAFF),
    )  # fmt: skip
    bed.close(inquiry)
    make_question(inquiry, **_secret(bed))
    house = make_organisation(f"Gefragt, {bed.level}", house=make_house())
    given = {"state": "given", "given_at": timezone.now()}
    make_supply(inquiry, house, text=word("supply", STAFF), given_by=word("supplier", STAFF), **given)
    other = make_organisation(f"Gefragt und noch nicht fertig, {bed.level}", house=make_house())
    make_supply(inquiry, other, text=word("supplydraft", {"nobody"}), returned_because=word("returned", STAFF))
    _journaled(inquiry)


def _published(bed: Bed) -> None:
    """What was sent and released, beside what of it is marked or not published."""
    word, fields = bed.word, bed.fields
    inquiry = make_inquiry(
        word("inquiry"), number=word("inquirynumber"), asked_by=word("whowantsit", STAFF),
        **fields("inquiry") | {"visibility": "ministries"},
    )  # fmt: skip
    make_question(inquiry, text=word("inquirytext"), answer=word("inquiryanswer"))
    make_question(inquiry, **_secret(bed))
    make_supply(inquiry, make_organisation("Gefragt", house=make_house()), text=word("supplydraft", {"nobody"}))
    _trips(bed)
    make_question(inquiry, shape="trips", answer="", **PERIOD)
    make_question(inquiry, shape="costs", answer="", **PERIOD)
    sent = make_sent(inquiry)
    Inquiry.objects.filter(pk=sent.pk).update(visibility="published")
    _journaled(Inquiry.objects.get(pk=sent.pk))
    for visibility in ("published", "ministries"):
        fields = {"visibility": visibility}
        make_paper(report="inquiry_answer", subject=Subject("inquiry", sent.pk), fields=fields)


def _trips(bed: Bed) -> None:
    """One trip that all ministries see alone, and a published one whose costs and travellers are the government's."""
    said = {"when": "2011", "particulars": {"with_government": True}, "state": "held"}
    make_activity(bed.word("innertrip", STAFF), visibility="ministries", result=bed.word("innerresult", STAFF), **said)
    trip = make_activity("Öffentliche Reise", **said)
    make_involvement(trip, "head", person=make_person(bed.word("traveller", STAFF)))
    make_involvement(trip, "head", organisation=make_organisation(bed.word("along", STAFF), visibility="ministries"))
    make_cost_item(trip, title=bed.word("costtitle", STAFF))


def _hidden_names(bed: Bed) -> None:
    """An inquiry for all ministries that names houses which are not for everybody."""
    hidden: Organisation = make_organisation(bed.word("askedhouse"), house=make_house(), **bed.fields("askedhouse"))
    bed.close(hidden)
    inquiry = make_inquiry(f"Für alle Ressorts, {bed.level}", lead=hidden)
    make_question(inquiry)
    make_supply(inquiry, hidden)
    _journaled(inquiry)


def _journaled(inquiry: Inquiry) -> None:
    journal.record(inquiry, verb="changed", by=SYSTEM)
    journal.record(*SubQuestion.objects.filter(inquiry=inquiry), verb="changed", by=SYSTEM)
    supplies = list(Supply.objects.filter(inquiry=inquiry))
    if supplies:
        journal.record(*supplies, verb="changed", by=SYSTEM)
