# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A short title from a wording, for lists; the wording itself is never shortened. Pure."""

_LONGEST = 140


def short_title(wording: str, longest: int = _LONGEST) -> str:
    """The wording without its final punctuation; cut at a word, with an ellipsis, where it is longer than `longest`."""
    text = " ".join(wording.split()).rstrip(" ,;.:")
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-(")
    return f"{cut} …"
