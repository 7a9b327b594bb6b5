# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses."""


class NotInterrupted(Exception):
    """The paper is being set right now, or all its files are there."""
