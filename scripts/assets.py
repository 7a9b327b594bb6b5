# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies the named files that pages and papers use out of node_modules (called by `make assets`).

Named files only: node_modules as a static folder would collect thousands of files nobody asks for.
"""

import shutil
import sys
from collections.abc import Mapping
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
    "map/countries-110m.json": "world-atlas/countries-110m.json",
    "map/LICENSE": "world-atlas/LICENSE",
} | {f"fonts/{name}": f"@fontsource/fira-sans/files/{name}" for name in FONT_FILES}


PAPER_FONTS = ROOT / "bruecke" / "publish" / "fonts"
CUTS = {"Regular": "400Regular", "Italic": "400Regular_Italic", "Medium": "500Medium", "SemiBold": "600SemiBold"}
# Whole fonts: papers are set with them, and subsets or woff would quietly be replaced by another font.
PAPER_FILES = {
    f"FiraSans-{name}.ttf": f"@expo-google-fonts/fira-sans/{cut}/FiraSans_{cut}.ttf" for name, cut in CUTS.items()
} | {"LICENSE": "@expo-google-fonts/fira-sans/LICENSE_FONT"}


def copy(modules: Path = MODULES, vendor: Path = VENDOR, files: Mapping[str, str] = FILES) -> list[Path]:
    """Copies what is new or changed and returns the files copied; names what is missing (FileNotFoundError)."""
    missing = [source for source in files.values() if not (modules / source).is_file()]
    if missing:
        raise FileNotFoundError(f"not in {modules}: {', '.join(missing)}; run npm ci first")
    return [vendor / target for target, source in files.items() if _copy_one(modules / source, vendor / target)]


def _copy_one(source: Path, target: Path) -> bool:
    if target.is_file() and target.read_bytes() == source.read_bytes():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def main() -> int:
    """Says what it did; 1 where a file is missing."""
    try:
        copied = [*copy(), *copy(vendor=PAPER_FONTS, files=PAPER_FILES)]
    except FileNotFoundError as error:
        sys.stderr.write(f"assets: {error}\n")
        return 1
    sys.stdout.write(f"assets: {len(copied)} of {len(FILES) + len(PAPER_FILES)} files copied\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
