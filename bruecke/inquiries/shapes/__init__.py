# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shapes of tables: one file each, found by listing this package (docs/inquiries.md says how to add one)."""
