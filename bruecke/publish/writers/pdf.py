# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as PDF: accessible (PDF/UA-1) and fit to be kept (PDF/A-2a) in one file, set by typst (typeset.py).

A warning is an error: typst would quietly take another font, and a paper that lost a letter is not the paper.
"""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bruecke.publish.frozen import as_json
from bruecke.publish.paper import Printed
from bruecke.publish.writers.letters import letters_of, settable
from bruecke.publish.writers.words import words_of

FONTS = Path(__file__).resolve().parent.parent / "fonts"
_ROOT = Path(__file__).resolve().parents[3]
_CUTS = ("Regular", "Italic", "Medium", "SemiBold")
_LONGEST = 120
"""Seconds; a folder takes less than one."""


class NotSet(Exception):
    """The paper could not be set as it should; the message is typst's, for the log."""


def write_pdf(printed: Printed, target: Path, *, at: datetime) -> None:
    """Set a paper in which people stand by name. at: moment of printing, so that the same print gives the same bytes.

    Raises NotSet; FileNotFoundError where the fonts are missing (`make assets`).
    """
    letters = frozenset.intersection(*(letters_of(FONTS / f"FiraSans-{cut}.ttf") for cut in _CUTS))
    paper, is_replaced = settable(printed, letters)
    words = words_of(printed.language)
    if is_replaced:
        paper = replace(paper, reservation="\n\n".join(filter(None, (paper.reservation, words["replaced"]))))
    order = {
        "data": as_json(paper),
        "words": words,
        "fonts": str(FONTS),
        "timestamp": int(at.timestamp()),
        "target": str(target.resolve()),
    }
    command = [sys.executable, "-m", "bruecke.publish.writers.typeset"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=json.dumps(order), cwd=_ROOT, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotSet(f"not set within {_LONGEST} seconds") from error
    if done.returncode:
        raise NotSet(done.stderr[-4000:])
