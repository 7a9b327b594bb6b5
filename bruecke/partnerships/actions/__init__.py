# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs on partnerships: records (what people fill in), moves (their life), planning (what a state admits)."""
