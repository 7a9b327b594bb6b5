# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities: title, purpose, result, the texts of their kind, who takes part as far as each may be read."""

from collections.abc import Callable, Sequence

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.activities.kind import Field, FieldType, kinds
from bruecke.activities.models import Activity, CostItem, Involvement, ProgrammeItem
from bruecke.activities.queries.sheet import PUBLIC_ROLES
from bruecke.records.visibility import Visibility
from bruecke.search.source import Found, Ids, Source, Text, houses_of, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these activities; six statements."""
    rows = Activity.objects.filter(pk__in=ids).prefetch_related(
        "named_houses",
        "places",
        Prefetch("involvements", Involvement.objects.standing().select_related("organisation")),
        Prefetch("programme", ProgrammeItem.objects.standing()),
        Prefetch("costs", CostItem.objects.standing()),
    )
    return [_found(activity) for activity in rows]


def _found(activity: Activity) -> Found:
    return Found(
        record_id=activity.pk,
        titles=translations(activity, "title"),
        public=_public(activity),
        internal=_internal(activity),
        visibility=activity.visibility,
        owner_id=activity.owner_id,
        houses=houses_of(activity),
        place=activity.pk,
        facts={"kind": activity.kind, "starts": activity.starts},
    )


def _public(activity: Activity) -> list[Text]:
    found = texts([activity.purpose, activity.result, activity.when_in_words, *_own(activity, is_internal=False)])
    for place in sorted(activity.places.all(), key=lambda row: row.key):
        found += translations(place, "name").items()
    return found + _organisations(activity, is_public=True)


def _internal(activity: Activity) -> list[Text]:
    points = (text for item in activity.programme.all() for text in (item.title, item.venue, item.with_whom))
    found = texts([activity.internal_note, activity.file_reference, *_own(activity, is_internal=True), *points])
    found += texts(item.title for item in activity.costs.all())
    return found + _organisations(activity, is_public=False)


def _own(activity: Activity, *, is_internal: bool) -> list[str]:
    kind = kinds().get(activity.kind)
    if kind is None:
        return []
    values = kind.read(activity.particulars)
    return [str(values[field.name]) for field in kind.fields if _is_text(field, is_internal) and field.name in values]


def _is_text(field: Field, is_internal: bool) -> bool:
    return field.type in (FieldType.TEXT, FieldType.LONG_TEXT) and field.is_internal == is_internal


def _organisations(activity: Activity, *, is_public: bool) -> list[Text]:
    """Names of those that everybody (or every ministry) may know of; narrower ones are not found here, nor people."""
    level = Visibility.PUBLISHED if is_public else Visibility.MINISTRIES
    found: list[Text] = []
    for row in activity.involvements.all():
        organisation = row.organisation
        if organisation is None:
            continue
        is_open = row.role in PUBLIC_ROLES and organisation.visibility == Visibility.PUBLISHED
        if is_open if is_public else (not is_open and organisation.visibility in (level, Visibility.PUBLISHED)):
            found += translations(organisation, "name").items()
    return found


def _through(model: type[Involvement | ProgrammeItem | CostItem]) -> Callable[[Sequence[int]], Ids]:
    def touched(ids: Sequence[int]) -> Ids:
        return model._default_manager.filter(pk__in=ids).values_list("activity_id", flat=True)

    return touched


def _of_organisations(ids: Sequence[int]) -> Ids:
    return Involvement.objects.filter(organisation_id__in=ids).values_list("activity_id", flat=True)


SOURCE = Source(
    kind="activity",
    position=30,
    label=_("Vorhaben"),
    count_text=lambda n: ngettext("%(n)d Vorhaben", "%(n)d Vorhaben", n) % {"n": n},
    url_name="activity",
    rows=Activity.objects.all,
    fetch=fetch,
    touched={
        "activity": lambda ids: ids,
        "involvement": _through(Involvement),
        "programmeitem": _through(ProgrammeItem),
        "costitem": _through(CostItem),
        "organisation": _of_organisations,
    },
)
