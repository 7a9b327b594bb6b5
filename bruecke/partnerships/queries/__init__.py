# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads: register (list, numbers, export), sheet (one partnership), overview (start page), offices, choices (forms)."""
