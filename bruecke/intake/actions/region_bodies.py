# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bodies a region's files name, with the members the document names; nothing else is known of them."""

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.bodies.models import Body, BodyMember
from bruecke.intake.actions.region_sources import Sources
from bruecke.intake.region_files import RegionFiles, Row
from bruecke.records import journal
from bruecke.records.visibility import Visibility


def enter_bodies(files: RegionFiles, sources: Sources, *, by: Principal) -> None:
    """Make those that are not there yet. Call inside an atomic block."""
    organisations = {row.key: row for row in Organisation.objects.all()}
    present = set(Body.objects.values_list("organisation__key", flat=True))
    for row in files.organisations:
        if "body" in row and row["id"] not in present:
            body = _body(row, organisations[row["id"]], sources, by)
            for member in row.get("members", ()):
                _member(body, organisations[member["organisation"]], member, sources, by)


def _body(row: Row, organisation: Organisation, sources: Sources, by: Principal) -> Body:
    body = Body.objects.create(
        organisation=organisation,
        kind=row["body"],
        purpose=row.get("purpose", ""),
        is_members_open=bool(row.get("members_open")),
        visibility=Visibility.PUBLISHED,
    )
    sources.note(body, row)
    journal.record(body, verb="created", by=by)
    return body


def _member(body: Body, organisation: Organisation, row: Row, sources: Sources, by: Principal) -> None:
    member = BodyMember.objects.create(body=body, organisation=organisation)
    sources.note(member, row)
    journal.record(member, verb="created", by=by)
