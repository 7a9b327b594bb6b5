# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One paper, three formats. Only the worker imports these modules: what sets a PDF has no place in the web process."""
