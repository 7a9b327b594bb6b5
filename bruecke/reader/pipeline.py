# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes in, draft out: decode, furniture, repair, structure."""

import hashlib
from dataclasses import replace

from bruecke.reader.decode import decode
from bruecke.reader.draft import Draft
from bruecke.reader.furniture import mark_furniture
from bruecke.reader.limits import LIMITS, Limits
from bruecke.reader.repair import repair
from bruecke.reader.structure import structure

_DEFAULT_LANGUAGE = "de"


def read_bytes(data: bytes, *, name: str = "", limits: Limits = LIMITS) -> Draft:
    """The draft of one document; `name` is its file name, if any. Raises UnreadableDocument, nothing else.

    Runs in the calling process without bounds on time and memory: for uploads use reader.sandbox.
    """
    decoded = decode(data, name=name, limits=limits)
    source = replace(decoded, lines=mark_furniture(decoded.lines), warnings=())
    repaired = repair(source.lines, language=decoded.language.split("-")[0] or _DEFAULT_LANGUAGE)
    sha256 = hashlib.sha256(data).hexdigest()
    draft = structure(source, repaired.lines, repaired.repairs, sha256=sha256)
    return replace(draft, warnings=(*decoded.warnings, *draft.warnings))
