# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One file for each kind of record that is found; listed by bruecke.search.source.sources."""
