# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`bruecke import FILE`: a document goes the same way as through the page, in this process."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions.whole import import_document
from bruecke.intake.errors import IntakeRefused, NotReady


class Command(BaseCommand):
    """Exit code 0 when the document waits for review or is published, 1 with the reason otherwise."""

    help = "Liest ein Dokument ein (reads a document); ohne weitere Angabe wartet es danach auf Prüfung."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What is asked of the document after reading."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--strategy", default="", metavar="KEY", help="a later edition of this strategy")
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--accept-certain", action="store_true", help="accept what the reader has no doubt about")
        which.add_argument(
            "--accept-all", action="store_true", help="accept everything, doubtful parts and matches too"
        )
        parser.add_argument(
            "--publish", action="store_true", help="publish as an edition; refused while parts are open"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and say what came of it."""
        try:
            done = import_document(
                path=options["file"],
                strategy_key=options["strategy"],
                accept="all" if options["accept_all"] else "certain" if options["accept_certain"] else "",
                publish=options["publish"],
                by=SYSTEM,
            )
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from None
        except NotReady as error:
            raise CommandError("\n".join(error.problems)) from None
        except IntakeRefused as error:
            raise CommandError(str(error)) from None
        self.stdout.write(done)
