# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parliamentary and other questions: clock, supplies asked for, answer."""
