# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of an edition and what it changed."""

import re
from typing import Any

import pytest
from django.test import Client

from bruecke.strategy.models import Edition, Goal, Measure
from tests.factories.drafts import make_draft, make_import, publish_import
from tests.factories.plan import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return publish_import(make_import())


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_document_is_public_once_it_is_published(client: Client, edition: Edition) -> None:
    assert "Das Kapitel Handel ist wichtig." in shown(client, f"/dokument/{edition.pk}/")
    hidden = make_edition(state="draft", strategy=edition.strategy)
    assert client.get(f"/dokument/{hidden.pk}/").status_code == 404
    assert client.get(f"/dokument/{hidden.pk}/original/").status_code == 404
    assert client.get(f"/fassungen/{hidden.pk}/aenderungen/").status_code == 404


def test_every_line_of_the_document_has_one_address(client: Client, edition: Edition) -> None:
    page = shown(client, f"/dokument/{edition.pk}/")
    lines = [n for n, line in enumerate(edition.text.repaired.split("\n"), start=1) if line.strip()]
    assert sorted(int(n) for n in re.findall(r'id="z(\d+)"', page)) == lines


def test_records_are_linked_from_the_margin(client: Client, edition: Edition) -> None:
    page = shown(client, f"/dokument/{edition.pk}/")
    measure, goal = Measure.objects.get(reference="I.1"), Goal.objects.get(reference="Z1")
    assert f'<a href="/massnahmen/{measure.pk}/">Maßnahme I.1</a>' in page
    assert f'<a href="/ziele/{goal.pk}/">Ziel Z1</a>' in page


def test_a_record_that_is_not_public_is_not_linked(client: Client, edition: Edition) -> None:
    measure = Measure.objects.get(reference="I.1")
    Measure.objects.filter(pk=measure.pk).update(visibility="unit")
    assert f"/massnahmen/{measure.pk}/" not in shown(client, f"/dokument/{edition.pk}/")


def test_footnotes_are_linked_both_ways(client: Client, edition: Edition) -> None:
    note = edition.footnotes.get()
    page = shown(client, f"/dokument/{edition.pk}/")
    assert note.passage is not None
    assert f'<a href="#z{note.passage.first_line}">Fußnote 1</a>' in page
    assert f'<a href="#z{note.anchor_line}">zur Stelle im Text</a>' in page


def test_repaired_spots_are_marked_and_listed(client: Client, edition: Edition) -> None:
    assert '<span class="fix" title="im Original: fiir">für</span>' in shown(client, f"/dokument/{edition.pk}/")
    assert "fiir" in shown(client, f"/dokument/{edition.pk}/reparaturen/")
    assert "Aufbau einer Stelle fiir Messen" in shown(client, f"/dokument/{edition.pk}/original/")


def test_a_rejected_part_stays_readable_in_the_document(client: Client) -> None:
    from bruecke.accounts.principal import SYSTEM
    from bruecke.intake import actions
    from tests.factories.drafts import proposal_of

    made = make_import()
    proposal = proposal_of(made, "I.2")
    actions.reject(proposal_id=proposal.pk, expected=proposal.version, by=SYSTEM)
    edition = publish_import(made)
    assert "Aufbau einer Stelle für Messen" in shown(client, f"/dokument/{edition.pk}/")


def test_wording_is_escaped(client: Client) -> None:
    edition = publish_import(make_import(make_draft({"Handel": ["Ausbau von <script>x</script> für & alle"]})))
    page = shown(client, f"/dokument/{edition.pk}/")
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt; <span" in page


def test_the_document_makes_the_same_number_of_statements_for_few_and_many(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    few = publish_import(make_import(make_draft({"Handel": ["Ausbau der Messen"]}, title="Eins")))
    many = publish_import(make_import(make_draft({"Handel": [f"Ausbau {n}" for n in range(50)]}, title="Zwei")))
    counts = []
    for edition in (few, many):
        with django_assert_max_num_queries(12) as captured:
            client.get(f"/dokument/{edition.pk}/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_changes_of_a_later_edition_are_shown(client: Client, edition: Edition) -> None:
    later = make_draft(
        {
            "Handel": ["Ausbau des Handels mit Polen und Litauen", "Förderung junger Betriebe", "Neue Brücken bauen"],
            "Kultur": [
                "Ausbau des Austauschs für Schulen",
                "Prüfung eines Kulturjahres",
                "Aufbau einer Stelle für Messen",
            ],
        }
    )
    second = publish_import(make_import(later, strategy=edition.strategy))
    page = shown(client, f"/fassungen/{second.pk}/aenderungen/")
    assert "1 neu, 1 neu gefasst, 1 verschoben, 1 entfallen, 3 unverändert" in page
    assert "<ins>" in page
    assert "Erhalt der Bühnen" in page
    assert "Dies ist die erste Fassung" in shown(client, f"/fassungen/{edition.pk}/aenderungen/")
