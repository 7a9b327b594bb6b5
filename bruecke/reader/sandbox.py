# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading in a process of its own, with bounds on time and memory: a document can neither hang nor fell its reader.

The process is a fresh Python (never a fork of a threaded server) with a bare environment. It gets as JSON arguments
what to read ("document" or "table"), the file's name and the limits, the bytes on standard input, and answers one JSON
object on standard output.
"""

import json
import logging
import os
import resource
import signal
import subprocess
import sys
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import bruecke
from bruecke.reader import refusals
from bruecke.reader.draft import Draft
from bruecke.reader.draft_json import from_json
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import LIMITS, Limits
from bruecke.reader.tables import sheet
from bruecke.reader.tables.read import read_table

_log = logging.getLogger(__name__)
_ROOT = Path(bruecke.__file__).parents[1]
# What text recognition and the codec of file names need; no secrets of the caller reach the reading process.
_KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "SYSTEMROOT")
# How Python, the C++ libraries and the loader say that there is no memory left, where no answer could be given.
_OUT_OF_MEMORY = (b"MemoryError", b"bad_alloc", b"failed to map segment", b"Cannot allocate memory", b"Out of memory")
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


def read_file(path: Path, *, limits: Limits = LIMITS) -> Draft:
    """The draft of the document at `path`. Raises UnreadableDocument; OSError if the file cannot be opened.

    The size is looked at before a byte is read.
    """
    with path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size > limits.file_bytes:
            raise refusals.too_large(limits.file_bytes)
        return from_json(_read_apart("document", path.name, limits, stream=stream))


def read_table_file(path: Path, *, limits: Limits = LIMITS) -> sheet.Sheet:
    """The table in the file at `path`. Raises UnreadableDocument; OSError if the file cannot be opened."""
    with path.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size > limits.table_bytes:
            raise refusals.table_too_large(limits.table_bytes)
        return sheet.from_json(_read_apart("table", path.name, limits, stream=stream))


def read_upload(data: bytes, name: str = "", *, limits: Limits = LIMITS) -> Draft:
    """The draft of the bytes of an upload; `name` is its file name. Raises UnreadableDocument."""
    if len(data) > limits.file_bytes:
        raise refusals.too_large(limits.file_bytes)
    return from_json(_read_apart("document", name, limits, data=data))


def _read_apart(
    what: str, name: str, limits: Limits, *, stream: IO[bytes] | None = None, data: bytes | None = None
) -> dict[str, Any]:
    """Run this module as a process; what it answers. what: "document" or "table"."""
    # -P keeps the working directory, which may be anybody's, out of the module path.
    command = [sys.executable, "-P", "-m", "bruecke.reader.sandbox", json.dumps([what, name, asdict(limits)])]
    process = subprocess.Popen(  # noqa: S603 our own module, no shell
        command,
        stdin=stream or subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,
    )
    seconds = _wall_seconds(limits)
    with process:
        try:
            answer, complaints = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise refusals.timeout(seconds) from None
        except BaseException:
            _end(process)
            raise
    return _answered(process.returncode, answer, complaints, limits)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the process and what it started (text recognition), then collect it."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    # One thread each for numeric libraries: their thread stacks count against the memory limit.
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1", "HOME": "/nonexistent"}


def _wall_seconds(limits: Limits) -> int:
    """Recognition of scans takes long on the clock; what computes in the process itself has `seconds` of CPU."""
    return limits.ocr_seconds if find_spec("ocrmypdf") else limits.seconds


def _answered(code: int, answer: bytes, complaints: bytes, limits: Limits) -> dict[str, Any]:
    """The answer; an UnreadableDocument for a refusal or for the way the process died."""
    if code in _OUT_OF_TIME:
        raise refusals.timeout(limits.seconds)
    if code == -signal.SIGKILL or (code != 0 and any(sign in complaints for sign in _OUT_OF_MEMORY)):
        raise refusals.memory()
    if code != 0:
        # Not the document's fault alone: a defect of ours or of a library, kept for those who can mend it.
        _log.error("reading process ended with %d: %s", code, complaints.decode(errors="replace")[-4000:])
        raise refusals.crashed()
    data: dict[str, Any] = json.loads(answer)
    if "refused" in data:
        raise UnreadableDocument(*data["refused"])
    return data


def main(arguments: list[str]) -> int:
    """The reading process itself: `[what, name, limits]` as JSON, bytes on standard input, JSON on standard output."""
    what, name, bounds = json.loads(arguments[0])
    limits = Limits(**bounds)
    _confine(limits)
    out = _own_output()
    try:
        answer = _answer(what, sys.stdin.buffer.read(), name, limits)
    except UnreadableDocument as refusal:
        answer = _refused(refusal)
    except MemoryError:
        answer = _refused(refusals.memory())
    with out:
        out.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    return 0


def _refused(refusal: UnreadableDocument) -> dict[str, Any]:
    return {"refused": [refusal.code, refusal.german, refusal.english]}


def _answer(what: str, data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    if what == "table":
        return read_table(data, limits=limits).as_json()
    # Imported after the limits are set, and only in the reading process: word lists cost memory.
    from bruecke.reader.pipeline import read_bytes

    return read_bytes(data, name=name, limits=limits).as_json()


def _confine(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))


def _own_output() -> IO[str]:
    """Keep the real standard output for the answer; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
