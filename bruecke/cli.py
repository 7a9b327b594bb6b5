# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command `bruecke`. Reading documents needs no Django and no settings; messages are German unless the
environment's language is English."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bruecke.reader import characters, sandbox
from bruecke.reader.draft import Draft, Repair
from bruecke.reader.draft_json import published
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import LIMITS

OK, UNREADABLE, USAGE = 0, 1, 2
_OWN_LINES = ("text", "markdown")  # formats whose lines are those of the file
_EPILOG = """\
Rückgabewerte / exit codes:
  0  gelesen / read
  1  das Dokument ist nicht lesbar, der Grund steht auf der Fehlerausgabe
     the document cannot be read, standard error says why
  2  falscher Aufruf oder Datei nicht gefunden / wrong usage or no such file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (default: those of the process); the exit code."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough (`| head`); Python must not complain at its exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bruecke", epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(title="Befehle / commands", metavar="BEFEHL", required=True)
    _add_read(commands)
    _add_import(commands)
    return parser


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "import",
        help="ein Dokument in die Installation einlesen / bring a document into this installation",
        add_help=False,
    )
    command.add_argument("rest", nargs=argparse.REMAINDER)
    command.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    """`bruecke import FILE …`: the management command import_document, with the settings of this installation."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # Imported here, because only this command needs Django and an installation.
    from django.core.management import execute_from_command_line

    execute_from_command_line(["bruecke", "import_document", *options.rest])
    return OK


def _add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "read",
        help="ein Dokument lesen und zeigen, was darin steht / read a document and show what it says",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="DATEI", help="das Dokument, - für die Standardeingabe / - for stdin")
    shown = command.add_mutually_exclusive_group()
    for flag, show, text in (
        ("--json", _as_json, "der Entwurf als JSON / the draft as JSON"),
        ("--text", _as_text, "der reparierte Text, Zeile für Zeile / the repaired text, line by line"),
        ("--report", _as_report, "jede Reparatur mit Ort und Grund / every repair with place and reason"),
    ):
        shown.add_argument(flag, dest="show", action="store_const", const=show, help=text)
    command.set_defaults(run=_read, show=_as_outline)


def _read(options: argparse.Namespace) -> int:
    """`bruecke read`: the chosen view of one document."""
    path = None if options.file == "-" else Path(options.file)
    data = sys.stdin.buffer.read(LIMITS.file_bytes + 1) if path is None else None
    try:
        draft = sandbox.read_file(path) if path else sandbox.read_upload(data or b"")
    except UnreadableDocument as refusal:
        print(_say(refusal.german, refusal.english), file=sys.stderr)
        return UNREADABLE
    except OSError as error:
        print(_unopened(options.file, error), file=sys.stderr)
        return USAGE
    show: Callable[[Draft, Callable[[], bytes]], str] = options.show
    sys.stdout.write(show(draft, lambda: path.read_bytes() if path else data or b""))
    return OK


def _unopened(name: str, error: OSError) -> str:
    """Why a file could not be opened, in a sentence; what the system says only where there is no better one."""
    match error:
        case FileNotFoundError():
            german, english = "Die Datei gibt es nicht.", "There is no such file."
        case IsADirectoryError():
            german, english = (
                "Das ist ein Ordner. Bitte nennen Sie eine Datei.",
                "This is a folder. Please name a file.",
            )
        case PermissionError():
            german, english = "Ihnen fehlt das Recht, die Datei zu lesen.", "You are not allowed to read the file."
        case _:
            german = english = error.strerror or str(error)
    return _say(f"„{name}“ lässt sich nicht öffnen: {german}", f"Cannot open “{name}”: {english}")


def _as_outline(draft: Draft, _original: Callable[[], bytes]) -> str:
    # Imported here so that the other views do not wait for it.
    from bruecke.reader.outline import outline

    return _ended(outline(draft, language=_say("de", "en")))


def _as_json(draft: Draft, _original: Callable[[], bytes]) -> str:
    return json.dumps(published(draft), ensure_ascii=False, indent=2) + "\n"


def _as_text(draft: Draft, original: Callable[[], bytes]) -> str:
    """The repaired text; where the file has lines of its own, with its line ends and all that is not repaired."""
    if draft.format not in _OWN_LINES:
        return "".join(f"{line}\n" for line in draft.text_lines)
    text = characters.decode(original())
    raws, ends = characters.lines(text), characters.line_ends(text)
    by_line: dict[int, list[Repair]] = {}
    for repair in draft.repairs:
        by_line.setdefault(repair.line, []).append(repair)
    out = []
    for index, raw in enumerate(raws):
        line = _repaired(raw, draft.source_lines[index], draft.text_lines[index], by_line.get(index + 1, []))
        out.append(line + (ends[index] if index < len(ends) else ""))
    return "".join(out)


def _repaired(raw: str, source: str, text: str, repairs: Sequence[Repair]) -> str:
    """A line of the file with its repairs; `source` and `text` are the line as it was understood, without syntax."""
    if source == text:
        return raw
    if source in raw:
        return raw.replace(source, text, 1)
    for repair in sorted(repairs, key=lambda repair: repair.start, reverse=True):
        # Syntax within the line shifts the columns: the same words, the last time they stand there.
        head, found, tail = raw.rpartition(repair.original)
        raw = head + repair.suggestion + tail if found else raw
    return raw


def _as_report(draft: Draft, _original: Callable[[], bytes]) -> str:
    count = len(draft.repairs)
    lines = [_say(f"{count} Reparaturen", f"{count} repairs")]
    for repair in draft.repairs:
        place = _say("Zeile {}, Spalte {}", "line {}, column {}").format(repair.line, repair.start + 1)
        sure = f"{repair.confidence:.0%}"
        change = f"{_visible(repair.original)} → {_visible(repair.suggestion)}"
        lines.append(f"{place}: {change}  ({sure}, {repair.reason})")
    return _ended("\n".join(lines))


def _visible(text: str) -> str:
    """Blanks and nothing as signs that can be seen."""
    return text if text.strip() else "␣" * len(text) or "∅"


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _say(german: str, english: str) -> str:
    """The sentence in the language of the environment: English where it says so, German else."""
    language = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return english if language.lower().startswith("en") else german


if __name__ == "__main__":
    sys.exit(main())
