# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships and what they rest on, as they stand on the day the table is drawn; candidates are no partners (R13)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.activities.queries.lines import parts_of
from bruecke.base.dates import fuzzy_in_words
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import Column, Row, Rule, Table
from bruecke.inquiries.shape import Found, Scope, Shape
from bruecke.partnerships.models import Agreement, Basis, Partnership, PartnershipState
from bruecke.records.visibility import Visibility

PARTNERS = (PartnershipState.ACTIVE, PartnershipState.DORMANT, PartnershipState.REACTIVATION, PartnershipState.ENDED)


def draw(scope: Scope) -> Found:
    """Partnerships with the place and its parts; two statements. The period does not matter: they stand."""
    rows = partners(scope)
    texts = agreements(rows, scope)
    return Found((table(rows), table_of_agreements(rows, texts)), gaps(rows))


def partners(scope: Scope) -> list[Partnership]:
    """Partnerships that somebody may know of, by name; one statement."""
    rows = Partnership.objects.visible_to(scope.reader).filter(state__in=PARTNERS).select_related("place")
    if scope.place is not None:
        rows = rows.filter(place__in=parts_of(scope.place).values("pk"))
    return list(rows.order_by("title_sort", "pk"))


Texts = Mapping[int, Sequence[Agreement]]


def agreements(rows: Iterable[Partnership], scope: Scope) -> Texts:
    """What they rest on, by key of the partnership; one statement."""
    found: dict[int, list[Agreement]] = defaultdict(list)
    known = Agreement.objects.visible_to(scope.reader).filter(partnership__in=[row.pk for row in rows])
    for row in known.order_by("signed_on", "pk"):
        found[row.partnership_id].append(row)
    return found


def table(rows: Iterable[Partnership]) -> Table:
    """One row a partnership."""
    columns = (
        Column("name", _("Partnerschaft"), width=8),
        Column("kind", _("Art"), width=5),
        Column("place", _("Ort"), width=5),
        Column("state", _("Stand"), width=4),
        Column("since", _("seit"), width=5),
        Column("basis", _("Grundlage"), width=6),
    )
    rules = (
        Rule("active", _("Aktive Partnerschaften"), group=PartnershipState.ACTIVE.value),
        Rule("dormant", _("Ruhende Partnerschaften"), group=PartnershipState.DORMANT.value),
    )
    found = tuple(
        Row(
            f"partnership:{row.pk}",
            (
                row.name,
                row.get_kind_display(),
                row.place.name,
                row.get_state_display(),
                _day(row.since),
                row.get_basis_display(),
            ),
            group=row.state,
            is_public=row.visibility == Visibility.PUBLISHED,
        )
        for row in rows
    )
    return Table("partnerships", _("Partnerschaften"), columns, found, rules)


def table_of_agreements(rows: Iterable[Partnership], texts: Texts) -> Table:
    """One row an agreement; public where both it and its partnership are published."""
    columns = (
        Column("title", _("Vereinbarung"), width=9),
        Column("partnership", _("Partnerschaft"), width=8),
        Column("signed", _("unterzeichnet"), width=5),
        Column("ends", _("läuft bis"), width=5),
    )
    found = tuple(
        Row(
            f"agreement:{text.pk}",
            (text.title, row.name, _day(text.signed_on), _day(text.ends_on)),
            is_public=Visibility.PUBLISHED == row.visibility == text.visibility,
        )
        for row in rows
        for text in texts.get(row.pk, ())
    )
    return Table("agreements", _("Vereinbarungen"), columns, found, (Rule("agreements", _("Vereinbarungen")),))


def _day(iso: str) -> str:
    return fuzzy_in_words(iso, VERBATIM_DEFAULT) if iso else _("nicht bekannt")


def gaps(rows: Sequence[Partnership]) -> list[str]:
    """How many have no basis on record."""
    n = sum(row.basis == Basis.UNKNOWN for row in rows)
    said = ngettext(
        "Zu %(n)d Partnerschaft ist keine Grundlage erfasst.",
        "Zu %(n)d Partnerschaften ist keine Grundlage erfasst.",
        n,
    )
    return [said % {"n": n}] if n else []


SHAPE = Shape(
    name="partnerships",
    label=gettext_lazy("Partnerschaften und ihre Grundlagen"),
    about=gettext_lazy("Partnerschaften am Tag der Ziehung, ohne Kandidaten; der Zeitraum grenzt sie nicht ein."),
    source=gettext_lazy("Register der Partnerschaften in Brücke"),
    draw=draw,
)
