# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make messages`: collect German texts for translation and compile the English ones.

Collecting needs xgettext (Debian: gettext); compiling needs nothing but Babel. --compile only compiles.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "bruecke" / "locale" / "en" / "LC_MESSAGES" / "django.po"


def collect() -> None:
    """Bring the catalogue up to date with the sources."""
    if shutil.which("xgettext") is None:
        sys.exit("xgettext is missing. On Debian and Ubuntu: apt-get install gettext")
    command = [
        sys.executable,
        "../manage.py",
        "makemessages",
        "-l",
        "en",
        "--no-location",
        "--no-wrap",
        "--no-obsolete",
    ]
    subprocess.run(command, cwd=ROOT / "bruecke", check=True)


def compile_catalogue() -> None:
    """Write the compiled catalogue beside its source; it is not kept in the repository."""
    with CATALOGUE.open("rb") as source:
        catalogue = read_po(source, locale="en")
    with CATALOGUE.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)
    missing = [message.id for message in catalogue if message.id and not _translated(message.string)]
    sys.stdout.write(f"  English texts: {len(catalogue)}, without translation: {len(missing)}\n")


def _translated(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    if "--compile" not in sys.argv:
        collect()
    compile_catalogue()
