# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The languages of content and interface: part of the product, because they are schema (stack.md)."""

CONTENT = ("de", "en", "pl", "cs", "hsb")
"""BCP 47 codes a title or name may be filled in."""

INTERFACE = ("de", "en")
"""BCP 47 codes the pages speak."""

VERBATIM_DEFAULT = "de"
