# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading as a whole process: seconds and peak memory of `bruecke read`."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LINE = "Die Staatsregierung unterstützt die Zusammenarbeit der Hochschulen mit Partnern in Polen und Tschechien.\n"


def pages(count: int) -> bytes:
    """A document of so many pages of forty lines, each page with a chapter and a list."""
    items = "– Ausbau der Zusammenarbeit {n}\n" * 8
    page = "{n}. Kapitel {n}\n\n" + LINE * 26 + "\nFolgende Maßnahmen könnten ergriffen werden:\n\n" + items
    return "\f".join(page.replace("{n}", str(number)) for number in range(1, count + 1)).encode()


def measure(path: Path) -> tuple[float, float]:
    """Wall seconds and peak MB of the largest process of one `bruecke read --json`."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, '-m', 'bruecke.cli', 'read', '--json', sys.argv[1]],"
        " stdout=subprocess.DEVNULL, check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, env=os.environ
    )
    return time.perf_counter() - started, int(done.stdout) / 1024


def thousand_pages() -> tuple[float, float]:
    """measure() of a document of a thousand pages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.txt"
        path.write_bytes(pages(1000))
        return measure(path)


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
