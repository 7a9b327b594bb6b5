# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see a record: one rule, obeyed by every list, count, search, export and page."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import PUBLIC, Principal, Role


class Visibility(models.TextChoices):
    """domain.md, "Visibility and confidence"."""

    PUBLISHED = "published", _("Öffentlichkeit")
    MINISTRIES = "ministries", _("alle Ressorts")
    NAMED = "named", _("benannte Ressorts")
    UNIT = "unit", _("eigenes Referat")


def visible(model: type[models.Model], principal: Principal, prefix: str = "") -> Q:
    """The condition under which `principal` sees rows of `model` (a Record).

    `prefix` is a path to the record from the queried table ("measure__"). Auditors and the system read all; nobody
    else sees what is kept to named ministries or a unit they do not belong to, the coordinator included.
    """
    if principal.is_system or principal.has(Role.AUDITOR):
        return Q()
    shown = Q(**{f"{prefix}visibility": Visibility.PUBLISHED})
    if principal.is_staff:
        shown |= Q(**{f"{prefix}visibility": Visibility.MINISTRIES})
    if principal.houses:
        shown |= Q(**{f"{prefix}visibility": Visibility.NAMED, f"{prefix}pk__in": _named(model, principal)})
    if principal.units:
        shown |= Q(**{f"{prefix}visibility": Visibility.UNIT, f"{prefix}owner__in": principal.units})
    return shown


def _named(model: type[models.Model], principal: Principal) -> models.QuerySet[models.Model]:
    through = model._meta.get_field("named_houses").remote_field.through  # type: ignore[union-attr]
    key = f"{model._meta.model_name}_id"
    named: models.QuerySet[models.Model] = through._default_manager.filter(house_id__in=principal.houses).values(key)
    return named


def least_reader(visibility: str) -> Principal:
    """Somebody who reads records of this level and as little else as can be: what may be written into them."""
    return PUBLIC if visibility == Visibility.PUBLISHED else Principal(roles=frozenset({Role.LEADERSHIP}))
