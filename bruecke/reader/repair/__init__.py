# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repair of scanned German; text that needs none comes back unchanged."""
