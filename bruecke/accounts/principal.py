# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who acts: a person, nobody in particular, or the system itself. Pure; built from posts by actors.queries."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Roles of domain.md ("Who works with it")."""

    COORDINATOR = "coordinator"
    FOCAL_POINT = "focal_point"
    REPORTER = "reporter"
    SIGNATORY = "signatory"
    LIAISON = "liaison"
    PARTNER = "partner"
    LEADERSHIP = "leadership"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


STAFF = frozenset(Role) - {Role.PARTNER, Role.ADMINISTRATOR}
"""Roles that belong to the government and read what all ministries may read."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The one an act is `by`.

    user_id: key of the User, None for the public and the system. label: how the journal names the act's author.
    houses: keys of the houses whose "named ministries" records are open to them (own houses and their parents).
    units: keys of the houses whose "own unit" records are open to them. is_system: jobs and set-up.
    """

    user_id: int | None = None
    label: str = ""
    roles: frozenset[Role] = field(default=frozenset())
    houses: frozenset[int] = field(default=frozenset())
    units: frozenset[int] = field(default=frozenset())
    is_system: bool = False

    @property
    def is_public(self) -> bool:
        """Nobody signed in."""
        return self.user_id is None and not self.is_system

    @property
    def is_staff(self) -> bool:
        """A member of the government: reads what all ministries read."""
        return self.is_system or bool(self.roles & STAFF)

    def has(self, *roles: Role) -> bool:
        """Whether one of `roles` is held; the system holds all."""
        return self.is_system or bool(self.roles & set(roles))


PUBLIC = Principal()
SYSTEM = Principal(label="System", is_system=True)
