# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index follows what happens, shows each reader only theirs, and rebuilding changes nothing that is right."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.library.models import Document
from bruecke.records import actions as records
from bruecke.records import journal
from bruecke.search.actions import refresh
from bruecke.search.models import SearchEntry, SearchWord
from bruecke.search.queries import measures_matching, search, suggest
from bruecke.search.sources.passage import blocks
from bruecke.strategy.models import Example, Measure, OptionDecision, Part
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_document, make_edition, make_goal, make_measure, make_place, make_text

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))
PARTNER = Principal(user_id=2, roles=frozenset({Role.PARTNER}))


def indexed(*rows: Any, verb: str = "created") -> None:
    """The rows are journaled."""
    journal.record(*rows, verb=verb, by=SYSTEM)


def finds(text: str, principal: Principal) -> bool:
    """Whether exactly this (no correction) is found."""
    hits = search(text, principal=principal, language="de")
    return hits.total > 0 and not hits.corrections


def state() -> tuple[Any, ...]:
    """All the index knows, keys of rows aside."""
    entries = SearchEntry.objects.order_by("kind", "record_id", "part").values_list(
        "kind", "record_id", "part", "titles", "public", "internal", "visibility", "owner_id", "place", "fragment"
    )
    words = SearchWord.objects.order_by("surface", "key")
    return list(entries), list(words.values_list("surface", "key", "word", "public_count", "staff_count"))


@pytest.mark.parametrize("reader", [PUBLIC, PARTNER])
def test_a_word_of_an_internal_note_is_not_found_suggested_or_corrected_to_outside(reader: Principal) -> None:
    indexed(make_measure(title="Brückenbau", internal_note="Geheimsentinel wegen Haushalt"))
    assert not finds("Geheimsentinel", reader)
    assert suggest("Geheimsent", principal=reader) == []
    assert search("Geheimsentinal", principal=reader, language="de").corrections == ()
    assert search("Sentinel", principal=reader, language="de").also == ()
    matching = measures_matching("Geheimsentinel", principal=reader)
    assert matching is not None
    assert not Measure.objects.filter(matching.q).exists()


def test_a_word_of_an_internal_note_is_found_suggested_and_corrected_to_for_staff() -> None:
    indexed(make_measure(title="Brückenbau", internal_note="Geheimsentinel wegen Haushalt"))
    assert finds("Geheimsentinel", STAFF)
    assert suggest("Geheimsent", principal=STAFF) == ["Geheimsentinel"]
    hits = search("Geheimsentinal", principal=STAFF, language="de")
    assert [row.meant for row in hits.corrections] == ["Geheimsentinel"]
    assert hits.groups[0].hits[0].is_internal


def test_an_excerpt_for_the_public_never_comes_from_internal_text() -> None:
    indexed(make_measure(title="Brückenbau", internal_note="Brückenbau nur mit Geheimsentinel"))
    (hit,) = search("Brückenbau", principal=PUBLIC, language="de").groups[0].hits
    assert "Geheimsentinel" not in "".join(piece.text for piece in (*hit.title, *hit.excerpt))


def test_check_references_and_decisions_are_read_by_whom_they_are_open_to() -> None:
    measure = make_measure(title="Brückenbau")
    measure.checks.create(position=1, question="Bedacht?", reference="Prüfsentinel")
    common = {"measure": measure, "outcome": "taken_up", "decided_on": "2026-01-01"}
    OptionDecision.objects.create(**common, reference="Kabinettsentinel", visibility="published")
    OptionDecision.objects.create(**common, reference="Hausinternsentinel", visibility="ministries")
    OptionDecision.objects.create(
        **common, reference="Referatssentinel", internal_note="Referatsnotiz", visibility="unit"
    )
    Part.objects.create(measure=measure, position=1, title="Teilsentinel", kind="create", visibility="published")
    Part.objects.create(measure=measure, position=2, title="Teilinternum", kind="create", visibility="ministries")
    Example.objects.create(measure=measure, position=1, title="Beispielsentinel")
    indexed(measure)
    words = (
        "Kabinettsentinel",
        "Teilsentinel",
        "Beispielsentinel",
        "Prüfsentinel",
        "Hausinternsentinel",
        "Teilinternum",
    )
    assert [word for word in words if finds(word, PUBLIC)] == ["Kabinettsentinel", "Teilsentinel", "Beispielsentinel"]
    assert [word for word in words if finds(word, STAFF)] == list(words)
    assert not finds("Referatssentinel", STAFF)
    assert not finds("Referatsnotiz", STAFF)


def test_a_record_for_named_houses_is_found_there_only_and_its_words_are_offered_to_nobody() -> None:
    house, other = make_house(), make_house()
    measure = make_measure(title="Vertraulichsentinel", visibility="named")
    measure.named_houses.add(house)
    indexed(measure)
    inside = Principal(user_id=1, roles=frozenset({Role.REPORTER}), houses=frozenset({house.pk}))
    outside = Principal(user_id=2, roles=frozenset({Role.COORDINATOR}), houses=frozenset({other.pk}))
    assert [finds("Vertraulichsentinel", who) for who in (inside, outside, STAFF, PUBLIC)] == [
        True,
        False,
        False,
        False,
    ]
    assert suggest("Vertraulichs", principal=outside) == []


def test_a_change_of_visibility_counts_at_once() -> None:
    measure = make_measure(title="Zurückgezogen")
    indexed(measure)
    assert finds("Zurückgezogen", PUBLIC)
    measure = records.change(measure, expected=measure.version, fields={"visibility": "ministries"}, by=SYSTEM)
    assert (finds("Zurückgezogen", PUBLIC), finds("Zurückgezogen", STAFF)) == (False, True)
    assert suggest("Zurückgez", principal=PUBLIC) == []
    records.change(measure, expected=measure.version, fields={"visibility": "published"}, by=SYSTEM)
    assert finds("Zurückgezogen", PUBLIC)


def test_a_changed_title_is_found_and_the_old_one_forgotten() -> None:
    document = make_document("Altbezeichnung")
    indexed(document)
    records.change(document, expected=1, fields={"title_de": "Neubezeichnung"}, by=SYSTEM)
    assert (finds("Neubezeichnung", PUBLIC), finds("Altbezeichnung", PUBLIC)) == (True, False)
    assert not SearchWord.objects.filter(surface="Altbezeichnung").exists()


def test_a_deleted_record_is_forgotten_with_its_words() -> None:
    tables = ("bruecke_searchtext", "bruecke_searchgram") if connection.vendor == "sqlite" else ()
    with connection.cursor() as cursor:
        for table in tables:
            # What tests before this one committed: no model declares these tables, so Django does not empty them.
            cursor.execute(f"DELETE FROM {table}")
        document = make_document("Vergänglichkeit")
        indexed(document)
        indexed(document, verb="deleted")
        Document.objects.all().delete()
        assert state() == ([], [])
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


def test_an_act_on_many_records_is_read_by_the_task() -> None:
    edition = make_edition()
    measures = [make_measure(edition, f"Vielzahl {number}") for number in range(205)]
    indexed(*measures)
    assert search("Vielzahl", principal=PUBLIC, language="de").total == 205
    Measure._base_manager.filter(edition=edition).update(visibility="unit")
    indexed(*Measure.objects.filter(edition=edition))
    assert search("Vielzahl", principal=STAFF, language="de").total == 0


def test_the_text_of_an_adopted_edition_is_found_by_passage() -> None:
    text = make_text("Titel", "", "Eine Zeile über Zusam-", "menarbeit mit Québec", "", "Anderes")
    edition = make_edition(text=text)
    indexed(edition)
    (group,) = search("Zusammenarbeit Quebec", principal=PUBLIC, language="de").groups
    (hit,) = group.hits
    assert (group.kind, hit.place, hit.fragment) == ("passage", edition.pk, "z3")


def test_each_list_item_of_a_text_is_a_passage_of_its_own() -> None:
    text = "# Titel\n\nFolgende Maßnahmen:\n- Erste über\n  zwei Zeilen\n— Zweite\n\n1. Dritte\nEin-\nzelheit – hier"
    assert list(blocks(text)) == [
        (1, "Titel"),
        (3, "Folgende Maßnahmen:"),
        (4, "Erste über zwei Zeilen"),
        (6, "Zweite"),
        (8, "Dritte Einzelheit – hier"),
    ]


def test_every_kind_of_record_is_found_under_its_own_heading() -> None:
    edition = make_edition()
    chapter = edition.chapters.get()
    chapter.title = "Allerlei"
    chapter.save()
    indexed(
        make_measure(edition, "Allerlei"),
        make_goal(edition, "Allerlei"),
        edition.principles.create(strategy=edition.strategy, position=1, title="Allerlei", visibility="published"),
        chapter,
        make_document("Allerlei"),
        make_organisation("Allerlei"),
        make_place("Allerlei"),
    )
    groups = search("Allerlei", principal=PUBLIC, language="de").groups
    kinds = ["measure", "goal", "principle", "chapter", "document", "organisation", "place"]
    assert [(group.kind, group.count) for group in groups] == [(kind, 1) for kind in kinds]


def test_rebuilding_gives_what_following_gave_and_mends_what_was_broken() -> None:
    edition = make_edition(text=make_text("Präambel", "", "Erste Zeile", "zweite Zeile"))
    house = make_house()
    measure = make_measure(edition, "Förderung", internal_note="Vermerk", visibility="named")
    measure.named_houses.add(house)
    indexed(edition, *edition.chapters.all(), measure, make_measure(edition, "Ausbau"), make_place("Breslau"))
    indexed(make_goal(edition, "Ziel"), make_document("Strategie"), make_organisation("Haus"))
    followed = state()
    call_command("rebuild_search", verbosity=0)
    assert state() == followed
    SearchWord.objects.filter(surface="Ausbau").update(public_count=7)
    SearchWord.objects.filter(surface="Breslau").delete()
    SearchEntry.objects.filter(kind="goal").delete()
    SearchEntry.objects.create(kind="place", record_id=10**9, place=1, visibility="published")
    call_command("rebuild_search", verbosity=0)
    assert state() == followed
    assert finds("Ausbau", PUBLIC)


def test_reading_an_unchanged_record_again_writes_nothing(django_assert_num_queries: Any) -> None:
    document = make_document("Unverändert")
    indexed(document)
    with django_assert_num_queries(6):  # savepoint, entry, its houses, document, its houses, release
        refresh("document", [document.pk])


def test_a_note_as_long_as_a_book_is_saved_and_found() -> None:
    """PostgreSQL holds 1 MiB of words for one entry."""
    letters = "bcdfghklmn"
    words = ["Anfangswort", *("".join(letters[int(digit)] for digit in f"{n:060}") for n in range(18_000))]
    indexed(make_measure(title="Langes", internal_note=" ".join(words)))
    staff = Principal(user_id=1, roles=frozenset({Role.COORDINATOR}))
    assert finds("Langes", PUBLIC)
    assert finds("Anfangswort", staff)


def test_a_title_in_another_language_explains_a_hit_only_where_the_one_shown_does_not() -> None:
    indexed(make_organisation(name_de="Wirtschaftsförderung GmbH", name_en="Wirtschaftsförderung (promotion)"))
    (by_shown,) = search("Wirtschaftsförderung", principal=PUBLIC, language="de").groups[0].hits
    (by_other,) = search("promotion", principal=PUBLIC, language="de").groups[0].hits
    assert by_shown.excerpt == ()
    assert by_other.excerpt_language == "en"
