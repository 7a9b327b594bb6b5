# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of activities: one file each, found by listing this package (docs/activities.md says how to add one)."""
