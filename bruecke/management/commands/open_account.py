# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An account for somebody, from the command line of the server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bruecke.accounts.models import House
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.actions import open_appointed_account


class Command(BaseCommand):
    """Make an account with one role; the password is set by mail ("Passwort vergessen")."""

    help = "Open an account: open_account name@office.example 'First Last' --role coordinator --house sk"

    def add_arguments(self, parser: Any) -> None:
        """E-mail, name, role, house and, for the first account of a house, its name."""
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", choices=[role.value for role in Role], required=True)
        parser.add_argument("--house", default="", help="key of the house (not for administrators and auditors)")
        parser.add_argument("--house-name", default="", help="opens the house, where there is none of that key yet")

    def handle(self, *args: Any, **options: Any) -> None:
        """One action; what is wrong is said in words."""
        house = House.objects.filter(key=options["house"]).first()
        is_new = house is None and bool(options["house_name"])
        if options["house"] and house is None and not is_new:
            known = ", ".join(House.objects.values_list("key", flat=True)) or "-"
            raise CommandError(
                f"Ein Haus „{options['house']}“ gibt es nicht. Vorhanden: {known}. Mit --house-name wird es eröffnet."
            )
        try:
            user = open_appointed_account(
                email=options["email"],
                name=options["name"],
                role=Role(options["role"]),
                house=house,
                by=SYSTEM,
                new_house=(options["house"], options["house_name"]) if is_new else None,
            )
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Konto für {user.email} eröffnet. Passwort setzen: Anmelden → Passwort vergessen.")
