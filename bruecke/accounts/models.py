# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts of people, and the houses their access goes by."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class House(models.Model):
    """A ministry, a unit inside one (parent), or a partner institution: the circle that sees an internal record."""

    key = models.SlugField(_("Kürzel"), max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_partner = models.BooleanField(_("Partnereinrichtung"), default=False)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                name="house_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
            ),
        )

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """Somebody who signs in, by e-mail address. Roles live on the posts, not here.

    is_demonstration: an account of the demonstration region; it cannot sign in wherever DEBUG is off.
    """

    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    language = models.CharField(_("Sprache"), max_length=3, default="de")
    is_demonstration = models.BooleanField(default=False, editable=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    def __str__(self) -> str:
        return self.get_full_name() or self.email
