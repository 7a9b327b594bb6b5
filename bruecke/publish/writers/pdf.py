# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as PDF: accessible (PDF/UA-1) and fit to be kept (PDF/A-2a) in one file, set by typst.

A warning is an error: typst would quietly take another font, and a paper that lost a letter is not the paper.
"""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import typst

from bruecke.publish.frozen import as_json
from bruecke.publish.paper import Printed
from bruecke.publish.writers.letters import letters_of, settable
from bruecke.publish.writers.words import words_of

FONTS = Path(__file__).resolve().parent.parent / "fonts"
_TEMPLATE = Path(__file__).resolve().parent / "paper.typ"
_CUTS = ("Regular", "Italic", "Medium", "SemiBold")


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
    try:
        content, warnings = typst.compile_with_warnings(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(as_json(paper)), "words": json.dumps(words)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(at.timestamp()),
        )
    except (RuntimeError, typst.TypstError) as error:
        raise NotSet(str(error)) from error
    if warnings:
        raise NotSet("; ".join(str(warning) for warning in warnings))
    target.write_bytes(content)
