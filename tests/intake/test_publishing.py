# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Publishing: complete, atomic, resumable, refused with reasons; and what a later edition does."""

from typing import Any

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM
from bruecke.intake import actions
from bruecke.intake.actions import publishing
from bruecke.intake.errors import NotReady
from bruecke.intake.models import ImportDraft, ImportState, ProposalState
from bruecke.library.models import Citation, Passage
from bruecke.places.models import Place
from bruecke.records.models import JobState, JournalEntry, PublishedVersion
from bruecke.strategy.models import (
    Edition,
    EditionState,
    Goal,
    Measure,
    MeasureGoal,
    MeasurePlace,
    Principle,
    Strategy,
    Wording,
)
from tests.factories.drafts import make_draft, make_import, proposal_of, publish_import
from tests.factories.people import make_organisation

pytestmark = pytest.mark.django_db


def test_an_edition_has_all_that_was_accepted() -> None:
    edition = publish_import(make_import())
    measure = Measure.objects.get(edition=edition, reference="I.1")
    assert edition.state == EditionState.ADOPTED
    assert [chapter.reference for chapter in edition.chapters.all()] == ["I", "II"]
    assert [goal.reference for goal in edition.goals.all()] == ["Z1", "Z2"]
    assert (edition.wordings.count(), edition.lists.count(), edition.footnotes.count()) == (6, 2, 1)
    assert edition.principles.get().chapter_reference == "I"
    assert edition.target_lists.get().entries.get().places.get().code == "PL"
    assert (measure.modality, measure.option_state, measure.visibility) == ("option", "open", "published")
    assert measure.place_links.get().place.code == "PL"
    passage = Citation.objects.get(record_type="measure", record_id=measure.pk).passage
    assert passage is not None
    assert passage.wording == "Ausbau des Handels mit Polen"


def test_what_the_document_does_not_say_stays_a_gap() -> None:
    edition = publish_import(make_import())
    measure = Measure.objects.get(edition=edition, reference="I.1")
    assert (measure.lead, measure.deadline, measure.cost_cents, measure.goal_count) == (None, "", None, 0)
    assert measure.needs_state_money == "unknown"
    assert (edition.adopted_on, edition.decision_reference) == (None, "")
    assert edition.strategy.evaluation_interval_months is None


def test_countries_that_are_named_are_entered_with_their_names() -> None:
    publish_import(make_import())
    poland = Place.objects.get(code="PL")
    assert (poland.name_de, poland.name_en, poland.name_cs) == ("Polen", "Poland", "Polsko")


def test_every_new_record_has_history_and_journal() -> None:
    edition = publish_import(make_import())
    measure = Measure.objects.get(edition=edition, reference="I.1")
    assert [row.version for row in measure.history.order_by("version")] == [1, 2]
    assert measure.history.order_by("-version")[0].visibility == "published"
    verbs = JournalEntry.objects.filter(record_type="measure", record_id=measure.pk).values_list("verb", flat=True)
    assert list(verbs) == ["adopted"]


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda made: None, "noch offen"),
        (lambda made: actions.reject_open(draft=made, by=SYSTEM), "nichts angenommen"),
    ],
)
def test_publishing_is_refused_in_words(prepare: Any, reason: str) -> None:
    made = make_import()
    prepare(made)
    with pytest.raises(NotReady, match=reason):
        actions.publish(import_draft=made, by=SYSTEM)
    assert not Edition.objects.exists()


def test_a_measure_whose_list_was_rejected_is_named() -> None:
    made = make_import()
    row = proposal_of(made, "I", "list")
    actions.reject(proposal_id=row.pk, expected=1, by=SYSTEM)
    actions.accept_all(draft=made, by=SYSTEM)
    with pytest.raises(NotReady, match=r"I\.1 gehört zu einer Liste"):
        actions.publish(import_draft=made, by=SYSTEM)


def test_an_unconfirmed_match_is_named() -> None:
    first = publish_import(make_import())
    made = make_import(strategy=first.strategy)
    actions.accept_all(draft=made, by=SYSTEM)
    with pytest.raises(NotReady, match="nicht bestätigt"):
        actions.publish(import_draft=made, by=SYSTEM)


def test_measures_are_counted_anew_after_a_split_and_a_rejection() -> None:
    made = make_import()
    actions.split(proposal_id=proposal_of(made, "I.1").pk, expected=1, offset=19, by=SYSTEM)
    actions.reject(proposal_id=proposal_of(made, "I.2").pk, expected=1, by=SYSTEM)
    edition = publish_import(made)
    wordings = edition.wordings.filter(chapter__reference="I").order_by("position")
    assert [(row.reference, row.wording) for row in wordings] == [
        ("I.1", "Ausbau des Handels"),
        ("I.2", "mit Polen"),
        ("I.3", "Förderung junger Betriebe"),
    ]


def test_a_repair_taken_back_is_taken_back_in_the_document() -> None:
    made = make_import()
    actions.toggle_repair(proposal_id=proposal_of(made, "I.2").pk, expected=1, index=0, by=SYSTEM)
    edition = publish_import(made)
    assert "Aufbau einer Stelle fiir Messen" in edition.text.repaired
    assert "Austauschs für Schulen" in edition.text.repaired
    assert len(edition.text.repairs) == 1
    assert Passage.objects.get(text=edition.text, wording="Aufbau einer Stelle fiir Messen").spots == []


def test_a_ministry_that_a_table_names_becomes_the_lead_and_the_column_is_kept() -> None:
    ministry = make_organisation("Ministerium für Wirtschaft", short_name="SMWA")
    made = make_import()
    row = proposal_of(made, "I.1")
    fields = {"lead": "SMWA", "deadline": "2027", "cost": "5 Mio. Euro"}
    actions.correct(proposal_id=row.pk, expected=1, fields=fields, by=SYSTEM)
    edition = publish_import(made)
    measure = Measure.objects.get(edition=edition, reference="I.1")
    assert (measure.lead, measure.deadline, measure.cost_cents) == (ministry, "2027", None)
    assert edition.wordings.get(reference="I.1").stated == fields


class InterruptionError(Exception):
    """Stands for the death of the worker."""


POINTS = (
    "mark_passages",
    "write_frame",
    "write_goals",
    "write_principles",
    "write_measures",
    "adopt",
    "journal_adoption",
    "keep_adopted",
    "write_down_adoption",
    "finish",
)


def picture(edition: Edition) -> dict[str, Any]:
    """All that an edition consists of, without keys."""
    measures = Measure.objects.filter(edition=edition).order_by("position")
    return {
        "passages": list(edition.text.passages.values_list("first_line", "last_line", "wording")),
        "chapters": list(edition.chapters.values_list("reference", "title_de")),
        "measures": list(measures.values_list("reference", "title_de", "version", "visibility")),
        "wordings": list(edition.wordings.values_list("reference", "wording", "change")),
        "goals": list(edition.goals.values_list("reference", "visibility")),
        "principles": list(edition.principles.values_list("position", "visibility")),
        "entries": list(edition.target_lists.values_list("entries__wording", "entries__places__code")),
        "notes": list(edition.footnotes.values_list("number", "anchor")),
        "places": MeasurePlace.objects.filter(measure__edition=edition).count(),
        "citations": Citation.objects.count(),
        "history": Measure.history.count(),
        "journal": JournalEntry.objects.filter(record_type="measure").count(),
    }


@pytest.mark.parametrize(
    ("when", "point"), [*(("before", point) for point in POINTS), *(("after", point) for point in POINTS[:-1])]
)
def test_an_interrupted_publication_shows_nothing_and_goes_on_to_the_same_edition(
    point: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = picture(publish_import(make_import()))
    clear()
    made = make_import()
    genuine = getattr(publishing, point)

    def interrupted(*args: Any, **kwargs: Any) -> Any:
        if when == "after":
            genuine(*args, **kwargs)
        raise InterruptionError

    monkeypatch.setattr(publishing, point, interrupted)
    with pytest.raises(InterruptionError):
        publish_import(made)
    monkeypatch.undo()
    adopted = Edition.objects.filter(state=EditionState.ADOPTED).exists()
    assert Measure.objects.visible_to(PUBLIC).exists() == adopted
    assert Goal.objects.visible_to(PUBLIC).exists() == adopted
    stopped = ImportDraft.objects.get(pk=made.pk)
    assert stopped.state == ImportState.PUBLISHING
    assert stopped.job is not None
    assert stopped.job.state == JobState.FAILED
    actions.resume(import_draft=stopped, by=SYSTEM)
    edition = Edition.objects.get()
    assert picture(edition) == expected
    assert ImportDraft.objects.get(pk=made.pk).state == ImportState.PUBLISHED


def clear() -> None:
    """Forget the edition that was made for comparison."""
    Citation.objects.all().delete()
    ImportDraft.objects.all().delete()
    MeasurePlace.objects.all().delete()
    Wording.objects.all().delete()
    for model in (Measure, Goal, Principle):
        model.objects.all().delete()
    Edition.objects.all().delete()
    Strategy.objects.all().delete()
    Measure.history.all().delete()
    JournalEntry.objects.all().delete()


def test_nothing_of_an_edition_shows_before_it_is_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    genuine = publishing.adopt

    def looking(**kwargs: Any) -> Edition:
        seen.append(Measure.objects.visible_to(PUBLIC).count())
        seen.append(PublishedVersion.objects.count())
        return genuine(**kwargs)

    monkeypatch.setattr(publishing, "adopt", looking)
    publish_import(make_import())
    assert seen[0] == 0
    assert Measure.objects.visible_to(PUBLIC).count() == 6


def later() -> Any:
    return make_draft(
        {
            "Handel": ["Ausbau des Handels mit Polen und Litauen", "Förderung junger Betriebe", "Neue Brücken bauen"],
            "Kultur": [
                "Ausbau des Austauschs für Schulen",
                "Prüfung eines Kulturjahres",
                "Aufbau einer Stelle für Messen",
            ],
        }
    )


def test_a_later_edition_continues_the_standing_measures() -> None:
    first = publish_import(make_import())
    keys = dict(first.wordings.values_list("wording", "measure_id"))
    second = publish_import(make_import(later(), strategy=first.strategy))
    changes = {row.wording: (row.change, row.measure_id) for row in second.wordings.all()}
    assert changes["Ausbau des Handels mit Polen und Litauen"] == ("reworded", keys["Ausbau des Handels mit Polen"])
    assert changes["Aufbau einer Stelle für Messen"] == ("moved", keys["Aufbau einer Stelle für Messen"])
    assert changes["Förderung junger Betriebe"] == ("kept", keys["Förderung junger Betriebe"])
    assert changes["Neue Brücken bauen"][0] == "added"
    first.refresh_from_db()
    assert (first.state, second.state, second.ordinal) == ("superseded", "adopted", 2)


def test_a_continued_measure_shows_its_new_wording_and_keeps_its_history() -> None:
    first = publish_import(make_import())
    measure = Measure.objects.get(reference="I.2")
    second = publish_import(make_import(later(), strategy=first.strategy))
    measure.refresh_from_db()
    assert (measure.edition, measure.reference, measure.chapter.reference) == (second, "II.3", "II")
    assert [row.reference for row in measure.history.order_by("version")] == ["I.2", "I.2", "II.3"]
    assert [row.wording for row in measure.wordings.order_by("edition__ordinal")] == [
        "Aufbau einer Stelle für Messen"
    ] * 2


def test_a_dropped_measure_stays_with_its_old_edition() -> None:
    first = publish_import(make_import())
    dropped = Measure.objects.get(reference="II.3")
    publish_import(make_import(later(), strategy=first.strategy))
    dropped.refresh_from_db()
    assert (dropped.edition, dropped.visibility) == (first, "published")


def test_links_to_a_goal_go_over_to_the_same_goal_of_the_new_edition() -> None:
    first = publish_import(make_import())
    measure = Measure.objects.get(reference="I.3")
    MeasureGoal.objects.create(measure=measure, goal=first.goals.get(reference="Z2"))
    second = publish_import(make_import(later(), strategy=first.strategy))
    assert measure.goal_links.get().goal == second.goals.get(reference="Z2")


def test_a_measure_that_a_person_restricted_stays_restricted() -> None:
    first = publish_import(make_import())
    Measure.objects.filter(reference="I.3").update(visibility="ministries")
    publish_import(make_import(later(), strategy=first.strategy))
    assert Measure.objects.get(title_de="Förderung junger Betriebe").visibility == "ministries"


def test_an_option_that_becomes_a_statement_is_no_open_option_any_more() -> None:
    first = publish_import(make_import())
    made = make_import(later(), strategy=first.strategy)
    row = proposal_of(made, "I.2")
    actions.correct(proposal_id=row.pk, expected=row.version, fields={"modality": "statement"}, by=SYSTEM)
    publish_import(made)
    assert Measure.objects.get(title_de="Förderung junger Betriebe").option_state == "none"


def test_examples_of_a_standing_measure_wait_for_the_adoption(monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish_import(make_import())
    measure = Measure.objects.get(reference="I.1")
    made = make_import(make_draft({"Handel": ["Ausbau des Handels"]}), strategy=first.strategy)
    seen: list[int] = []
    genuine = publishing.adopt

    def looking(**kwargs: Any) -> Edition:
        seen.append(measure.place_links.count())
        return genuine(**kwargs)

    monkeypatch.setattr(publishing, "adopt", looking)
    row = proposal_of(made, "I.1")
    actions.confirm_match(proposal_id=row.pk, expected=row.version, measure=measure, by=SYSTEM)
    publish_import(made)
    assert seen == [1]
    assert measure.place_links.count() == 0


def test_a_match_of_another_strategy_is_refused() -> None:
    other = publish_import(make_import())
    made = make_import()
    row = proposal_of(made, "I.1")
    from bruecke.intake.errors import IntakeRefused

    with pytest.raises(IntakeRefused):
        actions.confirm_match(
            proposal_id=row.pk, expected=row.version, measure=Measure.objects.filter(edition=other).first(), by=SYSTEM
        )


def test_a_rejected_proposal_is_not_in_the_edition() -> None:
    made = make_import()
    row = proposal_of(made, "Z2", "goal")
    actions.reject(proposal_id=row.pk, expected=1, by=SYSTEM)
    edition = publish_import(made)
    assert [goal.reference for goal in edition.goals.all()] == ["Z1"]
    row.refresh_from_db()
    assert row.state == ProposalState.REJECTED


def test_a_new_strategy_of_the_name_of_another_puts_nothing_of_the_other_out_of_force() -> None:
    first = publish_import(make_import(make_draft({"Handel": ["Ausbau des Handels"]})))
    second = publish_import(make_import(make_draft({"Kultur": ["Austausch der Museen"]})))
    first.refresh_from_db()
    assert (first.title, first.state, second.state) == (second.title, EditionState.ADOPTED, EditionState.ADOPTED)
    assert first.strategy != second.strategy
