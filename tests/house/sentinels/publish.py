# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kept texts of each level, and a paper of each marking, printed of a partnership with records of all levels so far."""

from bruecke.accounts.models import House
from bruecke.activities.models import Promise
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.publish.models import SectionText
from bruecke.publish.report import Subject
from bruecke.records.models import Record
from tests.factories.papers import make_doing, make_paper, make_relation_of
from tests.factories.plan import make_place
from tests.house.sentinels import STAFF, Bed

NAME = "Region der Papiere"
LEVELS = ("published", "ministries", "named", "unit")


def plant(bed: Bed) -> None:
    """What a briefing tells of; on the last level it is printed for the readers of each."""
    level, own, word, fields = bed.level, bed.own, bed.word, bed.fields
    partnership = _partnership(bed)
    text = SectionText.objects.create(
        partnership=partnership,
        heading=word("texthead"),
        text=word("text"),
        author=word("textauthor"),
        released_on="2026-01-02",
        **fields("text"),
    )
    doing = make_doing(word("paperdoing"), partnership, result=word("paperresult"), **fields("paperdoing"))
    agreement = Agreement.objects.create(
        partnership=partnership,
        title=word("paperagreement"),
        signatories=word("papersignatories"),
        **fields("paperagreement"),
    )
    promise = Promise.objects.create(
        partnership=partnership, direction="we_owe", text=word("paperpromise"), **fields("paperpromise")
    )
    made: list[Record] = [text, doing, agreement, promise]
    bed.close(*made)
    if level == LEVELS[-1]:
        for each in LEVELS:
            _paper(partnership, each, own)


def _partnership(bed: Bed) -> Partnership:
    """One for all levels; what is delicate about it is the government's."""
    found = Partnership.objects.filter(name=NAME).first()
    if found is None:
        found = make_relation_of(make_place("Land der Papiere"), NAME, sensitive=bed.word("papersensitive", STAFF))
    return found


def _paper(partnership: Partnership, level: str, own: House) -> None:
    fields = {"visibility": level, "named_houses": [own.pk] if level == "named" else [], "owner_id": own.pk}
    make_paper(subject=Subject("partnership", partnership.pk), fields=fields)
