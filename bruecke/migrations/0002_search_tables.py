# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The full-text tables of the search, which no model declares."""

from django.db import migrations

from bruecke.search.engine import schema


class Migration(migrations.Migration):
    """Made by the engine of the database in use; dropped on the way back."""

    dependencies = [("bruecke", "0001_house")]
    operations = [migrations.RunPython(schema.create, schema.drop)]
