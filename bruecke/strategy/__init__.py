# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Strategies, editions, goals, chapters (instruments), principles, measures, wording."""
