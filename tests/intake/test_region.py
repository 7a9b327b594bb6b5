# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration region, loaded as `make run` loads it: by the real reader, into an empty database."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import transaction

from bruecke.accounts.models import User
from bruecke.accounts.principal import PUBLIC, SYSTEM
from bruecke.actors.models import Organisation, Post
from bruecke.bodies.models import Body, BodyMember, Session
from bruecke.intake.actions.region import ACCOUNTS, load_demonstration
from bruecke.intake.actions.region_sources import Sources, UnfoundCitationError
from bruecke.library.models import Citation, Document, Passage
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, Sector, StateChange
from bruecke.places.models import Place
from bruecke.strategy.models import (
    Chapter,
    Check,
    Edition,
    Example,
    Footnote,
    Goal,
    Measure,
    MeasureGoal,
    OptionDecision,
    Part,
    Principle,
    Strategy,
    TargetEntry,
    Theme,
    Wording,
)
from tests.intake.snapshots import snapshot

SAXONY = Path(__file__).resolve().parents[2] / "examples" / "saxony"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


@pytest.fixture(scope="module")
def edition(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Edition]:
    """The region, loaded once for all tests of this file and taken back afterwards."""
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patched,
        transaction.atomic(),
    ):
        patched.setattr("django.conf.settings.MEDIA_ROOT", str(tmp_path_factory.mktemp("files")))
        yield load_demonstration(SAXONY, by=SYSTEM)
        transaction.set_rollback(True)


def yaml_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file of the region."""
    data = yaml.safe_load((SAXONY / f"{name}.yaml").read_text("utf-8"))
    return list(data[name])


def cited(record_type: str) -> Counter[int]:
    """Number of citations by record."""
    return Counter(Citation.objects.filter(record_type=record_type).values_list("record_id", flat=True))


def test_edition_has_the_counts_of_the_issue(edition: Edition) -> None:
    chapters = Chapter.objects.filter(edition=edition)
    instruments = chapters.filter(parent=None, is_closing=False)
    assert (edition.state, Goal.objects.count(), instruments.count(), chapters.exclude(parent=None).count()) == (
        "adopted",
        6,
        7,
        3,
    )
    assert set(chapters.exclude(parent=None).values_list("parent__number", flat=True)) == {"III"}
    assert (TargetEntry.objects.count(), Footnote.objects.count(), Measure.objects.count()) == (5, 3, 66)
    assert Counter(Measure.objects.values_list("modality", flat=True)) == {"option": 51, "intention": 8, "statement": 7}


def test_measures_stand_in_the_nine_lists_of_the_design() -> None:
    counts = Counter(Wording.objects.order_by("position").values_list("measure_list__reference", flat=True))
    assert list(counts.values()) == [12, 9, 5, 3, 7, 11, 11, 3, 5]


def test_everything_of_the_region_is_public() -> None:
    for model in (Strategy, Goal, Measure, Part, Principle, Organisation, Document):
        assert model._default_manager.count() == model.objects.visible_to(PUBLIC).count() > 0  # type: ignore[attr-defined]


def test_principles_of_the_files_have_their_titles_scopes_and_passages() -> None:
    for row in yaml_rows("principles"):
        principle = Principle.objects.get(title_de=row["title"]["de"])
        assert principle.title_en == row["title"]["en"]
        assert (principle.scope, principle.chapter_reference) == (row["scope"], row.get("chapter", ""))
        assert principle.modality == row["modality"]
        assert principle.passage is not None
        assert row["cite"][0]["phrase"] in principle.passage.wording


def test_principles_that_only_the_reader_proposes_have_a_short_title_and_a_passage() -> None:
    named = {row["title"]["de"] for row in yaml_rows("principles")}
    proposed = list(Principle.objects.exclude(title_de__in=named))
    assert len(named) == 10
    assert proposed
    for principle in proposed:
        assert 10 < len(principle.title) <= 140
        assert not principle.title.endswith((".", ",", ";", ":"))
        assert principle.passage is not None
        assert principle.title.removesuffix(" …") in principle.passage.wording


def test_everything_a_row_cites_is_a_citation_of_its_record() -> None:
    for name, model in (("organisations", Organisation), ("places", Place), ("documents", Document)):
        found = cited(str(model._meta.model_name))
        keys = dict(model._default_manager.values_list("key", "pk"))
        for row in yaml_rows(name):
            distinct = len({(entry["in"], entry["phrase"]) for entry in row.get("cite", ())})
            assert (found[keys[row["id"]]] > 0) == bool(distinct), row["id"]
    assert Citation.objects.count() > 250


def test_every_measure_principle_part_and_theme_rests_on_the_document() -> None:
    for model in (Measure, Principle, Part, Theme, Goal, Strategy):
        found = cited(str(model._meta.model_name))
        assert [record for record in model._default_manager.all() if not found[record.pk]] == []
    assert Citation.objects.filter(record_type="strategy", field="coordinating_body").count() == 1


def test_every_wording_stands_in_its_passage() -> None:
    for wording in Wording.objects.select_related("passage"):
        assert wording.passage is not None
        assert wording.wording in wording.passage.wording


def test_bodies_have_the_members_the_document_names_and_no_others() -> None:
    rows = {row["id"]: row for row in yaml_rows("organisations") if row["kind"] == "body"}
    found = {body.organisation.key: body for body in Body.objects.select_related("organisation")}
    assert set(found) == set(rows)
    seats, cites = cited("bodymember"), cited("body")
    for key, body in found.items():
        members = {member.organisation.key: seats[member.pk] for member in body.members.select_related("organisation")}
        assert members == {row["organisation"]: len(row["cite"]) for row in rows[key].get("members", ())}
        assert (body.kind, cites[body.pk]) == (rows[key]["body"], len(rows[key]["cite"]))
    assert {body.organisation.key for body in found.values() if body.is_members_open} == {"fachkraefteallianz"}
    assert found["awis"].members.count() == 6
    assert not BodyMember.objects.exclude(since="", until="", person=None).exists()
    assert not Session.objects.exists()


def test_citation_points_to_where_the_file_says_and_not_to_the_same_word_elsewhere(edition: Edition) -> None:
    sources = Sources.of(edition)
    theme = Passage.objects.get(pk=sources.passage({"in": "II", "phrase": "Strukturwandel"}))
    second, third = (Chapter.objects.get(edition=edition, reference=name).passage for name in ("II", "III"))
    assert second is not None
    assert third is not None
    assert second.first_line < theme.first_line < third.first_line


def test_words_that_do_not_stand_there_are_refused(edition: Edition) -> None:
    with pytest.raises(UnfoundCitationError, match=r"I\.1: „Mondfahrt“"):
        Sources.of(edition).passage({"in": "I.1", "phrase": "Mondfahrt"})


def test_nothing_is_filled_in_that_the_document_does_not_say(edition: Edition) -> None:
    """rules.md, F: lead, deadline, cost, indicator, goal links, dates and intervals are people's to give."""
    empty = {"lead": None, "deadline": "", "cost_cents": None, "indicator": "", "goal_count": 0}
    assert Measure.objects.filter(**empty, needs_state_money="unknown").count() == 66
    assert Part.objects.filter(lead=None, needs_state_money="unknown").count() == Part.objects.count() == 8
    assert not MeasureGoal.objects.exists()
    assert not OptionDecision.objects.exists()
    assert Measure.objects.filter(option_state="open").count() == 51
    assert (edition.adopted_on, edition.decision_reference) == (None, "")
    assert edition.strategy.evaluation_interval_months is None
    assert Goal.objects.filter(needs_state_money="unknown").count() == 6
    assert not Check.objects.exclude(answer=None).exists()
    assert not Organisation.objects.exclude(valid_from=None, valid_until=None).exists()


def test_partnerships_stand_as_the_document_states_them() -> None:
    regional = Partnership.objects.filter(kind="regional")
    assert Counter(regional.values_list("state", flat=True)) == {"active": 10, "dormant": 3, "examined": 5}
    assert Partnership.objects.exclude(kind="regional").count() == 3
    assert set(Partnership.objects.filter(kind="authority").values_list("holder__key", flat=True)) == {
        "landesdirektion"
    }
    assert set(Partnership.objects.filter(state="dormant").values_list("state_since", flat=True)) == {"2022-02-24"}
    assert not StateChange.objects.filter(to_state="dormant", reason="").exists()
    assert not StateChange.objects.filter(passage=None).exists()
    assert Sector.objects.count() == 9


def test_years_and_bases_of_partnerships_only_where_they_are_given() -> None:
    given = Partnership.objects.exclude(since="").values_list("place__key", "since")
    assert dict(given) == {"tschechien": "1992", "niederschlesien": "1999", "lebuser-land": "2008"}
    with_basis = Partnership.objects.exclude(basis="unknown").values_list("kind", flat=True)
    assert Counter(with_basis) == {"regional": 3, "authority": 3}
    assert not Partnership.objects.exclude(sectoral_answer="").exists()
    assert not Agreement.objects.exists()


def test_unnamed_region_is_a_candidate_without_a_spot_on_the_map() -> None:
    place = Partnership.objects.get(key="c-franzoesische-region").place
    assert (place.is_unnamed, place.code, place.latitude) == (True, "", None)
    located = Partnership.objects.exclude(place__latitude=None).count()
    assert located == Partnership.objects.count() - 1


def test_offices_of_the_two_operators_stay_apart() -> None:
    kinds = LiaisonOffice.objects.values_list("operator_kind", "place__key", "since")
    assert sorted(kinds, key=str) == [
        ("government", "breslau", "2012"),
        ("government", "prag", "2012"),
        ("universities", None, ""),
    ]


def test_titles_are_there_in_english() -> None:
    assert Strategy.objects.get().name_en == "International Strategy of the Free State of Saxony"
    for model in (Goal, Chapter, Measure, Part, Document, Principle):
        assert not model._default_manager.filter(title_en__isnull=True).exists()
        assert not model._default_manager.filter(title_en="").exists()


def test_compound_measures_have_their_parts_and_the_count_of_measures_stays() -> None:
    assert Counter(Part.objects.values_list("measure__reference", flat=True)) == {
        "I.9": 2,
        "I.12": 2,
        "V.10": 2,
        "VI.3": 2,
    }


def test_dialogue_formats_are_event_series_and_the_reactivation_waits_for_its_condition() -> None:
    series = Measure.objects.filter(is_event_series=True).values_list("reference", flat=True)
    assert set(series) >= {f"VII.{number}" for number in range(1, 6)}
    assert Measure.objects.exclude(precondition="").values_list("reference", flat=True).get() == "II.9"


def test_planned_document_is_not_shown_as_if_it_existed() -> None:
    rows = {row["id"] for row in yaml_rows("documents") if row["status"] == "planned"}
    assert set(Document.objects.filter(status="planned").values_list("key", flat=True)) == rows != set()


def test_examples_stay_examples() -> None:
    assert Example.objects.filter(from_wording=True).count() == Example.objects.count() > 0


def test_accounts_of_the_demonstration_hold_their_roles() -> None:
    held = dict(Post.objects.values_list("user__email", "role"))
    assert held == {email: role.value for email, _name, role, _house in ACCOUNTS}
    assert User.objects.filter(is_demonstration=True).count() == len(ACCOUNTS)


def test_loading_again_changes_nothing() -> None:
    before = snapshot()
    load_demonstration(SAXONY, by=SYSTEM)
    assert snapshot() == before


def test_what_people_change_stays_when_it_is_loaded_again() -> None:
    sid = transaction.savepoint()
    Example.objects.all().delete()
    principle = Principle.objects.first()
    assert principle is not None
    principle.title_de = "Anders"
    principle.save()
    before = snapshot()
    load_demonstration(SAXONY, by=SYSTEM)
    assert snapshot() == before
    transaction.savepoint_rollback(sid)


def test_demonstration_is_refused_without_debug(settings: LazySettings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="BRUECKE_DEBUG"):
        call_command("demonstration")
    with pytest.raises(CommandError, match="BRUECKE_DEBUG"):
        call_command("demonstration", "--show")


def test_demonstration_names_its_accounts(settings: LazySettings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.DEBUG = True
    call_command("demonstration", "--show")
    said = capsys.readouterr().out
    assert [email for email, *_ in ACCOUNTS if email not in said] == []


def test_what_the_closing_chapter_states_governs_everything() -> None:
    coordination = Principle.objects.get(title_de__startswith="Koordiniert wird die Umsetzung")
    assert (coordination.scope, coordination.chapter_reference) == ("everything", "")
