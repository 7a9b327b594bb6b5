# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of papers and of the texts kept for them."""

from collections.abc import Callable

from django.urls import reverse

from bruecke.partnerships.models import Partnership
from bruecke.publish.models import Paper, SectionText
from bruecke.publish.report import Subject
from tests.factories.papers import make_paper, make_relation_of
from tests.factories.plan import make_place
from tests.journeys.rooms import Rows, forms_of, posts_only


def _partnership() -> Partnership:
    return make_relation_of(make_place("Musterstaat"), "Musterregion")


def _paper() -> Paper:
    subject = Subject("partnership", _partnership().pk)
    return make_paper(subject=subject, fields={"visibility": "published"}, report="partner_sheet")


def _text() -> SectionText:
    return SectionText.objects.create(partnership=_partnership(), heading="Gesprächspunkte", visibility="published")


SAMPLES: dict[str, Callable[[object], str]] = {
    "paper_print": lambda plan: f"{reverse('paper_print', args=['briefing'])}?fuer=partnership-{_partnership().pk}",
    "paper": lambda plan: reverse("paper", args=[_paper().pk]),
    "paper_again": lambda plan: reverse("paper_again", args=[_paper().pk]),
    "paper_file": lambda plan: reverse("paper_file", args=[_paper().pk, "pdf"]),
    "section_texts": lambda plan: reverse("section_texts", args=[_text().partnership_id]),
    "section_text_edit": lambda plan: reverse("section_text_edit", args=[_text().pk]),
    "section_text_draft": lambda plan: reverse("section_text_draft", args=[_text().pk]),
    "section_text_restore": lambda plan: reverse("section_text_restore", args=[_text().pk, 1]),
    "section_text_new": lambda plan: reverse("section_text_new", args=[_partnership().pk]),
    "section_text_new_draft": lambda plan: reverse("section_text_new_draft", args=[_partnership().pk]),
}
EXCLUDED = posts_only("section_text") | {"paper_again": "answers POST only", "paper_file": "a file"}
MATRIX: Rows = {
    "papers": ("P P P P P P P", "P P P P P P P"),
    "paper_print": ("S F P P P F F", "S F A A A F F"),
    "paper": ("P P P P P P P", "P P P P P P P"),
    "paper_again": ("M M M M M M M", "S F A A A F F"),
    "paper_file": ("P P P P P P P", "P P P P P P P"),
    "section_texts": ("P P P P P P P", "P P P P P P P"),
} | forms_of("section_text", "S F F F P F F")
