# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly plan of a house: last year's trips, fairs and events as ideas to begin with."""

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.activities import enter_activity
from bruecke.activities.models import Activity, ActivityState
from bruecke.activities.queries.year_plan import of_year
from bruecke.partnerships.models import Partnership
from bruecke.records.editing import in_languages
from bruecke.records.errors import Refused
from bruecke.records.visibility import Visibility, visible
from bruecke.strategy.models import EditionState, Measure


@transaction.atomic
def begin_year(*, lead_id: int, year: int, by: Principal) -> list[Activity]:
    """Enter what a house did in the year before as ideas of `year`, as far as `by` may know of it.

    Month and links are kept, day and result are not; what stands in the year under the same title is left out. An idea
    is no plan: each is planned, and approved, by itself. Raises NotAllowed, Refused.
    """
    before = [row for row in of_year(lead_id, year - 1, principal=by) if row.state != ActivityState.CANCELLED]
    present = {row.title for row in of_year(lead_id, year, principal=by)}
    wanted = [row for row in before if _renamed(row.title, year) not in present]
    if not wanted:
        raise Refused({"": _("Im Jahr davor steht nichts, was hier noch fehlt.")})
    return [enter_activity(kind=row.kind, fields=_fields(row, year, by), by=by) for row in wanted]


def _renamed(title: str, year: int) -> str:
    """A year in the title moves on with it."""
    return title.replace(str(year - 1), str(year))


def _fields(row: Activity, year: int, by: Principal) -> dict[str, object]:
    """As closed as it was; what is published is released anew. Links that `by` may not know of stay behind."""
    titles = {name: _renamed(getattr(row, name) or "", year) for name in in_languages("title")}
    measures = row.measures.filter(visible(Measure, by), edition__state=EditionState.ADOPTED)
    partnerships = row.partnerships.filter(visible(Partnership, by))
    is_open = row.visibility == Visibility.PUBLISHED
    return titles | {
        "state": ActivityState.IDEA,
        "when_in_words": f"{year}{row.starts[4:7]}",
        "lead_id": row.lead_id,
        "series_id": row.series_id,
        "owner_id": row.owner_id,
        "places": list(row.places.values_list("pk", flat=True)),
        "partnerships": list(partnerships.values_list("pk", flat=True)),
        "measures": list(measures.values_list("pk", flat=True)),
        "themes": list(row.themes.values_list("pk", flat=True)),
        "purpose": row.purpose,
        "visibility": Visibility.MINISTRIES if is_open else row.visibility,
        "named_houses": list(row.named_houses.values_list("pk", flat=True)),
    }
