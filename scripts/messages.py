# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make messages`: collect German texts for translation and compile every catalogue of bruecke/locale.

Collecting needs xgettext (Debian: gettext); compiling needs nothing but Babel. --compile only compiles.
The English catalogue holds the interface's own texts. The German one is written by hand: it holds texts of libraries
that speak to readers, where a library's own German is missing or does not read like a letter.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "bruecke" / "locale"
COLLECTED = Path("en", "LC_MESSAGES", "django.po")
HEADER = b"""\
# SPDX-FileCopyrightText: 2026 Br\xc3\xbccke contributors
# SPDX-License-Identifier: EUPL-1.2
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
"""Without dates, so that collecting again changes nothing where no text has changed."""


def catalogues() -> list[Path]:
    """Sources of all catalogues."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def collect(sources: Path = LOCALE.parent) -> None:
    """Bring the English catalogue below `sources` up to date with the texts in the code there."""
    if shutil.which("xgettext") is None:
        sys.exit("xgettext is missing. On Debian and Ubuntu: apt-get install gettext")
    command = [
        sys.executable,
        str(ROOT / "manage.py"),
        "makemessages",
        "-l",
        "en",
        "--no-location",
        "--no-wrap",
        "--no-obsolete",
    ]
    subprocess.run(command, cwd=sources, check=True)
    tidy(sources / "locale" / COLLECTED)


def tidy(path: Path) -> None:
    """Empty what xgettext guessed from a similar text: a guess is no translation."""
    catalogue = read(path)
    for message in catalogue:
        if message.id and message.fuzzy:
            message.flags.discard("fuzzy")
            message.previous_id = []
            message.string = ("", "") if message.pluralizable else ""
    with path.open("wb") as target:
        target.write(HEADER)
        write_po(target, catalogue, width=0, no_location=True, omit_header=True)


def read(path: Path) -> Catalog:
    """The catalogue in `path`."""
    with path.open("rb") as source:
        return read_po(source, locale=path.parent.parent.name)


def untranslated(catalogue: Catalog) -> list[str]:
    """Texts without translation; of a plural, the singular."""
    return [
        message.id[0] if message.pluralizable else message.id
        for message in catalogue
        if message.id and not _translated(message.string)
    ]


def compile_catalogue(path: Path) -> None:
    """Write the compiled catalogue beside its source; it is not kept in the repository."""
    catalogue = read(path)
    with path.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)
    missing = untranslated(catalogue)
    sys.stdout.write(f"  Texts in {catalogue.locale}: {len(catalogue)}, without translation: {len(missing)}\n")
    for text in missing:
        sys.stdout.write(f"    {text}\n")


def _translated(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    if "--compile" not in sys.argv:
        collect()
    for path in catalogues():
        compile_catalogue(path)
