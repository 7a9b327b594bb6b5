# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rendered pictures, kept."""

from django.db import models
from django.utils import timezone


class Picture(models.Model):
    """An SVG made once from one specification. spec_hash: SHA-256 of the specification with its data and language."""

    spec_hash = models.CharField(max_length=64, unique=True)
    svg = models.TextField(blank=True)
    spec = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.spec_hash[:12]
