# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as files: one Table, three formats."""

from bruecke.publish.tables.comma_separated import csv_parts
from bruecke.publish.tables.opendocument import write_ods
from bruecke.publish.tables.table import Cell, Column, Table
from bruecke.publish.tables.xlsx import write_xlsx

__all__ = ["Cell", "Column", "Table", "csv_parts", "write_ods", "write_xlsx"]
