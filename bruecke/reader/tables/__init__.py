# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that people bring: bytes of a CSV, XLSX or ODS file in, one header and its rows out."""
