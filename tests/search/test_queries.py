# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a question finds: compounds, spellings, slips, languages, phrases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.records import journal
from bruecke.search.models import SearchEntry
from bruecke.search.queries import Hits, measures_matching, search, suggest
from bruecke.strategy.models import Edition, Measure
from tests.factories.people import make_organisation
from tests.factories.plan import make_document, make_edition, make_measure, make_place

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))


def indexed(*records: object) -> None:
    """The records are journaled as just made."""
    journal.record(*records, verb="created", by=SYSTEM)  # type: ignore[arg-type]


def titles(hits: Hits) -> list[str]:
    """Titles of all hits."""
    return ["".join(piece.text for piece in hit.title) for group in hits.groups for hit in group.hits]


def found(text: str, principal: Principal = PUBLIC, language: str = "de") -> list[str]:
    """Titles that a question finds."""
    return titles(search(text, principal=principal, language=language))


@pytest.fixture
def edition() -> Edition:
    """A plan of six measures and what else a search goes over."""
    edition = make_edition()
    words = (
        "Städtepartnerschaften mit Polen stärken",
        "Förderung der Euroregionen verstetigen",
        "Hochschulkooperationen in Wissenschaft und Forschung",
        "Wasserstoffkonferenz gemeinsam mit Wrocław und Kraków",
        "Oder-Partnerschaft und Grenzgespräche",
        "Aktuelle neue Wege nach Israel",
    )
    measures = [make_measure(edition, title, title_en="") for title in words]
    measures.append(
        make_measure(edition, "Nachbarschaft", title_en="Cooperating across borders", title_pl="Współpraca")
    )
    indexed(
        *measures,
        make_place("Bezirk Aussig", name_cs="Ústecký kraj", name_pl="Kraj ustecki"),
        make_place("Region Reichenberg", name_cs="Liberecký kraj"),
        make_document("Innovationsstrategie"),
        make_organisation("Sächsisches Staatsministerium für Kultur"),
    )
    return edition


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Partnerschaft", "Städtepartnerschaften mit Polen stärken"),
        ("Partnerschaften", "Städtepartnerschaften mit Polen stärken"),
        ("Kooperation", "Hochschulkooperationen in Wissenschaft und Forschung"),
        ("Hochschule Kooperation", "Hochschulkooperationen in Wissenschaft und Forschung"),
        ("Foerderung", "Förderung der Euroregionen verstetigen"),
        ("Förderungen", "Förderung der Euroregionen verstetigen"),
        ("FORDERUNG", "Förderung der Euroregionen verstetigen"),
        ("Fördrung", "Förderung der Euroregionen verstetigen"),
        ("Wasserstofkonferenz", "Wasserstoffkonferenz gemeinsam mit Wrocław und Kraków"),
        ("Wissenschft", "Hochschulkooperationen in Wissenschaft und Forschung"),
        ("Forschnug", "Hochschulkooperationen in Wissenschaft und Forschung"),
        ("wroclaw", "Wasserstoffkonferenz gemeinsam mit Wrocław und Kraków"),
        ("Krakow", "Wasserstoffkonferenz gemeinsam mit Wrocław und Kraków"),
        ("Oderpartnerschaft", "Oder-Partnerschaft und Grenzgespräche"),
        ("Grenz-Gespräche", "Oder-Partnerschaft und Grenzgespräche"),
        ("neuer Weg", "Aktuelle neue Wege nach Israel"),
        ("aktuell Israel", "Aktuelle neue Wege nach Israel"),
        ("cooperation border", "Nachbarschaft"),
        ("wspolpraca", "Nachbarschaft"),
        ("Ustecky kraj", "Bezirk Aussig"),
        ("Liberecký", "Region Reichenberg"),
        ("Innovation", "Innovationsstrategie"),
        ("Kulturstaatsministerium", "Sächsisches Staatsministerium für Kultur"),
    ],
)
def test_a_question_finds_what_is_meant(edition: Edition, question: str, title: str) -> None:
    assert title in found(question)


def test_a_part_inside_another_word_by_chance_finds_nothing(edition: Edition) -> None:
    assert found("gemein") == []


def test_a_title_comes_in_the_language_of_the_page(edition: Edition) -> None:
    assert found("cooperation", language="en") == ["Cooperating across borders"]


def test_a_slip_is_named_with_the_word_looked_for(edition: Edition) -> None:
    (correction,) = search("Fördrung", principal=PUBLIC, language="de").corrections
    assert (correction.typed, correction.meant) == ("Fördrung", "Förderung")


def test_compounds_looked_for_besides_are_named(edition: Edition) -> None:
    assert "Städtepartnerschaften" in search("Partnerschaft", principal=PUBLIC, language="de").also


def test_quoted_words_must_follow_each_other(edition: Edition) -> None:
    assert found('"Wissenschaft und Forschung"') == ["Hochschulkooperationen in Wissenschaft und Forschung"]
    assert found('"Forschung und Wissenschaft"') == []


def test_all_words_are_needed_while_some_entry_has_them(edition: Edition) -> None:
    assert found("Polen Städtepartnerschaften") == ["Städtepartnerschaften mit Polen stärken"]


def test_any_word_is_enough_where_no_entry_has_all_and_it_says_so(edition: Edition) -> None:
    hits = search("Wasserstoffkonferenz Euroregionen", principal=PUBLIC, language="de")
    assert (len(titles(hits)), hits.is_loosened) == (2, True)


def test_a_hit_in_the_title_comes_before_one_in_the_text() -> None:
    edition = make_edition()
    in_text, in_title = make_measure(edition, "Anderes"), make_measure(edition, "Schienennetz ausbauen")
    in_text.wordings.update(wording="Das Schienennetz, das Schienennetz und noch einmal das Schienennetz")
    indexed(in_text, in_title)
    assert found("Schienennetz") == ["Schienennetz ausbauen", "Anderes"]


def test_the_words_found_are_marked_in_stem_compound_and_spelling(edition: Edition) -> None:
    (hit,) = search("Partnerschaft Polen", principal=PUBLIC, language="de").groups[0].hits
    assert [piece.text for piece in hit.title if piece.is_hit] == ["Städtepartnerschaften", "Polen"]


def test_one_kind_comes_in_pages_that_miss_and_repeat_nothing() -> None:
    edition = make_edition()
    indexed(*[make_measure(edition, f"Brücke {number}") for number in range(25)])
    first = search("Brücke", principal=PUBLIC, language="de", kinds=("measure",))
    second = search("Brücke", principal=PUBLIC, language="de", kinds=("measure",), after=first.groups[0].after)
    assert (first.groups[0].count, len(titles(first)), len(titles(second))) == (25, 20, 5)
    assert len({*titles(first), *titles(second)}) == 25
    assert second.groups[0].after is None


def test_measures_are_filtered_by_full_text(edition: Edition) -> None:
    matching = measures_matching("Partnerschaft", principal=PUBLIC)
    assert matching is not None
    assert set(Measure.objects.filter(matching.q).values_list("title", flat=True)) == {
        "Städtepartnerschaften mit Polen stärken",
        "Oder-Partnerschaft und Grenzgespräche",
    }


def test_a_question_without_words_filters_nothing(edition: Edition) -> None:
    assert measures_matching(" …!", principal=PUBLIC) is None


def test_suggestions_complete_the_last_word(edition: Edition) -> None:
    assert suggest("gemeinsame foerd", principal=PUBLIC) == ["gemeinsame Förderung"]
    assert suggest("gemeinsame ", principal=PUBLIC) == []


def test_a_draft_is_found_by_nobody() -> None:
    edition = make_edition(state="draft")
    indexed(make_measure(edition, "Ungelegte Eier"))
    assert (found("Eier"), found("Eier", SYSTEM)) == ([], [])


def test_what_a_later_edition_dropped_is_found_by_staff_only() -> None:
    edition = make_edition()
    indexed(make_measure(edition, "Fallengelassenes"))
    edition.state = "superseded"
    edition.save()
    indexed(edition)
    assert (found("Fallengelassenes"), found("Fallengelassenes", STAFF)) == ([], ["Fallengelassenes"])


@given(st.text(max_size=60) | st.text(alphabet="\"'*^:(){}+-|&!<> ANDORNEAR\\\0äß%_", max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
def test_no_question_whatsoever_is_an_error(edition: Edition, question: str) -> None:
    for principal in (PUBLIC, STAFF):
        assert search(question, principal=principal, language="de").total >= 0
        matching = measures_matching(question, principal=principal)
        assert matching is None or Measure.objects.filter(matching.q).count() >= 0
        assert len(suggest(question, principal=principal)) <= 8


def test_the_number_of_statements_does_not_grow_with_the_hits(django_assert_num_queries: object) -> None:
    edition = make_edition()
    indexed(make_measure(edition, "Brückenbau"))
    with django_assert_num_queries(5):  # type: ignore[operator]
        search("Brücke", principal=PUBLIC, language="de")
    indexed(*[make_measure(edition, f"Brückenbau {number}") for number in range(50)])
    assert SearchEntry.objects.filter(kind="measure").count() == 51
    with django_assert_num_queries(5):  # type: ignore[operator]
        search("Brücke", principal=PUBLIC, language="de")
