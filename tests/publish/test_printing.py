# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper is printed: frozen, set by the worker, compared with the one before, never more than its marking admits."""

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.models import Person
from bruecke.partnerships.models import StateChange
from bruecke.publish.actions import forget_people, set_again
from bruecke.publish.actions.setting import keep_file, set_paper
from bruecke.publish.errors import NotInterrupted
from bruecke.publish.files import path_of
from bruecke.publish.frozen import hash_of, printed_of
from bruecke.publish.models import Paper, PaperFile
from bruecke.publish.paper import Table
from bruecke.publish.queries import names_in
from bruecke.publish.report import NothingToPrint, Subject
from bruecke.records import journal
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import JobState
from tests.factories.papers import Relation, make_doing, make_paper, make_person, make_relation
from tests.factories.people import make_house, make_principal
from tests.publish.writers.test_pdf import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> Path:
    """Files of papers go into a folder of this test."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def relation() -> Relation:
    """A partnership with everything."""
    return make_relation()


def words_of(paper: Paper) -> str:
    """All that was frozen."""
    return json.dumps(paper.data, ensure_ascii=False)


def section(paper: Paper, key: str) -> str:
    """What was frozen of one section, "" where it is not there."""
    found = [each for each in paper.data["sections"] if each["key"] == key]
    return json.dumps(found, ensure_ascii=False) if found else ""


def test_paper_is_frozen_with_its_hash_and_set_in_three_formats(relation: Relation) -> None:
    paper = make_paper(relation)
    assert paper.content_hash == hash_of(paper.data)
    assert (paper.ordinal, paper.file_reference, paper.job.state) == (1, "StK-31/7", JobState.WAITING)
    paper.refresh_from_db()
    assert paper.job.state == JobState.DONE
    files = list(paper.files.order_by("format"))
    assert [file.format for file in files] == ["docx", "odt", "pdf"]
    assert [path_of(file.name).stat().st_size for file in files] == [file.size for file in files]


def test_people_are_frozen_by_key_and_printed_by_name(relation: Relation) -> None:
    paper = make_paper(relation, activity=relation.trip.pk)
    assert "Anna Nowak" not in words_of(paper)
    assert f'"key": {relation.person.pk}' in words_of(paper)
    assert "Anna Nowak, Marschallin" in text_of(path_of(paper.files.get(format="pdf").name)).replace("\r\n", " ")


def test_later_change_of_a_record_does_not_change_what_was_printed(relation: Relation) -> None:
    paper = make_paper(relation)
    relation.partnership.name = "Anders"
    relation.partnership.save()
    paper.refresh_from_db()
    assert printed_of(paper.data).title == "Niederschlesien"


def test_next_print_counts_on_and_says_what_changed(relation: Relation) -> None:
    make_paper(relation)
    make_doing("Neue Messe", relation.partnership, starts="2026-04-01")
    relation.promise.due_on = "2026-06-30"
    relation.promise.save()
    second = make_paper(relation)
    assert second.ordinal == 2
    (since,) = (each for each in printed_of(second.data).sections if each.key == "since")
    tables = [block for block in since.blocks if isinstance(block, Table)]
    told = {(row.cells[0], row.cells[1], row.cells[2]) for row in tables[0].rows}
    assert ("Die letzten fünf Jahre", "Neue Messe", "neu") in told
    assert (
        "Offene Zusagen",
        "Gutachten zur Bahnstrecke übersenden",
        "Fällig: bisher „31. Januar 2026: überfällig“, jetzt „30. Juni 2026“",
    ) in told


def test_print_of_other_readers_is_not_compared_with(relation: Relation) -> None:
    make_paper(relation)
    public = make_paper(relation, fields={"visibility": "published"})
    assert (public.ordinal, section(public, "since")) == (2, "")


def test_public_paper_holds_nothing_that_the_public_may_not_see(relation: Relation) -> None:
    make_doing("Vertrauliches Treffen", relation.partnership, visibility="ministries")
    paper = make_paper(
        relation, fields={"visibility": "published", "file_reference": "Geheim-1"}, activity=relation.trip.pk
    )
    words = words_of(paper)
    hidden = (
        "Vertrauliches",
        "Turów",
        "Gesprächspunkte",
        "Wirtschaftliche Lage",
        "Geheim-1",
        f'"key": {relation.person.pk}',
    )
    assert [word for word in hidden if word in words] == []
    assert "Besuch der Marschallin" in words


def test_public_paper_tells_nothing_of_what_is_still_to_come(relation: Relation) -> None:
    StateChange.objects.create(
        partnership=relation.partnership, to_state="dormant", effective_on="2999-05-01", reason="Noch geheim"
    )
    assert "Noch geheim" in words_of(make_paper(relation))
    assert "Noch geheim" not in words_of(make_paper(relation, fields={"visibility": "published"}))


def test_paper_of_a_house_holds_what_the_house_sees_and_what_another_may_not(relation: Relation) -> None:
    own, other = make_house(), make_house()
    for house, title in ((own, "Für uns"), (other, "Für andere")):
        make_doing(title, relation.partnership, visibility="named").named_houses.add(house)
    by = make_principal(Role.REPORTER, house=own)
    paper = make_paper(relation, by=by, fields={"visibility": "named", "named_houses": [own.pk]})
    assert "Für uns" in words_of(paper)
    assert "Für andere" not in words_of(paper)


def test_paper_of_two_houses_holds_what_both_see(relation: Relation) -> None:
    own, other = make_house(), make_house()
    make_doing("Für uns allein", relation.partnership, visibility="named").named_houses.add(own)
    by = make_principal(Role.REPORTER, house=own)
    paper = make_paper(relation, by=by, fields={"visibility": "named", "named_houses": [own.pk, other.pk]})
    assert "Für uns allein" not in words_of(paper)


def test_paper_of_a_unit_holds_its_own_records(relation: Relation) -> None:
    unit = make_house(parent=make_house())
    make_doing("Nur im Referat", relation.partnership, visibility="unit", owner=unit)
    by = make_principal(Role.REPORTER, house=unit)
    paper = make_paper(relation, by=by, fields={"visibility": "unit", "owner_id": unit.pk})
    assert "Nur im Referat" in words_of(paper)
    assert "Nur im Referat" not in words_of(make_paper(relation, by=by))


def test_somebody_cannot_print_for_a_house_that_is_not_theirs(relation: Relation) -> None:
    by = make_principal(Role.REPORTER)
    with pytest.raises(Refused):
        make_paper(relation, by=by, fields={"visibility": "named", "named_houses": [make_house().pk]})
    assert not Paper.objects.exists()


@pytest.mark.parametrize("role", [Role.PARTNER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_only_reads_does_not_print(relation: Relation, role: Role) -> None:
    with pytest.raises(NotAllowed):
        make_paper(relation, by=make_principal(role))


def test_subject_that_readers_may_not_know_of_is_not_printed_for_them(relation: Relation) -> None:
    relation.partnership.visibility = "ministries"
    relation.partnership.save()
    with pytest.raises(NothingToPrint):
        make_paper(relation, fields={"visibility": "published"})


def test_subject_that_is_not_there_is_not_printed(relation: Relation) -> None:
    for report, subject in (
        ("briefing", Subject("partnership", 0)),
        ("briefing", Subject("session", relation.session.pk)),
        ("minutes", Subject("session", 0)),
        ("yearly_plan", Subject("year", 3)),
    ):
        with pytest.raises(NothingToPrint):
            make_paper(relation, report=report, subject=subject)


def test_interrupted_work_goes_on_where_it_stopped(relation: Relation) -> None:
    paper = make_paper(relation)
    kept = paper.files.get(format="pdf")
    paper.files.exclude(format="pdf").delete()
    paper.refresh_from_db()
    paper.job.state, paper.job.moved_at = JobState.RUNNING, timezone.now() - 2 * paper.job.QUIET
    paper.job.save()
    set_again(paper=paper, by=SYSTEM)
    assert {file.format for file in paper.files.all()} == {"pdf", "docx", "odt"}
    assert paper.files.get(format="pdf").name == kept.name


def test_paper_that_is_complete_is_not_set_again(relation: Relation) -> None:
    with pytest.raises(NotInterrupted):
        set_again(paper=make_paper(relation), by=SYSTEM)


def test_setting_twice_leaves_the_same_files(relation: Relation, media: Path) -> None:
    paper = make_paper(relation)
    before = sorted(path.name for path in (media / "papers").iterdir())
    set_paper(paper.pk)
    assert sorted(path.name for path in (media / "papers").iterdir()) == before


def test_work_that_fails_says_so_and_leaves_no_half_file(
    relation: Relation, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bruecke.publish.writers.pdf.FONTS", media / "nowhere")
    paper = make_paper(relation)
    paper.refresh_from_db()
    assert (paper.job.state, paper.files.count()) == (JobState.FAILED, 0)
    assert list((media / "papers").iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_files_that_name_an_erased_person_go_and_the_next_layout_names_nobody(media: Path) -> None:
    relation = make_relation()
    paper, other = make_paper(relation), make_paper(relation, report="yearly_plan")
    old = paper.files.get(format="pdf")
    with transaction.atomic():
        person = relation.person
        person.name = person.name_key = person.email = person.phone = ""
        person.erased_on = timezone.localdate()
        person.save()
        journal.record(person, verb="erased", by=SYSTEM)
    old.refresh_from_db()
    assert old.removed_why == "Eine Person wurde gelöscht."
    assert not path_of(old.name).exists()
    assert other.files.filter(removed_why="").count() == 3
    set_again(paper=paper, by=SYSTEM)
    text = text_of(path_of(paper.files.get(format="pdf").name))
    assert "Anna Nowak" not in text
    assert "Marschallin" not in text.replace("Besuch der Marschallin", "")
    assert "gelöschte Person" in text
    assert hash_of(Paper.objects.get(pk=paper.pk).data) == paper.content_hash


def test_a_file_set_while_somebody_in_it_was_erased_is_not_kept(relation: Relation, media: Path) -> None:
    paper = make_paper(relation)
    frozen = printed_of(paper.data)
    before = names_in(frozen, language=paper.language)
    PaperFile.objects.all().delete()
    target = media / "gesetzt.pdf"
    target.write_bytes(b"%PDF-1.7 Anna Nowak")
    said = {"paper": paper, "frozen": frozen, "names": before, "ending": "pdf", "target": target}
    Person.objects.filter(pk=relation.person.pk).update(name="", erased_on=timezone.localdate())
    assert not keep_file(**said)
    assert not PaperFile.objects.exists()
    assert keep_file(**said | {"names": names_in(frozen, language=paper.language)})
    assert PaperFile.objects.get().name == target.name


def test_papers_without_the_person_keep_their_files(relation: Relation) -> None:
    paper = make_paper(relation)
    assert forget_people(keys=[make_person("Jemand anders").pk], by=SYSTEM) == 0
    assert PaperFile.objects.filter(paper=paper, removed_why="").count() == 3


def test_person_merged_into_another_goes_by_the_other_name(relation: Relation) -> None:
    paper = make_paper(relation)
    paper.files.all().delete()
    relation.person.merged_into = make_person("Anna Nowak-Maier")
    relation.person.save()
    set_paper(paper.pk)
    assert "Anna Nowak-Maier" in text_of(path_of(paper.files.get(format="pdf").name))
