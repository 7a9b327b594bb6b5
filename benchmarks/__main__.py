# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: the figures of docs/benchmarks.md, printed as Markdown.

QUICK=1: sizes 80 and 5,000 only. SIZES=50000: these only, and pages alone; with DATABASE_URL on an empty PostgreSQL.
"""

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import reading
from benchmarks.load import Load, ask, load, mixed
from benchmarks.server import serve

ONLY = tuple(int(size) for size in os.environ.get("SIZES", "").split())
QUICK = "QUICK" in os.environ
SIZES = ONLY or ((80, 5_000) if QUICK else (80, 5_000, 50_000))
PORT = 8790
HEADERS = "Accept-Language: de\r\nAccept-Encoding: identity\r\n"
SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class Page:
    """An address and what it is called; {pk} is a measure's key, {deep} the address of a page far down."""

    name: str
    address: str


PAGES = (
    Page("list, first page", "/massnahmen/"),
    Page("list, filtered", "/massnahmen/?verbindlichkeit=option&luecke=lead"),
    Page("list, searched", "/massnahmen/?q=Foerderung"),
    Page("list, deep page", "{deep}"),
    Page("list, one goal", "/massnahmen/?ziel=Z3"),
    Page("list, sorted by lead", "/massnahmen/?sortierung=federfuehrung"),
    Page("counts", "/massnahmen/zahlen/"),
    Page("counts, filtered", "/massnahmen/zahlen/?verbindlichkeit=option&art=expand"),
    Page("measure", "/massnahmen/{pk}/"),
    Page("start", "/"),
    Page("matrix", "/zusammenhang/"),
    Page("search, misspelt", "/suche/?q=Wasserstof"),
    Page("search, part of compounds", "/suche/?q=Partnerschaft"),
    Page("search, two words", "/suche/?q=Foerderung+Polen"),
)

RELATIONS = {
    "register": "/partner/",
    "register, filtered": "/partner/?art=stadt&luecke=grundlage",
    "register, one country": "/partner/?land=polen",
    "partner": "/partner/1/",
    "partner, twinned town": "/partner/70/",
    "activities": "/vorhaben/",
    "activities, filtered": "/vorhaben/?art=messe&stand=durchgefuehrt",
    "activities, searched": "/vorhaben/?q=Wasserstoff",
    "calendar": "/vorhaben/kalender/?monat=2027-03",
    "activity": "/vorhaben/1/",
    "promises": "/zusagen/",
    "start": "/",
}


def say(text: str = "") -> None:
    """One line of the report."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def python(var: Path, *arguments: str) -> str:
    """A module of ours in a process of its own, on the installation under `var`."""
    environment = os.environ | {
        "BRUECKE_VAR": str(var),
        "BRUECKE_SECRET_KEY": "bench",
        "BRUECKE_HOSTS": "127.0.0.1",
        "BRUECKE_DEBUG": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return done.stdout.strip()


def addresses(size: int) -> dict[str, str]:
    """The pages' addresses in a plan of so many measures."""
    deep = _deep()
    return {page.name: page.address.format(pk=size // 2, deep=deep) for page in PAGES}


def _deep() -> str:
    """Ten times "next": a page that only a key finds."""
    address = "/massnahmen/"
    for _ in range(10):
        body = ask(PORT, address, HEADERS).body.decode()
        found = re.search(r'href="([^"]+)"[^>]*rel="next"', body) or re.search(r'rel="next"[^>]*href="([^"]+)"', body)
        if found is None:
            break
        address = "/massnahmen/" + found[1].replace("&amp;", "&").removeprefix("/massnahmen/")
    return address


def bench_pages(size: int, var: Path) -> dict[str, Load]:
    """All pages at one size; before each, the bare view it is compared with, because other work comes and goes."""
    say(f"\n### {size:,} measures\n")
    with serve(var, PORT + 1, settings="benchmarks.bare_settings"), serve(var, PORT) as server:
        where = addresses(size)
        results = rows(where, var)
        unchanged()
        say(f"\nCounts after somebody saved, ms: {', '.join(f'{ms:.0f}' for ms in after_saving(var))}")
        if size == 5_000:
            table()
            weight()
            mixed(PORT, [*where.values(), "/plan/", "/wer-und-wo/"], requests=1000)
            say(f"\nWeb workers after 1,000 mixed requests: {', '.join(f'{mb:.0f} MB' for mb in memory(server.pid))}")
    return results


def rows(where: dict[str, str], var: Path) -> dict[str, Load]:
    """A line of the table for each address; what one visitor alone met, by name."""
    say("| page | statements | median ms | p95 ms | requests/s | bare view/s | of bare view | alone, ms | kB |")
    say("|---|---|---|---|---|---|---|---|---|")
    statements, results = json.loads(python(var, "benchmarks.statements", *where.values())), {}
    for name, address in where.items():
        bare = load(PORT + 1, "/bare/", headers=HEADERS, seconds=2.0)
        result = load(PORT, address, headers=HEADERS)
        alone = results[name] = _alone(address)
        assert result.statuses == {200}, (address, result.statuses)
        share = result.per_second / bare.per_second
        say(
            f"| {name} | {statements[address]} | {result.median_ms:.1f} | {result.p95_ms:.1f}"
            f" | {result.per_second:.0f} | {bare.per_second:.0f} | {share:.0%} | {alone.median_ms:.1f}"
            f" | {result.size / 1000:.1f} |"
        )
    return results


def bench_relations(activities: int, twinnings: int) -> dict[str, Load]:
    """Register, partner, activities and calendar at one size."""
    say(f"\n### {activities:,} activities, {twinnings:,} twinnings\n")
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        python(var, "benchmarks.relations", str(activities), str(twinnings))
        python(var, "django", "collectstatic", "--noinput", "-v", "0")
        with serve(var, PORT + 1, settings="benchmarks.bare_settings"), serve(var, PORT):
            return rows(RELATIONS, var)


def _alone(address: str) -> Load:
    """One visitor at a time."""
    return load(PORT, address, headers=HEADERS, connections=1, seconds=2.0)


def unchanged() -> None:
    """A visitor comes back to a page that has not changed."""
    empty = load(PORT + 1, "/empty/", headers=HEADERS)
    tag = re.search(rb"(?i)etag: (\S+)", ask(PORT, "/massnahmen/", HEADERS).headers)
    assert tag is not None
    again = load(PORT, "/massnahmen/", headers=f"{HEADERS}If-None-Match: {tag[1].decode()}\r\n")
    assert again.statuses == {304}, again.statuses
    share = again.per_second / empty.per_second
    say(f"\nUnchanged page: {again.per_second:.0f} requests/s, {share:.0%} of the empty view's {empty.per_second:.0f}")


def after_saving(var: Path) -> list[float]:
    """Milliseconds of the counts after each of six saves (two workers: the first ones may start from nothing)."""
    times = []
    for _ in range(6):
        python(var, "benchmarks.touch")
        times.append(ask(PORT, "/massnahmen/zahlen/", HEADERS).seconds * 1000)
    return times


def table() -> None:
    """The whole list as a spreadsheet."""
    started = time.perf_counter()
    answer = ask(PORT, "/massnahmen/export.xlsx", HEADERS)
    assert answer.status == 200, answer.status
    say(f"\nXLSX of the list: {time.perf_counter() - started:.2f} s, {len(answer.body) / 1000:.0f} kB")


def weight() -> None:
    """Compressed bytes of a cold first page with all it loads but fonts, and of the page alone."""
    for address in ("/", "/massnahmen/"):
        body = ask(PORT, address, HEADERS).body
        assets = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"', body.decode()))
        rest = sum(len(gzip.compress(ask(PORT, asset, HEADERS).body)) for asset in assets)
        page = len(gzip.compress(body))
        say(f"\nCold {address}: {(page + rest) / 1000:.1f} kB compressed, of it HTML {page / 1000:.1f} kB")


def memory(pid: int) -> list[float]:
    """Resident MB of a server's children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    statuses = (Path(f"/proc/{child}/status").read_text() for child in children)
    return [int(found[1]) / 1024 for status in statuses if (found := re.search(r"VmRSS:\s+(\d+)", status))]


def bench_publishing() -> None:
    """Publishing while others save."""
    with tempfile.TemporaryDirectory() as folder:
        figures = json.loads(python(Path(folder), "benchmarks.publishing", "5000").splitlines()[-1])
    say(f"\n### Publishing {figures['measures']:,} measures\n")
    say(f"read {figures['read_s']:.1f} s, published {figures['publish_s']:.1f} s;")
    say(
        f"{figures['saves']:.0f} saves of another process meanwhile waited {figures['wait_median_ms']:.0f} ms (median),"
    )
    say(f"{figures['wait_p99_ms']:.0f} ms (99th percentile), {figures['wait_longest_ms']:.0f} ms (longest)")


def bench_papers() -> None:
    """A briefing folder of 500 activities among 50,000, as the worker sets it."""
    others = 2_000 if QUICK else 49_500
    with tempfile.TemporaryDirectory() as folder:
        figures = json.loads(python(Path(folder), "benchmarks.papers", "500", str(others)).splitlines()[-1])
    say(f"\n### A briefing folder of 500 activities among {500 + others:,}\n")
    parts = ", ".join(f"{name.upper()} {figures[f'{name}_s']:.2f} s" for name in ("pdf", "docx", "odt"))
    say(f"gathered {figures['gather_s']:.2f} s; {parts};")
    say(f"the worker {figures['mb']:.0f} MB, the typesetter {figures['typesetter_mb']:.0f} MB")


def bench_reading() -> None:
    """The reader as a whole process."""
    say("\n### Reading\n")
    source = SHARED / "source" / "leitlinien.txt"
    if source.exists():
        runs = sorted(reading.measure(source) for _ in range(5))
        say(f"leitlinien.txt: {runs[0][0]:.2f} s best, {runs[2][0]:.2f} s median of five, {runs[2][1]:.0f} MB")
    seconds, mb = reading.thousand_pages()
    say(f"\n1,000 pages: {seconds:.1f} s, {mb:.0f} MB")


def main() -> None:
    """Everything, in the order of docs/benchmarks.md."""
    database = "PostgreSQL" if "DATABASE_URL" in os.environ else "SQLite"
    busy = os.getloadavg()[0]
    say(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores (load {busy:.1f}), {database}, granian with 2 workers"
    )
    lists = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            python(Path(folder), "benchmarks.plans", str(size))
            python(Path(folder), "django", "collectstatic", "--noinput", "-v", "0")
            lists[size] = bench_pages(size, Path(folder))["list, first page"]
    if len(SIZES) == 3:
        ratio = lists[50_000].median_ms / lists[80].median_ms
        say(f"\nList at 50,000 against 80, one visitor: {ratio:.2f} × the time")
    smallest, largest = bench_relations(80, 40), bench_relations(*((5_000, 2_600) if QUICK else (50_000, 26_000)))
    for name in ("register", "activities", "calendar", "partner"):
        ratio = largest[name].median_ms / smallest[name].median_ms
        say(f"\n{name}: {ratio:.2f} × the time, one visitor")
    if not ONLY:
        bench_publishing()
        bench_papers()
        bench_reading()


main()
