# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an activity may lack, as conditions for the database: those of every kind, and parts for the kinds' own."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.activities.kind import ActivityKind, Gap, kinds
from bruecke.activities.models import ActivityState, Involvement, InvolvementRole, links_to
from bruecke.actors.models import OrganisationKind

GOVERNMENT = (OrganisationKind.STATE_CHANCELLERY, OrganisationKind.MINISTRY, OrganisationKind.AUTHORITY)
"""No actors in the sense of R18."""
TAKES_PART = (InvolvementRole.SELECTED, InvolvementRole.PARTICIPANT, InvolvementRole.PARTNER)


def unsaid(member: str) -> Q:
    """Nobody filled in this field of the kind."""
    return Q(**{f"particulars__{member}__isnull": True})


def without_actors() -> Q:
    """A member of the government travels and no association, company, university … takes part (R18)."""
    rows = Involvement.objects.standing().filter(role__in=TAKES_PART, organisation__isnull=False)
    actors = rows.exclude(organisation__kind__in=GOVERNMENT)
    return Q(particulars__with_government=True) & ~Q(pk__in=actors.values("activity_id"))


def without_role(*roles: InvolvementRole) -> Q:
    """Nobody has one of these roles."""
    return ~Q(pk__in=Involvement.objects.standing().filter(role__in=roles).values("activity_id"))


def _serves_nothing() -> Q:
    linked = links_to("partnerships").values("activity_id")
    measured = links_to("measures").values("activity_id")
    return ~Q(pk__in=linked) & ~Q(pk__in=measured)


def _over_and_open() -> Q:
    return Q(state__in=(ActivityState.PLANNED, ActivityState.APPROVED), ends_by__lt=timezone.localdate())


COMMON = (
    Gap("federfuehrung", _("ohne Federführung"), lambda: Q(lead__isnull=True)),
    Gap("bezug", _("ohne Partnerschaft und Maßnahme"), _serves_nothing),
    Gap("nachtrag", _("vorbei, Ergebnis noch nicht festgehalten"), _over_and_open),
)
"""Of every kind."""
ACTORS = Gap("akteure", _("Reise eines Regierungsmitglieds ohne beteiligte Akteure"), without_actors)
FEDERAL = Gap(
    "bundesstrategien",
    _("nicht vermerkt, ob die Strategien des Bundes berücksichtigt sind"),
    lambda: unsaid("federal_strategies"),
)


def gaps_of(kind: ActivityKind) -> tuple[Gap, ...]:
    """All gaps an activity of this kind may have."""
    return COMMON + kind.gaps


def gap_condition(key: str) -> Q | None:
    """Activities with this gap, of any kind that knows it; None for an unknown key. What is cancelled lacks nothing."""
    conditions = [gap.condition() for gap in COMMON if gap.key == key]
    conditions += [
        Q(kind=kind.name) & gap.condition() for kind in kinds().values() for gap in kind.gaps if gap.key == key
    ]
    if not conditions:
        return None
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found & ~Q(state=ActivityState.CANCELLED)


def all_gaps() -> dict[str, Gap]:
    """Every gap by key, the common ones first."""
    own = (gap for kind in kinds().values() for gap in kind.gaps)
    found = {gap.key: gap for gap in COMMON}
    for gap in own:
        found.setdefault(gap.key, gap)
    return found
