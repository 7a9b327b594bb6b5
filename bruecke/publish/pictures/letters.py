# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much room words take in a picture, which has no browser to ask. Pure."""


def text_width(text: str, size: float) -> float:
    """Pixels that `text` takes at most in a sans-serif face of `size` pixels."""
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    """Width of a character in ems, a little more than Fira Sans has, for the faces that may stand in for it."""
    if character in " '.,:;|!()[]-ijlIJftr1":
        return 0.42
    if character in "mwMW%@&…—" or ord(character) > 0x2E7F:
        return 1.03
    return 0.72 if character.isupper() else 0.62
