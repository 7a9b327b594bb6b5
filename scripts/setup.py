#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up what a fresh machine lacks: environment, locked dependencies, assets. Says what it does; nothing twice.

Standard library only, and written so that an old Python can still read it and say which one is needed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
LOCALE = ROOT / "bruecke" / "locale"


def say(text):
    """One line for the person who waits."""
    print("  " + text, flush=True)


def stop(text):
    """What is missing and what to do; exit 1."""
    sys.exit("\nBrücke: " + text + "\n")


def check_python():
    """3.11 to 3.13, with venv and pip."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        stop(
            "Python 3.11, 3.12 or 3.13 is needed; this is %d.%d (%s).\n"
            "Install one of them, or name it: make run PYTHON=/path/to/python3.12"
            % (sys.version_info[0], sys.version_info[1], sys.executable)
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("this Python lacks venv. On Debian and Ubuntu: apt-get install python3-venv")


def check_node():
    """Node 20 or newer, with npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        stop("Node.js 20 or newer with npm is needed (for the design system and fonts) and was not found.")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.lstrip("v").split(".")[0]) < 20:
        stop("Node.js 20 or newer is needed; this is %s (%s)." % (version, node))


def fingerprint(*paths):
    """SHA-256 over the contents of files."""
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def once(name, paths, work):
    """Run `work` unless it was done for exactly these files already."""
    stamp, mark = STAMPS / name, fingerprint(*paths)
    if stamp.exists() and stamp.read_text() == mark:
        return
    started = time.monotonic()
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)
    say("... %.0f s" % (time.monotonic() - started))


def run(*command, **options):
    """A step that must succeed; its output is shown only where it fails."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)
    if done.returncode:
        stop(
            "this step failed:\n  %s\n\n%s%s" % (" ".join(map(str, command)), done.stdout[-3000:], done.stderr[-3000:])
        )


def make_environment():
    """The virtual environment and its installer."""
    say("Python environment (.venv)")
    run(sys.executable, "-m", "venv", "--clear", str(VENV))
    run(str(VENV / "bin" / "pip"), "install", "--quiet", "--require-hashes", "-r", "requirements/uv.lock")


def install(*locks):
    """Dependencies exactly as locked, checked by hash."""
    say("Dependencies: " + ", ".join(lock.stem for lock in locks))
    arguments = [part for lock in locks for part in ("-r", str(lock))]
    # uv does not read pip's configuration; hand over what a machine has set there.
    environment = dict(os.environ, UV_SYSTEM_CERTS="true", UV_LINK_MODE="copy")
    run(
        str(VENV / "bin" / "uv"),
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--python",
        str(VENV / "bin" / "python"),
        *arguments,
        env=environment,
    )


def fetch_assets():
    """Design system and fonts from npm, named files only."""
    say("Design system and fonts")
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    run(str(VENV / "bin" / "python"), "scripts/assets.py")


def install_project():
    """Brücke itself, in place, so that the command `bruecke` is there; built with the locked setuptools."""
    say("Command .venv/bin/bruecke")
    run(
        str(VENV / "bin" / "uv"),
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--python",
        str(VENV / "bin" / "python"),
        "--editable",
        ".",
    )


def compile_messages():
    """The texts of every language, compiled from their catalogues."""
    say("Texts in English and German")
    run(str(VENV / "bin" / "python"), "scripts/messages.py", "--compile")


def main():
    """Check the machine, then the three steps."""
    check_python()
    check_node()
    locks = ROOT / "requirements"
    once("environment", [locks / "uv.lock"], make_environment)
    names = ("runtime", "dev") if "--dev" in sys.argv or (STAMPS / "dev").exists() else ("runtime",)
    files = [locks / (name + ".lock") for name in names]
    once("-".join(names) if len(names) == 1 else "dev", files, lambda: install(*files))
    once("project", [ROOT / "pyproject.toml"], install_project)
    catalogues = sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))
    once("messages", [*catalogues, ROOT / "scripts" / "messages.py"], compile_messages)
    once("assets", [ROOT / "package-lock.json", ROOT / "scripts" / "assets.py"], fetch_assets)


main()
