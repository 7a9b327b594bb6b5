# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sets one PDF in a process of its own: python -m bruecke.publish.writers.typeset < order (JSON)

typst keeps what it has set once: a worker that set twelve folders in its own process grew by 70 MB with each. A warning
is an error. Knows no Django.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

_TEMPLATE = Path(__file__).resolve().parent / "paper.typ"


def typeset(order: dict[str, Any]) -> list[str]:
    """Write order["target"]; returns what typst complained about, and then wrote nothing."""
    try:
        content, warnings = typst.compile_with_warnings(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=[Path(order["fonts"])],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(order["data"]), "words": json.dumps(order["words"])},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=order["timestamp"],
        )
    except (RuntimeError, typst.TypstError) as error:
        return [str(error)]
    if not warnings:
        Path(order["target"]).write_bytes(content)
    return [str(warning) for warning in warnings]


def main() -> int:
    """1 where the paper was not set; the reasons on standard error."""
    complaints = typeset(json.load(sys.stdin))
    sys.stderr.write("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
