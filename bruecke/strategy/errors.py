# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses, each with a sentence for the person."""

from bruecke.records.errors import NotAllowed as NotAllowed
from bruecke.records.errors import Refused


class MeasureRefused(Refused):
    """A measure cannot be saved like this."""
