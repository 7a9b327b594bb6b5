# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The partner sheet stays on one page, whatever the partnership."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from bruecke.activities.models import Promise
from bruecke.partnerships.models import Agreement
from bruecke.publish.paper import Name, somebodies, with_names
from bruecke.publish.report import Subject
from bruecke.publish.writers.pdf import write_pdf
from tests.factories.papers import make_doing, make_person, make_relation
from tests.factories.people import make_organisation
from tests.publish.reports import gathered, rows, section
from tests.publish.sample import AT

pytestmark = pytest.mark.django_db


def test_sheet_of_a_busy_partnership_is_one_page_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    relation = make_relation()
    partnership = relation.partnership
    partnership.summary = "Die Zusammenarbeit ist sehr eng. " * 60
    partnership.save()
    for n in range(40):
        long = f"Ein sehr langer Name {n} " * 9
        make_doing(long, partnership, starts=f"2025-04-{n % 28 + 1:02}", result=long * 3)
        partnership.partners.add(make_organisation(long))
        partnership.contacts.add(make_person(f"Person {n}", function=long[:200]))
        Agreement.objects.create(partnership=partnership, title=long, visibility="published")
        for side in ("we_owe", "they_owe"):
            Promise.objects.create(partnership=partnership, direction=side, text=long, visibility="published")
    paper = gathered("partner_sheet", Subject("partnership", partnership.pk))
    named = with_names(paper, {who.key: Name("Anna Nowak") for who in somebodies(paper)})
    write_pdf(replace(named, printed_on="3. Mai 2026"), tmp_path / "sheet.pdf", at=AT)
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        assert len(document) == 1
    (table,) = (block for block in section(paper, "agreements").blocks if hasattr(block, "rows"))
    assert (len(table.rows), table.note) == (2, "und 39 weitere Einträge")


def test_sheet_begins_with_what_comes_next() -> None:
    relation = make_relation()
    paper = gathered("partner_sheet", Subject("partnership", relation.partnership.pk))
    assert [row[1] for row in rows(section(paper, "doings"))] == [
        "Delegationsreise nach Breslau",
        "Besuch der Marschallin",
    ]
