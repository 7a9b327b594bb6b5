# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Money, periods, languages, identifiers, text normaliser and tokens: no Django, nothing of ours."""
