# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Journal, version lock, form drafts, jobs with progress, publication, file references."""
