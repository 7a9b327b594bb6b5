# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures as SVG from plain data: pure, as fresh as the table beside them, the same on page and paper.

No inline style, no script, no fonts of their own: colours are classes with a presentation attribute as fallback, so
that a page's theme may change them and a paper prints them as they are. See docs/adr/0003-pictures.md.
"""
