# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places and groups of places."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.base.dates import FUZZY
from bruecke.records.models import Versioned


class PlaceKind(models.TextChoices):
    """What a place is."""

    COUNTRY = "country", _("Staat")
    REGION = "region", _("Region")
    CITY = "city", _("Stadt")
    AREA = "area", _("Gebiet")


class Place(Versioned):
    """A country, region, city or area. code: ISO 3166-1 alpha-2 or 3166-2, "" for an own entry without one.

    is_unnamed: the source speaks of it without naming it ("a French region"); it is never located (R13).
    latitude, longitude: degrees WGS 84, of a point inside. neighbours: places it borders on, both ways.
    """

    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("Art"), max_length=10, choices=PlaceKind.choices)
    name = models.CharField(_("Name"), max_length=200)
    code = models.CharField(_("Code"), max_length=8, blank=True)
    nuts = models.CharField("NUTS", max_length=5, blank=True)
    nuts_version = models.PositiveSmallIntegerField(_("Jahr der NUTS-Fassung"), null=True, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    latitude = models.FloatField(_("Breite"), null=True, blank=True)
    longitude = models.FloatField(_("Länge"), null=True, blank=True)
    is_unnamed = models.BooleanField(_("ohne Namen in der Quelle"), default=False)
    neighbours = models.ManyToManyField("self", blank=True, verbose_name=_("Nachbarn"))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("code",), name="place_code_once", condition=~models.Q(code="")),
            models.CheckConstraint(
                name="place_located_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
            models.CheckConstraint(
                name="place_unnamed_not_located",
                condition=models.Q(is_unnamed=False) | models.Q(code="", latitude__isnull=True),
            ),
            models.CheckConstraint(
                name="place_nuts_with_version",
                condition=models.Q(nuts="", nuts_version__isnull=True)
                | (~models.Q(nuts="") & models.Q(nuts_version__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PlaceGroup(Versioned):
    """A group the strategy speaks of (MOE states); members are people's data. is_open: more may belong."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    is_open = models.BooleanField(_("offen: weitere können dazugehören"), default=True)

    def __str__(self) -> str:
        return self.name


class MemberQuerySet(models.QuerySet["PlaceGroupMember"]):
    """Sets of memberships."""

    def holding(self, day: date) -> "MemberQuerySet":
        """Those that hold on a day, as validity.holds() reads their dates."""
        iso = day.isoformat()
        begun = models.Q(since__lte=iso)
        open_ended = models.Q(until="") | models.Q(until__gte=iso) | models.Q(until__in=(iso[:4], iso[:7]))
        return self.filter(begun, open_ended)


class PlaceGroupMember(Versioned):
    """A place in a group, for as long as somebody says so. since, until: truncated ISO dates, "" where not stated."""

    group = models.ForeignKey(PlaceGroup, models.CASCADE, related_name="members")
    place = models.ForeignKey(Place, models.PROTECT, related_name="memberships")
    since = models.CharField(_("ab"), max_length=10, blank=True)
    until = models.CharField(_("bis"), max_length=10, blank=True)
    source = models.CharField(_("Quelle"), max_length=300)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("group", "place", "since"), name="place_group_member_once"),
            models.CheckConstraint(
                name="place_group_member_dates",
                condition=(models.Q(since="") | models.Q(since__regex=FUZZY.pattern))
                & (models.Q(until="") | models.Q(until__regex=FUZZY.pattern)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.place} – {self.group}"
