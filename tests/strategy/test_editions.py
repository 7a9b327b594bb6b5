# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An edition comes into force."""

from datetime import date
from typing import Any

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM
from bruecke.records.models import JournalEntry
from bruecke.strategy.actions.editions import StrategyName, adopt, begin_edition
from bruecke.strategy.models import Edition, EditionState, Measure, Strategy, Wording
from bruecke.strategy.queries.book import book, readable_edition
from bruecke.strategy.queries.editions import standing_edition, standing_wordings
from tests.factories.drafts import make_import, publish_import
from tests.factories.people import make_house
from tests.factories.plan import make_edition, make_measure, make_text

pytestmark = pytest.mark.django_db

NAME = StrategyName("neu", "Neue Strategie", "de")


def begin(strategy: Strategy | None = None, **more: Any) -> Edition:
    return begin_edition(
        strategy=strategy, named=NAME, title="Fassung", text=more.get("text") or make_text(), by=SYSTEM
    )


def put_in_force(edition: Edition) -> Edition:
    return adopt(edition=edition, by=SYSTEM, adopted_on=date(2025, 3, 4), decision_reference="Kab 1")


def test_a_new_strategy_stays_hidden_until_its_first_edition_is_adopted() -> None:
    edition = begin()
    assert not Strategy.objects.visible_to(PUBLIC).exists()
    put_in_force(edition)
    assert Strategy.objects.visible_to(PUBLIC).get().key == "neu"


def test_a_strategy_that_a_person_kept_to_a_unit_stays_so_when_a_later_edition_is_adopted() -> None:
    strategy = make_edition().strategy
    strategy.visibility, strategy.owner = "unit", make_house()
    strategy.save()
    put_in_force(begin(strategy))
    assert not Strategy.objects.visible_to(PUBLIC).exists()


def test_beginning_on_the_same_text_again_goes_on_with_the_same_edition() -> None:
    text = make_text()
    assert begin(text=text) == begin(text=text)


def test_exactly_one_edition_stands() -> None:
    old = make_edition()
    new = begin(old.strategy)
    assert new.ordinal == 2
    put_in_force(new)
    states = dict(Edition.objects.filter(strategy=old.strategy).values_list("ordinal", "state"))
    assert states == {1: EditionState.SUPERSEDED, 2: EditionState.ADOPTED}
    assert standing_edition(old.strategy) == new


def test_adopting_twice_changes_nothing() -> None:
    edition = put_in_force(begin())
    entries = JournalEntry.objects.count()
    again = put_in_force(edition)
    assert (again.published_at, JournalEntry.objects.count()) == (edition.published_at, entries)


def test_a_taken_up_option_stays_taken_up_in_the_new_edition() -> None:
    old = make_edition()
    measure = make_measure(old, option_state="taken_up")
    new = begin(old.strategy)
    chapter = old.chapters.get()
    chapter.pk, chapter.edition = None, new
    chapter.save()
    listed = old.lists.get()
    listed.pk, listed.edition, listed.chapter = None, new, chapter
    listed.save()
    Wording.objects.create(
        measure=measure,
        edition=new,
        measure_list=listed,
        chapter=chapter,
        reference="I.9",
        position=9,
        wording="Neu gefasst",
        modality="option",
        kind="examine",
        change="reworded",
    )
    put_in_force(new)
    measure.refresh_from_db()
    assert (measure.edition, measure.reference, measure.kind) == (new, "I.9", "examine")
    assert (measure.option_state, measure.version) == ("taken_up", 2)


def test_what_stood_before_an_adopted_edition_can_still_be_asked() -> None:
    old = make_edition()
    make_measure(old, "Alt")
    new = put_in_force(begin(old.strategy))
    assert standing_wordings(old.strategy) == []
    assert [row.wording for row in standing_wordings(old.strategy, other_than=new)] == ["Alt"]


def test_a_draft_edition_and_one_of_a_hidden_strategy_cannot_be_read() -> None:
    edition = begin()
    assert readable_edition(edition.pk, PUBLIC) is None
    adopted = make_edition()
    assert readable_edition(adopted.pk, PUBLIC) == adopted
    Strategy.objects.filter(pk=adopted.strategy_id).update(visibility="ministries")
    assert readable_edition(adopted.pk, PUBLIC) is None


def test_a_book_holds_every_line_of_its_text_once() -> None:
    edition = publish_import(make_import())
    lines: list[int] = []
    for block in book(edition, principal=PUBLIC).blocks:
        if hasattr(block, "lines"):
            lines += [number for number, _text in block.lines]
        else:
            lines += range(block.passage.first_line, block.passage.last_line + 1)
    written = [n for n, line in enumerate(edition.text.repaired.split("\n"), start=1) if line.strip()]
    assert sorted(lines) == written


def test_adopting_takes_the_same_statements_for_few_and_many(django_assert_max_num_queries: Any) -> None:
    counts = []
    for number in (1, 50):
        old = make_edition()
        for _ in range(number):
            make_measure(old)
        Measure.objects.filter(edition=old).update(visibility="unit")
        Edition.objects.filter(pk=old.pk).update(state="draft")
        with django_assert_max_num_queries(60) as captured:
            adopt(edition=old, by=SYSTEM, adopted_on=None, decision_reference="")
        counts.append(sum("bruecke_measure" in query["sql"] and "UPDATE" in query["sql"] for query in captured))
    assert counts == [1, 1]
