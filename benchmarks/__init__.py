# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What performance claims rest on: `make bench`; never timed tests. Traffic goes to 127.0.0.1 and ends by itself."""
