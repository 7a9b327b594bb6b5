# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Document formats, tables, OCR repair, structure: bytes in, draft out. No Django, nothing of other rooms but base."""
