# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies the named files that pages use from node_modules to bruecke/static/vendor (called by `make assets`).

Named files only: node_modules as a static folder would collect thousands of files nobody asks for.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "bruecke" / "static" / "vendor"
FONT_FILES = [
    f"fira-sans-{subset}-{cut}.woff2"
    for subset in ("latin", "latin-ext")
    for cut in ("400-normal", "400-italic", "500-normal", "600-normal")
]
FILES = {
    "kern/kern.min.css": "@kern-ux/native/dist/kern.min.css",
    "kern/LICENSE.md": "@kern-ux/native/LICENSE.md",
    "fonts/LICENSE": "@fontsource/fira-sans/LICENSE",
} | {f"fonts/{name}": f"@fontsource/fira-sans/files/{name}" for name in FONT_FILES}


def copy(modules: Path = MODULES, vendor: Path = VENDOR) -> list[Path]:
    """Copies what is new or changed and returns the files copied; names what is missing (FileNotFoundError)."""
    missing = [source for source in FILES.values() if not (modules / source).is_file()]
    if missing:
        raise FileNotFoundError(f"not in {modules}: {', '.join(missing)}; run npm ci first")
    return [vendor / target for target, source in FILES.items() if _copy_one(modules / source, vendor / target)]


def _copy_one(source: Path, target: Path) -> bool:
    if target.is_file() and target.read_bytes() == source.read_bytes():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def main() -> int:
    """Says what it did; 1 where a file is missing."""
    try:
        copied = copy()
    except FileNotFoundError as error:
        sys.stderr.write(f"assets: {error}\n")
        return 1
    sys.stdout.write(f"assets: {len(copied)} of {len(FILES)} files copied to {VENDOR.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
