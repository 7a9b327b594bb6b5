# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Targets of tables: every module of this package is one and offers TARGET (docs/tables.md)."""
