# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up a region from its folder: reference records, its strategy through the reader, what people add to it."""

from hashlib import sha256
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.actions import open_demonstration_accounts, open_house
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.intake.actions.drafts import read_now, store_upload
from bruecke.intake.actions.publishing import Decision, close_review, publish_now
from bruecke.intake.actions.region_activities import invent_year, open_series
from bruecke.intake.actions.region_inquiries import invent_inquiries
from bruecke.intake.actions.region_partners import complete_partnerships
from bruecke.intake.actions.region_plan import complete_plan, is_completed
from bruecke.intake.actions.review import accept_all
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.intake.region_files import (
    RegionFiles,
    Row,
    in_languages,
    parents_first,
    read_region,
    read_relations,
    strategy_of,
)
from bruecke.library.models import Document
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember, PlaceKind
from bruecke.records import journal
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import Edition, EditionState

STANDING = (ImportState.READING, ImportState.WAITING, ImportState.PUBLISHING, ImportState.PUBLISHED)
"""States of an import that is gone on with; one that failed or was discarded is brought in anew."""
PASSWORD = "vorfuehrung-auf-diesem-rechner"  # noqa: S105  Accounts that work only while DEBUG is on, shown by make run.
ACCOUNTS = (
    ("koordination@vorfuehrung.example", "Kim Koordination", Role.COORDINATOR, "sk"),
    ("ressort@vorfuehrung.example", "Robin Ressort", Role.FOCAL_POINT, "smwk"),
    ("referat@vorfuehrung.example", "Toni Referat", Role.REPORTER, "smwa"),
    ("zeichnung-wk@vorfuehrung.example", "Kaya Zeichnung", Role.SIGNATORY, "smwk"),
    ("zeichnung-wa@vorfuehrung.example", "Nuri Zeichnung", Role.SIGNATORY, "smwa"),
    ("leitung@vorfuehrung.example", "Luca Leitung", Role.LEADERSHIP, "sk"),
    ("pruefung@vorfuehrung.example", "Sascha Prüfung", Role.AUDITOR, ""),
    ("verwaltung@vorfuehrung.example", "Alex Verwaltung", Role.ADMINISTRATOR, ""),
)
"""E-mail, name, role and house of the demonstration accounts."""


def load_demonstration(folder: Path, *, by: Principal) -> Edition:
    """Load the region of `folder` where that was not brought to its end before, and open the demonstration accounts."""
    edition = _completed(strategy_of(folder)["id"]) or load_region(read_region(folder), by=by)
    complete_partnerships(edition, read_relations(folder), by=by)
    open_series(edition, by=by)
    invent_year(edition, folder, by=by)
    invent_inquiries(folder, by=by)
    houses = {house.key: house for house in House.objects.all()}
    accounts = [(email, name, role, houses.get(house)) for email, name, role, house in ACCOUNTS]
    open_demonstration_accounts(accounts=accounts, password=PASSWORD, by=by)
    return edition


def _completed(key: str) -> Edition | None:
    """The standing edition of the region, if all that people add to it was added once; what they change later stays."""
    edition = Edition.objects.filter(strategy__key=key, state=EditionState.ADOPTED).first()
    return edition if edition is not None and is_completed(edition.strategy) else None


def load_region(files: RegionFiles, *, by: Principal) -> Edition:
    """Reference records first, so that the document's mentions meet them; then the document; then what people add.

    Each step is atomic and does only what is not there yet, so an interrupted set-up goes on where it stopped.
    """
    load_references(files, by=by)
    edition = publish_document(files, by=by)
    complete_plan(edition, files, by=by)
    open_series(edition, by=by)
    return edition


@transaction.atomic
def load_references(files: RegionFiles, *, by: Principal) -> None:
    """Places, groups, organisations with their houses, documents."""
    places: dict[str, int] = dict(Place.objects.values_list("key", "pk"))
    for row in parents_first(files.places):
        if row["id"] not in places:
            places[row["id"]] = _place(row, places).pk
    _municipalities(files.municipalities, places)
    for row in files.groups:
        _group(row, places)
    _organisations(files, by)
    _documents(files, by)


def _place(row: Row, places: dict[str, int]) -> Place:
    """A country that a former import entered by its code is taken over, not doubled."""
    place = Place.objects.filter(code=row["code"]).first() if row.get("code") else None
    place = place or Place()
    place.key, place.kind, place.code = row["id"], row["kind"], row.get("code", "")
    place.parent_id = places.get(row.get("parent", ""))
    place.is_unnamed = bool(row.get("unnamed"))
    place.latitude, place.longitude = row.get("at") or (place.latitude, place.longitude)
    if row.get("nuts"):
        place.nuts, place.nuts_version = row["nuts"], row.get("nuts_version")
    for name, text in in_languages("name", row.get("name")).items():
        setattr(place, name, text)
    place.save()
    return place


def _municipalities(file: Row, places: dict[str, int]) -> None:
    """Towns of the region that are not there yet, by their names."""
    region = places.get(file.get("region", ""))
    known = set(Place.objects.filter(kind=PlaceKind.CITY, parent=region).values_list("name_de", flat=True))
    Place.objects.bulk_create(
        Place(
            key=f"stadt-{slugify(name)}",
            kind=PlaceKind.CITY,
            name_de=name,
            parent_id=region,
            latitude=at[0],
            longitude=at[1],
        )
        for name, at in file.get("municipalities", {}).items()
        if name not in known
    )


def _group(row: Row, places: dict[str, int]) -> None:
    group, made = PlaceGroup.objects.get_or_create(
        key=row["id"], defaults=in_languages("name", row["name"]) | {"is_open": not row.get("complete", False)}
    )
    if made:
        PlaceGroupMember.objects.bulk_create(
            PlaceGroupMember(group=group, place_id=places[member["place"]], source=_source(member))
            for member in row.get("members", ())
        )


def _source(row: Row) -> str:
    """The passage as words: where and what."""
    return "; ".join(f"{cite['in']}: „{cite['phrase']}“" for cite in row.get("cite", ()))[:300]


def _organisations(files: RegionFiles, by: Principal) -> None:
    present = dict(Organisation.objects.values_list("key", "pk"))
    for row in parents_first(files.organisations):
        if row["id"] in present:
            continue
        organisation = Organisation(
            key=row["id"],
            kind=row["kind"],
            parent_id=present.get(row.get("parent", "")),
            house=_house(row, by),
            is_assumption=row.get("basis") == "demonstration",
            visibility=Visibility.PUBLISHED,
            **in_languages("name", row.get("name") or {"de": row["short"]}),
            short_name_de=row.get("short", ""),
        )
        organisation.save()
        present[row["id"]] = organisation.pk
        journal.record(organisation, verb="created", by=by)


def _house(row: Row, by: Principal) -> House | None:
    if row["kind"] not in {OrganisationKind.MINISTRY, OrganisationKind.STATE_CHANCELLERY}:
        return None
    return open_house(key=row["id"], name=row["name"]["de"], by=by)


def _documents(files: RegionFiles, by: Principal) -> None:
    present = set(Document.objects.values_list("key", flat=True))
    for row in files.documents:
        if row["id"] not in present:
            document = Document(
                key=row["id"],
                kind=row["kind"],
                status=row["status"],
                issued=row.get("date", ""),
                visibility=Visibility.PUBLISHED,
                **in_languages("title", row["title"]),
            )
            document.save()
            journal.record(document, verb="created", by=by)


def publish_document(files: RegionFiles, *, by: Principal) -> Edition:
    """The strategy document through the same door as any other: stored, read, accepted whole, published."""
    data = files.document.read_bytes()
    draft = ImportDraft.objects.filter(sha256=sha256(data).hexdigest(), state__in=STANDING).first()
    if draft is None:
        draft = store_upload(data=data, file_name=files.document.name, by=by)
    if draft.state == ImportState.READING:
        draft = read_now(draft=draft, by=by)
    if draft.state == ImportState.WAITING:
        accept_all(draft=draft, by=by)
        decision = Decision(strategy_key=files.strategy["id"], strategy_name=files.strategy["name"]["de"])
        draft = close_review(import_draft=draft, decision=decision, by=by)
    return publish_now(draft=draft, by=by)
